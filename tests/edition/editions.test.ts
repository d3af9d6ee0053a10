/** Which graph is answered from, and that it follows the store without ever showing what is not open. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { openEditions, type Edition, type Editions, type EditionsOptions } from '../../api/edition/editions.ts';
import { openProjectionKeeper } from '../../api/projection/projection-keeper.ts';
import { datasetRevision, seedStore } from '../../api/seeding/seed-store.ts';
import { openPrivateStore } from '../../api/start/private-store.ts';
import { StoreError, type GraphStore } from '../../api/store/graph-store.ts';
import { evidence, node, records, relation, source } from '../fixtures/records.ts';
import { storesInFiles } from './stores-in-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'sentra-editions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newPlace = storesInFiles();
const newStore = async (): Promise<GraphStore> => (await newPlace()).store;

const HIDDEN = { restricted: true } as const;
const OPEN = records({
  sources: [source()],
  nodes: ['cluster:a', 'large-industry:b'].map((id) => node(id, { evidence: [evidence()] })),
  relations: [relation('cluster:a', 'SUPPLIES', 'large-industry:b')],
});
const WITH_HIDDEN: GraphRecords = {
  ...OPEN,
  nodes: [...OPEN.nodes, node('market:hidden', HIDDEN)],
  relations: [...OPEN.relations, relation('cluster:a', 'SUPPLIES', 'market:hidden')],
};

interface Served {
  readonly store: GraphStore;
  readonly full: Edition;
  readonly editions: Editions;
  readonly failures: unknown[];
}

async function served(
  graph: GraphRecords,
  options: Partial<EditionsOptions> = {},
  given?: GraphStore,
): Promise<Served> {
  const store = given ?? (await newStore());
  await store.write({ put: graph, remove: [] });
  const keeper = await openProjectionKeeper(store, { checkEveryMs: 0 });
  const full = { store, keeper, tableFiles: [] };
  const failures: unknown[] = [];
  const editions = await openEditions(full, {
    everybodySeesAll: () => false,
    openPrivateStore: newStore,
    checkEveryMs: 0,
    onFailure: (error) => failures.push(error),
    ...options,
  });
  onTestFinished(async () => {
    await editions.close();
    await keeper.close();
  });
  return { store, full, editions, failures };
}

describe('the editions of a service that people sign in to', () => {
  it('are one while nothing was ever marked', async () => {
    const { editions, full } = await served(OPEN);
    await editions.refresh();
    expect(editions.of(false)).toBe(full);
    expect(await editions.stillOpen(full)).toBe(true);
  });

  it('hold back what was answered from the store once something is marked, and are two from then on', async () => {
    const { editions, full, store } = await served(OPEN);
    expect(editions.of(false)).toBe(full);
    await store.write({ put: WITH_HIDDEN, remove: [] });
    expect(await editions.stillOpen(full)).toBe(false);
    expect(editions.of(false)).toBeNull();
    expect(editions.of(true)).toBe(full);
    await editions.refresh();
    const open = editions.of(false);
    expect(open).not.toBeNull();
    expect(await open?.store.revision()).toBe(datasetRevision(OPEN));
    expect(open?.keeper.current().projection.nodeCount).toBe(2);
    // Snapshots of before hold what was marked: the store is never shared again.
    await seedStore(store, OPEN);
    await editions.refresh();
    expect(editions.of(false)?.store).toBe(open?.store);
    expect(await editions.stillOpen(full)).toBe(false);
  });

  it('are one as long as nobody has to be told apart, and are made once somebody has', async () => {
    let everybody = true;
    const { editions, full } = await served(WITH_HIDDEN, { everybodySeesAll: () => everybody });
    await editions.refresh();
    expect(editions.of(false)).toBe(full);
    expect(await editions.stillOpen(full)).toBe(true);
    everybody = false;
    expect(editions.of(false)).toBeNull();
    expect(await editions.stillOpen(full)).toBe(false);
    await editions.refresh();
    expect(editions.of(false)?.keeper.current().revision).toBe(datasetRevision(OPEN));
  });

  it('give nothing before the open one stands', async () => {
    const { editions, full } = await served(WITH_HIDDEN);
    expect(editions.of(false)).toBeNull();
    expect(editions.of(true)).toBe(full);
    await editions.refresh();
    expect(editions.of(false)?.keeper.current().revision).toBe(datasetRevision(OPEN));
  });

  it('follow writes; the revision moves only with what is open', async () => {
    const { editions, store } = await served(WITH_HIDDEN);
    await editions.refresh();
    const revision = () => editions.of(false)?.keeper.current().revision;
    const before = revision();
    await store.write({ put: records({ nodes: [node('market:more', HIDDEN)] }), remove: [] });
    await editions.refresh();
    expect(revision()).toBe(before);
    const plain = node('market:plain');
    await store.write({ put: records({ nodes: [plain] }), remove: [] });
    await editions.refresh();
    expect(revision()).toBe(datasetRevision({ ...OPEN, nodes: [...OPEN.nodes, plain] }));
  });

  it('keep the open one while the store is away, and hold back what the store was asked for', async () => {
    const { editions, store, failures } = await served(WITH_HIDDEN);
    await editions.refresh();
    const open = editions.of(false);
    if (open === null) throw new Error('there is one');
    const { marks } = store;
    store.marks = () => Promise.reject(new StoreError('STORE_UNAVAILABLE', 'away'));
    await editions.refresh();
    expect(failures).toHaveLength(1);
    expect(editions.of(false)).toBe(open);
    // Somebody may mark what we cannot ask about.
    expect(await editions.stillOpen(open)).toBe(false);
    store.marks = marks;
    expect(await editions.stillOpen(open)).toBe(true);

    const shared = await served(OPEN);
    shared.store.marks = () => Promise.reject(new StoreError('STORE_UNAVAILABLE', 'away'));
    expect(await shared.editions.stillOpen(shared.full)).toBe(false);
  });

  it('hold back what was answered before a mark, from the write on that sets it, and give the rest once they follow', async () => {
    const { editions, store } = await served(WITH_HIDDEN);
    await editions.refresh();
    const before = editions.of(false);
    if (before === null) throw new Error('there is one');
    expect(await editions.stillOpen(before)).toBe(true);
    const [first] = OPEN.nodes;
    if (first === undefined) throw new Error('there are two');
    await store.write({ put: records({ nodes: [{ ...first, ...HIDDEN }] }), remove: [] });
    expect(await editions.stillOpen(before)).toBe(false);
    await editions.refresh();
    const after = editions.of(false);
    if (after === null) throw new Error('there is one');
    expect(after.keeper.current().projection.nodeCount).toBe(1);
    expect(await editions.stillOpen(after)).toBe(true);
    // What is still being made from the one before is of marks of before.
    expect(await editions.stillOpen(before)).toBe(false);
    // That a mark goes holds nothing back.
    await store.write({ put: records({ nodes: [first] }), remove: [] });
    expect(await editions.stillOpen(after)).toBe(true);
    await editions.refresh();
    expect(editions.of(false)?.keeper.current().projection.nodeCount).toBe(2);
  });

  it('hold a mark made with SQL from its commit on, before anybody looked at it', async () => {
    const { path, store } = await newPlace();
    const { editions } = await served(WITH_HIDDEN, {}, store);
    await editions.refresh();
    const before = editions.of(false);
    if (before === null) throw new Error('there is one');
    expect((await before.store.nodesById(OPEN.nodes.map(({ id }) => id))).size).toBe(2);
    const other = new Database(path);
    other.exec("UPDATE node SET restricted = 1 WHERE id = 'cluster:a'");
    other.close();
    expect(await editions.stillOpen(before)).toBe(false);
    await editions.refresh();
    const after = editions.of(false);
    if (after === null) throw new Error('there is one');
    expect(await editions.stillOpen(after)).toBe(true);
    expect([...(await after.store.nodesById(OPEN.nodes.map(({ id }) => id))).keys()]).toEqual(['large-industry:b']);
    expect(after.keeper.current().projection.relationCount).toBe(0);
    // Once it was looked at, the digest moves; the edition does not.
    await store.takeIn();
    await editions.refresh();
    expect(editions.of(false)?.keeper.current().revision).toBe(after.keeper.current().revision);
  });

  it('give nothing while the open one cannot be written, for it may hold what is no longer open', async () => {
    const kept: GraphStore[] = [];
    const { editions, store, failures } = await served(WITH_HIDDEN, {
      openPrivateStore: async () => {
        const own = await newStore();
        kept.push(own);
        return own;
      },
    });
    await editions.refresh();
    const [own] = kept;
    if (own === undefined) throw new Error('no store was opened');
    const { write } = own;
    own.write = () => Promise.reject(new StoreError('STORE_NOT_WRITABLE', 'the disk is full'));
    await store.write({
      put: records({ nodes: OPEN.nodes.slice(0, 1).map((one) => ({ ...one, ...HIDDEN })) }),
      remove: [],
    });
    await editions.refresh();
    expect(failures).toHaveLength(1);
    expect(editions.of(false)).toBeNull();
    own.write = write;
    await editions.refresh();
    expect(editions.of(false)?.keeper.current().projection.nodeCount).toBe(1);
  });

  it('stay unmade where no file can be had', async () => {
    const { editions, failures } = await served(WITH_HIDDEN, {
      openPrivateStore: () => Promise.reject(new StoreError('STORE_NOT_WRITABLE', 'no room')),
    });
    await editions.refresh();
    expect(editions.of(false)).toBeNull();
    expect(failures.length).toBeGreaterThan(0);
  });
});

describe('a private store', () => {
  it('is in a folder that nobody else may enter, and leaves nothing behind', async () => {
    const place = mkdtempSync(join(folder, 'private-'));
    const { store, remove } = await openPrivateStore(place);
    await store.write({ put: OPEN, remove: [] });
    const [own = ''] = readdirSync(place);
    expect(statSync(join(place, own)).mode & 0o777).toBe(0o700);
    await remove();
    expect(readdirSync(place)).toEqual([]);
  });

  it('removes what killed processes left behind, and nothing of those that run', async () => {
    const place = mkdtempSync(join(folder, 'left-'));
    // No process has a number beyond 4,194,304.
    for (const name of ['sentra-open-edition-99999999-abcdef', `sentra-open-edition-${process.ppid}-abcdef`, 'other']) {
      mkdtempSync(join(place, name));
    }
    const first = await openPrivateStore(place);
    const second = await openPrivateStore(place);
    const owners = readdirSync(place).map((name) => /^sentra-open-edition-(\d+)/.exec(name)?.[1] ?? 'other');
    expect(owners.sort()).toEqual([process.pid, process.pid, process.ppid, 'other'].map(String).sort());
    await first.remove();
    await second.remove();
  });
});
