/** What can go wrong between the page and the API, as far as a person can do something about it. */
export const REQUEST_FAULTS = [
  /** The server cannot be reached, or the connection broke. */
  'UNREACHABLE',
  /** The server is there, its database is not. */
  'STORE_UNAVAILABLE',
  /** The question itself was wrong; the detail says what would be right. */
  'BAD_USER_INPUT',
  /** The data were changed between two pages of one list. */
  'DATASET_CHANGED',
  /** The server answers as many others as it can. */
  'BUSY',
  /** The server did not answer in time. */
  'TIMEOUT',
  /** One has to be somebody here; the page asks who. */
  'SIGN_IN',
  /** Whoever asks may not. */
  'FORBIDDEN',
  /** More was asked than whoever asks may for now. */
  'TOO_MUCH',
  /** An answer of another form than agreed, or a fault inside the server. */
  'UNEXPECTED',
] as const;
/** One of the faults that the page has words for. */
export type RequestFault = (typeof REQUEST_FAULTS)[number];

/** A request that failed. Aborted requests throw the platform's AbortError instead. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly fault: RequestFault;
  /** The answer would hold more than the API gives at once; a shorter page may do. */
  readonly tooLarge: boolean;

  constructor(fault: RequestFault, detail: string, tooLarge = false) {
    super(detail);
    this.fault = fault;
    this.tooLarge = tooLarge;
  }
}

/** True for what `fetch` throws when its signal was aborted. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
