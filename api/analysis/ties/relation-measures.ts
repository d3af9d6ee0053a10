/** What the relations of a chain say together: evidence, dates and age, of each relation worked out once. */
import { DAY_MAX, DAY_MIN, EVIDENCE_KINDS, HELD_VALUES, heldWithin, type PeriodBounds } from '#vocabulary';
import type { Projection, RelationIndex } from '../../projection/projection.ts';
import type { TieWeights } from './weights.ts';

const DAYS_A_YEAR = 365.25;

/** The day to which evidence is aged, and the first and last day that the reference date may mean. */
export interface ReferenceDays {
  readonly first: number;
  readonly last: number;
}

export interface Measures {
  /** A bit for the rank of each relation's evidence. */
  readonly ranks: number;
  /** Of HELD_VALUES, the place of the least that any of them says. */
  readonly held: number;
  /** R, and the smallest T⁻: of the relations whose dates count. */
  readonly recency: number;
  readonly lastCertainDay: number;
}

/** Of no relation. */
const NONE: Measures = { ranks: 0, held: HELD_VALUES.length - 1, recency: 1, lastCertainDay: DAY_MAX };

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
  readonly #known = new Map<RelationIndex, Measures>();

  constructor(projection: Projection, weights: TieWeights, reference: ReferenceDays) {
    this.#projection = projection;
    this.#weights = weights;
    this.#reference = reference;
  }

  /** Of a chain. @param ages of each relation: whether its dates count, as those of stand-ins and facilities do not */
  ofChain(relations: readonly RelationIndex[], ages: readonly boolean[]): Measures {
    let { ranks, held, recency, lastCertainDay } = NONE;
    for (let at = 0; at < relations.length; at += 1) {
      const own = this.#of(relations[at] ?? -1);
      ranks |= own.ranks;
      if (own.held < held) held = own.held;
      if (ages[at] !== true) continue;
      if (own.recency < recency) recency = own.recency;
      if (own.lastCertainDay < lastCertainDay) lastCertainDay = own.lastCertainDay;
    }
    return { ranks, held, recency, lastCertainDay };
  }

  #of(relation: RelationIndex): Measures {
    const known = this.#known.get(relation);
    if (known !== undefined) return known;
    const bounds = this.#projection.relationBounds(relation);
    const { first, last } = this.#reference;
    const own: Measures = {
      ranks: 1 << EVIDENCE_KINDS[this.#projection.relationEvidence(relation)].rank,
      held: HELD_VALUES.indexOf(heldWithin(bounds, first, last)),
      recency: recencyOf(bounds, last, this.#weights),
      lastCertainDay: bounds.earliestEnd,
    };
    this.#known.set(relation, own);
    return own;
  }
}
