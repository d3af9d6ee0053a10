import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { consoleAtItsAddress, onlySpokenLanguages, preloadLazy } from './web/vite-plugins.ts';

/** Where `npm run dev` finds the API. */
const api = `http://127.0.0.1:${process.env['SENTRA_PORT'] ?? '4000'}`;

/**
 * The explorer, built to dist/web, which the server serves. The console has a build of its own (web/console); the server's
 * bundle is made by api/start/build-if-stale.ts. `npm run dev` serves explorer and console from here.
 */
export default defineConfig({
  root: 'web',
  plugins: [react(), onlySpokenLanguages(), preloadLazy('/canvas/graph-canvas.tsx'), consoleAtItsAddress()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The content security policy allows no data: fonts or scripts, so nothing is written into other files.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // All that the first screen needs is one file: thirty files, each compressed alone, weigh 9 kB more gzipped and are
    // thirty requests. What only the lazy panels use of a module's neighbours stays out of it.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shell', tags: ['$initial'] }] } } },
    chunkSizeWarningLimit: 700,
  },
  // Vite's own `?worker` imports, which its dependency bundler does not know.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'] },
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': api, '/health': api, '/access': api },
  },
});
