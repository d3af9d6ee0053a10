/** What has to change for a store to hold just what is wanted: both are gone through side by side, in the order of the streams. */
import type { DisagreementRecord, FigureRecord, GraphRecords, NodeRecord, RelationRecord, Source } from '#vocabulary';
import type { RecordDigest, RecordKey, RecordKind, WholeRecord } from './graph-store.ts';
import { compareAscii } from './orders.ts';

/** In the order of the streams: each kind after those that it needs. */
const KINDS: readonly RecordKind[] = ['source', 'node', 'disagreement', 'relation', 'figure'];

/** As streams are ordered: by kind, then id. */
export function compareKeys(a: RecordKey, b: RecordKey): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compareAscii(a.id, b.id);
}

/** One value after another of a stream in batches. */
export async function* singly<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<T, void, void> {
  for await (const batch of batches) yield* batch;
}

export type Step =
  /** To be put: under an id that nothing stands under yet, or in the place of another. */
  | { readonly step: 'add' | 'change'; readonly whole: WholeRecord }
  | { readonly step: 'remove'; readonly key: RecordKey };

/**
 * What differs, in the order of the streams.
 * @param wanted each after those that it needs, ascending
 * @param standing what the store holds: `streamDigests`
 */
export async function* differences(
  wanted: AsyncIterable<WholeRecord>,
  standing: AsyncIterable<readonly RecordDigest[]>,
): AsyncGenerator<Step, void, void> {
  const stands = singly(standing);
  try {
    let next = await stands.next();
    for await (const whole of wanted) {
      while (next.done !== true && compareKeys(next.value, whole) < 0) {
        yield { step: 'remove', key: next.value };
        next = await stands.next();
      }
      const there = next.done !== true && compareKeys(next.value, whole) === 0 ? next.value : null;
      if (there === null) yield { step: 'add', whole };
      else {
        if (there.digest !== whole.digest) yield { step: 'change', whole };
        next = await stands.next();
      }
    }
    for (; next.done !== true; next = await stands.next()) yield { step: 'remove', key: next.value };
  } finally {
    await stands.return();
  }
}

/** Records to be put, by their lists. */
export class PutLists implements GraphRecords {
  readonly sources: Source[] = [];
  readonly nodes: NodeRecord[] = [];
  readonly disagreements: DisagreementRecord[] = [];
  readonly relations: RelationRecord[] = [];
  readonly figures: FigureRecord[] = [];
  size = 0;

  add(whole: WholeRecord): void {
    this.size += 1;
    switch (whole.kind) {
      case 'source':
        this.sources.push(whole.record);
        return;
      case 'node':
        this.nodes.push(whole.record);
        return;
      case 'disagreement':
        this.disagreements.push(whole.record);
        return;
      case 'relation':
        this.relations.push(whole.record);
        return;
      case 'figure':
        this.figures.push(whole.record);
    }
  }
}
