/** Spans of requests and of what they ask for. Holds no query text, value, name or address. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { ContextSources } from '../../resolvers/context.ts';
import type { GraphQuestions, GraphStore } from '../../store/graph-store.ts';
import { SpanExporter, type ExportSettings } from './exporter.ts';
import type { Attributes, FinishedSpan } from './otlp.ts';
import { readTraceParent } from './trace-parent.ts';

export interface TracingSettings extends ExportSettings {
  /** Share of the traces that begin here that are recorded, from 0 to 1; of those that a caller began, the caller decides. */
  readonly share: number;
}

export interface Tracing {
  /** Before any other hook. */
  register(app: FastifyInstance): void;
  /** What a request's resolvers may touch, so that each question and each analysis has a span beneath the request's. */
  traced(requestId: string, sources: ContextSources): ContextSources;
  /** For the log; undefined where the request is not recorded. */
  traceIdOf(requestId: string): string | undefined;
  /** Sends what is finished, now. */
  flush(): Promise<void>;
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

type Kind = FinishedSpan['kind'];

class Span {
  readonly traceId: string;
  readonly #spanId = randomBytes(8).toString('hex');
  readonly #parentId: string | null;
  readonly #exporter: SpanExporter;
  readonly #from = now();

  constructor(exporter: SpanExporter, traceId: string, parentId: string | null) {
    this.#exporter = exporter;
    this.traceId = traceId;
    this.#parentId = parentId;
  }

  end(name: string, kind: Kind, failed: boolean, attributes: Attributes): void {
    const { traceId } = this;
    const [spanId, parentId, from] = [this.#spanId, this.#parentId, this.#from];
    this.#exporter.add({ traceId, spanId, parentId, name, kind, from, to: now(), failed, attributes });
  }

  /** The work as a span beneath this one. */
  async within<T>(name: string, kind: Kind, attributes: Attributes, work: () => Promise<T>): Promise<T> {
    const span = new Span(this.#exporter, this.traceId, this.#spanId);
    let failed = true;
    try {
      const value = await work();
      failed = false;
      return value;
    } finally {
      span.end(name, kind, failed, attributes);
    }
  }
}

/** Every call of a method that answers later is a span. */
function tracedQuestions<T extends GraphQuestions>(questions: T, span: Span): T {
  const attributes = { 'db.system.name': questions.engine === 'neo4j' ? 'neo4j' : 'sqlite' };
  return new Proxy(questions, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]): unknown => {
        const call = (): unknown => Reflect.apply(member, target, args);
        if (!ASKED.has(String(name))) return call();
        return span.within(`store ${String(name)}`, 'CLIENT', attributes, async () => call());
      };
    },
  });
}

const QUESTIONS_TRACED = [
  'dataset',
  'revision',
  'nodesById',
  'listNodes',
  'relatedNodes',
  'relationGroups',
  'neighbourhood',
  'relationsById',
  'evidenceOf',
  'figuresOf',
  'figuresById',
  'disagreementsOf',
  'disagreementsById',
  'sourcesById',
  'listSources',
  'citedBy',
  'overview',
] as const satisfies readonly (keyof GraphQuestions)[];
const ASKED: ReadonlySet<string> = new Set(QUESTIONS_TRACED);

function tracedStore(store: GraphStore, span: Span): GraphStore {
  const asked = tracedQuestions(store, span);
  return new Proxy(asked, {
    get: (target, name) => {
      if (name === 'during') return (signal: AbortSignal) => tracedQuestions(store.during(signal), span);
      return Reflect.get(target, name, target) as unknown;
    },
  });
}

function isRecorded(traceId: string, share: number): boolean {
  // As OpenTelemetry's TraceIdRatioBased: the same traces everywhere, by the end of the id.
  return Number.parseInt(traceId.slice(-13), 16) < share * 2 ** 52;
}

export function startTracing(settings: TracingSettings, logger: Logger): Tracing {
  const exporter = new SpanExporter(settings, logger);
  const open = new Map<string, Span>();
  return {
    register: (app) => {
      app.addHook('onRequest', async (request) => {
        const parent = readTraceParent(request.headers['traceparent']);
        const traceId = parent?.traceId ?? randomBytes(16).toString('hex');
        if (!(parent?.sampled ?? isRecorded(traceId, settings.share))) return;
        open.set(request.id, new Span(exporter, traceId, parent?.spanId ?? null));
      });
      app.addHook('onResponse', async (request, reply) => {
        const route = request.routeOptions.url ?? 'unknown';
        open.get(request.id)?.end(`${request.method} ${route}`, 'SERVER', reply.statusCode >= 500, {
          'http.request.method': request.method,
          'http.route': route,
          'http.response.status_code': reply.statusCode,
          'sentra.request_id': request.id,
        });
        open.delete(request.id);
      });
      app.addHook('onClose', () => exporter.stop());
    },
    traced: (requestId, sources) => {
      const span = open.get(requestId);
      if (span === undefined) return sources;
      const { analyses, store } = sources;
      return {
        ...sources,
        store: tracedStore(store, span),
        analyses: {
          ask: (name, projection, request, options) =>
            span.within(`analysis ${name}`, 'INTERNAL', {}, () => analyses.ask(name, projection, request, options)),
          close: () => analyses.close(),
        },
      };
    },
    traceIdOf: (requestId) => open.get(requestId)?.traceId,
    flush: () => exporter.flush(),
  };
}
