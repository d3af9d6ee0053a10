import { z } from 'zod';
import type { NodeId } from '#vocabulary';
import type { RelationGroup } from '../../graph-store.ts';
import type { Question } from '../question.ts';
import { branded, integer, nodeType, relationType } from '../row.ts';
import { PASSES, filterParameters } from './filter.ts';
import type { NeighbourhoodInput } from './neighbourhood.ts';

export interface GroupOf {
  readonly of: NodeId;
  readonly group: RelationGroup;
}

const COUNTED = 'o.type AS nodeType, count(r) AS count';

/** Unordered: the order is `orderedGroups`'. A relation of a node with itself counts once in each direction. */
export const relationGroups: Question<NeighbourhoodInput, GroupOf> = {
  text: () => `MATCH (a:Entity)-[r]->(o:Entity) WHERE a.id IN $of AND a.digest IS NOT NULL AND $out AND ${PASSES}
    RETURN a.id AS of, type(r) AS relationType, 'OUT' AS direction, ${COUNTED}
    UNION ALL
    MATCH (a:Entity)<-[r]-(o:Entity) WHERE a.id IN $of AND a.digest IS NOT NULL AND $in AND ${PASSES}
    RETURN a.id AS of, type(r) AS relationType, 'IN' AS direction, ${COUNTED}`,
  parameters: ({ of, filter }) => ({ of, ...filterParameters(filter) }),
  row: z
    .object({
      of: branded<NodeId>(),
      relationType,
      direction: z.enum(['OUT', 'IN']),
      nodeType,
      count: integer,
    })
    .transform(({ of, ...group }) => ({ of, group })),
};
