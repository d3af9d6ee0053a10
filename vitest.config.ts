import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

/** One project for everything that runs without a browser; the browser's tests are Playwright's (playwright.config.ts). */
export default defineConfig({
  resolve: {
    // Apollo finds the one that Node finds; Vite would find another, and a schema of one is none to the other.
    alias: [
      { find: /^graphql$/, replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)) },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    globalSetup: ['tests/neo4j/shared-neo4j.ts', 'tests/programs/shared-programs.ts'],
    exclude: ['tests/browser/**', 'tests/built/**', '**/node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    pool: 'forks',
    maxWorkers: 2,
  },
});
