import type { NodeId } from '#vocabulary';
import type { RelationGroup } from '../../graph-store.ts';
import { jsonList, type Question } from '../question.ts';
import * as read from '../row.ts';
import { ASKED, filterParameters, passes } from './filter.ts';
import type { NeighbourhoodInput } from './neighbourhood.ts';

export interface GroupOf {
  readonly of: NodeId;
  readonly group: RelationGroup;
}

/** Unordered: the order is `orderedGroups`'. A relation of a node with itself counts once in each direction. */
export const relationGroups: Question<NeighbourhoodInput, GroupOf> = {
  text: `WITH ${ASKED}
    SELECT asked.id, r.type, 1, n.type, count(*)
      FROM asked JOIN relation r ON r.from_node = asked.key JOIN node n ON n.key = r.to_node
      WHERE :out = 1 AND ${passes('r.to_node')} GROUP BY asked.key, r.type, n.type
    UNION ALL
    SELECT asked.id, r.type, 0, n.type, count(*)
      FROM asked JOIN relation r ON r.to_node = asked.key JOIN node n ON n.key = r.from_node
      WHERE :in = 1 AND ${passes('r.from_node')} GROUP BY asked.key, r.type, n.type`,
  parameters: ({ of, filter }) => ({ of: jsonList(of), ...filterParameters(filter) }),
  value: (row) => ({
    of: read.branded<NodeId>(row, 0),
    group: {
      relationType: read.relationType(row, 1),
      direction: read.number(row, 2) === 1 ? 'OUT' : 'IN',
      nodeType: read.nodeType(row, 3),
      count: read.number(row, 4),
    },
  }),
};
