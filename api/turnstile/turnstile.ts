/** Why somebody was not let in. */
type TurnedAwayReason =
  /** As many wait already as may. */
  | 'FULL'
  /** Nobody left in time. */
  | 'LATE';

export class TurnedAway extends Error {
  override readonly name = 'TurnedAway';
  readonly reason: TurnedAwayReason;
  constructor(reason: TurnedAwayReason) {
    super(reason === 'FULL' ? 'too many wait already' : 'nothing became free in time');
    this.reason = reason;
  }
}

export interface TurnstileOptions {
  /** Let in at the same time; at least 1. */
  readonly most: number;
  /** Waiting at the same time. */
  readonly mostWaiting: number;
  /** Milliseconds that each may wait. */
  readonly patienceMs: number;
}

interface Waiter {
  readonly enter: () => void;
  readonly fail: (error: unknown) => void;
}

/** Lets so many in at a time; others wait their turn, first come first served, for a while. */
export class Turnstile {
  readonly #options: TurnstileOptions;
  readonly #waiters = new Set<Waiter>();
  #inside = 0;

  constructor(options: TurnstileOptions) {
    this.#options = options;
  }

  get inside(): number {
    return this.#inside;
  }

  get waiting(): number {
    return this.#waiters.size;
  }

  /**
   * Does the work once there is room.
   * @throws TurnedAway when it is not begun; the signal's reason when that is aborted before; whatever the work throws
   */
  async through<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    if (this.#inside >= this.#options.most) await this.#turn(signal);
    else this.#inside += 1;
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  /** What they wait for will not come. */
  failWaiting(error: unknown): void {
    for (const { fail } of this.#waiters) fail(error);
  }

  /** Whoever leaves hands the place on, so that nobody slips in between. */
  #leave(): void {
    const [next] = this.#waiters;
    if (next === undefined) this.#inside -= 1;
    else next.enter();
  }

  #turn(signal: AbortSignal | undefined): Promise<void> {
    if (this.#waiters.size >= this.#options.mostWaiting) return Promise.reject(new TurnedAway('FULL'));
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        this.#waiters.delete(waiter);
        finish();
      };
      const waiter: Waiter = { enter: () => settle(resolve), fail: (error) => settle(() => reject(error)) };
      const giveUp = (): void => waiter.fail(signal?.reason);
      const timer = setTimeout(() => waiter.fail(new TurnedAway('LATE')), this.#options.patienceMs);
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#waiters.add(waiter);
    });
  }
}
