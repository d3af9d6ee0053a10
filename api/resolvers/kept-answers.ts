/** The last answers of an analysis to questions about one snapshot of the graph, so that turning pages does not ask again. */
export class KeptAnswers<Ground extends object, Answer> {
  /** What was asked last stands last, and is dropped last. */
  readonly #kept = new WeakMap<Ground, Map<string, Answer>>();
  readonly #most: number;

  /** @param most answers kept for one ground */
  constructor(most: number) {
    this.#most = most;
  }

  /** The answer to a question, asked for if it is not at hand; when asking throws, nothing is kept. */
  answer(ground: Ground, question: object, ask: () => Answer): Answer {
    const answers = this.#kept.get(ground) ?? new Map<string, Answer>();
    this.#kept.set(ground, answers);
    const key = JSON.stringify(question);
    const answer = answers.get(key) ?? ask();
    answers.delete(key);
    answers.set(key, answer);
    const [oldest] = answers.keys();
    if (answers.size > this.#most && oldest !== undefined) answers.delete(oldest);
    return answer;
  }

  /** Forgets an answer, such as one that failed. */
  drop(ground: Ground, question: object): void {
    this.#kept.get(ground)?.delete(JSON.stringify(question));
  }
}
