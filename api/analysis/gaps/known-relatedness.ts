/** Rel: how near what a cluster makes is to what a firm already buys (ANALYSIS.md §4). */
import type { PartialDate } from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { follower } from './follow.ts';
import type { ReadMaking } from './making.ts';
import { proximity, revealedAdvantage } from './relatedness.ts';

/** From fewer places than this, which classes go together is chance: relatedness is unknown. */
export const FEWEST_PLACES = 30;

/** Rel of a cluster and a firm, 0 to 1; null: too little is known. */
export type Relatedness = (cluster: NodeIndex, firm: NodeIndex) => number | null;

const NOTHING_KNOWN: Relatedness = () => null;

/**
 * Over makers (clusters, small and large industry) counted by regency and class; a firm buys the classes of those documented to
 * supply it, and of the clusters they are members of.
 */
export function relatednessOf(
  projection: Projection,
  asOf: PartialDate | undefined,
  making: ReadMaking,
  regenciesOf: (node: NodeIndex) => readonly NodeIndex[],
): Relatedness {
  const counts = countByPlace(projection, making, regenciesOf);
  if (counts.rows.length < FEWEST_PLACES) return NOTHING_KNOWN;
  const near = proximity(revealedAdvantage(counts.rows));
  const suppliers = follower(projection, { types: ['SUPPLIES'], asOf, evidence: ['DOCUMENTED'], backwards: true });
  const clustersOf = follower(projection, { types: ['MEMBER_OF'], asOf, evidence: ['DOCUMENTED'] });
  const facilities = follower(projection, { types: ['FACILITY_OF'], asOf, evidence: ['DOCUMENTED'], backwards: true });
  const columnsOf = (node: NodeIndex): readonly number[] =>
    [...making(node).classes.keys()].flatMap((code) => counts.columns.get(code) ?? []);
  const bought = new Map<NodeIndex, readonly number[]>();
  const boughtBy = (firm: NodeIndex): readonly number[] => {
    let columns = bought.get(firm);
    if (columns === undefined) {
      const buyers = [firm, ...facilities(firm).map(({ node }) => node)];
      const direct = buyers.flatMap(suppliers).map(({ node }) => node);
      const behind = direct.flatMap(clustersOf).map(({ node }) => node);
      columns = [...new Set([...direct, ...behind].flatMap(columnsOf))];
      bought.set(firm, columns);
    }
    return columns;
  };
  return (cluster, firm) => {
    const pairs = columnsOf(cluster).flatMap((p) => boughtBy(firm).map((q) => near[p]?.[q] ?? 0));
    return pairs.length === 0 ? null : Math.max(...pairs);
  };
}

interface Counts {
  /** Makers by place (row) and class (column). */
  readonly rows: readonly (readonly number[])[];
  readonly columns: ReadonlyMap<string, number>;
  /** The place of each row. */
  readonly places: readonly NodeIndex[];
}

/** Makers counted by place and class of KBLI; a maker of two classes, or in two places, counts in each. */
export function countByPlace(
  projection: Projection,
  making: ReadMaking,
  placesOf: (node: NodeIndex) => readonly NodeIndex[],
): Counts {
  const columns = new Map<string, number>();
  const places = new Map<NodeIndex, Map<number, number>>();
  for (const type of ['SmiCluster', 'SmallIndustry', 'LargeIndustry'] as const) {
    for (const maker of projection.nodesOfType(type)) {
      for (const code of making(maker).classes.keys()) {
        const column = columns.get(code) ?? columns.size;
        columns.set(code, column);
        for (const place of placesOf(maker)) {
          const row = places.get(place) ?? new Map<number, number>();
          row.set(column, (row.get(column) ?? 0) + 1);
          places.set(place, row);
        }
      }
    }
  }
  const rows = [...places.values()].map((row) => Array.from({ length: columns.size }, (_, at) => row.get(at) ?? 0));
  return { rows, columns, places: [...places.keys()] };
}
