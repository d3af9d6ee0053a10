/** The open edition made in a thread of its own, over files, as in service. */
import { existsSync, rmSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openEditions } from '../../api/edition/editions.ts';
import { openProjectionKeeper } from '../../api/projection/projection-keeper.ts';
import { makerInThread } from '../../api/start/edition-thread.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { node, records } from '../fixtures/records.ts';
import { storesInFiles } from './stores-in-files.ts';

const newStore = storesInFiles();
const neo4j = { user: '', password: '', database: null };
const HIDDEN = { restricted: true } as const;
const NODES = ['market:a', 'market:b', 'market:c'].map((id) => node(id));

async function namesIn(store: GraphStore): Promise<readonly string[]> {
  return (await store.listNodes({ first: 9 })).items.map(({ id }) => id);
}

describe('an open edition that a thread makes', { timeout: 60_000 }, () => {
  it('follows marks and writes, and the service answers from it', async () => {
    const [full, own] = [await newStore(), await newStore()];
    await full.store.write({ put: records({ nodes: [...NODES, node('market:hidden', HIDDEN)] }), remove: [] });
    const keeper = await openProjectionKeeper(full.store, { checkEveryMs: 0 });
    const editions = await openEditions(
      { store: full.store, keeper, tableFiles: [] },
      {
        everybodySeesAll: () => false,
        openPrivateStore: async () => own.store,
        openMaker: () => makerInThread({ full: full.address, stands: own.address, neo4j }),
        checkEveryMs: 0,
        onFailure: (error) => expect(error).toBe('no failure'),
      },
    );
    onTestFinished(async () => {
      await editions.close();
      await keeper.close();
    });
    await editions.refresh();
    const first = editions.of(false);
    if (first === null) throw new Error('there is one');
    expect(await namesIn(first.store)).toEqual(['market:a', 'market:b', 'market:c']);
    expect(await editions.stillOpen(first)).toBe(true);
    await full.store.write({ put: records({ nodes: [node('market:b', HIDDEN)] }), remove: [] });
    expect(await editions.stillOpen(first)).toBe(false);
    await editions.refresh();
    const second = editions.of(false);
    if (second === null) throw new Error('there is one');
    expect(await editions.stillOpen(second)).toBe(true);
    expect(await namesIn(second.store)).toEqual(['market:a', 'market:c']);
    expect(second.keeper.current().projection.nodeCount).toBe(2);
  });

  it('never makes a store file that is away', async () => {
    const [full, own] = [await newStore(), await newStore()];
    await full.store.close();
    rmSync(full.path);
    const maker = makerInThread({ full: full.address, stands: own.address, neo4j });
    onTestFinished(() => maker.close());
    await expect(maker.follow(null)).rejects.toThrow('the store file is not there');
    expect(existsSync(full.path)).toBe(false);
  });

  it('is made anew by another thread where one was ended', async () => {
    const [full, own] = [await newStore(), await newStore()];
    await full.store.write({ put: records({ nodes: NODES }), remove: [] });
    const places = { full: full.address, stands: own.address, neo4j };
    const ended = makerInThread(places);
    await ended.follow(null);
    await ended.close();
    await expect(ended.follow(null)).rejects.toThrow('closed');
    await full.store.write({ put: records({ nodes: NODES.map((one) => ({ ...one, ...HIDDEN })) }), remove: [] });
    const next = makerInThread(places);
    onTestFinished(() => next.close());
    expect((await next.follow(null))?.revision).toBe(await full.store.revision());
    expect(await namesIn(own.store)).toEqual([]);
  });
});
