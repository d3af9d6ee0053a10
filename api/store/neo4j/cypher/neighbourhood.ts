import { z } from 'zod';
import { DAY_MAX, type NodeId } from '#vocabulary';
import type { StoredRelation } from '../../graph-store.ts';
import type { NumberPosition } from '../../list-cursors.ts';
import type { ReadyFilter } from '../../relation-filter.ts';
import type { Question } from '../question.ts';
import { RELATION_COLUMNS, integer, storedRelation } from '../row.ts';
import { AT, PASSES_EITHER_WAY, filterParameters } from './filter.ts';

export interface NeighbourhoodInput {
  readonly of: readonly NodeId[];
  readonly filter: ReadyFilter;
}

export interface NeighbourhoodPageInput extends NeighbourhoodInput {
  readonly after: NumberPosition | null;
  readonly limit: number;
}

/** A page of relations: last certain day descending, id. Only the page's rows are read whole. */
export const neighbourhoodPage: Question<NeighbourhoodPageInput, StoredRelation> = {
  text: () => `MATCH (a:Entity) WHERE a.id IN $of AND a.digest IS NOT NULL
    MATCH ${AT} WHERE ${PASSES_EITHER_WAY}
      AND (r.earliestEnd < $afterDay OR (r.earliestEnd = $afterDay AND r.id > $afterId))
    WITH DISTINCT r ORDER BY r.earliestEnd DESC, r.id LIMIT $limit
    WITH r, startNode(r) AS f, endNode(r) AS t
    RETURN ${RELATION_COLUMNS} ORDER BY r.earliestEnd DESC, r.id`,
  // Every relation ends before the day with which the list begins.
  parameters: ({ of, filter, after, limit }) => ({
    of,
    ...filterParameters(filter),
    afterDay: after?.number ?? DAY_MAX + 1,
    afterId: after?.id ?? '',
    limit: BigInt(limit),
  }),
  row: storedRelation,
};

/** How much there is in all: the nodes asked for and both ends of every relation, and the relations. No row without nodes. */
export const neighbourhoodTotal: Question<NeighbourhoodInput, { nodes: number; relations: number }> = {
  text: () => `MATCH (a:Entity) WHERE a.id IN $of AND a.digest IS NOT NULL
    OPTIONAL MATCH ${AT} WHERE ${PASSES_EITHER_WAY}
    WITH collect(DISTINCT a) + collect(DISTINCT o) AS ends, count(DISTINCT r) AS relations
    UNWIND ends AS node
    RETURN count(DISTINCT node) AS nodes, relations`,
  parameters: ({ of, filter }) => ({ of, ...filterParameters(filter) }),
  row: z.object({ nodes: integer, relations: integer }),
};
