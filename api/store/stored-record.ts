/** Records as they are written and as they stand in a store. */
import type {
  DisagreementId,
  DisagreementRecord,
  FigureId,
  FigureRecord,
  GraphRecords,
  NodeId,
  NodeRecord,
  RelationId,
  RelationRecord,
  Source,
  SourceId,
} from '#vocabulary';
import type { Revision } from './graph-store.ts';

/** What a write changes. Records put replace those of the same id whole. */
export interface ChangeSet {
  readonly put: GraphRecords;
  readonly remove: readonly RecordKey[];
}

export type RecordKind = 'source' | 'node' | 'relation' | 'figure' | 'disagreement';

export interface RecordKey {
  readonly kind: RecordKind;
  readonly id: SourceId | NodeId | RelationId | FigureId | DisagreementId;
}

/** That one stored record needs another. */
export interface RecordUse {
  readonly used: RecordKey;
  readonly by: RecordKey;
}

export interface RecordDigest extends RecordKey {
  /** From `recordDigest` of api/store/revision.ts. */
  readonly digest: string;
}

export interface WriteSummary {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly revision: Revision;
}

interface Whole<Kind extends RecordKind, T extends { readonly id: RecordKey['id'] }> {
  readonly kind: Kind;
  readonly id: T['id'];
  readonly digest: string;
  readonly record: T;
}

/** A record as it was put, with its evidence. */
export type WholeRecord =
  | Whole<'source', Source>
  | Whole<'node', NodeRecord>
  | Whole<'disagreement', DisagreementRecord>
  | Whole<'relation', RelationRecord>
  | Whole<'figure', FigureRecord>;
