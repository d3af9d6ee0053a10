/**
 * What a client is told when something fails: a message in plain words and a code, never a stack, a path or a query text.
 * What we did not foresee is told as INTERNAL_SERVER_ERROR and stands in the log in full.
 */
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { StoreError } from '../store/graph-store.ts';

export interface ErrorAnswer {
  readonly message: string;
  readonly code: string;
  /** For BAD_USER_INPUT: which argument, and what would be right. */
  readonly argument?: string;
  readonly expected?: string;
}

/** The code of a question that the store did not answer. */
export const STORE_AWAY = 'STORE_UNAVAILABLE';

const INTERNAL: ErrorAnswer = {
  message: 'The answer failed for a reason that is not yours. The server log names it under the id in x-request-id.',
  code: 'INTERNAL_SERVER_ERROR',
};

/** The code of a question that was not begun, or not finished, because of all the others. */
export const BUSY = 'BUSY';

/** What a failure of the store means to a client; null where it is our own fault. */
function storeErrorAnswer(error: StoreError): ErrorAnswer | null {
  switch (error.code) {
    case 'INVALID_CURSOR':
      return {
        message: `after: ${error.message}`,
        code: 'BAD_USER_INPUT',
        argument: 'after',
        expected: "the endCursor of this list's pageInfo, or nothing for its beginning",
      };
    case 'STORE_UNAVAILABLE':
    case 'STORE_LOCKED':
      return { message: 'The store does not answer at the moment; try again.', code: STORE_AWAY };
    case 'STORE_FOREIGN':
      return {
        message:
          'The store cannot be read: what is in it is damaged or not as Sentra wrote it. Whoever runs this server has to see to it.',
        code: STORE_AWAY,
      };
    case 'STORE_NOT_WRITABLE':
      return {
        message: 'The store takes no writes at the moment; whoever runs this server finds the reason in /health/ready.',
        code: error.code,
      };
    case 'STORE_BUSY':
      return { message: 'As many others are being answered as can be; ask again in a moment.', code: BUSY };
    case 'GIVEN_UP':
      return { message: 'The question was given up before it was answered; ask again.', code: 'TOOK_TOO_LONG' };
    default:
      return null;
  }
}

/** The failure below what GraphQL wrapped around it, or null. */
function storeErrorIn(error: unknown): StoreError | null {
  for (let cause = error; cause instanceof Error; cause = 'originalError' in cause ? cause.originalError : null) {
    if (cause instanceof StoreError) return cause;
  }
  return null;
}

/** What is known of an error by what it carries; null where nobody foresaw it. */
function foreseen(error: unknown, { message, extensions }: GraphQLFormattedError): ErrorAnswer | 'as it is' | null {
  const storeError = storeErrorIn(error);
  if (storeError !== null) return storeErrorAnswer(storeError);
  const code = extensions?.['code'];
  if (typeof code === 'string' && code !== INTERNAL.code) return 'as it is';
  // GraphQL itself refuses null for an argument only when it executes, and gives no code.
  if (message.startsWith('Argument "')) return { message, code: 'BAD_USER_INPUT' };
  return null;
}

/** True when a client is told no more than that it failed. */
export function isUnforeseen(error: GraphQLError): boolean {
  return foreseen(error, error.toJSON()) === null;
}

/** Apollo strips suggestions from what validation finds, not from what variables turn out to hold. */
export function withoutSuggestion(message: string): string {
  return message.replace(/ Did you mean [^]*\?$/, '');
}

/** Apollo's hook: the error as it is answered. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const answer = foreseen(error, formatted);
  if (answer === 'as it is') return { ...formatted, message: withoutSuggestion(formatted.message) };
  const { locations, path } = formatted;
  const { message, ...extensions } = answer ?? INTERNAL;
  return {
    message,
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions,
  };
}

/** The body of an answer that no GraphQL was executed for, in the same form. */
export function errorBody(answer: ErrorAnswer): { readonly errors: readonly GraphQLFormattedError[] } {
  const { message, ...extensions } = answer;
  return { errors: [{ message, extensions }] };
}

interface HttpFault {
  readonly statusCode?: number | undefined;
  readonly code?: string | undefined;
}

const HTTP_FAULTS: Readonly<Record<string, ErrorAnswer>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: {
    message: 'The body is not JSON; send {"query": "…", "variables": {…}}.',
    code: 'BAD_REQUEST',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    message: 'The body is empty; send {"query": "…", "variables": {…}}.',
    code: 'BAD_REQUEST',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    message: 'The body is larger than 1 MB, which no question needs.',
    code: 'REQUEST_TOO_LARGE',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    message: 'The body has to be JSON; send it with content-type: application/json.',
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
  ERR_INVALID_URL: { message: 'The Host header names no host.', code: 'BAD_REQUEST' },
};

/** Status and answer for a request that failed before, or outside, GraphQL. */
export function httpErrorAnswer(fault: HttpFault): { readonly status: number; readonly answer: ErrorAnswer } {
  const known = fault.code === undefined ? undefined : HTTP_FAULTS[fault.code];
  if (known !== undefined) return { status: fault.statusCode ?? 400, answer: known };
  const status = fault.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    return { status, answer: { message: 'The request cannot be understood.', code: 'BAD_REQUEST' } };
  }
  return { status: 500, answer: INTERNAL };
}
