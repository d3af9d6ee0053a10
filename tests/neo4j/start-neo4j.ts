/** A real Neo4j 5.26 (community) for tests and developers, from Maven Central, without Docker. Never part of what ships. */
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import neo4j, { Neo4jError } from 'neo4j-driver';

export interface RunningNeo4j {
  /** On 127.0.0.1 only. */
  readonly uri: string;
  /** Ends the server; its data go too unless a folder was given. */
  stop(): Promise<void>;
  /** Ends the server as a power cut does, by SIGKILL. Its data stay where a folder was given. */
  kill(): Promise<void>;
}

export interface Neo4jOptions {
  /** 0, the default: any free one. */
  readonly port?: number;
  /** Keeps the data here. Default: a folder of its own that goes with the server. */
  readonly folder?: string;
  /** Wants the user neo4j, whose password is neo4j and has to be changed first. Default: no authentication. */
  readonly authentication?: boolean;
  /** The port that it tells routing drivers to use. Default: its own. */
  readonly advertisedPort?: number;
  /** Folder of private.key and public.crt; then it answers encrypted connections only. */
  readonly certificates?: string;
  /** It will work for minutes, and may take seconds longer to warm up. */
  readonly longWork?: boolean;
}

const HERE = import.meta.dirname;
const ROOT = join(HERE, '..', '..');
const POM = join(HERE, 'pom.xml');
const JARS = join(ROOT, '.sentra', 'neo4j-lib');
/** Which pom the jars were copied for. */
const COPIED_FOR = join(JARS, 'pom.xml');

/** Small and quick to start. */
const QUICK_START = ['-Xmx1g', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
/** For long work: the compiler and the collector that a server's Java comes with for throughput. */
const LONG_WORK = ['-Xmx2g', '-XX:+UseParallelGC'];

/** Neo4j reaches into the JDK, as its own start script allows it to. */
const JAVA_OPTIONS = [
  '-Djava.awt.headless=true',
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.util.concurrent=ALL-UNNAMED',
  '--add-opens=java.base/java.lang=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
];

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 15_000;

/** What is missing for a Neo4j on this machine and how to get it, or null. */
export function neo4jMissing(): string | null {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(java.stderr ?? '')?.[1] ?? 0);
  const lacks = [
    ...(version >= 17 ? [] : ['Java 17']),
    ...(version >= 17 && spawnSync('javac', ['-version']).error !== undefined ? ['its compiler'] : []),
    ...(haveJars() || spawnSync('mvn', ['-v']).status === 0 ? [] : ['Maven']),
  ];
  if (lacks.length === 0) return null;
  return `no ${lacks.join(' and no ')} on this machine; on Debian: apt-get update && apt-get install -y openjdk-17-jdk-headless maven`;
}

function haveJars(): boolean {
  return existsSync(COPIED_FOR) && readFileSync(COPIED_FOR, 'utf8') === readFileSync(POM, 'utf8');
}

/** Copies the jars once, 128 MB; two processes at once do not disturb each other. */
function provideJars(): void {
  if (haveJars()) return;
  const folder = `${JARS}-${process.pid}`;
  const copied = spawnSync(
    'mvn',
    ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`, '-DincludeScope=runtime'],
    { encoding: 'utf8' },
  );
  if (copied.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`Maven could not fetch Neo4j:\n${copied.stdout}${copied.stderr}`.slice(0, 4_000));
  }
  writeFileSync(join(folder, 'pom.xml'), readFileSync(POM));
  if (haveJars()) {
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  rmSync(JARS, { recursive: true, force: true });
  renameSync(folder, JARS);
}

/** The port it says it listens on. Whatever else it prints is kept for the message when it does not start. */
function portOf(server: ChildProcessWithoutNullStreams): Promise<number> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const fail = (why: string): void => reject(new Error(`Neo4j ${why}\n${said.slice(-40).join('\n')}`));
    const limit = setTimeout(() => fail(`did not answer within ${START_LIMIT_MS / 1000} s`), START_LIMIT_MS);
    for (const stream of [server.stdout, server.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const port = /^BOLT (\d+)$/.exec(line)?.[1];
        if (port === undefined) return;
        clearTimeout(limit);
        resolve(Number(port));
      });
    }
    server.on('error', (error) => fail(`could not be run: ${error.message}`));
    server.on('exit', (code) => {
      clearTimeout(limit);
      fail(`ended with code ${code}`);
    });
  });
}

function ended(server: ChildProcessWithoutNullStreams): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) resolve();
    else server.once('exit', () => resolve());
  });
}

/** The first sign-in and the first statement take a cold server seconds; a refusal is an answer too. */
async function answers(uri: string): Promise<void> {
  const driver = neo4j.driver(uri, undefined, { connectionTimeout: START_LIMIT_MS });
  try {
    await driver.executeQuery('RETURN 1');
  } catch (error) {
    if (!(error instanceof Neo4jError) || !error.code.startsWith('Neo.ClientError.')) throw error;
  } finally {
    await driver.close();
  }
}

/** @throws Error that says what is missing, or what the server printed */
export async function startNeo4j({
  port = 0,
  folder,
  authentication = false,
  advertisedPort = 0,
  certificates = '',
  longWork = false,
}: Neo4jOptions = {}): Promise<RunningNeo4j> {
  const missing = neo4jMissing();
  if (missing !== null) throw new Error(`Neo4j cannot be started: ${missing}`);
  provideJars();
  const data = folder ?? mkdtempSync(join(tmpdir(), 'sentra-neo4j-'));
  const options = [
    ...(longWork ? LONG_WORK : QUICK_START),
    ...JAVA_OPTIONS,
    '-cp',
    join(JARS, '*'),
    join(HERE, 'Neo4jForTests.java'),
  ];
  const server = spawn(
    'java',
    [...options, data, String(port), String(authentication), String(advertisedPort), certificates],
    { stdio: 'pipe' },
  );
  const tidy = async (): Promise<void> => {
    // Data that go anyway need no orderly end, which takes ten seconds.
    if (folder === undefined) server.kill('SIGKILL');
    else server.stdin.end();
    const limit = setTimeout(() => server.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended(server);
    clearTimeout(limit);
    if (folder === undefined) rmSync(data, { recursive: true, force: true });
  };
  try {
    const uri = `bolt${certificates === '' ? '' : '+ssc'}://127.0.0.1:${await portOf(server)}`;
    await answers(uri);
    const kill = async (): Promise<void> => {
      server.kill('SIGKILL');
      await ended(server);
    };
    return { uri, stop: tidy, kill };
  } catch (error) {
    await tidy();
    throw error;
  }
}
