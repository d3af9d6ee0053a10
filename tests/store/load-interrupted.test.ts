/** What others see of a load that is running or was cut off, and what a start makes of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDataset } from '../../graph-seed/dataset/read-dataset.ts';
import { progressOn } from '../../api/seeding/progress.ts';
import { datasetRevision, seedStore } from '../../api/seeding/seed-store.ts';
import { seedWhenEmpty } from '../../api/start/seed-when-empty.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import type { Loading } from '../../api/store/loading.ts';
import { openStore } from '../../api/store/open-store.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { refusal } from './asking.ts';
import { withNeo4j } from './neo4j-under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'sentra-interrupted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(
  join(folder, 'records.yaml'),
  `sources:
  - { id: source:survey, title: A survey, publisher: A publisher, licence: facts only, facts: [A001] }
nodes:
  - { id: cluster:a, name: A, kind: CLUSTER, evidence: [{ source: source:survey, kind: DOCUMENTED, facts: [A002] }] }
  - { id: market:b, name: B, evidence: [{ source: source:survey, kind: DOCUMENTED, facts: [A003] }] }
`,
);
function written() {
  const reading = readDataset(folder);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.records;
}

describe('progress', () => {
  it.each([
    [
      'on a terminal rewrites one line',
      true,
      ['\r\u001B[K300 of 900 records, 1000 a second', '\r\u001B[K900 of 900 records, 1000 a second\n'],
    ],
    ['elsewhere says a plain line only after seconds', false, []],
  ])('%s', (_how, isTTY, expected) => {
    const lines: string[] = [];
    let now = 0;
    const tell = progressOn({ isTTY, write: (text) => lines.push(text) }, () => now);
    for (const [at, done] of [
      [100, 100],
      [300, 300],
      [350, 350],
      [900, 900],
    ] as const) {
      now = at;
      tell(done, 900);
    }
    expect(lines).toEqual(expected);
  });

  it('of a slow load elsewhere is a line every five seconds and one at the end', () => {
    const lines: string[] = [];
    let now = 0;
    const tell = progressOn({ write: (text) => lines.push(text) }, () => now);
    for (const at of [1_000, 6_000, 7_000, 12_000]) {
      now = at;
      tell(at, 12_000);
    }
    expect(lines).toEqual(['6000 of 12000 records, 1000 a second\n', '12000 of 12000 records, 1000 a second\n']);
  });

  it('of what takes no time says nothing', () => {
    const lines: string[] = [];
    progressOn({ isTTY: true, write: (text) => lines.push(text) }, () => 0)(5, 5);
    expect(lines).toEqual([]);
  });
});

withNeo4j((neo4j) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await neo4j.openEmpty();
  });
  afterEach(() => store.close());

  /** Loads so many records and is cut off. */
  async function cutOff(most: number, records = tinyIndustry, batch = 3): Promise<void> {
    const loading = seedStore(store, records, {
      batch,
      onProgress: (done) => {
        if (done >= most) throw new Error('cut off');
      },
    });
    await expect(loading).rejects.toThrow('cut off');
  }

  describe('a load', () => {
    it('is seen by others while it runs, with its target and how far it is, and no more at its end', async () => {
      const other = await openStore(neo4j.uri());
      const looks: Promise<Loading | null>[] = [];
      try {
        await seedStore(store, tinyIndustry, { batch: 20, onProgress: () => looks.push(other.loading()) });
        const seen = await Promise.all(looks);
        expect(seen.length).toBeGreaterThan(2);
        const told = seen.filter((look) => look !== null);
        expect(told.length).toBeGreaterThan(0);
        for (const look of told) expect(look).toMatchObject({ target: datasetRevision(tinyIndustry), total: 41 });
        expect(await other.loading()).toBeNull();
      } finally {
        await other.close();
      }
    });

    it('to another target is refused while one is running, naming how far that is', async () => {
      await cutOff(9);
      const { code, message } = await refusal(seedStore(store, written()));
      expect(code).toBe('STORE_LOCKED');
      expect(message).toMatch(/another load is running, \d+ of 41 records done/);
      expect(await store.loading()).toMatchObject({ target: datasetRevision(tinyIndustry) });
    });

    it('that has been quiet for a minute gives way to one with another target', async () => {
      await cutOff(9);
      await neo4j.driver().executeQuery('MATCH (d:Dataset) SET d.loadingAt = d.loadingAt - 60000');
      expect((await seedStore(store, written())).revision).toBe(datasetRevision(written()));
      expect(await store.loading()).toBeNull();
    });
  });

  describe('a start', () => {
    const lines: string[] = [];
    const start = () => seedWhenEmpty(store, folder, (line) => lines.push(line));
    beforeEach(() => lines.splice(0));

    it('goes on with a first seed that was cut off, and does not serve it as complete', async () => {
      await cutOff(2, written(), 1);
      expect(await store.dataset()).toMatchObject({ sourceCount: 1, nodeCount: 1 });
      await start();
      expect(lines[0]).toMatch(/^A load of the store has not ended \(2 of 3 records\)/);
      expect(await store.revision()).toBe(datasetRevision(written()));
      expect(await store.loading()).toBeNull();
      lines.splice(0);
      await start();
      expect(lines).toEqual([]);
    });

    it('with the load of another dataset cut off is refused with a way out, and leaves it as it is', async () => {
      await cutOff(9);
      const before = await store.revision();
      await expect(start()).rejects.toThrow(
        /A load of another dataset has not ended \(\d+ of 41 records.*npm run seed/,
      );
      expect(await store.revision()).toBe(before);
    });
  });
});
