import type { GraphRecords } from '#vocabulary';
import type { ChangeSet, GraphStore, RecordKey, RecordKind, WriteSummary } from '../store/graph-store.ts';
import { recordDigest } from '../store/revision.ts';

interface Difference {
  readonly change: ChangeSet;
  /** Records that the store already holds just so. */
  readonly unchanged: number;
}

/** Ids of different kinds never meet: each kind has its own form of id, yet the kind keeps the keys apart for certain. */
function keyText({ kind, id }: RecordKey): string {
  return `${kind} ${id}`;
}

async function difference(store: GraphStore, records: GraphRecords): Promise<Difference> {
  const stored = new Map<string, { readonly key: RecordKey; readonly digest: string }>();
  for await (const batch of store.streamDigests()) {
    for (const { kind, id, digest } of batch) stored.set(keyText({ kind, id }), { key: { kind, id }, digest });
  }
  let unchanged = 0;
  const differing = <T extends { readonly id: RecordKey['id'] }>(kind: RecordKind, list: readonly T[]): readonly T[] =>
    list.filter((record) => {
      const text = keyText({ kind, id: record.id });
      const same = stored.get(text)?.digest === recordDigest(kind, record);
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
  return { change: { put, remove: [...stored.values()].map(({ key }) => key) }, unchanged };
}

/**
 * Makes the store hold exactly these records: new ones are added, changed ones replaced, others removed, in one write that
 * happens whole or not at all. Records are compared by their digests, so a second run writes nothing and leaves the revision
 * as it is. `unchanged` counts every record that was already there.
 * @throws StoreError of `streamDigests` and `write`; the store is then as it was
 */
export async function seedStore(store: GraphStore, records: GraphRecords): Promise<WriteSummary> {
  const { change, unchanged } = await difference(store, records);
  const nothing = change.remove.length === 0 && Object.values(change.put).every((list) => list.length === 0);
  if (nothing) return { added: 0, changed: 0, removed: 0, unchanged, revision: await store.revision() };
  const summary = await store.write(change);
  return { ...summary, unchanged: summary.unchanged + unchanged };
}
