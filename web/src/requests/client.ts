import { array, config, nullish, object, optional, record, string, unknown } from 'zod/mini';
import { authorization, heardFrom, signInNeeded } from './access.ts';
import { allowanceSpent } from './allowance.ts';
import { RequestError, type RequestFault } from './request-error.ts';
import { storeWentAway } from './store-away.ts';
import type { TypedDocumentString } from './generated/operations.ts';

// zod would try `new Function`, which the content security policy forbids and reports.
config({ jitless: true });

/** The longest we wait before telling a person that the server does not answer, in milliseconds. */
const LONGEST_WAIT = 30_000;

/** What every GraphQL answer looks like; the shape of `data` follows from the checked document and the server's schema. */
const envelope = object({
  data: nullish(record(string(), unknown())),
  errors: optional(
    array(
      object({
        message: string(),
        extensions: optional(object({ code: optional(string()), waysIn: optional(unknown()) })),
      }),
    ),
  ),
});

const FAULT_OF_CODE: Readonly<Record<string, RequestFault>> = {
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  STORE_UNAVAILABLE: 'STORE_UNAVAILABLE',
  DATASET_CHANGED: 'DATASET_CHANGED',
  QUESTION_TOO_LARGE: 'BAD_USER_INPUT',
  BUSY: 'BUSY',
  TOOK_TOO_LONG: 'TIMEOUT',
  UNAUTHENTICATED: 'SIGN_IN',
  FORBIDDEN: 'FORBIDDEN',
  TOO_MUCH: 'TOO_MUCH',
};

/** A server that answers many others is asked again so often, a second apart and a little more. */
const TRIES_WHEN_BUSY = 3;

/** A document is generated from the same schema as the server, so its result type is what `data` holds. */
function resultOf<Result>(data: Readonly<Record<string, unknown>>): Result {
  return data as Result;
}

/**
 * Asks the API one question.
 * @param tries how often it was asked, this time included
 * @throws RequestError with the fault a person can act on; an AbortError when `signal` was aborted
 */
export async function request<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
  tries = 1,
): Promise<Result> {
  const deadline = AbortSignal.timeout(LONGEST_WAIT);
  let response: Response;
  let body: unknown;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...authorization(),
      },
      body: JSON.stringify({ query: document.toString(), variables }),
      signal: AbortSignal.any([signal, deadline]),
    });
    heardFrom(response);
    body = await response.json();
  } catch (error) {
    if (signal.aborted) throw new DOMException('aborted', 'AbortError');
    if (deadline.aborted) throw new RequestError('TIMEOUT', `no answer within ${LONGEST_WAIT / 1000} s`);
    if (error instanceof SyntaxError) throw new RequestError('UNEXPECTED', 'the answer is not JSON');
    throw new RequestError('UNREACHABLE', error instanceof Error ? error.message : 'no connection');
  }
  const parsed = envelope.safeParse(body);
  if (!parsed.success) throw new RequestError('UNEXPECTED', `the answer (${response.status}) is not a GraphQL answer`);
  const { data, errors } = parsed.data;
  const first = errors?.[0];
  if (first !== undefined) {
    const code = first.extensions?.code ?? '';
    const fault = FAULT_OF_CODE[code] ?? 'UNEXPECTED';
    if (fault === 'STORE_UNAVAILABLE') storeWentAway();
    if (fault === 'TOO_MUCH' || fault === 'BUSY') allowanceSpent(response);
    if (fault === 'SIGN_IN') signInNeeded(first.extensions?.waysIn);
    if (code === 'BUSY' && tries < TRIES_WHEN_BUSY) {
      // Not all at the same moment again.
      await new Promise((resolve) => setTimeout(resolve, 1_000 + 500 * Math.random()));
      return request(document, variables, signal, tries + 1);
    }
    throw new RequestError(fault, first.message, code === 'QUESTION_TOO_LARGE');
  }
  if (data === null || data === undefined) throw new RequestError('UNEXPECTED', 'the answer has no data');
  return resultOf<Result>(data);
}
