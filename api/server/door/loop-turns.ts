/**
 * Turns of the event loop, one each: what many ask in the same moment is begun one after the other, and between two of them the loop looks at
 * whatever else is due (health, connections, timers). Together they would hold it up for the sum of their times.
 */
export class LoopTurns {
  readonly #waiting: (() => void)[] = [];
  #scheduled = false;

  /** Resolves in a turn that is nobody else's, first come first served. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#scheduled || this.#waiting.length === 0) return;
    this.#scheduled = true;
    // One that is set here runs after the loop came round, so that each lets the others through.
    setImmediate(() => {
      this.#scheduled = false;
      this.#waiting.shift()?.();
      this.#schedule();
    });
  }
}
