/** Whole tables, a slice at a time: after the last one read. */
import type { NodeId, RelationId, SourceId } from '#vocabulary';
import type {
  RecordDigest,
  RecordKey,
  RecordKind,
  RelationSources,
  StoredNode,
  StoredRelation,
} from '../../graph-store.ts';
import type { Question } from '../question.ts';
import * as read from '../row.ts';
import { NODE_COLUMNS, RELATION_COLUMNS, RELATION_JOINS, nodeOf, relationOf } from './columns.ts';

export interface SliceInput<Id extends string> {
  /** Id of the last one read; the empty text at the start. */
  readonly after: Id | '';
  readonly limit: number;
}

/** Ascending by id. */
export const nodeSlice: Question<SliceInput<NodeId>, StoredNode> = {
  text: `SELECT ${NODE_COLUMNS} FROM node n WHERE n.id > :after ORDER BY n.id LIMIT :limit`,
  parameters: ({ after, limit }) => ({ after, limit }),
  value: nodeOf,
};

/** Ascending by id. */
export const relationSlice: Question<SliceInput<RelationId>, StoredRelation> = {
  text: `SELECT ${RELATION_COLUMNS} FROM relation r ${RELATION_JOINS} WHERE r.id > :after ORDER BY r.id LIMIT :limit`,
  parameters: ({ after, limit }) => ({ after, limit }),
  value: relationOf,
};

/** Ascending by id. */
export const relationSourcesSlice: Question<SliceInput<RelationId>, RelationSources> = {
  text: `SELECT r.id, (
      SELECT json_group_array(id) FROM (
        SELECT DISTINCT s.id AS id FROM relation_evidence e JOIN source s ON s.key = e.source
        WHERE e.subject = r.key ORDER BY s.id
      )
    ) FROM relation r WHERE r.id > :after ORDER BY r.id LIMIT :limit`,
  parameters: ({ after, limit }) => ({ after, limit }),
  value: (row) => ({ id: read.branded<RelationId>(row, 0), sources: read.list<SourceId>(row, 1) }),
};

const digests = (kind: RecordKind): Question<SliceInput<RecordDigest['id']>, RecordDigest> => ({
  text: `SELECT x.id, x.digest FROM ${kind} x WHERE x.id > :after ORDER BY x.id LIMIT :limit`,
  parameters: ({ after, limit }) => ({ after, limit }),
  value: (row) => ({ kind, id: read.branded<RecordDigest['id']>(row, 0), digest: read.text(row, 1) }),
});

const marked = (kind: RecordKind): Question<SliceInput<RecordKey['id']>, RecordKey> => ({
  text: `SELECT x.id FROM ${kind} x WHERE x.restricted <> 0 AND x.id > :after ORDER BY x.id LIMIT :limit`,
  parameters: ({ after, limit }) => ({ after, limit }),
  value: (row) => ({ kind, id: read.branded<RecordKey['id']>(row, 0) }),
});

export const markedSlices = [
  marked('source'),
  marked('node'),
  marked('disagreement'),
  marked('relation'),
  marked('figure'),
];

export const digestSlices = [
  digests('source'),
  digests('node'),
  digests('disagreement'),
  digests('relation'),
  digests('figure'),
];
