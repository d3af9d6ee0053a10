/**
 * A neighbourhood of 10,000 nodes and relations over GraphQL: CPU time of the server an answer, against Apollo Server's default object rows
 * of the same data, and against JSON.stringify of those rows over plain node:http, which no GraphQL server can do without. All three
 * in processes of their own, in turns, uncompressed; what each answers is checked first.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { openStore } from '../../api/store/open-store.ts';
import { check, median, type Benchmark, type BenchmarkResult } from './benchmark.ts';
import { HUB, largeNeighbourhood, type Rows } from './large-neighbourhood.ts';
import { startMeasured, type MeasuredServer } from './measured-server.ts';
import { post } from './server-process.ts';

const SERVER = 'dist/server/serve.js';
const [ROUNDS, ANSWERS] = [7, 30];

const COLUMNS = JSON.stringify({
  query: `query ($around: [ID!]) { picture(filter: { around: $around }) {
    shown { nodes relations } total { nodes relations }
    nodes { ids names typeList types kinds }
    relations { idRests fromSteps toSteps typeList types evidenceList evidence periodList { from to attested } periods } } }`,
  variables: { around: [HUB] },
});
const ROWS = JSON.stringify({
  query: `{ neighbourhood { nodes { id type name kind }
    relations { id type from to evidenceClass period { from to attested } } } }`,
});

const Texts = z.array(z.string());
const Codes = z.array(z.number());
const Extent = z.object({ nodes: z.number(), relations: z.number() });
const Period = z.object({ from: z.string().nullable(), to: z.string().nullable(), attested: Texts });
const Columns = z.object({
  data: z.object({
    picture: z.object({
      shown: Extent,
      total: Extent,
      nodes: z.object({ ids: Texts, names: Texts, typeList: Texts, types: Codes, kinds: Texts }),
      relations: z.object({
        idRests: Texts,
        fromSteps: Codes,
        toSteps: Codes,
        typeList: Texts,
        types: Codes,
        evidenceList: Texts,
        evidence: Codes,
        periodList: z.array(Period),
        periods: Codes,
      }),
    }),
  }),
});

function at<T>(list: readonly T[], position: number | undefined): T {
  const value = list[position ?? -1];
  check(value !== undefined, `nothing stands at ${position}`);
  return z.custom<T>((found) => found !== undefined).parse(value);
}

function summed(steps: readonly number[]): readonly number[] {
  let position = 0;
  return steps.map((step) => (position += step));
}

/** What a client makes of the columns. */
function rowsOf(text: string): Rows {
  const { shown, total, nodes, relations } = Columns.parse(JSON.parse(text)).data.picture;
  check(shown.nodes === total.nodes && shown.relations === total.relations, 'a part only');
  check(total.nodes + total.relations === 10_000, `${total.nodes} nodes and ${total.relations} relations`);
  const [from, to] = [summed(relations.fromSteps), summed(relations.toSteps)];
  return {
    nodes: nodes.ids.map((id, i) => ({
      id,
      type: at(nodes.typeList, nodes.types[i]),
      name: at(nodes.names, i),
      kind: nodes.kinds[i] === '' ? null : at(nodes.kinds, i),
    })),
    relations: relations.idRests.map((rest, i) => {
      const type = at(relations.typeList, relations.types[i]);
      const [start, end] = [at(nodes.ids, from[i]), at(nodes.ids, to[i])];
      const follows = `${start}--${type}--${end}`;
      return {
        id: rest === '' || rest.startsWith('#') ? `${follows}${rest}` : rest,
        type,
        from: start,
        to: end,
        evidenceClass: at(relations.evidenceList, relations.evidence[i]),
        period: at(relations.periodList, relations.periods[i]),
      };
    }),
  };
}

async function textOf(url: string, body: string): Promise<string> {
  const answer = await post(url, body);
  check(answer?.status === 200, `status ${answer?.status}: ${answer?.text.slice(0, 200)}`);
  return answer?.text.trim() ?? '';
}

/** Milliseconds of CPU an answer. */
async function costOf({ url, cpu }: MeasuredServer, path: string, body: string): Promise<number> {
  const before = await cpu();
  for (let i = 0; i < ANSWERS; i += 1) await textOf(`${url}${path}`, body);
  return ((await cpu()) - before) / ANSWERS / 1_000;
}

async function loaded(folder: string): Promise<string> {
  const address = `sqlite:${join(folder, 'graph.db')}`;
  const store = await openStore(address);
  await store.write({ put: largeNeighbourhood(), remove: [] });
  await store.close();
  return address;
}

function atMost(
  name: string,
  [value, peerValue]: readonly [number, number],
  most: number,
  peer: string,
): BenchmarkResult {
  const unit = name.endsWith('bytes') ? 'bytes compressed' : 'ms of CPU an answer';
  return {
    name,
    value,
    unit,
    peer,
    peerValue,
    ratio: peerValue / value,
    goal: `at most ${most} times`,
    pass: value <= most * peerValue,
  };
}

export const graphql10kBenchmark: Benchmark = {
  name: 'graphql-10k',
  run: async () => {
    check(existsSync(SERVER), `${SERVER} is not built; run npm run build`);
    const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-10k-'));
    const started: MeasuredServer[] = [];
    const start = async (args: readonly string[], env: Readonly<Record<string, string>>, ready: string) => {
      const server = await startMeasured(args, env, ready);
      started.push(server);
      return server;
    };
    try {
      const env = { SENTRA_STORE: await loaded(folder), SENTRA_LOG_LEVEL: 'warn' };
      const ours = await start([SERVER], env, '/health/ready');
      const columns = await textOf(`${ours.url}/graphql`, COLUMNS);
      const file = join(folder, 'rows.json');
      writeFileSync(file, JSON.stringify(rowsOf(columns)));
      const peer = (kind: string, ready: string) =>
        start(['--import', 'tsx', join(import.meta.dirname, 'rows-server.ts'), kind, file], {}, ready);
      const [apollo, plain] = [await peer('apollo', '/?query=%7Bready%7D'), await peer('plain', '/')];
      const rows = await textOf(`${apollo.url}/`, ROWS);
      check(rows === (await textOf(`${plain.url}/`, ROWS)), 'the peers differ');
      const taken: [number[], number[], number[]] = [[], [], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        taken[0].push(await costOf(ours, '/graphql', COLUMNS));
        taken[1].push(await costOf(apollo, '/', ROWS));
        taken[2].push(await costOf(plain, '/', ROWS));
      }
      const [own, objects, stringified] = [median(taken[0]), median(taken[1]), median(taken[2])];
      const bytes = (text: string): number => gzipSync(text).length;
      return [
        atMost('graphql-10k', [own, objects], 0.15, "Apollo's default object rows of the same data"),
        atMost('graphql-10k-plain', [own, stringified], 1.6, 'JSON.stringify of the rows over plain node:http'),
        atMost('graphql-10k-bytes', [bytes(columns), bytes(rows)], 0.5, 'the object rows'),
      ];
    } finally {
      for (const server of started) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
