import { heldByAll, heldByAny, type Held } from '#vocabulary';
import type { Answer, Tie } from './answer.ts';
import type { KnownRelation } from './known.ts';

type Relations = Readonly<Record<string, KnownRelation>>;

/**
 * Whether a tie held at the date asked for; null when no date was asked. As the API does on the reference day: a chain
 * holds as its weakest relation, the tie as the best of its listed chains of its evidence class.
 */
export function tieHeld(tie: Tie, relations: Relations): Held | null {
  const chains: Held[] = [];
  for (const chain of tie.chains) {
    if (chain.evidenceClass !== tie.evidenceClass) continue;
    const steps = chain.relations.flatMap((id) => relations[id]?.held ?? []);
    if (steps.length < chain.relations.length) return null;
    chains.push(heldByAll(steps));
  }
  return chains.length === 0 ? null : heldByAny(chains);
}

/**
 * Of the clusters with a tie, how many certainly had one at the date asked for, and how many only possibly. Null when no
 * date was asked, or when the answer's list of ties was cut: then it cannot be told.
 */
export function clustersHeld(
  answer: Answer,
  relations: Relations,
): { readonly certain: number; readonly possible: number } | null {
  if (answer.ties.length < answer.totalCount) return null;
  const clusters = new Set<string>();
  const certain = new Set<string>();
  for (const tie of answer.ties) {
    const held = tieHeld(tie, relations);
    if (held === null) return null;
    clusters.add(tie.cluster);
    if (held === 'YES') certain.add(tie.cluster);
  }
  return { certain: certain.size, possible: clusters.size - certain.size };
}
