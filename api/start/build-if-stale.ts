/**
 * `npm run build`, and the first half of `npm start`: builds the page to dist/web, the console to dist/console and the server
 * to dist/server/serve.js, each only when its sources have changed since (or with `--force`).
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { compressFolder } from './compress.ts';
import { packageRoot } from './package-root.ts';
import { sourceDigest } from './source-digest.ts';

const ROOT = packageRoot();

interface Product {
  readonly name: string;
  /** What it is built from, relative to the root. */
  readonly sources: readonly string[];
  readonly isSource: (file: string) => boolean;
  readonly folder: string;
  readonly build: () => Promise<void>;
}

const BUILT_FOR_BOTH = ['package.json', 'package-lock.json', 'tsconfig.json', 'api/start/build-if-stale.ts'];

const CONSOLE = join('web', 'console') + sep;

const page: Product = {
  name: 'page',
  sources: [...BUILT_FOR_BOTH, 'vite.config.ts', 'web', 'graph-seed/vocabulary'],
  isSource: (file) => !file.endsWith('.md') && !file.includes(CONSOLE),
  folder: join(ROOT, 'dist', 'web'),
  build: async () => {
    const { build } = await import('vite');
    await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
    await compressFolder(join(ROOT, 'dist', 'web'));
  },
};

/** Apart from the page: its editor is many times larger, and seldom changes. */
const consolePage: Product = {
  name: 'console',
  // Of the explorer it takes theme, language and icons; package-lock.json stands for GraphiQL.
  sources: [
    ...BUILT_FOR_BOTH,
    'web/console',
    'web/src/theme',
    'web/src/languages/first-language.ts',
    'web/src/requests/access.ts',
    'web/src/ui/icon.tsx',
  ],
  isSource: (file) => !file.endsWith('.md'),
  folder: join(ROOT, 'dist', 'console'),
  build: async () => {
    const { build } = await import('vite');
    await build({ configFile: join(ROOT, 'web', 'console', 'vite.config.ts'), logLevel: 'warn' });
    await compressFolder(join(ROOT, 'dist', 'console'), 9);
  },
};

const server: Product = {
  name: 'server',
  sources: [...BUILT_FOR_BOTH, 'api', 'graph-seed'],
  isSource: (file) => file.endsWith('.ts') || file.endsWith('.json'),
  folder: join(ROOT, 'dist', 'server'),
  build: async () => {
    const { build } = await import('vite');
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'warn',
      // graphql checks for second copies of itself at every value unless told that this is production.
      define: { 'process.env.NODE_ENV': '"production"', 'globalThis.process.env.NODE_ENV': '"production"' },
      // The engines' drivers are native or large, and found in node_modules at run time.
      ssr: { noExternal: true, external: ['libsql', 'neo4j-driver'] },
      build: {
        ssr: true,
        // Analyses and the open edition have threads, whose program is a file of its own.
        rollupOptions: {
          input: {
            serve: 'api/start/serve.ts',
            keys: 'api/start/keys.ts',
            backup: 'api/start/backup.ts',
            'analysis-worker': 'api/analysis/worker/analysis-worker.ts',
            'edition-worker': 'api/start/edition-worker.ts',
          },
        },
        outDir: 'dist/server',
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        reportCompressedSize: false,
      },
    });
  },
};

const digestFile = (product: Product): string => `${product.folder}.digest`;

function builtDigest(product: Product): string | null {
  try {
    return readFileSync(digestFile(product), 'utf8');
  } catch {
    return null;
  }
}

/** The digest is written last, so a build that was cut short is stale. */
async function buildProduct(product: Product, digest: string): Promise<void> {
  const started = performance.now();
  rmSync(digestFile(product), { force: true });
  await product.build();
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(digestFile(product), digest);
  process.stderr.write(`Built the ${product.name} in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
}

async function main(): Promise<void> {
  const force = process.argv.includes('--force');
  const stale = [page, consolePage, server]
    .map((product) => ({ product, digest: sourceDigest(ROOT, product.sources, product.isSource) }))
    .filter(({ product, digest }) => force || builtDigest(product) !== digest);
  if (stale.length === 0) {
    process.stderr.write('Page, console and server are built from the sources as they are.\n');
    return;
  }
  process.stderr.write(`Building ${stale.map(({ product }) => `the ${product.name}`).join(' and ')}.\n`);
  await Promise.all(stale.map(({ product, digest }) => buildProduct(product, digest)));
}

try {
  await main();
} catch (error) {
  process.stderr.write(`The build failed.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
