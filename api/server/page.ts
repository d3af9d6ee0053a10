/** The explorer's files as Vite built them, compressed beforehand. */
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const HASHED_ASSETS = `${sep}assets${sep}`;
/** How long a file may be kept whose name holds a digest of its content. */
export const HASHED_FOR_EVER = 'public, max-age=31536000, immutable';

/** Whether the folder holds a built page. */
export function hasPage(folder: string): boolean {
  return existsSync(join(folder, 'index.html'));
}

/** Names under assets/ hold a digest of their content and so never change; everything else is asked for anew. */
export async function registerPage(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      void reply.header('vary', 'accept-encoding');
      void reply.header('cache-control', path.includes(HASHED_ASSETS) ? HASHED_FOR_EVER : 'no-cache');
    },
  });
}
