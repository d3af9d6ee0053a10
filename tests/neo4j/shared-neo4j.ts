/**
 * Neo4j servers for test files (new-neo4j.ts), all in one Java process for the whole run: each is new, with data and settings of its own, but
 * only the first file waits for Java to load and compile Neo4j. Vitest sets it up once; nothing starts before a file asks.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';
import { z } from 'zod';
import { startHost, type Neo4jHost } from './neo4j-host.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** At this port of 127.0.0.1 a line asks for a Neo4j, which lives as long as the connection. */
    neo4jPort: number;
  }
}

const JAVA_OPTIONS = [
  '-Xmx2g',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:ReservedCodeCacheSize=256m',
  '-XX:MetaspaceSize=256m',
];

/** What a file asks for, as JSON in one line. */
const Asked = z.strictObject({
  folder: z.string().optional(),
  port: z.number().optional(),
  authentication: z.boolean().optional(),
  advertisedPort: z.number().optional(),
  certificates: z.string().optional(),
});
/** What it is told, likewise. */
export const Told = z.union([z.strictObject({ port: z.number() }), z.strictObject({ failed: z.string() })]);

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const MEMORY = '/dev/shm';
/** Bytes that all data of a run never come near. */
const ROOM = 2 ** 31;

/** Memory where there is enough: a transaction waits for the disk, and what is stored here is gone with the server. */
function folderOfData(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize >= ROOM) return MEMORY;
  } catch {
    // Not a Linux that has it.
  }
  return tmpdir();
}

/** For `globalSetup`. */
export default async function setUp({ provide }: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(folderOfData(), 'sentra-neo4j-'));
  let host: Promise<Neo4jHost> | null = null;
  let count = 0;

  /** A server for as long as the other end holds the connection: one that dies leaves none behind. */
  async function serve(socket: Socket): Promise<void> {
    const gone = new Promise<void>((resolve) => {
      socket.once('end', () => resolve()).once('close', () => resolve());
    });
    const name = `server-${(count += 1)}`;
    const [line] = await once(createInterface({ input: socket }), 'line');
    const { folder, ...settings } = Asked.parse(JSON.parse(String(line)));
    const own = folder ?? join(data, name);
    host ??= startHost(JAVA_OPTIONS);
    const { start, stop } = await host;
    socket.write(`${JSON.stringify({ port: await start(name, { folder: own, ...settings }) })}\n`);
    await gone;
    await stop(name);
    if (folder === undefined) rmSync(own, { recursive: true, force: true });
    socket.end();
  }

  const asked = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    serve(socket).catch((error: unknown) => {
      if (socket.writable) socket.end(`${JSON.stringify({ failed: messageOf(error) })}\n`);
    });
  });
  asked.listen(0, '127.0.0.1');
  await once(asked, 'listening');
  provide('neo4jPort', z.object({ port: z.number() }).parse(asked.address()).port);
  return async () => {
    asked.close();
    await (await host?.catch(() => null))?.kill();
    rmSync(data, { recursive: true, force: true });
  };
}
