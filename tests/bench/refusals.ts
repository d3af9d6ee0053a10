/**
 * What a refusal costs the server: CPU time of its process a request, against the cheapest question that it answers, in turns. The server is
 * the one that ships, in a process of its own that tells its CPU time; how each attack is answered is checked first.
 */
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ATTACKS, question, type Attack } from '../api/attacks.ts';
import { openConnection, send, type RawRequest } from '../api/raw-request.ts';
import { check, median, type Benchmark, type BenchmarkResult } from './benchmark.ts';
import { startMeasured, type MeasuredServer } from './measured-server.ts';

const SERVER = 'dist/server/serve.js';
const [ROUNDS, REQUESTS, CLIENTS] = [9, 300, 4];
const SILENT_CONNECTIONS = 10_000;
/** It is known after the first time: nothing is parsed for it any more. */
const CHEAPEST = question('{__typename}');

async function startSentra(): Promise<MeasuredServer> {
  check(existsSync(SERVER), `${SERVER} is not built; run npm run build`);
  const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-refusals-'));
  const env = { SENTRA_STORE: `sqlite:${join(folder, 'graph.db')}`, SENTRA_LOG_LEVEL: 'warn' };
  const server = await startMeasured([SERVER], env, '/health/ready');
  return {
    ...server,
    stop: async () => {
      const code = await server.stop();
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

/** @returns microseconds of the server's CPU a request */
async function costOf(
  { url, cpu }: MeasuredServer,
  request: (turn: number) => RawRequest,
  turn: number,
  keepAlive = true,
): Promise<number> {
  const agent = new Agent({ keepAlive, maxSockets: CLIENTS });
  const before = await cpu();
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < REQUESTS) {
      next += 1;
      await send(url, request(turn * REQUESTS + next), agent);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const spent = (await cpu()) - before;
  agent.destroy();
  return spent / REQUESTS;
}

function resultOf(what: string, own: number, cheapest: number): BenchmarkResult {
  return {
    name: `refusals, ${what}`,
    value: own,
    unit: `µs of CPU, ${(own / cheapest).toFixed(2)} times the cheapest`,
    peer: 'the cheapest question that is answered',
    peerValue: cheapest,
    ratio: cheapest / own,
    goal: 'less than the cheapest',
    pass: own < cheapest,
  };
}

/** One that costs its connection is compared on connections that last as long. */
async function compared(server: MeasuredServer, { what, status, request }: Attack): Promise<BenchmarkResult> {
  const answer = await send(server.url, request(0));
  check(answer.status === status, `${what} is answered with ${answer.status}`);
  const keepAlive = answer.headers['connection'] !== 'close';
  const [own, cheapest]: [number[], number[]] = [[], []];
  for (let round = 1; round <= ROUNDS; round += 1) {
    own.push(await costOf(server, request, round, keepAlive));
    cheapest.push(await costOf(server, () => CHEAPEST, round, keepAlive));
  }
  return resultOf(what, median(own), median(cheapest));
}

/** All are opened at once; each is closed by the server, and whoever asks meanwhile is answered. */
async function silentConnections(server: MeasuredServer): Promise<BenchmarkResult> {
  const cheapest = await costOf(server, () => CHEAPEST, 1);
  const before = await server.cpu();
  let closed = 0;
  const gone: Promise<unknown>[] = [];
  const open = async (): Promise<Socket> => {
    const socket = await openConnection(server.url);
    socket.resume();
    gone.push(once(socket, 'close').then(() => (closed += 1)));
    return socket;
  };
  for (let at = 0; at < SILENT_CONNECTIONS; at += 500) {
    await Promise.all(Array.from({ length: 500 }, open));
    const health = await send(server.url, { method: 'GET', path: '/health/ready', headers: {} });
    check(health.status === 200, `health answers ${health.status} beside ${at + 500} silent connections`);
  }
  await Promise.all(gone);
  check(closed === SILENT_CONNECTIONS, `${closed} of ${SILENT_CONNECTIONS} silent connections were closed`);
  return resultOf('10,000 silent connections, each', ((await server.cpu()) - before) / SILENT_CONNECTIONS, cheapest);
}

export const refusalsBenchmark: Benchmark = {
  name: 'refusals',
  run: async () => {
    const server = await startSentra();
    try {
      const known = await send(server.url, CHEAPEST);
      check(known.body.trim() === '{"data":{"__typename":"Query"}}', `the cheapest question is answered ${known.body}`);
      // Both paths are compiled before either is measured.
      await costOf(server, () => CHEAPEST, 0);
      const results: BenchmarkResult[] = [];
      for (const attack of ATTACKS) results.push(await compared(server, attack));
      results.push(await silentConnections(server));
      return results;
    } finally {
      await server.stop();
    }
  },
};
