/** From the signal to stop on: what was begun is finished, nothing is begun. */
import type { FastifyInstance } from 'fastify';
import { errorBody } from '../error-answers.ts';
import type { WaitingConnections } from './connections.ts';

/** Milliseconds in which what was sent before the signal may still arrive. */
const GRACE_MS = 1_000;

/**
 * Connections end with the answer that is being made on them; whoever asks on one later is told to ask another server. That the process
 * lives is answered to the end.
 */
export function finishWhatWasBegun(app: FastifyInstance, connections: WaitingConnections): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
    setTimeout(() => connections.endSilent(), GRACE_MS);
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!stopping || request.url === '/health/live') return undefined;
    return reply
      .code(503)
      .header('retry-after', '5')
      .header('cache-control', 'no-store')
      .send(errorBody({ message: 'This server is stopping; ask again in a moment.', code: 'STOPPING' }));
  });
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) void reply.header('connection', 'close');
  });
}
