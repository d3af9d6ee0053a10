/** Which records of the store may differ from what its open edition is of. */
import type { GraphStore, RecordDigest, RecordKey } from '../store/graph-store.ts';
import { compareKeys, singly } from '../store/side-by-side.ts';
import type { Apart } from './apart.ts';

function keyOf({ kind, id }: RecordKey): RecordKey {
  return { kind, id };
}

/**
 * Goes through the digests of both side by side: a fraction of what going through the records would cost.
 * @returns each once; null: more than `most`
 */
export async function differing(
  full: GraphStore,
  stands: AsyncIterable<readonly RecordDigest[]>,
  apart: Apart,
  most: number,
): Promise<RecordKey[] | null> {
  const changed: RecordKey[] = [];
  const gone = new Map(apart.keys());
  const standing = singly(stands);
  try {
    let next = await standing.next();
    for await (const there of singly(full.streamDigests())) {
      gone.delete(there.id);
      while (next.done !== true && compareKeys(next.value, there) < 0) {
        if (!apart.keys().has(next.value.id)) changed.push(keyOf(next.value));
        next = await standing.next();
      }
      let known = apart.digestOf(there.id);
      if (next.done !== true && compareKeys(next.value, there) === 0) {
        known ??= next.value.digest;
        next = await standing.next();
      }
      if (known !== there.digest) changed.push(keyOf(there));
      if (changed.length > most) return null;
    }
    for (; next.done !== true; next = await standing.next()) {
      if (!apart.keys().has(next.value.id)) changed.push(keyOf(next.value));
    }
  } finally {
    await standing.return();
  }
  changed.push(...[...gone.values()].map(keyOf));
  return changed.length > most ? null : changed;
}

/** Marked records of which something is open: marks that others set and nobody looked at yet leave the digest as it was. */
export async function newlyMarked(full: GraphStore, apart: Apart): Promise<RecordKey[]> {
  const found: RecordKey[] = [];
  for await (const key of singly(full.streamMarked())) if (!apart.withholds(key.id)) found.push(key);
  return found;
}
