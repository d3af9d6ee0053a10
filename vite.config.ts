import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onlySpokenLanguages, preloadLazy } from './web/vite-plugins.ts';

/** Where `npm run dev` finds the API. */
const api = `http://127.0.0.1:${process.env['SENTRA_PORT'] ?? '4000'}`;

/** The page: built to dist/web, which the server serves; the server's own bundle is made by api/start/build-if-stale.ts. */
export default defineConfig({
  root: 'web',
  plugins: [react(), onlySpokenLanguages(), preloadLazy('/canvas/graph-canvas.tsx')],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The content security policy allows no data: fonts or scripts, so nothing is written into other files.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': api, '/health': api },
  },
});
