/** A real Neo4j 5.26 (community) for tests and developers, from Maven Central, without Docker. Never part of what ships. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { Neo4jError } from 'neo4j-driver';
import { startHost, type ServerSettings } from './neo4j-host.ts';

export interface RunningNeo4j {
  /** On 127.0.0.1 only. */
  readonly uri: string;
  /** Ends the server; its data go too unless a folder was given. */
  stop(): Promise<void>;
}

/** One in a process of its own. */
export interface Neo4jProcess extends RunningNeo4j {
  /** Ends the server as a power cut does, by SIGKILL. Its data stay where a folder was given. */
  kill(): Promise<void>;
}

/** Without a folder the data go with the server. */
interface Neo4jOptions extends Partial<ServerSettings> {
  /** It will work for minutes, and may take seconds longer to warm up. */
  readonly longWork?: boolean;
}

/** Small and quick to start. */
const QUICK_START = [
  '-Xmx1g',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:ReservedCodeCacheSize=256m',
  '-XX:MetaspaceSize=256m',
];
/** For long work: the compiler and the collector that a server's Java comes with for throughput. */
const LONG_WORK = ['-Xmx2g', '-XX:+UseParallelGC'];

const CONNECTION_LIMIT_MS = 120_000;

/** The address of a server that listens at a port. */
export function addressOf(port: number, { certificates }: { readonly certificates?: string | undefined }): string {
  return `bolt${certificates === undefined ? '' : '+ssc'}://127.0.0.1:${port}`;
}

/** The first sign-in and the first statement take a cold server seconds; a refusal is an answer too. */
export async function untilAnswers(uri: string): Promise<void> {
  const driver = neo4j.driver(uri, undefined, { connectionTimeout: CONNECTION_LIMIT_MS });
  try {
    await driver.executeQuery('RETURN 1');
  } catch (error) {
    if (!(error instanceof Neo4jError) || !error.code.startsWith('Neo.ClientError.')) throw error;
  } finally {
    await driver.close();
  }
}

/**
 * Starts a server in a process of its own, within 3 to 7 s. Tests that do not kill it take one of the shared process (shared-neo4j.ts).
 * @throws Error that says what is missing, or what the server printed
 */
export async function startNeo4j({ longWork = false, folder, ...settings }: Neo4jOptions = {}): Promise<Neo4jProcess> {
  const host = await startHost(longWork ? LONG_WORK : QUICK_START);
  const data = folder ?? mkdtempSync(join(tmpdir(), 'sentra-neo4j-'));
  const stop = async (): Promise<void> => {
    // Data that go anyway need no orderly end.
    if (folder === undefined) await host.kill();
    else await host.end();
    if (folder === undefined) rmSync(data, { recursive: true, force: true });
  };
  try {
    const uri = addressOf(await host.start('neo4j', { folder: data, ...settings }), settings);
    await untilAnswers(uri);
    return { uri, stop, kill: host.kill };
  } catch (error) {
    await stop();
    throw error;
  }
}
