/** What is open to whom: all to this machine, to others what settings ask for. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { digestOf } from '../../api/server/question-limits/known-documents.ts';
import { safeListOf } from '../../api/server/safe-list.ts';
import { RIGHTS } from '../../api/access/rights.ts';
import { accessOf, isLoopback } from '../../api/start/access.ts';
import { readConfiguration } from '../../api/start/configuration.ts';
import * as operations from '../../web/src/requests/generated/operations.ts';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';
import { question } from './attacks.ts';
import { send } from './raw-request.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const Failed = z.object({
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })),
});

const NO_KEYS = { SENTRA_ACCESS: 'tests/access/no-such-folder' };
const ELSEWHERE = { ...NO_KEYS, SENTRA_ACCESS_CONTROL: 'elsewhere' };

/** Of whoever gets there where nobody signs in. */
function anybodysRights(settings: Readonly<Record<string, string>>): readonly string[] {
  const { control } = accessOf(readConfiguration({ ...NO_KEYS, ...settings }));
  const principal = control.identify({ authorizations: [], cookie: undefined });
  if (!('kind' in principal) || principal.kind !== 'anybody') throw new Error('one has to sign in');
  return [...principal.rights];
}

describe('access', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.5', false],
    ['127.0.0.1.example.id', false],
    ['sentra.example.id', false],
  ])('%s can be reached from this machine only: %s', (host, here) => {
    expect(isLoopback(host)).toBe(here);
    expect(accessOf(readConfiguration({ ...ELSEWHERE, SENTRA_HOST: host }))).toMatchObject({
      hosts: [],
      loopbackOnly: here,
    });
    expect(anybodysRights({ SENTRA_HOST: host })).toEqual(here ? RIGHTS : ['askListed', 'export']);
    expect(anybodysRights({ ...ELSEWHERE, SENTRA_HOST: host })).toEqual(['askListed', 'export']);
  });

  it('is as settings ask for, wherever it listens', () => {
    const open = {
      SENTRA_INTROSPECTION: 'on',
      SENTRA_METRICS: 'on',
      SENTRA_QUESTIONS: 'any',
      SENTRA_HOSTS: 'A.id,b:1',
      SENTRA_HOST: '0.0.0.0',
    };
    expect(accessOf(readConfiguration(open))).toMatchObject({ hosts: ['a.id', 'b:1'], loopbackOnly: false });
    expect(anybodysRights(open)).toEqual(['askListed', 'askAny', 'introspect', 'readMetrics', 'export']);
    const shut = { SENTRA_INTROSPECTION: 'off', SENTRA_METRICS: 'off', SENTRA_QUESTIONS: 'listed' };
    expect(anybodysRights(shut)).toEqual(['askListed', 'export', 'seeRestricted', 'readAudit', 'manageKeys']);
    expect(() => readConfiguration({ SENTRA_INTROSPECTION: 'yes', SENTRA_HOSTS: 'https://a.id/' })).toThrow(
      /SENTRA_HOSTS[^]*SENTRA_INTROSPECTION/,
    );
  });
});

describe('the list of the explorer’s own questions', () => {
  it('holds each of them as the explorer sends it', () => {
    const list = safeListOf();
    const texts = Object.values(operations).map(String);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => !list.has(text))).toEqual([]);
    for (const text of texts) expect(list.textOf(digestOf(text))).toBe(text);
    expect(list.has('{ dataset { revision } }')).toBe(false);
  });
});

describe('a server that others reach, where something in front looks at who they are', () => {
  const listed = String(operations.ReferenceDayDocument);
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords(), {
      access: accessOf(readConfiguration({ ...ELSEWHERE, SENTRA_HOST: '0.0.0.0' })),
    });
  });
  afterAll(() => api.close());

  const ask = async (body: Readonly<Record<string, unknown>>) => {
    const answer = await send(api.url, { ...question(''), body: JSON.stringify(body) });
    const failed = Failed.safeParse(JSON.parse(answer.body));
    return { status: answer.status, code: failed.data?.errors[0]?.extensions.code, body: answer.body };
  };

  it('answers what the explorer asks, by its text or by its digest', async () => {
    const byText = await ask({ query: listed });
    expect(byText.status).toBe(200);
    expect(byText.body).toMatch(/"data":\{"dataset"|"data":\{/);
    const byDigest = await ask({ documentId: `sha256:${digestOf(listed)}` });
    expect(byDigest).toEqual(byText);
    const path = `/graphql?documentId=sha256:${digestOf(listed)}`;
    const read = await send(api.url, { method: 'GET', path, headers: { 'apollo-require-preflight': '1' } });
    expect([read.status, read.body]).toEqual([200, byText.body]);
  });

  it.each([
    ['another question', { query: '{ dataset { revision } }' }, 403, 'QUESTION_NOT_LISTED'],
    ['a question that only looks alike', { query: `${listed} ` }, 403, 'QUESTION_NOT_LISTED'],
    ['questions about the schema', { query: '{ __schema { types { name } } }' }, 403, 'QUESTION_NOT_LISTED'],
    ['a digest that is not listed', { documentId: `sha256:${'0'.repeat(64)}` }, 400, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a digest of another form', { documentId: 'md5:0' }, 400, 'BAD_REQUEST'],
  ])('refuses %s', async (_what, body, status, code) => {
    api.takeCalls();
    expect(await ask(body)).toMatchObject({ status, code });
    expect([...api.takeCalls().keys()]).toEqual([]);
  });

  it('keeps /metrics to itself, and answers to whatever name leads to it', async () => {
    const metrics = await send(api.url, { method: 'GET', path: '/metrics', headers: {} });
    expect([metrics.status, Failed.parse(JSON.parse(metrics.body)).errors[0]?.extensions.code]).toEqual([
      403,
      'FORBIDDEN',
    ]);
    const headers = { ...JSON_TYPE, host: 'sentra.example.id', origin: 'https://sentra.example.id' };
    expect((await send(api.url, question(listed, headers))).status).toBe(200);
  });

  it('with any question open, still tells nothing of the schema until that is asked for', async () => {
    const settings = { ...ELSEWHERE, SENTRA_HOST: '0.0.0.0', SENTRA_QUESTIONS: 'any' };
    const open = await openApi(realRecords(), { access: accessOf(readConfiguration(settings)) });
    try {
      expect((await send(open.url, question('{ dataset { revision } }'))).status).toBe(200);
      for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }']) {
        const refused = await send(open.url, question(query));
        expect([refused.status, Failed.parse(JSON.parse(refused.body)).errors[0]?.extensions.code]).toEqual([
          403,
          'FORBIDDEN',
        ]);
      }
      expect((await send(open.url, question('{ __typename dataset { __typename } }'))).status).toBe(200);
      const near = await send(open.url, question('{ dataset { revison } }'));
      expect(near.body).not.toMatch(/Did you mean|revision/);
    } finally {
      await open.close();
    }
  });
});

describe('/metrics', () => {
  it('is in the form of Prometheus, and names nobody and nothing that was asked', async () => {
    const api = await openApi(realRecords());
    try {
      await send(api.url, question('{ search(text: "somebody private") { totalCount } }'));
      await send(api.url, { method: 'GET', path: '/made-up?by=somebody', headers: {} });
      const { headers, body } = await send(api.url, { method: 'GET', path: '/metrics', headers: {} });
      expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
      const lines = body.trimEnd().split('\n');
      const sample = /^[a-z_]+(?:\{[a-z]+="[^"\n]*"(?:,[a-z]+="[^"\n]*")*\})? -?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|\+Inf)$/;
      for (const line of lines) expect(line).toMatch(line.startsWith('#') ? /^# (?:HELP|TYPE) [a-z_]+ \S/ : sample);
      expect(body).toContain('sentra_http_requests_total{method="POST",route="/graphql",status="200"} 1\n');
      expect(body).toContain('sentra_http_requests_total{method="GET",route="none",status="404"} 1\n');
      expect(body).toContain('sentra_question_seconds_bucket{le="+Inf"} 1\n');
      expect(body).toMatch(/^process_cpu_seconds_total [\d.]+$/m);
      expect(body).not.toMatch(/somebody|made-up|search/);
      const { nodeCount } = api.keeper.current().projection;
      expect(body).toContain(`sentra_projection_nodes ${nodeCount}\n`);
    } finally {
      await api.close();
    }
  });
});

describe('the settings', () => {
  it('are all named in the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    const named = [...readFileSync('api/start/configuration.ts', 'utf8').matchAll(/^ {2}(SENTRA_\w+):/gm)];
    expect(named.length).toBeGreaterThan(8);
    for (const [, name = ''] of named) expect(readme).toContain(`\`${name}\``);
  });
});
