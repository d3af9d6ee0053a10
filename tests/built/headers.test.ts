/** Whatever is answered, wherever: the headers that keep other sites, frames and caches out. From the table of routes and the built folders. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTE_RULES } from '../../api/server/access/route-rules.ts';
import { addKey } from '../access/key-files.ts';
import { openConnection, send, untilClosed, type RawAnswer, type RawRequest } from '../api/raw-request.ts';
import { startMeasured, type MeasuredServer } from '../bench/measured-server.ts';
import { headerFaults, type Expected } from './header-faults.ts';

const TYPES: Readonly<Record<string, RegExp>> = {
  '.js': /^(?:text|application)\/javascript/,
  '.css': /^text\/css/,
  '.html': /^text\/html/,
  '.svg': /^image\/svg\+xml/,
  '.woff2': /^font\/woff2/,
  '.ttf': /^font\/ttf/,
};
const NEVER: Expected = { ownStyles: false, cache: 'never' };
const PAGE: Expected = { ownStyles: false, cache: 'asked anew' };

/** Where each file of a built folder is found. */
function filesBelow(folder: string, prefix: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${prefix}${join(entry.parentPath, entry.name).slice(folder.length)}`);
}

const FILES = [
  ...filesBelow('dist/web', ''),
  ...filesBelow('dist/console', '/console').filter((path) => path.startsWith('/console/assets/')),
];

const folder = mkdtempSync(join(tmpdir(), 'sentra-headers-'));
const keys = { reader: addKey(folder), administrator: addKey(folder, { role: 'administrator' }) };
let server: MeasuredServer;
beforeAll(async () => {
  const env = {
    SENTRA_STORE: `sqlite:${join(folder, 'graph.db')}`,
    SENTRA_ACCESS: folder,
    SENTRA_AUDIT: join(folder, 'audit.jsonl'),
    SENTRA_LOG_LEVEL: 'silent',
  };
  server = await startMeasured(['dist/server/serve.js'], env, '/health/ready');
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<RawAnswer> =>
  send(server.url, { method: 'GET', path, headers });

/** Every way that a route can be asked: by nobody, by each role, from another site, with a body, with a method that it has not. */
function waysToAsk(path: string): readonly RawRequest[] {
  const who = [{}, ...Object.values(keys).map((key) => ({ authorization: `Bearer ${key}` }))];
  const json = { 'content-type': 'application/json' };
  return [
    ...who.flatMap((headers): readonly RawRequest[] => [
      { method: 'GET', path, headers },
      { method: 'HEAD', path, headers },
      { method: 'POST', path, headers: { ...headers, ...json }, body: '{"query":"{ __typename }"}' },
      { method: 'POST', path, headers: { ...headers, ...json }, body: '{' },
      { method: 'POST', path, headers: { ...headers, 'content-type': 'text/plain' }, body: 'x' },
      { method: 'DELETE', path, headers },
    ]),
    { method: 'GET', path, headers: { origin: 'https://other.example', host: 'other.example' } },
    { method: 'OPTIONS', path, headers: { origin: 'https://other.example', 'access-control-request-method': 'POST' } },
    { method: 'GET', path, headers: { authorization: 'Bearer sentra_wrong' } },
  ];
}

const PAGES: Readonly<Record<string, Expected>> = { '/': PAGE, '/console': { ...PAGE, ownStyles: true } };

describe('whatever is answered', () => {
  it.each(Object.keys(ROUTE_RULES))('at %s has the headers that it needs', async (route) => {
    const path = route.replace('*', 'nothing-of-this-name');
    const page = PAGES[route];
    for (const request of waysToAsk(path)) {
      const answer = await send(server.url, request);
      const expected = page !== undefined && answer.status === 200 ? page : NEVER;
      const asked = `${request.method} ${path} ${JSON.stringify(request.headers)} → ${answer.status}`;
      expect(headerFaults(answer, expected), asked).toEqual([]);
      if (answer.status >= 400 && request.method !== 'HEAD') {
        expect(answer.headers['content-type'], asked).toMatch(/^application\/json/);
        expect(JSON.parse(answer.body), asked).toHaveProperty('errors');
      }
    }
  });

  it('for every file of the page and of the console has them, compressed or not', async () => {
    expect(FILES.length).toBeGreaterThan(100);
    const look = async (path: string): Promise<void> => {
      const cache = path.includes('/assets/') ? 'for ever' : 'asked anew';
      const type = TYPES[extname(path)];
      if (type === undefined) expect(['.br', '.gz'], path).toContain(extname(path));
      let etag = 'none';
      // What is compressed already is found under its own name, too.
      for (const encoding of type === undefined ? ['identity'] : ['identity', 'gzip', 'br']) {
        const answer = await get(path, { 'accept-encoding': encoding });
        expect(answer.status, path).toBe(200);
        expect(headerFaults(answer, { ownStyles: false, cache }), `${path} ${encoding}`).toEqual([]);
        if (type !== undefined) expect(answer.headers['content-type'], path).toMatch(type);
        if (encoding === 'identity') etag = String(answer.headers['etag']);
      }
      const again = await get(path, { 'if-none-match': etag });
      expect([again.status, headerFaults(again, { ownStyles: false, cache })], path).toEqual([304, []]);
    };
    const left = [...FILES];
    const looking = async (): Promise<void> => {
      for (let path = left.pop(); path !== undefined; path = left.pop()) await look(path);
    };
    await Promise.all([looking(), looking(), looking(), looking()]);
  });

  it.each(['/%zz', '/assets/../../package.json', '/assets/..%2f..%2fpackage.json', '/console/assets/', '/.git/config'])(
    'at %s, which is not there, has them',
    async (path) => {
      const answer = await get(path);
      expect([400, 403, 404]).toContain(answer.status);
      expect(headerFaults(answer, NEVER)).toEqual([]);
    },
  );

  it.each([
    ['no HTTP at all', 'NONSENSE\r\n\r\n'],
    ['headers that are too long', `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`],
    [
      'a body of two lengths',
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
    ],
  ])('to %s has them', async (_what, text) => {
    const socket = await openConnection(server.url);
    const said = untilClosed(socket);
    socket.write(text);
    const [head = '', body = ''] = (await said).split('\r\n\r\n');
    const headers = Object.fromEntries(
      head
        .split('\r\n')
        .slice(1)
        .map((line) => [line.split(': ')[0]?.toLowerCase() ?? '', line.slice(line.indexOf(': ') + 2)]),
    );
    expect(head).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(headerFaults({ status: 400, headers, body }, NEVER)).toEqual([]);
  });
});
