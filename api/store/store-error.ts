/** How a store fails. */

type StoreErrorCode =
  /** The engine does not answer. */
  | 'STORE_UNAVAILABLE'
  /** The engine answers as many others as it takes; ask again. */
  | 'STORE_BUSY'
  /** Whoever asked does not wait for the answer any more. */
  | 'GIVEN_UP'
  /** Another process holds the store's write lock for longer than we wait. */
  | 'STORE_LOCKED'
  /** What was opened is not Sentra's, is damaged, or of a newer format. */
  | 'STORE_FOREIGN'
  /** The file or server refuses writes. */
  | 'STORE_NOT_WRITABLE'
  /** A write would break the graph: a dangling end, a missing source, a relation in use by nothing. */
  | 'INVALID_CHANGE'
  /** The cursor was not made by this list. */
  | 'INVALID_CURSOR'
  /** The address names no engine we know. */
  | 'INVALID_ADDRESS';

/** The only error a store throws; `message` is fit for a person and holds no query text. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export function givenUp(): StoreError {
  return new StoreError('GIVEN_UP', 'the question was given up before it was answered');
}
