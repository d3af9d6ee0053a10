import type { NodeId } from '#vocabulary';
import type { StoredRelation } from '../../graph-store.ts';
import type { NumberPosition } from '../../list-cursors.ts';
import type { ReadyFilter } from '../../relation-filter.ts';
import { jsonList, type Question } from '../question.ts';
import * as read from '../row.ts';
import { RELATION_COLUMNS, RELATION_JOINS, relationOf } from './columns.ts';
import { ASKED, INCIDENT, filterParameters } from './filter.ts';

export interface NeighbourhoodInput {
  readonly of: readonly NodeId[];
  readonly filter: ReadyFilter;
}

export interface NeighbourhoodPageInput extends NeighbourhoodInput {
  readonly after: NumberPosition | null;
  readonly limit: number;
}

/** A page of relations: last certain day descending, id. Keys are ordered first, so that only the page's rows are read whole. */
export const neighbourhoodPage: Question<NeighbourhoodPageInput, StoredRelation> = {
  text: `WITH ${ASKED}, ${INCIDENT}, page (key) AS (
      SELECT r.key FROM incident JOIN relation r ON r.key = incident.key
      WHERE :afterId IS NULL OR r.earliest_end < :afterDay OR (r.earliest_end = :afterDay AND r.id > :afterId)
      ORDER BY r.earliest_end DESC, r.id LIMIT :limit
    )
    SELECT ${RELATION_COLUMNS} FROM page JOIN relation r ON r.key = page.key ${RELATION_JOINS}
    ORDER BY r.earliest_end DESC, r.id`,
  parameters: ({ of, filter, after, limit }) => ({
    of: jsonList(of),
    ...filterParameters(filter),
    afterDay: after?.number ?? null,
    afterId: after?.id ?? null,
    limit,
  }),
  value: relationOf,
};

/** How much there is in all: the nodes asked for and both ends of every relation, and the relations. One row. */
export const neighbourhoodTotal: Question<NeighbourhoodInput, { nodes: number; relations: number }> = {
  text: `WITH ${ASKED}, ${INCIDENT}
    SELECT
      (SELECT count(*) FROM (
        SELECT key FROM asked UNION SELECT from_node FROM incident UNION SELECT to_node FROM incident)),
      (SELECT count(*) FROM incident)`,
  parameters: ({ of, filter }) => ({ of: jsonList(of), ...filterParameters(filter) }),
  value: (row) => ({ nodes: read.number(row, 0), relations: read.number(row, 1) }),
};
