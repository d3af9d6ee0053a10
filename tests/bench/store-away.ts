/**
 * How long whoever needs the store waits for the 503 while its Neo4j refuses, is silent, is late, breaks off or is started anew. Service,
 * Neo4j and those who ask are processes of their own; 50 ask at once. What they are answered is checked, and that what the projection knows
 * goes on being answered; the peer is the bound that the README gives.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { freePort } from '../free-port.ts';
import { startNeo4j, type RunningNeo4j } from '../neo4j/start-neo4j.ts';
import { faultyProxy, type FaultyProxy } from '../store/faulty-proxy.ts';
import { check, type Benchmark, type BenchmarkResult } from './benchmark.ts';
import { post, startProcess } from './server-process.ts';

const CLIENTS = 50;
/** Times that all ask in each fault: the first meets a server that is not yet known to be away. */
const ROUNDS = 4;
const BOUND_S = 2.5;
/** Also for the start and the first seed, on a busy machine. */
const BACK_WITHIN_MS = 300_000;

const body = (query: string): string => JSON.stringify({ query });
/** Needs the store, with a small answer and a large one. */
const SMALL = body('{ node(id: "agency:jica") { description evidence { note } } }');
const LARGE = body('{ list(first: 200) { totalCount nodes { description evidence { note source { title } } } } }');
const PROJECTED = body(
  '{ clustersTiedToLargeIndustry(first: 50) { revision totalCount nodes { cluster { name } strength } } }',
);

const Answer = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional(),
});

/** One question through HTTP: its outcome in a word, its data, and seconds. */
class Asking {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: CLIENTS + 1 });

  constructor(url: string) {
    this.#url = url;
  }

  async ask(query: string): Promise<{ readonly outcome: string; readonly data: string; readonly s: number }> {
    const begun = performance.now();
    const answer = await post(this.#url, query, this.#agent);
    const s = (performance.now() - begun) / 1_000;
    if (answer === null) return { outcome: 'no connection', data: '', s };
    const { data, errors } = Answer.parse(JSON.parse(answer.text));
    return { outcome: `${answer.status} ${errors?.[0]?.extensions.code ?? 'whole'}`, data: JSON.stringify(data), s };
  }

  /** All clients at once. */
  together(query: string) {
    return Promise.all(Array.from({ length: CLIENTS }, () => this.ask(query)));
  }

  async untilWhole(): Promise<void> {
    const last = performance.now() + BACK_WITHIN_MS;
    while (performance.now() < last) {
      if ((await this.ask(LARGE)).outcome === '200 whole') return;
      await pause(250);
    }
    throw new Error(`the store was not back within ${BACK_WITHIN_MS / 1_000} s`);
  }

  /** A service that has just started signs its clients' connections in first. */
  async untilAllWhole(): Promise<void> {
    const last = performance.now() + BACK_WITHIN_MS;
    while (performance.now() < last) {
      if ((await this.together(LARGE)).every(({ outcome }) => outcome === '200 whole')) return;
    }
    throw new Error(`${CLIENTS} at once were not answered whole within ${BACK_WITHIN_MS / 1_000} s`);
  }

  close(): void {
    this.#agent.destroy();
  }
}

function resultOf(fault: string, seconds: readonly number[]): BenchmarkResult {
  const sorted = [...seconds].sort((a, b) => a - b);
  const max = sorted.at(-1) ?? Number.NaN;
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
  return {
    name: `store-away, ${fault}`,
    value: max,
    unit: `s at most until the 503, p95 ${p95.toFixed(3)} s, ${sorted.length} of them`,
    peer: 'the bound',
    peerValue: BOUND_S,
    ratio: BOUND_S / max,
    goal: `at most ${BOUND_S} s`,
    pass: max <= BOUND_S,
  };
}

/** @returns seconds that each 503 took */
async function during(asking: Asking, begin: () => void, end: () => void, rounds = ROUNDS): Promise<number[]> {
  await asking.untilWhole();
  const before = await asking.ask(PROJECTED);
  check(before.outcome === '200 whole', `the projection answers ${before.outcome} before anything is away`);
  await asking.untilAllWhole();
  const seconds: number[] = [];
  begin();
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const { outcome, s } of await asking.together(round % 2 === 0 ? LARGE : SMALL)) {
        check(outcome === '503 STORE_UNAVAILABLE', `${outcome} while the store is away`);
        seconds.push(s);
      }
      const projected = await asking.ask(PROJECTED);
      check(projected.outcome === '200 whole' && projected.data === before.data, 'the projection does not go on');
    }
  } finally {
    end();
  }
  await asking.untilWhole();
  return seconds;
}

/** Every client asks again and again while the server is stopped and started. @returns seconds that each 503 took */
async function duringRestart(asking: Asking, restart: () => Promise<void>): Promise<number[]> {
  await asking.untilWhole();
  const state = { on: true };
  const seconds: number[] = [];
  let whole = 0;
  const client = async (): Promise<void> => {
    while (state.on) {
      // A client that is told to come back does not do so at once.
      await pause(100);
      const { outcome, s } = await asking.ask(SMALL);
      if (outcome === '503 STORE_UNAVAILABLE') seconds.push(s);
      else if (outcome === '200 whole') whole += 1;
      else check(false, `${outcome} while the server is started anew`);
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, client));
  try {
    await restart();
    await asking.untilWhole();
  } finally {
    state.on = false;
  }
  await clients;
  check(
    whole > 0 && seconds.length > 0,
    `${whole} whole answers and ${seconds.length} refusals: nothing was started anew`,
  );
  return seconds;
}

async function faults(asking: Asking, proxy: FaultyProxy): Promise<BenchmarkResult[]> {
  const pass = (): void => proxy.pass();
  const brokenOff: number[] = [];
  // Once it broke off it refuses; so each time anew.
  for (let time = 0; time < ROUNDS; time += 1) {
    brokenOff.push(...(await during(asking, () => proxy.cutAfter(2_000), pass, 1)));
  }
  return [
    resultOf('refuses', await during(asking, () => proxy.cut(), pass)),
    resultOf('is a black hole', await during(asking, () => proxy.hold(), pass)),
    resultOf('is 30 s late', await during(asking, () => proxy.delay(30_000), pass)),
    resultOf('breaks off in an answer', brokenOff),
  ];
}

export const storeAwayBenchmark: Benchmark = {
  name: 'store-away',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-away-'));
    let neo4j: RunningNeo4j = await startNeo4j({ folder });
    const neo4jPort = Number(new URL(neo4j.uri).port);
    const proxy = await faultyProxy({ host: '127.0.0.1', port: neo4jPort });
    const port = await freePort();
    const asking = new Asking(`http://127.0.0.1:${port}/graphql`);
    const service = startProcess(['node', '--import', 'tsx', 'api/start/serve.ts'], '', {
      cwd: process.cwd(),
      env: {
        SENTRA_PORT: String(port),
        SENTRA_LOG_LEVEL: 'error',
        SENTRA_STORE: `bolt://127.0.0.1:${proxy.port}`,
        SENTRA_NEO4J_USER: '',
        SENTRA_NEO4J_PASSWORD: '',
        SENTRA_NEO4J_DATABASE: '',
      },
    });
    try {
      const results = await faults(asking, proxy);
      const restarted = await duringRestart(asking, async () => {
        await neo4j.stop();
        neo4j = await startNeo4j({ folder, port: neo4jPort });
      });
      return [...results, resultOf('is started anew', restarted)];
    } finally {
      await service.stop();
      asking.close();
      proxy.close();
      await neo4j.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
