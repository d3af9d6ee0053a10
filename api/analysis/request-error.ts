/**
 * A question that cannot be answered as asked. `argument` is the name the argument has in the API, so that a resolver can
 * hand both on as BAD_USER_INPUT; `message` says what was wrong and what would be right.
 */
export class AnalysisRequestError extends Error {
  override readonly name = 'AnalysisRequestError';
  readonly argument: string;
  constructor(argument: string, message: string) {
    super(message);
    this.argument = argument;
  }
}
