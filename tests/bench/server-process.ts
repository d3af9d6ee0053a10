/** Starts servers as processes of their own, so that what is measured shares no event loop with who measures. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';

export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** One POST of JSON; the body as text, or null when nobody listens yet. */
export function post(url: string, body: string, agent?: Agent): Promise<{ status: number; text: string } | null> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { method: 'POST', headers: { 'content-type': 'application/json' }, ...(agent === undefined ? {} : { agent }) },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
        );
      },
    );
    call.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET') resolve(null);
      else reject(error);
    });
    call.end(body);
  });
}

/** Starts the command in a process group of its own and stops the whole group. */
export function startProcess(
  command: readonly string[],
  url: string,
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): RunningServer {
  const [program = '', ...args] = command;
  const child: ChildProcess = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(child, 'exit');
  return {
    url,
    stop: async () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      await ended;
    },
  };
}

/** Asks until the answer is accepted. @throws after the limit in milliseconds */
export async function firstAnswer(url: string, body: string, accepted: (text: string) => boolean, limitMs: number) {
  const last = Date.now() + limitMs;
  while (Date.now() < last) {
    const answer = await post(url, body);
    if (answer !== null && accepted(answer.text)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no accepted answer from ${url} within ${limitMs} ms`);
}

/** Sends the body `total` times over `clients` kept-alive connections; requests a second. */
export async function requestRate(url: string, body: string, clients: number, total: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  let left = total;
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const answer = await post(url, body, agent);
      if (answer?.status !== 200) throw new Error(`status ${answer?.status ?? 'none'}`);
    }
  };
  const started = process.hrtime.bigint();
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = Number(process.hrtime.bigint() - started) / 1e9;
  agent.destroy();
  return total / elapsed;
}
