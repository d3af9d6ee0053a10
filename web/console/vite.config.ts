import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The console, built to dist/console, which the server serves at /console. A build of its own: the editor is larger than all
 * else together, so it shares no chunk with the explorer and is built only when its own sources change.
 */
export default defineConfig({
  root: 'web/console',
  base: '/console/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    // As in the explorer's build: the content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The editor is one chunk of several megabytes, and nobody waits for it who has not asked for it.
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: {
      onLog(level, log, report) {
        // GraphiQL's own modules say to React's compiler what it has done already.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
});
