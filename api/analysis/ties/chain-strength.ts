import {
  EVIDENCE_KINDS,
  EVIDENCE_KINDS_BY_STRENGTH,
  HELD_VALUES,
  DAY_MAX,
  DAY_MIN,
  heldWithin,
  type EvidenceKind,
  type Held,
  type PeriodBounds,
} from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import type { ChainOnStack, ChainTail } from './chain-search.ts';
import type { StandInType, TieClaim, TieFactors } from './tie-types.ts';
import type { TieWeights } from './weights.ts';

const DAYS_A_YEAR = 365.25;

/** The day to which evidence is aged, and the first and last day that the reference date may mean. */
export interface ReferenceDays {
  readonly first: number;
  readonly last: number;
}

/** A chain with its strength, on the indexes of one projection. */
export interface MeasuredChain {
  readonly nodes: readonly NodeIndex[];
  readonly relations: readonly RelationIndex[];
  readonly standIns: readonly StandInType[];
  readonly claim: TieClaim;
  readonly tail: ChainTail;
  readonly goodsStepCount: number;
  readonly throughFacility: boolean;
  readonly factors: TieFactors;
  readonly strength: number;
  readonly evidenceClass: EvidenceKind;
  /** Smallest T⁻ of the relations that R looks at; DAY_MIN unknown, DAY_MAX open. */
  readonly lastCertainDay: number;
  readonly held: Held;
}

/**
 * R of one relation: max(floor, 2^(−a / half-life)), a the years from the reference day to the interval in which it is known
 * to hold, max(0, day − T⁻, F⁺ − day). Without any date a would be infinite, and R is `recencyWithoutDate`.
 */
export function recencyOf(bounds: PeriodBounds, day: number, weights: TieWeights): number {
  if (bounds.earliestEnd === DAY_MIN || bounds.latestStart === DAY_MAX) return weights.recencyWithoutDate;
  const years = Math.max(0, day - bounds.earliestEnd, bounds.latestStart - day) / DAYS_A_YEAR;
  return Math.max(weights.leastRecency, 2 ** (-years / weights.halfLifeYears));
}

/** Strength = K · 0.5^(g−1) · M · C · R (ANALYSIS.md §1), copied off the search's stack. */
export function measureChain(
  chain: ChainOnStack,
  projection: Projection,
  weights: TieWeights,
  reference: ReferenceDays,
): MeasuredChain {
  const claim = chain.claims.reduce((weakest, next) => (weights.kind[next] < weights.kind[weakest] ? next : weakest));
  const goodsStepCount = chain.tail === 'OUTPUT' || chain.tail === 'INPUT' ? chain.claims.length : 0;
  let weakest = 0;
  let held = HELD_VALUES.length - 1;
  let recency = 1;
  let lastCertainDay = DAY_MAX;
  const agingEnd = chain.relations.length - (chain.throughFacility ? 1 : 0);
  chain.relations.forEach((relation, position) => {
    const bounds = projection.relationBounds(relation);
    weakest = Math.max(weakest, EVIDENCE_KINDS[projection.relationEvidence(relation)].rank);
    held = Math.min(held, HELD_VALUES.indexOf(heldWithin(bounds, reference.first, reference.last)));
    if (position < chain.standIns.length || position >= agingEnd) return;
    recency = Math.min(recency, recencyOf(bounds, reference.last, weights));
    lastCertainDay = Math.min(lastCertainDay, bounds.earliestEnd);
  });
  const evidenceClass = EVIDENCE_KINDS_BY_STRENGTH[weakest] ?? 'INFERRED';
  const factors: TieFactors = {
    kind: weights.kind[claim],
    goodsSteps: weights.furtherGoodsStep ** Math.max(0, goodsStepCount - 1),
    standIns: chain.standIns.reduce(
      (product, type) => product * weights.standIn[type],
      chain.throughFacility ? weights.facilityOwner : 1,
    ),
    evidence: weights.evidence[evidenceClass],
    recency,
  };
  return {
    nodes: [...chain.nodes],
    relations: [...chain.relations],
    standIns: [...chain.standIns],
    claim,
    tail: chain.tail,
    goodsStepCount,
    throughFacility: chain.throughFacility,
    factors,
    strength: factors.kind * factors.goodsSteps * factors.standIns * factors.evidence * factors.recency,
    evidenceClass,
    lastCertainDay,
    held: HELD_VALUES[held] ?? 'NO',
  };
}

/** Best first: evidence class, strength, fewest relations, relation ids (indexes ascend with them). */
export function compareChains(a: MeasuredChain, b: MeasuredChain): number {
  const byClass = EVIDENCE_KINDS[a.evidenceClass].rank - EVIDENCE_KINDS[b.evidenceClass].rank;
  if (byClass !== 0) return byClass;
  if (a.strength !== b.strength) return b.strength - a.strength;
  if (a.relations.length !== b.relations.length) return a.relations.length - b.relations.length;
  for (let i = 0; i < a.relations.length; i += 1) {
    const difference = (a.relations[i] ?? 0) - (b.relations[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
