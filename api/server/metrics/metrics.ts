/** `/metrics`: how much is asked, how it ends, how long it takes, and what the process uses. Nothing of who asks or for what. */
import type { FastifyInstance } from 'fastify';
import type { Edition, Editions } from '../../edition/editions.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { Admission } from '../door/admission.ts';
import { Counter, Histogram, prometheusText, type Measure } from './prometheus-text.ts';

export interface MeasuredParts {
  readonly store: GraphStore;
  /** Of the graph only that is told which anybody may see. */
  readonly editions: Editions;
  readonly admission: Admission;
}

/** Seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

function one(name: string, help: string, type: 'counter' | 'gauge', value: number): Measure {
  return { name, help, type, samples: [{ value }] };
}

function ofProcess(): readonly Measure[] {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const started = Date.now() / 1_000 - process.uptime();
  return [
    one('process_cpu_seconds_total', 'CPU time of all threads.', 'counter', (user + system) / 1e6),
    one('process_resident_memory_bytes', 'Memory of the process.', 'gauge', rss),
    one('process_start_time_seconds', 'When the process began.', 'gauge', Math.round(started)),
    one('nodejs_heap_size_used_bytes', 'Memory in the heap.', 'gauge', heapUsed),
  ];
}

function ofService({ store, editions, admission }: MeasuredParts): readonly Measure[] {
  const { inside, waiting, shed, lagMs } = admission.load;
  const { asking, waiting: waitingForStore } = store.busy();
  return [
    one(
      'sentra_event_loop_lag_seconds',
      'How late the event loop comes to what is due, moving mean.',
      'gauge',
      lagMs / 1e3,
    ),
    one('sentra_questions_answering', 'Questions being answered.', 'gauge', inside),
    one('sentra_questions_waiting', 'Questions waiting to be begun.', 'gauge', waiting),
    one('sentra_questions_shed_total', 'Questions sent away with 503 for want of room.', 'counter', shed),
    one('sentra_store_asking', 'Questions that the store is answering.', 'gauge', asking),
    one('sentra_store_waiting', 'Questions waiting for the store.', 'gauge', waitingForStore),
    ...ofGraph(editions.of(false)),
  ];
}

function ofGraph(edition: Edition | null): readonly Measure[] {
  if (edition === null) return [];
  const { projection } = edition.keeper.current();
  const { faultCount } = edition.keeper.outside();
  return [
    one('sentra_store_left_out', 'Records that others wrote and that are left out.', 'gauge', faultCount),
    one('sentra_projection_nodes', 'Nodes in memory.', 'gauge', projection.nodeCount),
    one('sentra_projection_relations', 'Relations in memory.', 'gauge', projection.relationCount),
  ];
}

/** Routes that exist, so that addresses made up by others do not become labels. */
function routeOf(url: string | undefined): string {
  return url === undefined || url === '*' ? 'none' : url;
}

/** Counts every request; the route itself is another's to open. */
class Metrics {
  readonly #requests = new Counter();
  readonly #seconds = new Histogram(BOUNDS);
  readonly #parts: MeasuredParts;

  constructor(app: FastifyInstance, parts: MeasuredParts) {
    this.#parts = parts;
    app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
      const route = routeOf(routeOptions.url);
      this.#requests.add({ method, route, status: String(statusCode) });
      if (route === '/graphql') this.#seconds.add(elapsedTime / 1_000);
    });
  }

  text(): string {
    return prometheusText([
      {
        name: 'sentra_http_requests_total',
        help: 'Requests by how they ended.',
        type: 'counter',
        samples: this.#requests.samples,
      },
      {
        name: 'sentra_question_seconds',
        help: 'How long questions took, refused ones too.',
        type: 'histogram',
        samples: this.#seconds.samples,
      },
      ...ofService(this.#parts),
      ...ofProcess(),
    ]);
  }
}

export function registerMetrics(app: FastifyInstance, parts: MeasuredParts): void {
  const metrics = new Metrics(app, parts);
  app.get('/metrics', (_request, reply) =>
    reply
      .header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(metrics.text()),
  );
}
