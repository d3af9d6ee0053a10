import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

/**
 * Folders whose files leave nothing behind in their process: no server, no global, no module that keeps something. Not a file that takes hold of
 * the timers or stands in for `fetch`: it would meet what others still wait for.
 */
const PURE = [
  'tests/{analysis,directions,projection,turnstile,vocabulary}/**/*.test.{ts,tsx}',
  'tests/web/!(explorer-actions|explorer-history|request-client).test.{ts,tsx}',
];

/** What holds for every file. */
const every = {
  resolve: {
    // Apollo finds the one that Node finds; Vite would find another, and a schema of one is none to the other.
    alias: [
      { find: /^graphql$/, replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)) },
    ],
  },
  test: { testTimeout: 60_000, hookTimeout: 60_000, pool: 'forks', maxWorkers: 2 },
} as const satisfies ViteUserConfig;

/** Everything that runs without a browser; the browser's tests are Playwright's (playwright.config.ts). */
export default defineConfig({
  test: {
    globalSetup: ['tests/neo4j/shared-neo4j.ts', 'tests/programs/shared-programs.ts'],
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2,
    projects: [
      {
        ...every,
        test: {
          ...every.test,
          name: 'apart',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/built/**', ...PURE],
        },
      },
      // One process after another would read the same sources and start anew for every file, which takes more than their tests.
      { ...every, test: { ...every.test, name: 'pure', isolate: false, include: PURE } },
    ],
  },
});
