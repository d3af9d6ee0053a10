import type { NodeListRequest, StoredNode } from '../../graph-store.ts';
import type { NamePosition } from '../../list-cursors.ts';
import { jsonListOrNull, type NamedParameters, type Question } from '../question.ts';
import * as read from '../row.ts';
import type { Row } from '../row.ts';
import { NODE_COLUMNS, SORT_NAME_COLUMN, nodeOf } from './columns.ts';

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

export function namedNodeOf(row: Row): NamedNode {
  return { node: nodeOf(row), sortName: read.text(row, SORT_NAME_COLUMN) };
}

const WITHIN = (column: string, parameter: string): string =>
  `(${parameter} IS NULL OR ${column} IN (SELECT value FROM json_each(${parameter})))`;

const MATCHES = [
  WITHIN('n.type', ':types'),
  WITHIN('n.code', ':codes'),
  WITHIN('n.kind', ':kinds'),
  WITHIN('n.scheme', ':schemes'),
  WITHIN('n.id', ':ids'),
].join(' AND ');

function filterParameters(filter: NodeListFilter): NamedParameters {
  return {
    types: jsonListOrNull(filter.types),
    codes: jsonListOrNull(filter.codes),
    kinds: jsonListOrNull(filter.kinds),
    schemes: jsonListOrNull(filter.schemes),
    ids: jsonListOrNull(filter.ids),
  };
}

/** The narrowest of the filters leads, so that an index answers; the others only narrow it further. */
const LEADS = {
  ids: 'n.id IN (SELECT value FROM json_each(:ids))',
  codes: 'n.code IN (SELECT value FROM json_each(:codes))',
  types: 'n.type IN (SELECT value FROM json_each(:types))',
  none: 'TRUE',
} as const;

export type NodeListLead = keyof typeof LEADS;

export function leadOf(filter: NodeListFilter): NodeListLead {
  const given = (values: readonly string[] | undefined): boolean => values !== undefined && values.length > 0;
  if (given(filter.ids)) return 'ids';
  if (given(filter.codes)) return 'codes';
  return given(filter.types) ? 'types' : 'none';
}

const page = (lead: NodeListLead): Question<NodeListInput, NamedNode> => ({
  text: `SELECT ${NODE_COLUMNS} FROM node n WHERE ${LEADS[lead]} AND ${MATCHES}
    AND (:afterId IS NULL OR n.sort_name > :afterName OR (n.sort_name = :afterName AND n.id > :afterId))
    ORDER BY n.sort_name, n.id LIMIT :limit`,
  parameters: ({ filter, after, limit }) => ({
    ...filterParameters(filter),
    afterName: after?.sortName ?? null,
    afterId: after?.id ?? null,
    limit,
  }),
  value: namedNodeOf,
});

const total = (lead: NodeListLead): Question<NodeListFilter, number> => ({
  text: `SELECT count(*) FROM node n WHERE ${LEADS[lead]} AND ${MATCHES}`,
  parameters: filterParameters,
  value: (row) => read.number(row, 0),
});

/** By sort name, then id. */
export const listNodesPage = { ids: page('ids'), codes: page('codes'), types: page('types'), none: page('none') };
export const listNodesTotal = { ids: total('ids'), codes: total('codes'), types: total('types'), none: total('none') };
