import { afterEach, describe, expect, it, vi } from 'vitest';
import { request } from '../../web/src/requests/client.ts';
import { SearchDocument } from '../../web/src/requests/generated/operations.ts';
import { isAbort, RequestError } from '../../web/src/requests/request-error.ts';

const variables = { text: 'pasuruhan', first: 8 };
const FOUND = { search: { totalCount: 0, matches: [] } };

function answerWith(answer: () => Promise<Response>): ReturnType<typeof vi.fn<typeof fetch>> {
  const asked = vi.fn<typeof fetch>(answer);
  vi.stubGlobal('fetch', asked);
  return asked;
}

const json =
  (body: unknown, status = 200) =>
  async (): Promise<Response> =>
    new Response(JSON.stringify(body), { status });

const ask = (signal = new AbortController().signal): Promise<unknown> => request(SearchDocument, variables, signal);
const fault = async (): Promise<unknown> =>
  ask().then(
    () => 'answered',
    (error: unknown) => (error instanceof RequestError ? error.fault : error),
  );

afterEach(() => vi.unstubAllGlobals());

describe('a request', () => {
  it('sends the document and its variables to our own origin and gives back the data', async () => {
    const asked = answerWith(json({ data: FOUND }));
    expect(await ask()).toEqual(FOUND);
    const [url, options] = asked.mock.calls[0] ?? [];
    expect(url).toBe('/graphql');
    const body: unknown = JSON.parse(String(options?.body));
    expect(body).toEqual({ query: SearchDocument.toString(), variables });
  });

  it('that reaches nobody says so', async () => {
    answerWith(async () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await fault()).toBe('UNREACHABLE');
  });

  it.each([
    ['STORE_UNAVAILABLE', 503],
    ['BAD_USER_INPUT', 400],
  ])('that the API answers with %s keeps that fault and its words', async (code, status) => {
    answerWith(json({ errors: [{ message: 'first has to be at most 200', extensions: { code } }] }, status));
    await expect(ask()).rejects.toMatchObject({ fault: code, message: 'first has to be at most 200' });
  });

  it.each([
    ['UNAUTHENTICATED', 401, 'SIGN_IN'],
    ['FORBIDDEN', 403, 'FORBIDDEN'],
    ['TOO_MUCH', 429, 'TOO_MUCH'],
  ])('that is refused with %s says so, and is not asked again by itself', async (code, status, expected) => {
    vi.stubGlobal('window', { sessionStorage: { getItem: () => null, removeItem: () => undefined } });
    const asked = answerWith(json({ errors: [{ message: 'no', extensions: { code } }] }, status));
    expect(await fault()).toBe(expected);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('to a server that is busy is asked again a little later, three times at most', async () => {
    vi.useFakeTimers();
    try {
      const busy = json({ errors: [{ message: 'ask again', extensions: { code: 'BUSY' } }] }, 503);
      const answers = [busy, busy, json({ data: FOUND })];
      const asked = answerWith(async () => (answers.shift() ?? busy)());
      const first = ask();
      await vi.runAllTimersAsync();
      expect(await first).toEqual(FOUND);
      expect(asked).toHaveBeenCalledTimes(3);
      const second = fault();
      await vi.runAllTimersAsync();
      expect(await second).toBe('BUSY');
      expect(asked).toHaveBeenCalledTimes(6);
    } finally {
      vi.useRealTimers();
    }
  });

  it('whose fault has no code, or one we do not know, is unexpected', async () => {
    answerWith(json({ errors: [{ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }));
    expect(await fault()).toBe('UNEXPECTED');
    answerWith(json({ errors: [{ message: 'x' }] }));
    expect(await fault()).toBe('UNEXPECTED');
  });

  it.each([
    ['a page of HTML', async () => new Response('<html></html>')],
    ['JSON of another form', json({ data: 7 })],
    ['neither data nor errors', json({})],
  ])('answered with %s is unexpected', async (_, answer) => {
    answerWith(answer);
    expect(await fault()).toBe('UNEXPECTED');
  });

  it('that was given up throws AbortError, whatever came meanwhile', async () => {
    const controller = new AbortController();
    answerWith(async () => {
      controller.abort();
      return Promise.reject(new TypeError('Failed to fetch'));
    });
    const error = await ask(controller.signal).catch((reason: unknown) => reason);
    expect(isAbort(error)).toBe(true);
  });
});
