/** How long an answer may take: nobody who asks about a graph as large as the dataset waits for more than 5 s. */

const SHORTEST_MS = 5_000;
/** Longer than an analysis may (25 s), shorter than the explorer waits (30 s). */
export const LONGEST_MS = 28_000;
/** Milliseconds for each relation beyond {@link USUAL_RELATIONS}: the costliest analysis, communities at 25 resolutions, needs less. */
const MS_PER_RELATION = 0.2;
const USUAL_RELATIONS = 5_000;

/**
 * Milliseconds that an answer from a graph of so many relations may take, whoever else is being answered: 5 s up to 5,000 relations, then
 * 1 s more for every 5,000, 28 s at most. The work of a question is limited besides (question-limits, resolvers/question-budget.ts): its
 * limit holds what the machine is too busy for.
 */
export function answerTimeMs(relationCount: number): number {
  return Math.min(LONGEST_MS, SHORTEST_MS + MS_PER_RELATION * Math.max(0, relationCount - USUAL_RELATIONS));
}
