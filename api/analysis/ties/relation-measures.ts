/** What the relations of a chain say together: evidence, dates and age, worked out once for each relation and once for each step. */
import { DAY_MAX, DAY_MIN, EVIDENCE_KINDS, HELD_VALUES, heldWithin, type PeriodBounds } from '#vocabulary';
import type { Projection, RelationIndex } from '../../projection/projection.ts';
import type { TieWeights } from './weights.ts';

const DAYS_A_YEAR = 365.25;

/** The day to which evidence is aged, and the first and last day that the reference date may mean. */
export interface ReferenceDays {
  readonly first: number;
  readonly last: number;
}

export interface SoFar {
  /** A bit for the rank of each relation's evidence. */
  readonly ranks: number;
  /** Of HELD_VALUES, the place of the least that any of them says. */
  readonly held: number;
  /** R, and the smallest T⁻: of the relations whose dates count. */
  readonly recency: number;
  readonly lastCertainDay: number;
}

/** Of no relation. */
export const START: SoFar = { ranks: 0, held: HELD_VALUES.length - 1, recency: 1, lastCertainDay: DAY_MAX };

/**
 * R of one relation: max(floor, 2^(−a / half-life)), a the years from the reference day to the interval in which it is known
 * to hold, max(0, day − T⁻, F⁺ − day). Without any date a would be infinite, and R is `recencyWithoutDate`.
 */
export function recencyOf(bounds: PeriodBounds, day: number, weights: TieWeights): number {
  if (bounds.earliestEnd === DAY_MIN || bounds.latestStart === DAY_MAX) return weights.recencyWithoutDate;
  const years = Math.max(0, day - bounds.earliestEnd, bounds.latestStart - day) / DAYS_A_YEAR;
  return Math.max(weights.leastRecency, 2 ** (-years / weights.halfLifeYears));
}

export class RelationMeasures {
  readonly #projection: Projection;
  readonly #weights: TieWeights;
  readonly #reference: ReferenceDays;
  /** Of single relations, as they are met. */
  readonly #known = new Map<RelationIndex, SoFar>();

  constructor(projection: Projection, weights: TieWeights, reference: ReferenceDays) {
    this.#projection = projection;
    this.#weights = weights;
    this.#reference = reference;
  }

  /** With one relation more. @param ages whether its dates count, as those of stand-ins and facilities do not */
  after(before: SoFar, relation: RelationIndex, ages: boolean): SoFar {
    const own = this.#of(relation);
    return {
      ranks: before.ranks | own.ranks,
      held: Math.min(before.held, own.held),
      recency: ages ? Math.min(before.recency, own.recency) : before.recency,
      lastCertainDay: ages ? Math.min(before.lastCertainDay, own.lastCertainDay) : before.lastCertainDay,
    };
  }

  #of(relation: RelationIndex): SoFar {
    const known = this.#known.get(relation);
    if (known !== undefined) return known;
    const bounds = this.#projection.relationBounds(relation);
    const { first, last } = this.#reference;
    const own: SoFar = {
      ranks: 1 << EVIDENCE_KINDS[this.#projection.relationEvidence(relation)].rank,
      held: HELD_VALUES.indexOf(heldWithin(bounds, first, last)),
      recency: recencyOf(bounds, last, this.#weights),
      lastCertainDay: bounds.earliestEnd,
    };
    this.#known.set(relation, own);
    return own;
  }
}
