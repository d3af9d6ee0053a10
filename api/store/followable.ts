/** What somebody asks of a store who keeps something that follows from it, such as its open edition. */
import type { Revision } from './graph-store.ts';
import type { RecordKey, RecordUse, WholeRecord } from './stored-record.ts';

/** Moves whenever a record is marked restricted; empty: none ever was. Means nothing else. */
export type Marks = string;

export interface Followable {
  /**
   * Other than before from the transaction on that marks a record restricted, so that whoever is told of the mark can rely on it. Cheap:
   * asked before an answer goes to somebody who may not see such.
   */
  marks(): Promise<Marks>;

  /** Every record that is marked now, in the order of `streamRecords`, in batches. */
  streamMarked(): AsyncIterable<readonly RecordKey[]>;

  /** Those that exist, whole, by id (an id alone names a record). */
  wholeRecords(keys: readonly RecordKey[]): Promise<ReadonlyMap<string, WholeRecord>>;

  /**
   * Which records refer to those named: evidence to its source, relations and figures to their nodes, disagreements to what they are about,
   * sides to their disagreement. Each use at least once, in no order. @returns null when there are more than `most`
   */
  usesOf(keys: readonly RecordKey[], most: number): Promise<readonly RecordUse[] | null>;

  /**
   * Records that writes of this very store changed between two revisions, when nobody else wrote meanwhile and it still knows; null: it does
   * not. Never waits.
   */
  writtenBetween(from: Revision, to: Revision): readonly RecordKey[] | null;
}
