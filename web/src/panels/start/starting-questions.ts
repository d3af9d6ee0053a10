import type { NodeId } from '#vocabulary';
import type { Tie } from '../../exploration/answer.ts';

/** A question that is known to have an answer, made from the ties on the screen: it fits whatever data are loaded. */
export type StartingQuestion<Place> =
  /** Who says that these two are tied? */
  | { readonly kind: 'WHO_SAYS'; readonly tie: Tie }
  /** By which chain do they hang together? */
  | { readonly kind: 'CHAIN'; readonly tie: Tie }
  /** Which clusters of the place are tied? */
  | { readonly kind: 'PLACE'; readonly place: Place };

/**
 * At most three: the best tie; the longest of the best chains and the best-tied place, each of another cluster than the best tie's where there is one.
 *
 * @param ties in the answer's order, best first
 * @param placeOf the province of a cluster; null where none is known
 */
export function startingQuestions<Place>(
  ties: readonly Tie[],
  placeOf: (cluster: NodeId) => Place | null,
): readonly StartingQuestion<Place>[] {
  const [best] = ties;
  if (best === undefined) return [];
  const chained = longest(ties.filter(({ cluster }) => cluster !== best.cluster)) ?? longest(ties) ?? best;
  const placed = ties.filter(({ cluster }) => placeOf(cluster) !== null);
  const place = placeOf((placed.find(({ cluster }) => cluster !== best.cluster) ?? best).cluster);
  return [
    { kind: 'WHO_SAYS', tie: best },
    { kind: 'CHAIN', tie: chained },
    ...(place === null ? [] : [{ kind: 'PLACE' as const, place }]),
  ];
}

/** The tie whose best chain has most steps; of several the strongest. */
function longest(ties: readonly Tie[]): Tie | undefined {
  const length = ({ chains: [chain] }: Tie): number => chain?.relations.length ?? 0;
  return [...ties].sort((a, b) => length(b) - length(a))[0];
}
