/** The console (GraphiQL) as Vite built it, at /console: the one page with a policy of its own. */
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { errorBody } from './error-answers.ts';
import { HASHED_FOR_EVER, hasPage } from './page.ts';
import { consoleSecurityHeaders } from './security-headers.ts';

/**
 * Serves the document at /console and its files below /console/assets/. Only the document carries the relaxed style policy;
 * its scripts, workers and styles, and whatever is not found, keep the strict one.
 *
 * @param folder of the built console; null or without one: /console says how to build it
 */
export async function registerConsole(app: FastifyInstance, folder: string | null): Promise<void> {
  if (folder === null || !hasPage(folder)) {
    app.get('/console', (_request, reply) =>
      reply
        .code(404)
        .send(errorBody({ message: 'The console is not built; `npm run build` builds it.', code: 'NOT_FOUND' })),
    );
    return;
  }
  // A scope, so that its sendFile knows this folder and the explorer's another.
  await app.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root: folder,
      serve: false,
      preCompressed: true,
      cacheControl: false,
    });
    scope.get('/console', { helmet: consoleSecurityHeaders() }, (_request, reply) =>
      reply.header('vary', 'accept-encoding').header('cache-control', 'no-cache').sendFile('index.html'),
    );
    scope.get('/console/', (_request, reply) => reply.redirect('/console', 308));
  });
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/console/assets/',
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply) => {
      void reply.header('vary', 'accept-encoding').header('cache-control', HASHED_FOR_EVER);
    },
  });
}
