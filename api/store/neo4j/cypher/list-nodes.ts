import { z } from 'zod';
import type { NodeListRequest, StoredNode } from '../../graph-store.ts';
import type { NamePosition } from '../../list-cursors.ts';
import { listOrNull, type CypherMap, type Question } from '../question.ts';
import { integer, namedNode } from '../row.ts';
import { anyLabel } from '../words.ts';

export type NodeListFilter = Omit<NodeListRequest, 'first' | 'after'>;

export interface NodeListInput {
  readonly filter: NodeListFilter;
  readonly after: NamePosition | null;
  readonly limit: number;
}

/** A node with the text it is ordered by. */
export interface NamedNode {
  readonly node: StoredNode;
  readonly sortName: string;
}

/** Only the filters given stand in the text, so that the server finds the index of the narrowest. */
function matching({ types, codes, kinds, schemes, ids }: NodeListFilter, more: readonly string[]): string {
  const within = (property: string, values: readonly string[] | undefined, parameter: string): string[] =>
    listOrNull(values) === null ? [] : [`n.${property} IN $${parameter}`];
  const conditions = [
    ...within('code', codes, 'codes'),
    ...within('kind', kinds, 'kinds'),
    ...within('scheme', schemes, 'schemes'),
    ...within('id', ids, 'ids'),
    'n.digest IS NOT NULL',
    ...more,
  ];
  const label = types === undefined || types.length === 0 ? 'Entity' : anyLabel(types);
  return `MATCH (n:${label}) WHERE ${conditions.join(' AND ')}`;
}

function filterParameters({ codes, kinds, schemes, ids }: NodeListFilter): CypherMap {
  return {
    codes: listOrNull(codes),
    kinds: listOrNull(kinds),
    schemes: listOrNull(schemes),
    ids: listOrNull(ids),
  };
}

/** By sort name, then id. */
export const listNodesPage: Question<NodeListInput, NamedNode> = {
  text: ({ filter }) =>
    `${matching(filter, [
      'n.sortName >= $afterName',
      '(n.sortName > $afterName OR n.id > $afterId)',
    ])} RETURN properties(n) AS node ORDER BY n.sortName, n.id LIMIT $limit`,
  // Every id comes after the empty text, with which the list begins.
  parameters: ({ filter, after, limit }) => ({
    ...filterParameters(filter),
    afterName: after?.sortName ?? '',
    afterId: after?.id ?? '',
    limit: BigInt(limit),
  }),
  row: z.object({ node: namedNode }).transform((row) => row.node),
};

export const listNodesTotal: Question<NodeListFilter, number> = {
  text: (filter) => `${matching(filter, [])} RETURN count(n) AS total`,
  parameters: filterParameters,
  row: z.object({ total: integer }).transform((row) => row.total),
};
