/** A server where one has to be somebody, in a process of its own. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const Started = z.object({ url: z.string(), reader: z.string(), administrator: z.string() });

export interface Guarded extends z.infer<typeof Started> {
  readonly say: (line: string) => Promise<string>;
  readonly stop: () => void;
}

export async function startGuarded(...args: readonly string[]): Promise<Guarded> {
  const server: ChildProcessWithoutNullStreams = spawn(process.execPath, [
    '--import',
    'tsx',
    'tests/browser/guarded-server.ts',
    ...args,
  ]);
  server.stderr.pipe(process.stderr);
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('the server with keys has ended');
    return value;
  };
  const started = Started.parse(JSON.parse(await next()));
  return {
    ...started,
    say: async (line) => {
      server.stdin.write(`${line}\n`);
      return next();
    },
    stop: () => server.stdin.end(),
  };
}
