/** Milliseconds between two looks. */
const EVERY_MS = 100;
/** How much the newest look counts: one long turn alone is no load, several in a row are. */
const WEIGHT = 0.25;
/** How late the event loop comes to what is due, as a moving mean. */
export class EventLoopLag {
  readonly #timer: NodeJS.Timeout;
  #mean = 0;
  #due: number;

  constructor() {
    this.#due = performance.now() + EVERY_MS;
    this.#timer = setInterval(() => this.#look(), EVERY_MS);
    this.#timer.unref();
  }

  #look(): void {
    const now = performance.now();
    this.#mean += WEIGHT * (Math.max(0, now - this.#due) - this.#mean);
    this.#due = now + EVERY_MS;
  }

  get meanMs(): number {
    return this.#mean;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
