import { z } from 'zod';
import type { NodeId } from '#vocabulary';
import type { NamePosition } from '../../list-cursors.ts';
import type { ReadyFilter } from '../../relation-filter.ts';
import type { Question } from '../question.ts';
import { branded, integer, namedNode } from '../row.ts';
import { AT, PASSES_EITHER_WAY, filterParameters } from './filter.ts';
import type { NamedNode } from './list-nodes.ts';

export interface RelatedInput {
  readonly of: readonly NodeId[];
  readonly filter: ReadyFilter;
  readonly after: NamePosition | null;
  readonly limit: number;
}

export interface RelatedPage {
  readonly of: NodeId;
  /** Distinct related nodes in all. */
  readonly total: number;
  readonly nodes: readonly NamedNode[];
}

/**
 * For each node that exists, the distinct nodes at the other end of its relations: by sort name, then id. The cursor's
 * condition stands in the aggregation: in a list comprehension, Neo4j 5.26.0 fails to plan it.
 */
export const relatedNodes: Question<RelatedInput, RelatedPage> = {
  text: () => `MATCH (a:Entity) WHERE a.id IN $of AND a.digest IS NOT NULL
    OPTIONAL MATCH ${AT} WHERE ${PASSES_EITHER_WAY}
    WITH DISTINCT a, o
    WITH a, o ORDER BY o.sortName, o.id
    WITH a.id AS of, count(o) AS total, collect(CASE
      WHEN o.sortName > $afterName OR (o.sortName = $afterName AND o.id > $afterId) THEN o
    END)[0..$limit] AS page
    RETURN of, total, [one IN page | properties(one)] AS nodes`,
  // Every id comes after the empty text, with which the list begins.
  parameters: ({ of, filter, after, limit }) => ({
    of,
    ...filterParameters(filter),
    afterName: after?.sortName ?? '',
    afterId: after?.id ?? '',
    limit: BigInt(limit),
  }),
  row: z.object({ of: branded<NodeId>(), total: integer, nodes: z.array(namedNode) }),
};
