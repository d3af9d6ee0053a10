/** For whoever watches the process: `live` says that it runs, `ready` that it can answer. */
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

export function registerHealth(app: FastifyInstance, store: GraphStore, keeper: ProjectionKeeper): void {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    try {
      await withinLimit(store.ping());
    } catch (error) {
      request.log.warn({ err: error }, 'not ready');
      const reason = error instanceof StoreError ? error.message : 'the store does not answer';
      return reply.code(503).send({ status: 'unavailable', reason });
    }
    return { status: 'ready', engine: store.engine, projectionRevision: keeper.current().revision };
  });
}
