import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphRecords } from '#vocabulary';
import { seedStore } from '../../api/seeding/seed-store.ts';
import type { ChangeSet, GraphStore, RecordDigest } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { readDataset } from '../../graph-seed/dataset/read-dataset.ts';
import { programFile } from '../programs/program.ts';
import { GOOD, writtenDataset } from './written-dataset.ts';

function records(text: string): GraphRecords {
  const reading = readDataset(writtenDataset({ 'a.yaml': text }));
  if (!reading.ok) throw new Error(reading.faults.map(({ message }) => message).join('\n'));
  return reading.records;
}

async function digests(store: GraphStore): Promise<ReadonlyMap<string, string>> {
  const all: RecordDigest[] = [];
  for await (const batch of store.streamDigests()) all.push(...batch);
  return new Map(all.map(({ kind, id, digest }) => [`${kind} ${id}`, digest]));
}

describe('seeding', () => {
  let store: GraphStore;
  let writes: ChangeSet[];
  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
    writes = [];
    const load = store.load.bind(store);
    store.load = (change, options) => {
      writes.push(change);
      return load(change, options);
    };
  });
  afterEach(() => store.close());

  it('loads every record in one write', async () => {
    const summary = await seedStore(store, records(GOOD));
    expect(summary).toMatchObject({ added: 8, changed: 0, removed: 0, unchanged: 0 });
    expect(writes).toHaveLength(1);
    expect(await store.dataset()).toMatchObject({ nodeCount: 6, relationCount: 1, figureCount: 0, sourceCount: 1 });
  });

  it('twice changes nothing, writes nothing and keeps the revision', async () => {
    const first = await seedStore(store, records(GOOD));
    const second = await seedStore(store, records(GOOD));
    expect(second).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 8, revision: first.revision });
    expect(writes).toHaveLength(1);
  });

  it('with one changed record changes only that one', async () => {
    await seedStore(store, records(GOOD));
    const before = await digests(store);
    const summary = await seedStore(store, records(GOOD.replace('name: The mill', 'name: The old mill')));
    expect(summary).toMatchObject({ added: 0, changed: 1, removed: 0, unchanged: 7 });
    expect(writes[1]?.put).toMatchObject({
      sources: [],
      nodes: [{ id: 'large-industry:mill' }],
      relations: [],
      figures: [],
    });
    const after = await digests(store);
    const moved = [...after].filter(([key, digest]) => before.get(key) !== digest).map(([key]) => key);
    expect(moved).toEqual(['node large-industry:mill']);
  });

  it('notices a change of the evidence alone', async () => {
    await seedStore(store, records(GOOD));
    const summary = await seedStore(store, records(GOOD.replace('kind: DOCUMENTED', 'kind: INFERRED')));
    expect(summary).toMatchObject({ changed: 1, unchanged: 7 });
    const [evidence] = (await store.evidenceOf(records(GOOD).relations.map(({ id }) => id))).values();
    expect(evidence).toMatchObject([{ kind: 'INFERRED' }]);
  });

  it('takes away what the dataset no longer has, and back again gives the first revision', async () => {
    const first = await seedStore(store, records(GOOD));
    const without = GOOD.slice(0, GOOD.indexOf('relations:'));
    expect(await seedStore(store, records(without))).toMatchObject({ added: 0, removed: 1, unchanged: 7 });
    expect((await store.dataset()).relationCount).toBe(0);
    const again = await seedStore(store, records(GOOD));
    expect(again).toMatchObject({ added: 1, removed: 0, revision: first.revision });
  });
});

// Each case starts Node twice, which a busy machine makes slow.
describe('npm run seed', { timeout: 60_000 }, () => {
  const run = async (dataset: string, file: string) =>
    spawnSync(process.execPath, [await programFile('seed')], {
      env: { ...process.env, SENTRA_DATASET: dataset, SENTRA_STORE: `sqlite:${file}` },
      encoding: 'utf8',
    });

  it('refuses a dataset with three faults: all of them with file and line, exit code 1, no store made', async () => {
    const bad = GOOD.replace('share: 0.25', 'share: 25')
      .replace('kind: GROUP', 'kind: HEAP')
      .replace('name: Help', 'title: Help');
    const dataset = writtenDataset({ 'a.yaml': bad });
    const file = join(dataset, 'graph.db');
    const { status, stderr } = await run(dataset, file);
    expect(status).toBe(1);
    for (const place of ['a.yaml:11', 'a.yaml:13', 'a.yaml:20']) expect(stderr).toContain(place);
    expect(stderr).toContain('Nothing was loaded');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(file)).toBe(false);
  });

  it('says what changed, and on the second run that nothing did', async () => {
    const dataset = writtenDataset({ 'a.yaml': GOOD });
    const file = join(writtenDataset({}), 'graph.db');
    expect((await run(dataset, file)).stdout).toMatch(
      /^8 added, 0 changed, 0 removed, 0 unchanged; revision [0-9a-f]{32}$/m,
    );
    expect((await run(dataset, file)).stdout).toMatch(
      /^0 added, 0 changed, 0 removed, 8 unchanged; revision [0-9a-f]{32}$/m,
    );
  });

  it('names a store address that no engine knows, without a trace', async () => {
    const dataset = writtenDataset({ 'a.yaml': GOOD });
    const { status, stderr } = spawnSync(process.execPath, [await programFile('seed')], {
      env: { ...process.env, SENTRA_DATASET: dataset, SENTRA_STORE: 'oracle:somewhere' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('sqlite:');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
