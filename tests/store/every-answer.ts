/** All that a store answers about some nodes, for comparing two moments or two engines. */
import type { GraphRecords } from '#vocabulary';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { compareAscii } from '../../api/store/orders.ts';
import { source } from '../fixtures/records.ts';
import { allBatches, allPages, ids } from './asking.ts';

/** Every answer that could show a stranger. */
export async function everything(store: GraphStore, who: readonly string[]): Promise<readonly unknown[]> {
  const all = ids(...who);
  const { engine: _engine, revision: _revision, ...counts } = await store.dataset();
  return [
    counts,
    await allBatches(store.streamNodes()),
    await allBatches(store.streamRelations()),
    (await allBatches(store.streamDigests())).sort((a, b) => compareAscii(a.id, b.id)),
    await store.nodesById(all),
    await allPages((after) => store.listNodes({ first: 50, after })),
    await store.relatedNodes({ of: all, first: 50 }),
    await store.relationGroups(all, {}),
    await store.neighbourhood({ of: all, first: 50 }),
    await store.evidenceOf(all),
    await store.figuresOf(all),
    await store.disagreementsOf(all),
    await store.listSources({ first: 50 }),
    await store.citedBy([source().id]),
    await store.overview(),
  ];
}

/** What a SQLite store answers that holds just these. */
export async function answersOf(graph: GraphRecords, who: readonly string[]): Promise<readonly unknown[]> {
  const store = await openStore('sqlite::memory:');
  try {
    await store.write({ put: graph, remove: [] });
    return await everything(store, who);
  } finally {
    await store.close();
  }
}
