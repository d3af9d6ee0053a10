/**
 * The programs that tests start as processes of their own, bundled once a run when the first file asks (program.ts): from a bundle one starts
 * in a third of a second of processor time, where tsx takes two to read all sources. Vitest sets it up once.
 */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { z } from 'zod';

/** By the name under which a test asks for it. */
export const PROGRAMS = {
  serve: 'api/start/serve.ts',
  keys: 'api/start/keys.ts',
  backup: 'api/start/backup.ts',
  seed: 'api/seeding/seed.ts',
  check: 'graph-seed/dataset/check.ts',
  'backup-large': 'tests/backup/backup-large.ts',
  'load-until-killed': 'tests/store/load-until-killed.ts',
  'open-until-killed': 'tests/store/open-until-killed.ts',
  'opened-once': 'tests/store/opened-once.ts',
  'served-until-ended': 'tests/store/served-until-ended.ts',
  'write-until-killed': 'tests/store/write-until-killed.ts',
} as const;

/** Started by programs as threads, from the file beside. */
const THREADS = {
  'analysis-worker': 'api/analysis/worker/analysis-worker.ts',
  'edition-worker': 'api/start/edition-worker.ts',
} as const;

declare module 'vitest' {
  interface ProvidedContext {
    /** This port of 127.0.0.1 tells as JSON, once they are bundled, in which folder they are. */
    programsPort: number;
  }
}

/** What it tells. */
export const Bundled = z.union([z.strictObject({ folder: z.string() }), z.strictObject({ failed: z.string() })]);

const ROOT = join(import.meta.dirname, '..', '..');

/** As `npm run build` makes the server (api/start/build-if-stale.ts). */
async function bundle(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', 'globalThis.process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, external: ['libsql', 'neo4j-driver'] },
    build: {
      ssr: true,
      rollupOptions: { input: { ...PROGRAMS, ...THREADS } },
      outDir: folder,
      target: 'node20',
      minify: false,
      reportCompressedSize: false,
    },
  });
}

/** For `globalSetup`. */
export default async function setUp({ provide }: Pick<TestProject, 'provide'>): Promise<() => void> {
  // Below the root, or they would not find their packages.
  const below = join(ROOT, '.sentra');
  mkdirSync(below, { recursive: true });
  const folder = mkdtempSync(join(below, 'programs-'));
  let bundled: Promise<void> | null = null;
  const asked = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    bundled ??= bundle(folder);
    const tell = (told: z.infer<typeof Bundled>) => socket.end(JSON.stringify(told));
    bundled.then(
      () => tell({ folder }),
      (error: unknown) => tell({ failed: String(error) }),
    );
  });
  asked.listen(0, '127.0.0.1');
  await once(asked, 'listening');
  provide('programsPort', z.object({ port: z.number() }).parse(asked.address()).port);
  return () => {
    asked.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
