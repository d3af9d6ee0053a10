/**
 * A question that cannot be answered as asked. `argument` is the name the argument has in the API, so that a resolver can
 * hand all on as BAD_USER_INPUT; `message` says what was wrong and what would be right, `expected` only the latter, as a phrase.
 */
export class AnalysisRequestError extends Error {
  override readonly name = 'AnalysisRequestError';
  readonly argument: string;
  readonly expected: string;
  constructor(argument: string, message: string, expected: string) {
    super(message);
    this.argument = argument;
    this.expected = expected;
  }
}
