/** A load into a SQLite file whose process is killed at any moment: it is all there or not at all. Neo4j: neo4j-load-killed.test.ts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { datasetRevision, seedStore } from '../../api/seeding/seed-store.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { EMPTY_REVISION, moveRevision } from '../../api/store/revision.ts';
import { generatedRecords } from '../fixtures/generated-records.ts';
import { records } from '../fixtures/records.ts';
import { allBatches } from './asking.ts';
import { drawnBelow } from '../fixtures/drawn-numbers.ts';
import { loadUntilKilled } from './killing.ts';

const [NODES, RELATIONS, BATCH] = [1_000, 30_500, 2_500];
const KILLS = 6;
const WHOLE = generatedRecords(NODES, RELATIONS);
const TARGET = datasetRevision(WHOLE);

const below = drawnBelow(20_251_231);

/** The revision is that of what is there, and every relation has both ends and its evidence. */
async function expectWhole(store: GraphStore): Promise<void> {
  const digests = await allBatches(store.streamDigests());
  expect(
    moveRevision(
      EMPTY_REVISION,
      digests.map(({ digest }) => digest),
      [],
    ),
  ).toBe(await store.revision());
  const nodes = new Set((await allBatches(store.streamNodes())).map(({ id }) => id));
  const relations = await allBatches(store.streamRelations());
  expect(relations.filter(({ from, to }) => !nodes.has(from) || !nodes.has(to))).toEqual([]);
  const evidence = await store.evidenceOf(relations.map(({ id }) => id));
  expect(evidence.size).toBe(relations.length);
  expect([...evidence.values()].every((pieces) => pieces.length === 1)).toBe(true);
}

/** An empty change takes its turn behind whatever the killed process had still sent. */
async function settled(store: GraphStore): Promise<string> {
  await store.write({ put: records({}), remove: [] });
  return store.revision();
}

async function finish(store: GraphStore): Promise<void> {
  const { revision } = await seedStore(store, WHOLE, { batch: BATCH });
  expect(revision).toBe(TARGET);
  expect(await store.loading()).toBeNull();
  expect(await store.dataset()).toMatchObject({ nodeCount: NODES, relationCount: RELATIONS });
  await expectWhole(store);
  expect(await store.takeIn({ whole: true })).toMatchObject({ takenIn: 0, faultCount: 0 });
}

describe('a load killed at any moment, SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sentra-killed-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is all there or not at all, and the next run ends it', { timeout: 300_000 }, async () => {
    const address = `sqlite:${join(folder, 'graph.db')}`;
    const seen = new Set<string>();
    const load = { address, nodes: NODES, relations: RELATIONS, batch: BATCH, edition: 0 };
    for (let kill = 0; kill < KILLS; kill += 1) {
      // The line after the first: what differs is known and is about to be written.
      await loadUntilKilled(load, { lines: 2, milliseconds: below(400) });
      const store = await openStore(address);
      seen.add(await settled(store));
      await expectWhole(store);
      await store.close();
    }
    expect([...seen].filter((revision) => revision !== EMPTY_REVISION && revision !== TARGET)).toEqual([]);
    const store = await openStore(address);
    await finish(store);
    await store.close();
  });
});
