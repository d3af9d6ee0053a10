/**
 * `npm run dev`: the page with hot reload, and the API that it asks, started anew when its sources change. Both end together,
 * however either ends. SENTRA_PAGE_PORT: the page's port; without it Vite takes 5173 or the next free one.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer, type ServerOptions, type ViteDevServer } from 'vite';
import { packageRoot } from './package-root.ts';

const ROOT = packageRoot();

async function openPage(): Promise<ViteDevServer> {
  const port = process.env['SENTRA_PAGE_PORT'];
  const server: ServerOptions = port === undefined ? {} : { port: Number(port), strictPort: true };
  const page = await createServer({ configFile: join(ROOT, 'vite.config.ts'), server });
  try {
    return await page.listen();
  } catch (error) {
    await page.close();
    throw error;
  }
}

async function develop(): Promise<void> {
  // The page first: when it cannot be served there is no API to leave behind.
  const page = await openPage();
  page.printUrls();
  const api = spawn(
    join(ROOT, 'node_modules', '.bin', 'tsx'),
    ['watch', '--clear-screen=false', join(ROOT, 'api', 'start', 'serve.ts')],
    { cwd: ROOT, stdio: 'inherit' },
  );
  // Also when Vite brings the process down.
  process.on('exit', () => api.kill('SIGTERM'));
  const stop = async (exitCode: number): Promise<void> => {
    api.kill('SIGTERM');
    await page.close();
    process.exit(exitCode);
  };
  api.on('error', (error) => {
    process.stderr.write(`The API could not be started: ${error.message}\n`);
    void stop(1);
  });
  api.on('exit', (code) => void stop(code ?? 1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
}

develop().catch((error: unknown) => {
  process.stderr.write(`The page could not be served: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
