import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { StoreError } from '../../api/store/graph-store.ts';
import { openApi, type ApiUnderTest } from './api-under-test.ts';

const NOTHING = { sources: [], nodes: [], relations: [], figures: [], disagreements: [] };
const STYLE_HASH = 'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8=';
const SCRIPT = `export const answer = ${JSON.stringify('x'.repeat(2_000))};`;

const Refusal = z.object({
  errors: z.array(z.strictObject({ message: z.string(), extensions: z.strictObject({ code: z.string() }) })).length(1),
});

/** As `fetch` would not: whatever path, Host header and body. */
function rawGet(url: string, path: string, headers: Readonly<Record<string, string>> = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const call = request({ hostname, port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    call.on('error', reject);
    call.end();
  });
}

describe('HTTP', () => {
  let api: ApiUnderTest;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sentra-page-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Sentra</title>');
    writeFileSync(join(folder, 'assets', 'app-1a2b.js'), SCRIPT);
    writeFileSync(join(folder, 'assets', 'app-1a2b.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(folder, '.secret'), 'secret');
    api = await openApi(NOTHING, { pageFolder: folder, styleHashes: [STYLE_HASH] });
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const post = (body: string, headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' }) =>
    fetch(`${api.url}/graphql`, { method: 'POST', headers, body });

  it('compresses an answer of more than a packet for who takes gzip, and says the same to who does not', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ __schema { types { name description } } }')}`;
    const ask = (encoding: string) =>
      rawGet(api.url, path, { 'apollo-require-preflight': 'true', 'accept-encoding': encoding });
    const plain = await ask('identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['vary']).toContain('accept-encoding');
    const small = await ask('br;q=1.0, gzip;q=0.8');
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(Number(small.headers['content-length'])).toBeLessThan(Buffer.byteLength(plain.body) / 3);
    const unpacked = await fetch(api.url + path, { headers: { 'apollo-require-preflight': 'true' } });
    expect(await unpacked.text()).toBe(plain.body);
    expect((await ask('gzip;q=0')).headers['content-encoding']).toBeUndefined();
    const short = await rawGet(api.url, '/graphql?query=%7B__typename%7D', {
      'apollo-require-preflight': 'true',
      'accept-encoding': 'gzip',
    });
    expect(short.headers['content-encoding']).toBeUndefined();
    expect(short.body).toBe('{"data":{"__typename":"Query"}}\n');
  });

  it.each([
    { what: 'broken JSON', body: '{"query":', status: 400, code: 'BAD_REQUEST' },
    { what: 'an empty body', body: '', status: 400, code: 'BAD_REQUEST' },
    {
      what: 'a body above 1 MB',
      body: JSON.stringify({ query: ' '.repeat(1_100_000) }),
      status: 413,
      code: 'REQUEST_TOO_LARGE',
    },
    { what: 'a batch', body: '[{"query":"{ dataset { revision } }"}]', status: 400, code: 'BAD_REQUEST' },
    { what: 'JSON that is no question', body: '{"question":"?"}', status: 400, code: 'BAD_REQUEST' },
  ])('$what is answered with $status and one typed error', async ({ body, status, code }) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const { errors } = Refusal.parse(await response.json());
    expect(errors[0]?.extensions.code).toBe(code);
  });

  it.each([
    { what: 'XML', type: 'text/xml', status: 415 },
    { what: 'a form from another site', type: 'text/plain', status: 415 },
  ])('$what is refused with $status', async ({ type, status }) => {
    const response = await post('{"query":"{ dataset { revision } }"}', { 'content-type': type });
    expect(response.status).toBe(status);
    Refusal.parse(await response.json());
  });

  it('a question with GET needs a header that other sites cannot send', async () => {
    const address = `${api.url}/graphql?query=${encodeURIComponent('{ dataset { revision } }')}`;
    expect((await fetch(address)).status).toBe(400);
    expect((await fetch(address, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(200);
  });

  it.each([
    '/graphqlx',
    '/graphql/',
    '/health',
    '/health/lively',
    '/nothing',
    '/.secret',
    '/assets/nothing.js',
    '/%zz',
    '/../../etc/passwd',
    '/assets/..%2f..%2f..%2fetc/passwd',
  ])('%s is not there, which is said in JSON', async (path) => {
    const { status, body } = await rawGet(api.url, path);
    expect([400, 403, 404]).toContain(status);
    const { errors } = Refusal.parse(JSON.parse(body));
    expect(errors[0]?.message).not.toMatch(/Error:|node_modules|\/tmp\//);
  });

  it('a Host header that is no host is refused, not failed', async () => {
    const { status, body } = await rawGet(api.url, '/graphql?query=x', { host: 'a b[' });
    expect(status).toBe(403);
    Refusal.parse(JSON.parse(body));
  });

  it('the page comes with a policy that lets it load and ask only from where it came', async () => {
    const response = await fetch(`${api.url}/`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const policy = response.headers.get('content-security-policy') ?? '';
    const directives = new Map(
      policy.split(';').map((part) => [part.trim().split(' ')[0] ?? '', part.trim().split(' ').slice(1)]),
    );
    expect(directives.get('default-src')).toEqual(["'self'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('style-src')).toEqual(["'self'", `'${STYLE_HASH}'`]);
    expect(directives.get('connect-src')).toEqual(["'self'"]);
    expect(directives.get('object-src')).toEqual(["'none'"]);
    expect(directives.get('base-uri')).toEqual(["'none'"]);
    expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('a file with a digest in its name is kept for ever and sent compressed', async () => {
    const { headers } = await rawGet(api.url, '/assets/app-1a2b.js', { 'accept-encoding': 'br, gzip' });
    expect(headers['content-encoding']).toBe('br');
    expect(headers['content-type']).toMatch(/javascript/);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['vary']).toMatch(/accept-encoding/i);
    const plain = await rawGet(api.url, '/assets/app-1a2b.js', { 'accept-encoding': 'identity' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toBe(SCRIPT);
  });

  it('says that it lives and that it is ready, with the revision it answers from', async () => {
    expect(await (await fetch(`${api.url}/health/live`)).json()).toEqual({ status: 'live' });
    const ready = await fetch(`${api.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      status: 'ready',
      parts: { store: 'ready', projection: 'ready' },
      engine: 'sqlite',
      projectionRevision: api.keeper.current().revision,
    });
  });

  it('names in its readiness what others wrote and is left out, and how far a load is that has not ended', async () => {
    const told = await openApi(NOTHING);
    try {
      const faults = ['cluster:x: name is missing or of another kind'];
      Object.assign(told.store, { takeIn: async () => ({ takenIn: 0, faults, faultCount: 1 }) });
      await told.keeper.refresh();
      Object.assign(told.store, { loading: async () => ({ target: '0', done: 3, total: 9, quietMs: 1 }) });
      const ready = await fetch(`${told.url}/health/ready`);
      expect(ready.status).toBe(200);
      expect(await ready.json()).toMatchObject({ leftOut: { count: 1, faults }, loading: { done: 3, total: 9 } });
    } finally {
      await told.close();
    }
  });

  it('introspection is on', async () => {
    const { __schema: schema } = await api.ask(
      '{ __schema { types { name } } }',
      z.object({ __schema: z.object({ types: z.array(z.object({ name: z.string() })) }) }),
    );
    expect(schema.types.map((type) => type.name)).toContain('SmiCluster');
  });

  describe('when the store is gone', () => {
    let broken: ApiUnderTest;
    let failure: Error;
    beforeAll(async () => {
      broken = await openApi(NOTHING);
      const fail = () => Promise.reject(failure);
      Object.assign(broken.store, { dataset: fail, ping: fail });
    });
    afterAll(() => broken.close());

    it('a question is answered STORE_UNAVAILABLE and readiness is 503 with the reason', async () => {
      failure = new StoreError('STORE_UNAVAILABLE', 'the store does not answer');
      const asked = await fetch(`${broken.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ vocabulary { nodeTypes { type } } dataset { revision } }' }),
      });
      expect(asked.status).toBe(503);
      expect(asked.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
      const { errors } = z.object({ errors: z.array(z.looseObject({})) }).parse(await asked.json());
      expect(JSON.stringify(errors)).toContain('"STORE_UNAVAILABLE"');
      const ready = await fetch(`${broken.url}/health/ready`);
      expect(ready.status).toBe(503);
      expect(await ready.json()).toEqual({
        status: 'unavailable',
        parts: { store: 'unavailable', projection: 'ready' },
        reason: 'the store does not answer',
        engine: 'sqlite',
        projectionRevision: broken.keeper.current().revision,
      });
      expect((await fetch(`${broken.url}/health/live`)).status).toBe(200);
    });

    it('what nobody foresaw tells a client nothing of the inside', async () => {
      failure = new Error('no such column: n.secret in SELECT * FROM node at /work/main/api/store');
      const [refused, ...others] = await broken.refuse('{ dataset { revision } }');
      expect(others).toEqual([]);
      expect(refused?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
      expect(JSON.stringify(refused)).not.toMatch(/SELECT|secret|\/work\//);
    });
  });
});
