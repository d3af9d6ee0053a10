import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';

const SERVER = 'dist/server/serve.js';

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}

/** Starts the built server on a free port with a new store, once for all browser tests; the way to stop it is returned. */
export default async function startServer(): Promise<() => Promise<void>> {
  if (!existsSync(SERVER)) throw new Error(`${SERVER} is not there; run npm run build first`);
  const folder = mkdtempSync(join(tmpdir(), 'sentra-browser-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [SERVER], {
    env: {
      ...process.env,
      SENTRA_STORE: `sqlite:${join(folder, 'graph.db')}`,
      SENTRA_PORT: String(port),
      SENTRA_ANSWER_SECONDS: '28',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(server, 'exit');
  const last = Date.now() + 60_000;
  while (!(await isReady(url))) {
    if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode} before it was ready`);
    if (Date.now() > last) throw new Error('the server was not ready within 60 s');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  process.env['SENTRA_TEST_URL'] = url;
  return async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
