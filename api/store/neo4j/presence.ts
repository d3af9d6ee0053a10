/** Who is slow and who is gone: how long a question waits for a server that says nothing. */

/** Milliseconds. A question that is quiet for so long makes us look whether the server is there at all. */
const QUIET = 400;
/** Milliseconds that a server has to answer that look: one that is gone is known 1.5 s after a question to it. */
export const LOOK = 1_100;
/** As {@link LOOK}, while a store is opened: a server that has just started has not signed anybody in yet. Together 2.4 s. */
export const FIRST_LOOK = 2_000;
/**
 * Where nobody waits at a screen: writes, which keep a server busy with its memory for a second or two and are written again when
 * given up in vain, and what is read for them and for the projection. A server that falls silent then is known after 4.4 s.
 */
export const PATIENT_LOOK = 4_000;
/** A load of many transactions, which takes minutes and has a busy server collect its memory for seconds: it would only be begun again. */
export const LOADING_LOOK = 20_000;

export interface PresenceOptions {
  /** Asks the server something small: true when it can serve, false or nothing at all when it cannot. Never rejects. */
  readonly look: (patience: number) => Promise<boolean>;
  /** What a question to a server that is gone ends in. */
  readonly gone: () => Error;
  /** Told once for every look that was not answered. */
  readonly onGone: () => void;
}

/** Resolves `after` milliseconds from now, once what arrived meanwhile has been read: we may have been the busy ones. */
function lapse(after: number): { readonly over: Promise<void>; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(() => setImmediate(resolve), after);
  });
  return { over, cancel: () => clearTimeout(timer) };
}

/** A look being taken, and when it was begun. */
interface Look {
  readonly begun: number;
  readonly there: Promise<boolean>;
}

/**
 * Waits for answers as long as the server answers others: slow is not gone. Whoever waits at the same time shares one look. Once a
 * look was in vain the server counts as away until it answers one, and whoever asks meanwhile waits for a look before asking: a
 * server that has just started is not met by everybody at once.
 */
export class Presence {
  readonly #options: PresenceOptions;
  /** The looks being taken, by their patience. */
  readonly #looks = new Map<number, Look>();
  #away = false;

  constructor(options: PresenceOptions) {
    this.#options = options;
  }

  /**
   * The answer of `work`, or the error of a server that is gone; then `work` may not even have begun.
   * @param patience milliseconds that a look may take
   */
  async whileThere<T>(work: () => Promise<T>, patience: number): Promise<T> {
    let since = performance.now();
    if (this.#away) {
      const look = this.#look(patience);
      if (!(await look.there)) throw this.#options.gone();
      since = Math.max(since, look.begun);
    }
    const working = work();
    const settled = working.then(
      () => 'settled' as const,
      () => 'settled' as const,
    );
    if (await this.#settles(settled, since, patience)) return working;
    throw this.#options.gone();
  }

  /** False once the server has been silent for too long. A slow look counts from when it was begun: then it was there. */
  async #settles(settled: Promise<'settled'>, asked: number, patience: number): Promise<boolean> {
    let since = asked;
    for (;;) {
      const waiting = lapse(since + QUIET - performance.now());
      const early = await Promise.race([settled, waiting.over]);
      waiting.cancel();
      if (early === 'settled') return true;
      const look = this.#look(patience);
      const deadline = lapse(since + QUIET + patience - performance.now());
      const outcome = await Promise.race([settled, look.there, deadline.over.then(() => false)]);
      deadline.cancel();
      if (outcome === 'settled') return true;
      if (outcome === false) return false;
      since = Math.max(since, look.begun);
    }
  }

  #look(patience: number): Look {
    const taken = this.#looks.get(patience);
    if (taken !== undefined) return taken;
    const late = lapse(patience);
    const there = Promise.race([this.#options.look(patience), late.over.then(() => false)]).then((answered) => {
      late.cancel();
      this.#looks.delete(patience);
      this.#away = !answered;
      if (!answered) this.#options.onGone();
      return answered;
    });
    const look = { begun: performance.now(), there };
    this.#looks.set(patience, look);
    return look;
  }
}
