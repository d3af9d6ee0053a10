/** For whoever watches the process: `live` says that it runs, `ready` that it can answer every question. */
import type { FastifyInstance } from 'fastify';
import type { AccessControl } from '../access/access-control.ts';
import type { AuditLog } from '../access/audit/audit-log.ts';
import type { Editions } from '../edition/editions.ts';
import { StoreError, type GraphStore } from '../store/graph-store.ts';
import type { Loading } from '../store/loading.ts';

/** A store that takes longer to say anything is not ready. */
const PING_LIMIT_MS = 2_000;
const PREPARING = 'the graph is being made ready';

function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StoreError('STORE_UNAVAILABLE', 'the store does not answer')), PING_LIMIT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export interface HealthParts {
  readonly store: GraphStore;
  readonly editions: Editions;
  readonly control: AccessControl;
  readonly audit: AuditLog | null;
}

/** What of access does not work; those who are in go on being answered meanwhile. Paths stand in the log. */
function accessParts({ control, audit }: HealthParts): Readonly<Record<string, string>> {
  return {
    ...(control.fault === null ? {} : { access: 'unavailable' }),
    ...(audit === null || audit.fault === null ? {} : { audit: audit.fault }),
  };
}

/**
 * `/health/live`: 200 as long as the process answers. `/health/ready`: 200, or 503 within two seconds with the part that is
 * away and why; the projection goes on answering from the revision named beside it. `leftOut` names what others wrote past Sentra
 * and is never answered with (only how many, where one has to sign in); `loading` says how far a load is that has not ended; `writes`,
 * why none is taken at the moment: questions are answered all the same. Anybody may ask, so that nothing is told of a graph but what anybody
 * may see.
 */
export function registerHealth(app: FastifyInstance, parts: HealthParts): void {
  const { store, editions, control } = parts;
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const edition = editions.of(false);
    const { engine } = store;
    const away = (reason: string, parts: object, known: object) =>
      reply.code(503).send({ status: 'unavailable', parts, reason, engine, ...known });
    if (edition === null) return away(PREPARING, { store: 'ready', projection: 'preparing' }, {});
    const { faults, faultCount } = edition.keeper.outside();
    const known = {
      projectionRevision: edition.keeper.current().revision,
      // Faults name records: where one has to sign in to see those, the log has them.
      ...(faultCount === 0 ? {} : { leftOut: { count: faultCount, ...(control.state() === 'OFF' ? { faults } : {}) } }),
    };
    let loading: Loading | null = null;
    try {
      loading = await withinLimit(store.ping().then(() => edition.store.loading()));
    } catch (error) {
      if (error instanceof StoreError) request.log.warn({ code: error.code, reason: error.message }, 'not ready');
      else request.log.error({ err: error }, 'not ready');
      const reason = error instanceof StoreError ? error.message : 'the store does not answer';
      return away(reason, { store: 'unavailable', projection: 'ready' }, known);
    }
    if (!(await editions.stillOpen(edition))) {
      return away(PREPARING, { store: 'ready', projection: 'preparing' }, {});
    }
    const refused = store.refusesWrites();
    const writes = refused === null ? {} : { writes: { status: 'refused', reason: refused } };
    const load = loading === null ? {} : { loading: { done: loading.done, total: loading.total } };
    const state = { ...known, ...load, ...writes };
    return { status: 'ready', parts: { store: 'ready', projection: 'ready', ...accessParts(parts) }, engine, ...state };
  });
}
