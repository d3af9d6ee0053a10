/** A store served by a process of its own, whose file and limits a test takes hold of from outside. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { z } from 'zod';
import { programFile } from '../programs/program.ts';

const Written = z.union([
  z.strictObject({ added: z.number() }),
  z.strictObject({ code: z.string(), message: z.string() }),
]);
const Ready = z.looseObject({
  status: z.string(),
  reason: z.string().optional(),
  writes: z.object({ status: z.string(), reason: z.string() }).optional(),
});
const Answer = z.object({
  data: z
    .object({
      dataset: z.object({ nodeCount: z.number() }).optional(),
      node: z.object({ name: z.string() }).nullish(),
    })
    .nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
});

export interface ServedStore {
  readonly pid: number;
  /** Puts so many nodes of 2 kB. */
  write(name: string, count: number): Promise<z.infer<typeof Written>>;
  /** How many nodes are stored, or the name of one of them; or the code of the refusal, with the HTTP status. */
  read(id?: string): Promise<{ status: number; value: number | string | null; code: string | null }>;
  ready(): Promise<{ status: number; reason: string; writes: string }>;
  live(): Promise<number>;
  /** By itself. @returns its exit code */
  end(): Promise<number | null>;
  kill(): Promise<void>;
}

export async function serveStore(address: string): Promise<ServedStore> {
  const child = spawn(process.execPath, [await programFile('served-until-ended'), address], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('the process that serves the store ended');
    return String(value);
  };
  const ended = once(child, 'exit');
  const url = await next();
  return {
    pid: child.pid ?? 0,
    write: async (name, count) => {
      child.stdin.write(`write ${name} ${count}\n`);
      return Written.parse(JSON.parse(await next()));
    },
    read: async (id) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(
          id === undefined
            ? { query: '{ dataset { nodeCount } }' }
            : { query: 'query($id: ID!) { node(id: $id) { name description } }', variables: { id } },
        ),
      });
      const { data, errors } = Answer.parse(await response.json());
      return {
        status: response.status,
        value: data?.dataset?.nodeCount ?? data?.node?.name ?? null,
        code: errors?.[0]?.extensions.code ?? null,
      };
    },
    ready: async () => {
      const response = await fetch(`${url}/health/ready`);
      const { reason = '', writes } = Ready.parse(await response.json());
      return { status: response.status, reason, writes: writes?.reason ?? '' };
    },
    live: async () => (await fetch(`${url}/health/live`)).status,
    end: async () => {
      child.stdin.end();
      await ended;
      return child.exitCode;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What has to be said of a file in which everything is as SQLite wants it: ok. */
export function integrityOf(path: string): unknown {
  const database = new Database(path);
  const [row] = database.prepare('PRAGMA integrity_check').raw().all([]);
  database.close();
  return Array.isArray(row) ? row[0] : undefined;
}

/** For `expect.poll`. */
export const PATIENT = { timeout: 15_000, interval: 50 };
