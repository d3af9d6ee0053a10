/** For whoever watches the process: `live` says that it runs, `ready` that it can answer every question. */
import type { FastifyInstance } from 'fastify';
import type { ProjectionKeeper } from '../projection/projection-keeper.ts';
import { StoreError, type GraphStore } from '../store/graph-store.ts';

/** A store that takes longer to say anything is not ready. */
const PING_LIMIT_MS = 2_000;

function withinLimit(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StoreError('STORE_UNAVAILABLE', 'the store does not answer')), PING_LIMIT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * `/health/live`: 200 as long as the process answers. `/health/ready`: 200, or 503 within two seconds with the part that is
 * away and why; the projection goes on answering from the revision named beside it.
 */
export function registerHealth(app: FastifyInstance, store: GraphStore, keeper: ProjectionKeeper): void {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const known = { engine: store.engine, projectionRevision: keeper.current().revision };
    try {
      await withinLimit(store.ping());
    } catch (error) {
      if (error instanceof StoreError) request.log.warn({ code: error.code, reason: error.message }, 'not ready');
      else request.log.error({ err: error }, 'not ready');
      const reason = error instanceof StoreError ? error.message : 'the store does not answer';
      return reply.code(503).send({
        status: 'unavailable',
        parts: { store: 'unavailable', projection: 'ready' },
        reason,
        ...known,
      });
    }
    return { status: 'ready', parts: { store: 'ready', projection: 'ready' }, ...known };
  });
}
