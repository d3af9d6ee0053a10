import type { NodeId } from '#vocabulary';
import type { NamePosition } from '../../list-cursors.ts';
import type { ReadyFilter } from '../../relation-filter.ts';
import type { Question } from '../question.ts';
import * as read from '../row.ts';
import { NODE_COLUMNS } from './columns.ts';
import { filterParameters, passes } from './filter.ts';
import { namedNodeOf, type NamedNode } from './list-nodes.ts';

export interface RelatedInput {
  readonly of: NodeId;
  readonly filter: ReadyFilter;
}

export interface RelatedPageInput extends RelatedInput {
  readonly after: NamePosition | null;
  readonly limit: number;
}

/** Distinct nodes at the other end of the relations of one node. */
const RELATED = `asked (key) AS (SELECT n.key FROM node n WHERE n.id = :of),
  related (key) AS (
    SELECT r.to_node FROM asked JOIN relation r ON r.from_node = asked.key WHERE :out = 1 AND ${passes('r.to_node')}
    UNION
    SELECT r.from_node FROM asked JOIN relation r ON r.to_node = asked.key WHERE :in = 1 AND ${passes('r.from_node')}
  )`;

/** By sort name, then id. */
export const relatedNodesPage: Question<RelatedPageInput, NamedNode> = {
  text: `WITH ${RELATED} SELECT ${NODE_COLUMNS} FROM related JOIN node n ON n.key = related.key
    WHERE :afterId IS NULL OR n.sort_name > :afterName OR (n.sort_name = :afterName AND n.id > :afterId)
    ORDER BY n.sort_name, n.id LIMIT :limit`,
  parameters: ({ of, filter, after, limit }) => ({
    of,
    ...filterParameters(filter),
    afterName: after?.sortName ?? null,
    afterId: after?.id ?? null,
    limit,
  }),
  value: namedNodeOf,
};

export const relatedNodesTotal: Question<RelatedInput, number> = {
  text: `WITH ${RELATED} SELECT count(*) FROM related`,
  parameters: ({ of, filter }) => ({ of, ...filterParameters(filter) }),
  value: (row) => read.number(row, 0),
};

/** Which of the nodes exist. */
export const existingNodes: Question<readonly NodeId[], NodeId> = {
  text: 'SELECT n.id FROM json_each(:ids) AS given JOIN node n ON n.id = given.value',
  parameters: (ids) => ({ ids: JSON.stringify(ids) }),
  value: (row) => read.branded<NodeId>(row, 0),
};
