/** How few sources a buyer's purchases come from: Herfindahl–Hirschman (ANALYSIS.md §5c). */
import type { NodeId, RelationId } from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { membershipsOf } from '../memberships.ts';
import type { SupplySteps } from '../tiers/supply-steps.ts';
import type { TierStep } from '../tiers/tier-types.ts';
import type { Concentration, ConcentrationPart, FragilityRequest } from './fragility-types.ts';

/** What a buyer buys. */
interface Purchases {
  readonly steps: SupplySteps;
  readonly tell: (step: number) => TierStep;
  /** Numbers of its steps. */
  readonly bought: Int32Array;
}

/** What a supplier is counted under; null where nothing, or more than one, is recorded. */
export type CountedUnder = (supplier: NodeIndex) => NodeId | null;

/** Suppliers by themselves, by their province or by their widest sector. */
export function countedUnder(projection: Projection, request: FragilityRequest): CountedUnder {
  const { concentrationBy = 'SUPPLIER', asOf, mainSectors = new Set() } = request;
  if (concentrationBy === 'SUPPLIER') return (supplier) => projection.nodeId(supplier);
  return (supplier) => {
    const [membership] = membershipsOf(projection, { nodes: [supplier], asOf, mainSectors });
    const [only, another] = (concentrationBy === 'PLACE' ? membership?.provinces : membership?.sectors) ?? [];
    return only === undefined || another !== undefined ? null : projection.nodeId(only);
  };
}

/**
 * `[Σs², Σs² + (1 − Σs)²]` over the stated shares of a buyer, gathered by what their suppliers are counted under. A supplier of
 * whom that is not known stands for itself; the unstated rest counts as from very many others in the low end and as from one other
 * in the high end. Null where no share is stated.
 */
export function concentrationOf(
  projection: Projection,
  { steps, tell, bought }: Purchases,
  under: CountedUnder,
): Concentration | null {
  const stated = bought.filter((step) => (steps.statedCount[step] ?? 0) > 0);
  const [first] = stated;
  if (first === undefined) return null;
  const parts = new Map<string, { by: NodeId | null; suppliers: NodeId[]; share: number; relations: RelationId[] }>();
  for (const step of stated) {
    const { supplier, share, relations } = tell(step);
    const by = under(steps.from[step] ?? -1);
    const key = by ?? `alone ${supplier}`;
    const part = parts.get(key) ?? { by, suppliers: [], share: 0, relations: [] };
    part.suppliers.push(supplier);
    part.share += share ?? 0;
    part.relations.push(...relations);
    parts.set(key, part);
  }
  const shares = [...parts.values()].map(({ share }) => share);
  const sum = shares.reduce((total, share) => total + share, 0);
  const low = shares.reduce((total, share) => total + share * share, 0);
  const rest = Math.max(0, 1 - sum);
  return {
    buyer: projection.nodeId(steps.to[first] ?? -1),
    supplierCount: bought.length,
    stated: sum,
    index: { low, high: low + rest * rest },
    parts: [...parts.values()].toSorted(largest),
  };
}

function largest(a: ConcentrationPart, b: ConcentrationPart): number {
  return b.share - a.share || ((a.suppliers[0] ?? '') < (b.suppliers[0] ?? '') ? -1 : 1);
}

/** Low index descending, high descending, id. */
export function mostConcentrated(a: Concentration, b: Concentration): number {
  return b.index.low - a.index.low || b.index.high - a.index.high || (a.buyer < b.buyer ? -1 : 1);
}
