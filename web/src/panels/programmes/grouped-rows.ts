import type { NodeSummaryFragment } from '../../actions/asking.ts';
import type { SupportRow } from '../../actions/programmes.ts';
import type { GroupedBy } from './asked.ts';

/** Rows under what they have in common. */
export interface RowGroup {
  /** null: no place is known. */
  readonly node: NodeNamed | null;
  readonly rows: readonly SupportRow[];
}
/** As much of a node as its name needs. */
type NodeNamed = Pick<NodeSummaryFragment, 'id' | 'type' | 'name' | 'names' | 'code'>;

/** Groups in the order in which their first rows come; what has no place comes last. */
export function groupedRows(rows: readonly SupportRow[], by: GroupedBy): readonly RowGroup[] {
  const groups = new Map<string, { readonly node: NodeNamed | null; readonly rows: SupportRow[] }>();
  for (const row of rows) {
    const node = commonNode(row, by);
    const key = node?.id ?? '';
    const group = groups.get(key) ?? { node, rows: [] };
    groups.set(key, group);
    group.rows.push(row);
  }
  const all = [...groups.values()];
  return [...all.filter(({ node }) => node !== null), ...all.filter(({ node }) => node === null)];
}

function commonNode({ cluster, support }: SupportRow, by: GroupedBy): NodeNamed | null {
  if (by === 'CLUSTER') return cluster;
  if (by === 'SUPPORTER') return support.supporter;
  return cluster.places.find(({ type }) => type === 'Regency') ?? cluster.places[0] ?? null;
}

/** Names a row among all others. */
export function rowKey({ cluster, support }: SupportRow): string {
  return `${cluster.id} ${support.supporter.id} ${support.type} ${support.level} ${JSON.stringify(support.period)}`;
}
