/** How much of every buyer's recorded purchases is lost when some suppliers fail (ANALYSIS.md §6). */
import type { NodeIndex } from '../../projection/projection.ts';
import { AnalysisRequestError } from '../request-error.ts';
import type { SupplySteps } from '../tiers/supply-steps.ts';
import type { ShareInterval } from '../tiers/tier-types.ts';

/** Changes smaller than this are the end of the iteration. */
const SETTLED = 1e-13;
/** Looks at buyers in all: cycles that hand on nearly all that they lose settle slowly. */
const MOST_LOOKS = 2_000_000;
/** Buyers that a closing may reach: more would hold everybody else's questions up. */
export const MOST_BUYERS = 20_000;

/** Everyone whom goods from the closed ones reach, by any number of steps. */
function reached(steps: SupplySteps, closed: ReadonlySet<NodeIndex>): readonly NodeIndex[] {
  const seen = new Set(closed);
  for (const node of seen) {
    for (const step of steps.sold.stepsOf(steps.outOf(node))) seen.add(steps.to[step] ?? -1);
    if (seen.size - closed.size <= MOST_BUYERS) continue;
    throw new AnalysisRequestError(
      'close',
      `goods of what closes reach more than ${MOST_BUYERS} buyers; close less, or ask for a date, types or evidence with fewer relations`,
      `a closing whose goods reach at most ${MOST_BUYERS} buyers`,
    );
  }
  return [...seen].filter((node) => !closed.has(node));
}

/** Part of a buyer's purchases that is lost, with what its suppliers lose: stated shares add up, the unstated rest goes with the worst. */
function lossOf(steps: SupplySteps, buyer: NodeIndex, end: 'low' | 'high', lost: (node: NodeIndex) => number): number {
  let stated = 0;
  let worst = 0;
  const bought = steps.into(buyer);
  for (const step of steps.bought.stepsOf(bought)) {
    const low = steps.low[step] ?? 0;
    const lostBySupplier = lost(steps.from[step] ?? -1);
    stated += low * lostBySupplier;
    if (end === 'high' && (steps.high[step] ?? 0) > low) worst = Math.max(worst, lostBySupplier);
  }
  return Math.min(1, stated + (steps.rests[bought] ?? 0) * worst);
}

/**
 * The least fixed point of φ(v) = min(1, Σ s(u→v) φ(u)) with φ = `part` for the closed, from 0 upwards; it exists because φ never
 * falls (Knaster–Tarski). Low: only stated shares; high: the whole unstated rest with the worst supplier that states none. No
 * substitution, no stock, no price. O(relations · rounds), geometric where shares leak.
 * @returns for every other node that goods from the closed reach
 * @throws AnalysisRequestError when more than {@link MOST_BUYERS} are reached, a buyer's stated shares exceed the whole, or a cycle hands on all that it loses
 */
export function lostInputs(
  steps: SupplySteps,
  closed: ReadonlySet<NodeIndex>,
  part: number,
): ReadonlyMap<NodeIndex, ShareInterval> {
  const buyers = reached(steps, closed);
  const settle = (end: 'low' | 'high'): ReadonlyMap<NodeIndex, number> => {
    const loss = new Map(buyers.map((buyer) => [buyer, 0]));
    const lost = (node: NodeIndex): number => (closed.has(node) ? part : (loss.get(node) ?? 0));
    let waiting = new Set(buyers);
    let looks = 0;
    while (waiting.size > 0) {
      const next = new Set<NodeIndex>();
      for (const buyer of waiting) {
        const now = lossOf(steps, buyer, end, lost);
        if (now - lost(buyer) <= SETTLED) continue;
        loss.set(buyer, now);
        for (const step of steps.sold.stepsOf(steps.outOf(buyer))) {
          const further = steps.to[step] ?? -1;
          if (!closed.has(further)) next.add(further);
        }
      }
      looks += waiting.size;
      if (looks > MOST_LOOKS) {
        throw new AnalysisRequestError(
          'asOf',
          'some buyers supply each other with nearly all that they buy, so that the loss does not settle; give another date',
          'a date at which no cycle hands on all that it loses',
        );
      }
      waiting = next;
    }
    return loss;
  };
  const low = settle('low');
  const high = settle('high');
  return new Map(buyers.map((buyer) => [buyer, { low: low.get(buyer) ?? 0, high: high.get(buyer) ?? 0 }]));
}
