/** Servers in processes of their own that tell how much CPU time they took, with all their threads, and how they are. */
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
  /** After a whole sweep of the garbage collector. */
  readonly state: () => Promise<ServerState>;
  /** How it ended: exit code or signal. Null while it runs. */
  readonly ended: () => string | null;
  /** Stops it by SIGTERM; its exit code. */
  readonly stop: () => Promise<number | null>;
}

const Usage = z.object({ user: z.number(), system: z.number() });

const State = z.object({
  /** Bytes that are still needed: heap, and what objects hold outside it. */
  live: z.number(),
  /** Bytes of the whole process. */
  resident: z.number(),
  /** Milliseconds: 99 of 100 turns of the event loop, since the last time it was asked, were held up for less. */
  pauseP99: z.number(),
  pauseLongest: z.number(),
});
export type ServerState = z.infer<typeof State>;

/** Loaded into the server before its program. The sweep for `state` is no pause that anybody is served with. */
const REPORTER = `data:text/javascript,${encodeURIComponent(`
  import { monitorEventLoopDelay } from 'node:perf_hooks';
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  process.on('message', (asked) => {
    if (asked === 'cpu') return process.send(process.cpuUsage());
    const [pauseP99, pauseLongest] = [delay.percentile(99) / 1e6, delay.max / 1e6];
    globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    process.send({ live: heapUsed + external, resident: rss, pauseP99, pauseLongest });
    setImmediate(() => setImmediate(() => delay.reset()));
  });
`)}`;

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
  const server = spawn(process.execPath, ['--expose-gc', '--import', REPORTER, ...args], {
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
  const ask = async (what: string): Promise<unknown> => {
    const told = once(server, 'message');
    server.send(what);
    return (await told)[0];
  };
  return {
    url,
    cpu: async () => {
      const { user, system } = Usage.parse(await ask('cpu'));
      return user + system;
    },
    state: async () => State.parse(await ask('state')),
    ended: () => server.signalCode ?? (server.exitCode === null ? null : `exit code ${server.exitCode}`),
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      return server.exitCode;
    },
  };
}
