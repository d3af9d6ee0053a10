/** Everything, a slice at a time: after the last one read. */
import { z } from 'zod';
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
import { RELATION_COLUMNS, branded, namedNode, storedRelation } from '../row.ts';
import { ANY_RELATION } from '../words.ts';

export interface SliceInput {
  /** Id of the last one read; the empty text at the start. */
  readonly after: string;
  readonly limit: number;
}

export const AFTER = (label: string): string => `MATCH (x:${label}) WHERE x.id > $after AND x.digest IS NOT NULL`;
export const FIRST = 'ORDER BY x.id LIMIT $limit';

export function sliceParameters({ after, limit }: SliceInput) {
  return { after, limit: BigInt(limit) };
}

/** Ascending by id. */
export const nodeSlice: Question<SliceInput, StoredNode> = {
  text: () => `${AFTER('Entity')} RETURN properties(x) AS node ${FIRST}`,
  parameters: sliceParameters,
  row: z.object({ node: namedNode }).transform((row) => row.node.node),
};

/** Ascending by id. */
export const nodeIdSlice: Question<SliceInput, NodeId> = {
  text: () => `${AFTER('Entity')} RETURN x.id AS id ${FIRST}`,
  parameters: sliceParameters,
  row: z.object({ id: branded<NodeId>() }).transform((row) => row.id),
};

export const FROM_NODES = `MATCH (f:Entity)-[r:${ANY_RELATION}]->(t:Entity) WHERE f.id IN $from AND r.digest IS NOT NULL`;

/** Relations from the nodes, ascending by id. */
export const relationsFrom: Question<readonly NodeId[], StoredRelation> = {
  text: () => `${FROM_NODES} RETURN ${RELATION_COLUMNS} ORDER BY r.id`,
  parameters: (from) => ({ from }),
  row: storedRelation,
};

/** What the relations from the nodes rest on, ascending by the relation's id. */
export const sourcesOfRelationsFrom: Question<readonly NodeId[], RelationSources> = {
  text: () => `${FROM_NODES} MATCH (e:Evidence)-[:FROM_SOURCE]->(s:Source) WHERE e.subject = r.id
    WITH DISTINCT r.id AS id, s.id AS source ORDER BY source RETURN id, collect(source) AS sources ORDER BY id`,
  parameters: (from) => ({ from }),
  row: z.object({ id: branded<RelationId>(), sources: z.array(branded<SourceId>()) }),
};

const digestRow = (kind: RecordKind): z.ZodType<RecordDigest> =>
  z.object({ id: branded<RecordDigest['id']>(), digest: z.string() }).transform((row) => ({ kind, ...row }));

/** Ascending by id. */
export const relationDigestsFrom: Question<readonly NodeId[], RecordDigest> = {
  text: () => `${FROM_NODES} RETURN r.id AS id, r.digest AS digest ORDER BY r.id`,
  parameters: (from) => ({ from }),
  row: digestRow('relation'),
};

const markedRow = (kind: RecordKind): z.ZodType<RecordKey> =>
  z.object({ id: branded<RecordKey['id']>() }).transform((row) => ({ kind, ...row }));

const marked = (label: string, kind: RecordKind): Question<SliceInput, RecordKey> => ({
  text: () => `${AFTER(label)} AND x.restricted = true RETURN x.id AS id ${FIRST}`,
  parameters: sliceParameters,
  row: markedRow(kind),
});

/** Without their relations. */
export const markedBeforeRelations = [
  marked('Source', 'source'),
  marked('Entity', 'node'),
  marked('Disagreement', 'disagreement'),
];
export const markedAfterRelations = [marked('Figure', 'figure')];

/** All of them, ascending by id: nothing leads to them but going through all relations, which is done once. */
export const markedRelations: Question<undefined, RecordKey> = {
  text: () => `MATCH (:Entity)-[r:${ANY_RELATION}]->(:Entity) WHERE r.restricted = true AND r.digest IS NOT NULL
    RETURN r.id AS id ORDER BY r.id`,
  parameters: () => ({}),
  row: markedRow('relation'),
};

const digests = (label: string, kind: RecordKind): Question<SliceInput, RecordDigest> => ({
  text: () => `${AFTER(label)} RETURN x.id AS id, x.digest AS digest ${FIRST}`,
  parameters: sliceParameters,
  row: digestRow(kind),
});

/** Relations go by the nodes they come from. */
export const digestsBeforeRelations = [
  digests('Source', 'source'),
  digests('Entity', 'node'),
  digests('Disagreement', 'disagreement'),
];
export const digestsAfterRelations = [digests('Figure', 'figure')];
