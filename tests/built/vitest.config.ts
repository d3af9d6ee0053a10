import { defineConfig } from 'vitest/config';

/** What `npm run build` made, as it ships: after the build (tests/run.ts), in a run of its own. */
export default defineConfig({
  test: {
    include: ['tests/built/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 1,
  },
});
