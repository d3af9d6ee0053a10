/**
 * `npm run dev`: the API, started anew when its sources change, and the page with hot reload, which asks that API. Both end
 * together.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { packageRoot } from './package-root.ts';

const ROOT = packageRoot();

const api = spawn(
  join(ROOT, 'node_modules', '.bin', 'tsx'),
  ['watch', '--clear-screen=false', join(ROOT, 'api', 'start', 'serve.ts')],
  { cwd: ROOT, stdio: 'inherit' },
);
const page = await createServer({ configFile: join(ROOT, 'vite.config.ts') });
await page.listen();
page.printUrls();

async function stop(exitCode: number): Promise<void> {
  api.kill('SIGTERM');
  await page.close();
  process.exit(exitCode);
}
api.on('exit', (code) => void stop(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
