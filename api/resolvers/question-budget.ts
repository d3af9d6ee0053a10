/** A question may nest lists in lists; this ends one whose answer would be larger than anybody reads. */
import { GraphQLError } from 'graphql';

/** Things looked up for one request. A page of 200 relations with both ends, places and evidence takes about 3,000. */
const MOST_LOOK_UPS = 20_000;

export interface QuestionBudget {
  /** @throws GraphQLError QUESTION_TOO_LARGE */
  spend(): void;
}

export function createBudget(most = MOST_LOOK_UPS): QuestionBudget {
  let spent = 0;
  // One error for all that it refuses, placed already: making thousands would cost more than the answer.
  let refusal: GraphQLError | null = null;
  return {
    spend: () => {
      spent += 1;
      if (spent <= most) return;
      refusal ??= new GraphQLError(
        `The question asks for more than ${most} things at once; ask for shorter pages or fewer lists inside lists.`,
        { path: [], extensions: { code: 'QUESTION_TOO_LARGE' } },
      );
      throw refusal;
    },
  };
}
