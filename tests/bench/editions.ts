/**
 * What the open edition costs a service: the first one, and one more after a write and after a mark, with the longest pause of the event loop in each.
 * The peer is a plain pass over the same rows in the same run: the least that looking at all of them can take. Two sizes; only by name.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphRecords } from '#vocabulary';
import { openEditions, type Edition, type Editions } from '../../api/edition/editions.ts';
import { openProjectionKeeper } from '../../api/projection/projection-keeper.ts';
import { makerInThread } from '../../api/start/edition-thread.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { moveRevision, recordDigest } from '../../api/store/revision.ts';
import { generatedRecords } from '../fixtures/generated-records.ts';
import { node, records } from '../fixtures/records.ts';
import { check, seconds, type Benchmark, type BenchmarkResult } from './benchmark.ts';
import { longestPause } from './large-graph.ts';

const SIZES = [
  { name: '10,000/100,000', nodes: 10_000, relations: 100_000 },
  { name: '100,000/1,000,000', nodes: 100_000, relations: 1_000_000 },
] as const;
/** Records written at once: what stands in memory meanwhile. */
const AT_ONCE = 50_000;
/** Milliseconds: the goal of the service. */
const PAUSE_MS = 50;
const NEO4J = { user: '', password: '', database: null };
const HIDDEN = node('market:hidden', { restricted: true });

async function fill(store: GraphStore, { sources, nodes, relations }: GraphRecords): Promise<void> {
  await store.write({ put: records({ sources, nodes: [...nodes, HIDDEN] }), remove: [] });
  for (let at = 0; at < relations.length; at += AT_ONCE) {
    await store.write({
      put: records({ sources: [], relations: relations.slice(at, at + AT_ONCE) }),
      remove: [],
    });
  }
}

async function plainPass(store: GraphStore): Promise<number> {
  let seen = 0;
  for await (const batch of store.streamRecords()) seen += batch.length;
  return seen;
}

function openOf(editions: Editions): Edition {
  const open = editions.of(false);
  if (open === null) throw new Error('there is no open edition');
  return open;
}

interface Measured {
  readonly s: number;
  readonly pauseMs: number;
}

async function measured(work: () => Promise<unknown>): Promise<Measured> {
  let s = 0;
  const pauseMs = await longestPause(async () => {
    s = await seconds(work);
  });
  return { s, pauseMs };
}

/** Until readers are answered from what follows the write. */
async function afterWrite(store: GraphStore, editions: Editions, put: GraphRecords): Promise<Measured> {
  await store.write({ put, remove: [] });
  const done = await measured(() => editions.refresh());
  check(await editions.stillOpen(openOf(editions)), 'the edition does not follow the write');
  return done;
}

async function ofSize(size: (typeof SIZES)[number], folder: string): Promise<BenchmarkResult[]> {
  const [full, stands] = ['full', 'open'].map((name) => `sqlite:${join(folder, `${name}-${size.nodes}.db`)}`);
  if (full === undefined || stands === undefined) throw new Error('two files');
  const [store, own] = [await openStore(full), await openStore(stands)];
  await fill(store, generatedRecords(size.nodes, size.relations));
  const keeper = await openProjectionKeeper(store, { checkEveryMs: 0 });
  const pass = await seconds(async () => check((await plainPass(store)) > size.relations, 'not all rows were read'));
  const failures: unknown[] = [];
  const begun = performance.now();
  let editions: Editions | null = null;
  const firstPause = await longestPause(async () => {
    editions = await openEditions(
      { store, keeper, tableFiles: [] },
      {
        everybodySeesAll: () => false,
        openPrivateStore: async () => own,
        openMaker: () => makerInThread({ full, stands, neo4j: NEO4J }),
        checkEveryMs: 0,
        onFailure: (error) => failures.push(error),
      },
    );
    await editions.refresh();
  });
  const first = { s: (performance.now() - begun) / 1_000, pauseMs: firstPause };
  if (editions === null) throw new Error('no editions');
  const open: Editions = editions;
  const without = async (gone: readonly GraphRecords['nodes'][number][]) =>
    moveRevision(
      await store.revision(),
      [],
      gone.map((one) => recordDigest('node', one)),
    );
  check(failures.length === 0, String(failures[0]));
  check((await openOf(open).store.revision()) === (await without([HIDDEN])), 'the first edition is not what is open');
  const fresh = node('market:fresh', { name: 'Fresh' });
  const written = await afterWrite(store, open, records({ sources: [], nodes: [fresh] }));
  check((await openOf(open).store.revision()) === (await without([HIDDEN])), 'after a write');
  const marked = { ...fresh, restricted: true as const };
  const mark = await afterWrite(store, open, records({ sources: [], nodes: [marked] }));
  check((await openOf(open).store.revision()) === (await without([HIDDEN, marked])), 'after a mark');
  await open.close();
  await keeper.close();
  await store.close();
  await own.close();
  const row = (what: string, { s }: Measured, goal: number): BenchmarkResult => ({
    name: `editions, ${size.name}, ${what}`,
    value: s,
    unit: 's until readers are answered from it',
    peer: 'a plain pass over the same rows',
    peerValue: pass,
    ratio: pass / s,
    goal: `at most ${goal} plain passes`,
    pass: s <= goal * pass,
  });
  const pause = (what: string, { pauseMs }: Measured): BenchmarkResult => ({
    name: `editions, ${size.name}, ${what}, longest pause`,
    value: pauseMs,
    unit: 'ms',
    peer: 'the goal of the service',
    peerValue: PAUSE_MS,
    ratio: PAUSE_MS / pauseMs,
    goal: `at most ${PAUSE_MS} ms`,
    pass: pauseMs <= PAUSE_MS,
  });
  return [
    row('the first', first, 12),
    pause('the first', first),
    row('after a write', written, 1),
    pause('after a write', written),
    row('after a mark', mark, 1),
    pause('after a mark', mark),
  ];
}

export const editionsBenchmark: Benchmark = {
  name: 'editions',
  onlyByName: true,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-editions-'));
    const chosen = process.env['SENTRA_BENCH_SIZE'];
    try {
      const results: BenchmarkResult[] = [];
      for (const size of SIZES) {
        if (chosen === undefined || chosen === String(size.nodes)) results.push(...(await ofSize(size, folder)));
      }
      return results;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
