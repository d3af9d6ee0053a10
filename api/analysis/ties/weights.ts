import { z } from 'zod';
import weights from './weights.json' with { type: 'json' };

const factor = z.number().gt(0).lte(1);

const TieWeightsSchema = z.strictObject({
  /** K by claim. */
  kind: z.strictObject({
    SUPPLIES: factor,
    DISTRIBUTES_THROUGH: factor,
    AGREED_TO_SUPPLY: factor,
    FOSTERS: factor,
    AGREED_TO_COOPERATE: factor,
    FUNDS: factor,
    TRAINS: factor,
    POTENTIAL_SUPPLY: factor,
    SHARED_PROGRAMME: factor,
  }),
  /** C by class of the weakest evidence. */
  evidence: z.strictObject({ DOCUMENTED: factor, GENERAL_KNOWLEDGE: factor, INFERRED: factor }),
  /** M is the product over the stand-ins. */
  standIn: z.strictObject({ MEMBER_OF: factor, REPRESENTS: factor, PART_OF: factor, SAME_AS_PROBABLY: factor }),
  /** Part of M where a chain ends at a facility. */
  facilityOwner: factor,
  /** For every goods step after the first. */
  furtherGoodsStep: factor,
  /** R halves in so many years of 365.25 days. */
  halfLifeYears: z.number().gt(0),
  /** R is never less. */
  leastRecency: factor,
  /** R of a relation without any date. */
  recencyWithoutDate: factor,
  mostStandIns: z.int().min(0).max(4),
  mostGoodsSteps: z.int().min(1).max(5),
});

/**
 * The judgement behind a tie's strength (ANALYSIS.md §1): weights, not estimates. Every factor is in (0, 1], so a chain's
 * strength is too. Kept as data in weights.json.
 */
export type TieWeights = z.infer<typeof TieWeightsSchema>;

export const TIE_WEIGHTS: TieWeights = TieWeightsSchema.parse(weights);
