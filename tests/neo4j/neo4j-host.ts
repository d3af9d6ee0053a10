/** One Java process in which Neo4j servers start and stop (Neo4jForTests.java). */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { JARS, neo4jMissing, provideJars } from './neo4j-jars.ts';

export interface ServerSettings {
  /** Its data. */
  readonly folder: string;
  /** 0, the default: any free one. */
  readonly port?: number | undefined;
  /** Wants the user neo4j, whose password is neo4j and has to be changed first. Default: no authentication. */
  readonly authentication?: boolean | undefined;
  /** The port that it tells routing drivers to use. Default: its own. */
  readonly advertisedPort?: number | undefined;
  /** Folder of private.key and public.crt; then it answers encrypted connections only. */
  readonly certificates?: string | undefined;
}

export interface Neo4jHost {
  /** @returns the port at which it listens; @throws Error that says what the process printed */
  start(name: string, settings: ServerSettings): Promise<number>;
  /** Ends a server in order. Its data stay. */
  stop(name: string): Promise<void>;
  /** Ends all servers in order, and the process. */
  end(): Promise<void>;
  /** Ends the process as a power cut does, by SIGKILL. */
  kill(): Promise<void>;
}

/** Neo4j reaches into the JDK, as its own start script allows it to. */
const JAVA_OPTIONS = [
  '-Djava.awt.headless=true',
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.util.concurrent=ALL-UNNAMED',
  '--add-opens=java.base/java.lang=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
];

const ANSWER_LIMIT_MS = 120_000;
const END_LIMIT_MS = 15_000;
/** Of what the process printed, for a message. */
const LINES_KEPT = 40;

/** @throws Error that says what is missing */
export async function startHost(javaOptions: readonly string[]): Promise<Neo4jHost> {
  const missing = neo4jMissing();
  if (missing !== null) throw new Error(`Neo4j cannot be started: ${missing}`);
  await provideJars();
  const options = [...javaOptions, ...JAVA_OPTIONS, '-cp', join(JARS, '*')];
  const java = spawn('java', [...options, join(import.meta.dirname, 'Neo4jForTests.java')], { stdio: 'pipe' });
  const order = orders(java);
  const ended = new Promise<void>((resolve) => {
    java.once('close', () => resolve());
  });
  const kill = async (): Promise<void> => {
    java.kill('SIGKILL');
    await ended;
  };
  return {
    start: async (name, { folder, port = 0, authentication = false, advertisedPort = 0, certificates = '' }) =>
      Number(
        await order('start', name, folder, String(port), String(authentication), String(advertisedPort), certificates),
      ),
    stop: async (name) => void (await order('stop', name)),
    end: async () => {
      java.stdin.end();
      const limit = setTimeout(() => java.kill('SIGKILL'), END_LIMIT_MS);
      await ended;
      clearTimeout(limit);
    },
    kill,
  };
}

/** Gives an order to the process and waits for its answer. Whatever else it prints is kept for the message when there is none. */
function orders(
  java: ChildProcessWithoutNullStreams,
): (...parts: readonly [what: string, name: string, ...string[]]) => Promise<string> {
  const waiting = new Map<string, { answered(text: string): void; failed(why: string): void }>();
  const said: string[] = [];
  const failAll = (why: string): void => {
    for (const { failed } of waiting.values()) failed(why);
  };
  for (const stream of [java.stdout, java.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      const [, verdict, name = '', rest = ''] = /^(STARTED|STOPPED|FAILED) (\S+) ?(.*)$/.exec(line) ?? [];
      if (verdict === 'FAILED') waiting.get(name)?.failed(rest);
      else if (verdict !== undefined) waiting.get(name)?.answered(rest);
      else said.splice(0, said.push(line) - LINES_KEPT);
    });
  }
  java.on('error', (error) => failAll(`could not be run: ${error.message}`));
  java.on('close', (code) => failAll(`ended with code ${code}`));
  // An order to a process that is gone: its end says so.
  java.stdin.on('error', () => undefined);
  return (...parts) =>
    new Promise<string>((resolve, reject) => {
      const [, name] = parts;
      const failed = (why: string): void => {
        clearTimeout(limit);
        waiting.delete(name);
        reject(new Error(`Neo4j ${why}\n${said.join('\n')}`));
      };
      const limit = setTimeout(() => failed(`did not answer within ${ANSWER_LIMIT_MS / 1000} s`), ANSWER_LIMIT_MS);
      const answered = (text: string): void => {
        clearTimeout(limit);
        waiting.delete(name);
        resolve(text);
      };
      waiting.set(name, { answered, failed });
      if (java.exitCode !== null || java.signalCode !== null) failed('has ended');
      else java.stdin.write(`${parts.join('\t')}\n`);
    });
}
