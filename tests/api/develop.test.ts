/** `npm run dev`: page and API start together and end together. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freePort } from '../free-port.ts';

const READY = /Sentra is at http/;

/** Whether anybody listens on the port of this machine. */
function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

describe('npm run dev', () => {
  let folder: string;
  let port: number;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sentra-develop-'));
    port = await freePort();
    mkdirSync(join(folder, 'records'));
    writeFileSync(
      join(folder, 'records', 'places.yaml'),
      'nodes:\n  - id: country:id\n    name: Indonesia\n    code: ID\n',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function develop(pagePort: number): { readonly child: ChildProcess; readonly said: () => string } {
    const child = spawn(process.execPath, ['--import', 'tsx', 'api/start/develop.ts'], {
      env: {
        ...process.env,
        SENTRA_STORE: `sqlite:${join(folder, 'graph.db')}`,
        SENTRA_DATASET: join(folder, 'records'),
        SENTRA_PORT: String(port),
        SENTRA_PAGE_PORT: String(pagePort),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (part: Buffer) => (said += part.toString('utf8')));
    }
    return { child, said: () => said };
  }

  it('that cannot serve the page says why, and leaves no API running', async () => {
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
    const taken = z.object({ port: z.number() }).parse(occupant.address()).port;
    const { child, said } = develop(taken);
    // The end of its output too: whoever is left behind would hold it open.
    await once(child, 'close');
    occupant.close();
    expect(child.exitCode).toBe(1);
    expect(said()).toContain(`The page could not be served: Port ${taken} is already in use`);
    expect(said()).not.toMatch(READY);
    expect(await isTaken(port)).toBe(false);
  }, 60_000);

  it('serves both, and ends both when it is told to', async () => {
    const pagePort = await freePort();
    const { child, said } = develop(pagePort);
    await expect.poll(said, { timeout: 90_000, interval: 200 }).toMatch(READY);
    const proxied = await fetch(`http://127.0.0.1:${pagePort}/health/ready`);
    expect(proxied.status).toBe(200);
    child.kill('SIGTERM');
    await once(child, 'close');
    expect(await isTaken(port)).toBe(false);
    expect(await isTaken(pagePort)).toBe(false);
  }, 120_000);
});
