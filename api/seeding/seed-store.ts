import type { GraphRecords } from '#vocabulary';
import type { ChangeSet, GraphStore, RecordKey, RecordKind, Revision, WriteSummary } from '../store/graph-store.ts';
import { changeSize } from '../store/change-set.ts';
import type { LoadOptions } from '../store/loading.ts';
import type { OutsideWrites } from '../store/outside-writes.ts';
import { EMPTY_REVISION, moveRevision, recordDigest } from '../store/revision.ts';

interface Difference {
  readonly change: ChangeSet;
  /** Records that the store already holds just so. */
  readonly unchanged: number;
  /** The revision of the records alone: the store's, once it holds just them. */
  readonly target: Revision;
  readonly seen: NonNullable<LoadOptions['seen']>;
}

export interface SeedOptions {
  /** Told as records are written: how many of how many. */
  readonly onProgress?: LoadOptions['onProgress'];
  /** Told what others wrote past Sentra, before anything is compared: what they removed or changed is put right. */
  readonly onOutside?: ((found: OutsideWrites) => void) | undefined;
  /** Records a transaction, for engines that take several. */
  readonly batch?: number | undefined;
}

/** Ids of different kinds never meet: each kind has its own form of id, yet the kind keeps the keys apart for certain. */
function keyText({ kind, id }: RecordKey): string {
  return `${kind} ${id}`;
}

async function difference(store: GraphStore, records: GraphRecords): Promise<Difference> {
  const revision = await store.revision();
  const stored = new Map<string, { readonly key: RecordKey; readonly digest: string }>();
  for await (const batch of store.streamDigests()) {
    for (const { kind, id, digest } of batch) stored.set(keyText({ kind, id }), { key: { kind, id }, digest });
  }
  const seen = { revision, digests: new Map([...stored.values()].map(({ key: { id }, digest }) => [id, digest])) };
  let unchanged = 0;
  const digests: string[] = [];
  const differing = <T extends { readonly id: RecordKey['id'] }>(kind: RecordKind, list: readonly T[]): readonly T[] =>
    list.filter((record) => {
      const text = keyText({ kind, id: record.id });
      const digest = recordDigest(kind, record);
      digests.push(digest);
      const same = stored.get(text)?.digest === digest;
      stored.delete(text);
      if (same) unchanged += 1;
      return !same;
    });
  const put: GraphRecords = {
    sources: differing('source', records.sources),
    nodes: differing('node', records.nodes),
    relations: differing('relation', records.relations),
    figures: differing('figure', records.figures),
    disagreements: differing('disagreement', records.disagreements),
  };
  // Whatever no record of the dataset claimed is gone from it.
  const remove = [...stored.values()].map(({ key }) => key);
  return { change: { put, remove }, unchanged, target: moveRevision(EMPTY_REVISION, digests, []), seen };
}

/** The revision of a store that holds just these records. */
export function datasetRevision({ sources, nodes, relations, figures, disagreements }: GraphRecords): Revision {
  const digests = (kind: RecordKind, list: readonly object[]): string[] =>
    list.map((record) => recordDigest(kind, record));
  return moveRevision(
    EMPTY_REVISION,
    [
      ...digests('source', sources),
      ...digests('node', nodes),
      ...digests('relation', relations),
      ...digests('figure', figures),
      ...digests('disagreement', disagreements),
    ],
    [],
  );
}

/**
 * Makes the store hold exactly these records: new ones are added, changed ones replaced, others removed. Records are compared
 * by their digests, so a second run writes nothing and leaves the revision as it is, and after a run that was cut off the next
 * one writes only what is still missing. What others wrote past Sentra counts like any record. `unchanged` counts every record that was already there.
 * @throws StoreError of `takeIn`, `streamDigests` and `load`
 */
export async function seedStore(
  store: GraphStore,
  records: GraphRecords,
  { onOutside, ...options }: SeedOptions = {},
): Promise<WriteSummary> {
  const outside = await store.takeIn();
  onOutside?.(outside);
  const { change, unchanged, target, seen } = await difference(store, records);
  const nothing = changeSize(change) === 0 && (await store.loading()) === null;
  if (nothing) return { added: 0, changed: 0, removed: 0, unchanged, revision: await store.revision() };
  const summary = await store.load(change, { target, seen, ...options });
  return { ...summary, unchanged: summary.unchanged + unchanged };
}
