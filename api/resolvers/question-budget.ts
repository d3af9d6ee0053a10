/** A question may nest lists in lists; this ends one whose answer would be larger than anybody reads. */
import { GraphQLError } from 'graphql';

/** Things looked up for one request. A page of 200 relations with both ends, places and evidence takes about 3,000. */
const MOST_LOOK_UPS = 20_000;

/** What questions to the projection cost beside a look-up, which costs 1: about their time against a look-up's. */
export const COSTS = {
  /** One search, and for each of its words. */
  search: 200,
  searchWord: 100,
  ties: 400,
  paths: 500,
  tiers: 500,
  centrality: 1_000,
  fragility: 500,
  /** Ties of both scopes, twice. */
  removal: 1_600,
  communities: 2_000,
  /** Twenty-five partitions. */
  communitySweep: 10_000,
  /** One shock: a removal, and goods both ways. */
  whatIf: 2_000,
  /** One table, whatever is asked of it. */
  inputOutput: 200,
  /** Ties of documented and of any evidence, and what everybody makes. */
  gaps: 1_500,
  /** Every way of support of every cluster in scope. */
  coverage: 500,
  phases: 200,
  /** With the ties of the clusters that are supported. */
  criteria: 1_000,
  /** A named question, whatever analysis answers it. */
  answer: 3_000,
  /** A typed question: its forms, and a few searches. */
  understand: 1_000,
  /** Ties, gaps and coverage of one place, and all that lies in it. */
  placeProfile: 2_500,
  placeRelatedness: 500,
  /** The largest picture reads 70,000 records, in bulk. */
  picture: 8_000,
  /** Nodes looked at for one list of what is inside a place, per look-up's worth of time. */
  nodesInsidePlace: 20,
} as const;

export interface QuestionBudget {
  /** @param cost in look-ups; 1 unless told. @throws GraphQLError QUESTION_TOO_LARGE */
  spend(cost?: number): void;
}

export function createBudget(most = MOST_LOOK_UPS): QuestionBudget {
  let spent = 0;
  // One error for all that it refuses, placed already: making thousands would cost more than the answer.
  let refusal: GraphQLError | null = null;
  return {
    spend: (cost = 1) => {
      spent += cost;
      if (spent <= most) return;
      refusal ??= new GraphQLError(
        `The question asks for more than ${most} things at once; ask for shorter pages, fewer lists inside lists or fewer searches.`,
        { path: [], extensions: { code: 'QUESTION_TOO_LARGE' } },
      );
      throw refusal;
    },
  };
}
