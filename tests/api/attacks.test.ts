/** Attacks over HTTP: each is refused with 4xx in our form, before any resolver runs and before the store is asked. */
import { Agent } from 'node:http';
import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { OPEN_HERE, type ServerLimits } from '../../api/server/server.ts';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';
import { ATTACKS, question } from './attacks.ts';
import { openConnection, send, untilClosed } from './raw-request.ts';

const resolved = vi.hoisted(() => ({ fields: 0 }));

/** The resolvers, each counted when it is called. */
vi.mock('../../api/resolvers/resolvers.ts', async (importOriginal) => {
  const { resolvers } = await importOriginal<{ resolvers: Record<string, Record<string, unknown>> }>();
  const counted = ([name, resolver]: [string, unknown]): [string, unknown] => [
    name,
    typeof resolver !== 'function' || name.startsWith('__')
      ? resolver
      : (...args: readonly unknown[]): unknown => {
          resolved.fields += 1;
          return Reflect.apply(resolver, undefined, args);
        },
  ];
  const isScalar = (fields: object): boolean => 'parseValue' in fields;
  return {
    resolvers: Object.fromEntries(
      Object.entries(resolvers).map(([type, fields]) => [
        type,
        isScalar(fields) ? fields : Object.fromEntries(Object.entries(fields).map(counted)),
      ]),
    ),
  };
});

const Refused = z.object({
  errors: z
    .array(
      z.object({
        message: z.string().min(1),
        extensions: z.object({
          code: z.string(),
          measure: z.string().optional(),
          asked: z.number().optional(),
          limit: z.number().optional(),
        }),
      }),
    )
    .min(1),
});

describe('refused before any resolver runs', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  it('counts resolvers and questions to the store where something is answered', async () => {
    resolved.fields = 0;
    api.takeCalls();
    const { status } = await send(api.url, question('{ dataset { revision } }'));
    expect(status).toBe(200);
    expect(resolved.fields).toBeGreaterThan(0);
    expect([...api.takeCalls().keys()]).toEqual(['dataset']);
  });

  it.each(ATTACKS)('$what: $status $code', async ({ status, code, measure, request }) => {
    api.takeCalls();
    resolved.fields = 0;
    const answer = await send(api.url, request(1));
    expect(answer.status, answer.body).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    const [first] = Refused.parse(JSON.parse(answer.body)).errors;
    expect(first?.extensions.code).toBe(code);
    expect(first?.extensions.measure).toBe(measure);
    if (measure !== undefined) {
      expect(first?.extensions.asked).toBeGreaterThan(first?.extensions.limit ?? Number.POSITIVE_INFINITY);
      expect(first?.message).toContain(String(first?.extensions.limit));
    }
    expect(resolved.fields).toBe(0);
    expect([...api.takeCalls().keys()]).toEqual([]);
  });

  it('a text that is too long leaves its connection to the next question, and a long body with a short text is read to its end', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const long = question(`{ ${'dataset { revision } '.repeat(40_000)} }`);
    const variables = { unused: 'x'.repeat(300_000) };
    const short = { ...long, body: JSON.stringify({ query: '{ dataset { revision } }', variables }) };
    const behind = { ...long, body: JSON.stringify({ variables, query: '{ dataset { revision } }' }) };
    const ports = new Set<number | undefined>();
    agent.on('free', ({ localPort }: Socket) => ports.add(localPort));
    try {
      const statuses: number[] = [];
      for (const one of [long, short, long, behind, long]) statuses.push((await send(api.url, one, agent)).status);
      expect(statuses).toEqual([400, 200, 400, 200, 400]);
      expect(ports.size).toBe(1);
    } finally {
      agent.destroy();
    }
  });

  it('a text that breaks off in the middle is nobody’s trouble but its own', async () => {
    const socket = await openConnection(api.url);
    const head = `POST /graphql HTTP/1.1\r\nhost: ${new URL(api.url).host}\r\ncontent-type: application/json\r\ncontent-length: 90000\r\n\r\n`;
    socket.end(`${head}{"query":"{ dataset`);
    await untilClosed(socket);
    expect((await send(api.url, question('{ dataset { revision } }'))).status).toBe(200);
  });

  it('a page of this site, and one of a host that the settings name, may ask', async () => {
    const { host } = new URL(api.url);
    const json = { 'content-type': 'application/json' };
    const own = await send(api.url, question('{ dataset { revision } }', { ...json, origin: `http://${host}` }));
    expect(own.status).toBe(200);
    const named = await openApi(realRecords(), { access: { ...OPEN_HERE, hosts: ['sentra.example.id'] } });
    try {
      const headers = { ...json, host: 'sentra.example.id', origin: 'https://sentra.example.id' };
      expect((await send(named.url, question('{ dataset { revision } }', headers))).status).toBe(200);
      const rewritten = { ...json, origin: 'https://sentra.example.id' };
      expect((await send(named.url, question('{ dataset { revision } }', rewritten))).status).toBe(200);
      const other = { ...json, origin: 'https://other.example.id' };
      expect((await send(named.url, question('{ dataset { revision } }', other))).status).toBe(403);
    } finally {
      await named.close();
    }
  });

  it('one that does not fit the schema is told what, without a guess at what was meant', async () => {
    const answer = await send(api.url, question('{ datase { revision } }'));
    expect(answer.body).toContain('datase');
    expect(answer.body).not.toContain('Did you mean');
    expect(answer.body).not.toContain('"dataset"');
  });
});

const HASTY: ServerLimits['connections'] = {
  headMs: 300,
  requestMs: 400,
  idleMs: 300,
  lookMs: 50,
  mostWaiting: 100,
};

describe('connections', () => {
  let api: ApiUnderTest;
  const opened: Socket[] = [];
  const open = async (): Promise<Socket> => {
    const socket = await openConnection(api.url);
    opened.push(socket);
    return socket;
  };
  beforeAll(async () => {
    api = await openApi(realRecords(), { limits: { connections: HASTY } });
  });
  afterEach(() => opened.splice(0).forEach((socket) => socket.destroy()));
  afterAll(() => api.close());

  const asTyped = (text: string): string => text.replaceAll('\n', '\r\n');
  const HEAD = asTyped(
    'POST /graphql HTTP/1.1\nhost: localhost\ncontent-type: application/json\ncontent-length: 40\n\n',
  );

  it.each([
    ['that says nothing', ''],
    ['that does not end the head of its request', asTyped('GET /graphql HTTP/1.1\nhost: localhost\n')],
    ['that does not end the body of its request', `${HEAD}{"query":`],
  ])('one %s is told 408 and closed', async (_what, said) => {
    const socket = await open();
    const closed = untilClosed(socket);
    socket.write(said);
    const answer = await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"REQUEST_TIMEOUT"');
    expect(answer).toMatch(/content-security-policy: default-src 'none'/);
  });

  it('one that sends a byte at a time is closed all the same', async () => {
    const socket = await open();
    const closed = untilClosed(socket);
    socket.write(HEAD);
    const slowly = setInterval(() => socket.write('{'), 20);
    const answer = await closed;
    clearInterval(slowly);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('one that was answered and is silent then is closed', async () => {
    const socket = await open();
    const closed = untilClosed(socket);
    socket.write(asTyped('GET /health/live HTTP/1.1\nhost: localhost\n\n'));
    expect(await closed).toMatch(/^HTTP\/1\.1 200 [^]*"live"\}$/);
  });

  it.each([
    ['that is no HTTP', asTyped('hello\n\n'), /^HTTP\/1\.1 400 [^]*"BAD_REQUEST"/],
    [
      'a NUL byte in a header',
      asTyped('GET / HTTP/1.1\nhost: local\u0000host\n\n'),
      /^HTTP\/1\.1 400 [^]*"BAD_REQUEST"/,
    ],
    [
      'a head of 20 kB',
      asTyped(`GET /graphql?query=${'x'.repeat(20_000)} HTTP/1.1\nhost: localhost\n\n`),
      /^HTTP\/1\.1 431 [^]*"REQUEST_TOO_LARGE"/,
    ],
    [
      'two lengths of one body',
      asTyped('POST /graphql HTTP/1.1\nhost: localhost\ncontent-length: 2\ntransfer-encoding: chunked\n\n0\n\n'),
      /^HTTP\/1\.1 400 /,
    ],
  ])('one with %s is refused in our form and closed', async (_what, said, answer) => {
    const socket = await open();
    const closed = untilClosed(socket);
    socket.write(said);
    expect(await closed).toMatch(answer);
  });

  it('of many that are silent the oldest make room, and who asks is answered meanwhile', async () => {
    const silent = await Promise.all(Array.from({ length: 1_000 }, open));
    const closed = silent.filter((socket) => !socket.closed).map(untilClosed);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(api.url, question('{ dataset { revision } }'))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await Promise.all(closed);
  });
});
