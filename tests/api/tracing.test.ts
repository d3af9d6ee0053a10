/** Spans and log lines of requests, as a collector and whoever reads the log get them: what was done and how it ended, never what was asked for. */
import { createServer, type Server } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTracing, type Tracing } from '../../api/server/tracing/tracing.ts';
import { readTraceParent } from '../../api/server/tracing/trace-parent.ts';
import { telemetryOf } from '../../api/start/telemetry.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { openApi, type ApiUnderTest } from './api-under-test.ts';
import { send } from './raw-request.ts';

const Attribute = z.object({
  key: z.string(),
  value: z.union([
    z.object({ stringValue: z.string() }),
    z.object({ intValue: z.string().regex(/^\d+$/) }),
    z.object({ boolValue: z.boolean() }),
  ]),
});
const Span = z.object({
  traceId: z.string().regex(/^[0-9a-f]{32}$/),
  spanId: z.string().regex(/^[0-9a-f]{16}$/),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  startTimeUnixNano: z.string().regex(/^\d{19}$/),
  endTimeUnixNano: z.string().regex(/^\d{19}$/),
  attributes: z.array(Attribute),
  status: z.object({ code: z.literal(2) }).optional(),
});
const Body = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(Attribute) }),
      scopeSpans: z.array(z.object({ scope: z.object({ name: z.literal('sentra') }), spans: z.array(Span) })),
    }),
  ),
});
type Span = z.infer<typeof Span>;

/** A collector on 127.0.0.1 that keeps what it is sent. */
class Collector {
  readonly bodies: string[] = [];
  readonly headers: NodeJS.Dict<string | string[]>[] = [];
  status = 200;
  #server: Server | null = null;
  url = '';

  async open(): Promise<void> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        this.bodies.push(Buffer.concat(parts).toString('utf8'));
        this.headers.push({ ...request.headers, path: request.url });
        response.writeHead(this.status, { 'content-type': 'application/json' }).end('{}');
      });
    });
    this.#server = server;
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    this.url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  }

  take(): readonly Span[] {
    const taken = this.bodies.splice(0);
    return taken.flatMap((body) =>
      Body.parse(JSON.parse(body)).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    );
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }
}

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';

describe('a request that is traced', () => {
  const collector = new Collector();
  const log: string[] = [];
  let api: ApiUnderTest;
  let tracing: Tracing;
  beforeAll(async () => {
    await collector.open();
    const logger = pino({ level: 'debug' }, { write: (line) => void log.push(line) });
    const settings = telemetryOf({
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%20key',
      OTEL_SERVICE_NAME: 'sentra-here',
    });
    if (settings === null) throw new Error('nothing is traced');
    tracing = startTracing(settings, logger);
    api = await openApi(tinyIndustry, { logger, tracing });
  });
  afterAll(async () => {
    await api?.close();
    collector.close();
  });

  async function asked(query: string, headers: Readonly<Record<string, string>> = {}, variables: object = {}) {
    const answer = await send(api.url, {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    // The span ends after the answer.
    await expect.poll(() => log.some((line) => line.includes(String(answer.headers['x-request-id'])))).toBe(true);
    await tracing.flush();
    return { answer, spans: collector.take() };
  }

  it('is one span, with one for each question to the store and each analysis beneath it, within its time', async () => {
    const { answer, spans } = await asked(
      '{ dataset { revision } node(id: "cluster:tiny-metal") { description } centrality(measure: BETWEENNESS) { totalCount } }',
    );
    const [server, ...more] = spans.filter(({ kind }) => kind === 2);
    expect(more).toEqual([]);
    expect(server).toMatchObject({ name: 'POST /graphql' });
    expect(server?.parentSpanId).toBeUndefined();
    const below = spans.filter((span) => span !== server);
    expect(below.map(({ name }) => name)).toContain('store dataset');
    expect(below.map(({ name }) => name)).toContain('analysis centrality');
    for (const span of below) {
      expect(span.traceId).toBe(server?.traceId);
      expect(span.parentSpanId).toBe(server?.spanId);
      expect(BigInt(span.startTimeUnixNano) >= BigInt(server?.startTimeUnixNano ?? 0)).toBe(true);
      expect(BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano)).toBe(true);
    }
    expect(JSON.stringify(server?.attributes)).toContain(String(answer.headers['x-request-id']));
    expect(collector.headers.at(-1)).toMatchObject({ 'api-key': 'a key', path: '/v1/traces' });
  });

  it('goes on with the trace of its caller, where the caller records it, and is not recorded where not', async () => {
    const { spans } = await asked('{ dataset { revision } }', { traceparent: `00-${TRACE}-${CALLER}-01` });
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
    expect(spans.find(({ kind }) => kind === 2)?.parentSpanId).toBe(CALLER);
    expect(log.at(-1)).toContain(`"traceId":"${TRACE}"`);
    expect((await asked('{ dataset { revision } }', { traceparent: `00-${TRACE}-${CALLER}-00` })).spans).toEqual([]);
    const own = (await asked('{ dataset { revision } }', { traceparent: `00-${TRACE}-${CALLER}` })).spans;
    expect(own.map(({ traceId }) => traceId)).not.toContain(TRACE);
    expect(own.length).toBeGreaterThan(1);
  });

  it('leaves nothing of what was asked, of who asked or of their secrets, in a span or in the log', async () => {
    log.length = 0;
    const secrets = {
      authorization: 'Bearer sentra_secretkey',
      cookie: 'session=secretcookie',
      'user-agent': 'secretagent',
      'x-forwarded-for': '198.51.100.7',
      referer: 'http://127.0.0.1/secretpage',
      baggage: 'who=secretperson',
    };
    const query =
      'query secretOperation($id: ID!) { node(id: $id) { name } search(text: "secretliteral") { totalCount } }';
    const { spans } = await asked(query, secrets, { id: 'market:secretvalue' });
    await send(api.url, { method: 'GET', path: '/secretless?text=secretparameter', headers: secrets });
    await expect.poll(() => log.length).toBeGreaterThanOrEqual(2);
    const told = `${log.join('')}${JSON.stringify(spans)}`;
    expect(told).not.toMatch(/secret(?!less)|198\.51\.100\.7|127\.0\.0\.1/);
    expect(spans.length).toBeGreaterThan(0);
  });

  it('whose collector refuses or is away is answered all the same, and the log says so once', async () => {
    log.length = 0;
    collector.status = 503;
    for (let turn = 0; turn < 3; turn += 1) expect((await asked('{ dataset { revision } }')).answer.status).toBe(200);
    collector.status = 200;
    expect(log.filter((line) => line.includes('collector'))).toHaveLength(1);
    expect(log.join('')).toContain('status 503');
  });
});

describe('a request id', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(tinyIndustry);
  });
  afterAll(() => api.close());

  it.each([
    ['3f2b9c1e-0d4a-4a53-9b7e-0f2d6f3c1a11', true],
    ['proxy.2026_0001', true],
    ['short', false],
    ['with space 1', false],
    ['"},{"injected":"', false],
    ['x'.repeat(65), false],
    ['../../etc/passwd', false],
  ])('%s of the client is taken: %s', async (given, taken) => {
    const answer = await send(api.url, { method: 'GET', path: '/health/live', headers: { 'x-request-id': given } });
    const id = String(answer.headers['x-request-id']);
    expect(id === given).toBe(taken);
    expect(id).toMatch(/^[A-Za-z0-9._-]{8,64}$/);
  });
});

describe('where spans go', () => {
  it('is nowhere unless OpenTelemetry is told an address', () => {
    expect(telemetryOf({})).toBeNull();
    expect(telemetryOf({ OTEL_SERVICE_NAME: 'sentra', OTEL_EXPORTER_OTLP_ENDPOINT: ' ' })).toBeNull();
    expect(telemetryOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'true' })).toBeNull();
  });

  it('is the address of traces where that is told apart, as it stands', () => {
    expect(telemetryOf({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://127.0.0.1:4318/here' })).toMatchObject({
      url: 'http://127.0.0.1:4318/here',
      share: 1,
    });
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }, /address of a collector.*http:\/\/127\.0\.0\.1:4318/],
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /speaks http\/json/],
    [{ OTEL_TRACES_SAMPLER_ARG: '2' }, /from 0 to 1/],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'hidden' }, /name=value(?!.*hidden)/],
  ])('is refused with what would be right: %o', (environment, told) => {
    expect(() => telemetryOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', ...environment })).toThrow(told);
  });

  it('a traceparent that is none begins no trace', () => {
    expect(readTraceParent(`00-${TRACE}-${CALLER}-01`)).toEqual({ traceId: TRACE, spanId: CALLER, sampled: true });
    expect(readTraceParent(`01-${TRACE}-${CALLER}-00-more`)).toMatchObject({ sampled: false });
    const none = [
      '',
      `ff-${TRACE}-${CALLER}-01`,
      `00-${'0'.repeat(32)}-${CALLER}-01`,
      `00-${TRACE}-${'0'.repeat(16)}-01`,
    ];
    for (const header of [...none, `00-${TRACE.toUpperCase()}-${CALLER}-01`, `00-${TRACE}-${CALLER}-01-x`]) {
      expect(readTraceParent(header), header).toBeNull();
    }
  });
});
