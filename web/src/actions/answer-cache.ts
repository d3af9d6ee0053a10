/** Answers already had, by what was asked; the oldest go first. */
const KEPT = 200;

/** Remembers answers so that going back to something seen shows it at once. Failures are never kept. */
export class AnswerCache {
  readonly #answers = new Map<string, unknown>();

  /** The kept answer, or undefined. The caller's key must name the kind of answer, as `node:province:35` does. */
  get<Value>(key: string): Value | undefined {
    return this.#answers.get(key) as Value | undefined;
  }

  set(key: string, value: unknown): void {
    this.#answers.delete(key);
    this.#answers.set(key, value);
    if (this.#answers.size <= KEPT) return;
    const oldest = this.#answers.keys().next().value;
    if (oldest !== undefined) this.#answers.delete(oldest);
  }

  /** Forgets everything, such as when the data have another revision. */
  clear(): void {
    this.#answers.clear();
  }
}
