import type { AuditedWhere, AuditedWho, AuditEvent, AuditLog } from './audit-log.ts';

export type Refused = Omit<Extract<AuditEvent, { event: 'refused' }>, 'event' | 'times'>;

/** Milliseconds in which refusals that are alike become one more line. */
const TOGETHER_MS = 10_000;
/** Kinds of refusals that are told apart at a time. */
const MOST_KINDS = 1_000;

interface Repeated {
  readonly who: AuditedWho;
  readonly refused: Refused;
  readonly where: AuditedWhere;
  more: number;
}

/** Tells the audit log of refusals: the first of a kind at once, those after it together, so that whoever is refused often does not fill the disk. */
export class Refusals {
  readonly #audit: AuditLog;
  readonly #onFault: (error: unknown) => void;
  readonly #kinds = new Map<string, Repeated>();
  readonly #timer: NodeJS.Timeout;

  /** @param onFault what cannot be written keeps nobody from being refused */
  constructor(audit: AuditLog, onFault: (error: unknown) => void, togetherMs = TOGETHER_MS) {
    this.#audit = audit;
    this.#onFault = onFault;
    this.#timer = setInterval(() => this.tellRest(), togetherMs);
    this.#timer.unref();
  }

  tell(who: AuditedWho, refused: Refused, where: AuditedWhere): void {
    const kind = JSON.stringify([who.id ?? who.kind, refused.code, refused.right, refused.route, where.address]);
    const known = this.#kinds.get(kind);
    if (known !== undefined) {
      known.more += 1;
      return;
    }
    const first = this.#kinds.size < MOST_KINDS ? kind : '';
    const rest = this.#kinds.get(first);
    if (rest === undefined) {
      this.#kinds.set(first, { who, refused, where, more: 0 });
      this.#write({ who, refused, where, more: 1 });
    } else rest.more += 1;
  }

  /** Those after the first of each kind; what comes next is a first one again. */
  tellRest(): void {
    const told = [...this.#kinds.values()];
    this.#kinds.clear();
    for (const repeated of told) if (repeated.more > 0) this.#write(repeated);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.tellRest();
  }

  #write({ who, refused, where, more }: Repeated): void {
    try {
      this.#audit.write(who, { event: 'refused', ...refused, times: more }, where);
    } catch (error) {
      this.#onFault(error);
    }
  }
}
