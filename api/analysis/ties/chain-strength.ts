import { EVIDENCE_KINDS, EVIDENCE_KINDS_BY_STRENGTH, HELD_VALUES, type EvidenceKind, type Held } from '#vocabulary';
import type { NodeIndex, RelationIndex } from '../../projection/projection.ts';
import type { ChainOnStack, ChainTail } from './chain-search.ts';
import type { StandInType, TieClaim, TieFactors } from './tie-types.ts';
import type { TieWeights } from './weights.ts';

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

/** Strength = K · 0.5^(g−1) · M · C · R (ANALYSIS.md §1). Its lists are still the search's: {@link kept} copies them. */
export function measureChain(chain: ChainOnStack, weights: TieWeights): MeasuredChain {
  const { nodes, relations, standIns, claims, tail, throughFacility } = chain;
  const { ranks, held, recency, lastCertainDay } = chain.measures;
  const claim = claims.reduce((weakest, next) => (weights.kind[next] < weights.kind[weakest] ? next : weakest));
  const goodsStepCount = tail === 'OUTPUT' || tail === 'INPUT' ? claims.length : 0;
  // The weakest evidence has the highest rank.
  const evidenceClass = EVIDENCE_KINDS_BY_STRENGTH[31 - Math.clz32(ranks)] ?? 'INFERRED';
  const factors: TieFactors = {
    kind: weights.kind[claim],
    goodsSteps: weights.furtherGoodsStep ** Math.max(0, goodsStepCount - 1),
    standIns: standIns.reduce(
      (product, type) => product * weights.standIn[type],
      throughFacility ? weights.facilityOwner : 1,
    ),
    evidence: weights.evidence[evidenceClass],
    recency,
  };
  return {
    nodes,
    relations,
    standIns,
    claim,
    tail,
    goodsStepCount,
    throughFacility,
    factors,
    strength: factors.kind * factors.goodsSteps * factors.standIns * factors.evidence * factors.recency,
    evidenceClass,
    lastCertainDay,
    held: HELD_VALUES[held] ?? 'NO',
  };
}

/** A chain with lists of its own. */
export function kept(chain: MeasuredChain): MeasuredChain {
  const { nodes, relations, standIns } = chain;
  return { ...chain, nodes: [...nodes], relations: [...relations], standIns: [...standIns] };
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
