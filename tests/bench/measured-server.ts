/** Servers in processes of their own that tell how much CPU time they took, with all their threads. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { send } from '../api/raw-request.ts';
import { freePort } from '../free-port.ts';
import { check } from './benchmark.ts';

export interface MeasuredServer {
  readonly url: string;
  /** Microseconds of CPU so far. */
  readonly cpu: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

const Usage = z.object({ user: z.number(), system: z.number() });
const REPORTER = 'data:text/javascript,process.on("message",()=>process.send(process.cpuUsage()))';

/**
 * Starts a program that listens at SENTRA_PORT, and waits until it answers GET `readyPath` with 200.
 * @param args of node: what it imports before, and the program
 */
export async function startMeasured(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  readyPath: string,
): Promise<MeasuredServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['--import', REPORTER, ...args], {
    env: { ...process.env, ...env, SENTRA_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(server, 'exit');
  for (;;) {
    const ready = await send(url, { method: 'GET', path: readyPath, headers: {} }).catch(() => null);
    if (ready?.status === 200) break;
    check(server.exitCode === null, `${args.at(-1)} ended with code ${server.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    cpu: async () => {
      const told = once(server, 'message');
      server.send('cpu');
      const { user, system } = Usage.parse((await told)[0]);
      return user + system;
    },
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}
