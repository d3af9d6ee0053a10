import { geographicDistance, type Coordinates } from './distance.ts';

/** Where a node stands on a map, and whose place that is. */
export interface Spot extends Coordinates {
  /** OWN: a source gives its coordinates. PLACE: it stands at the centre of the narrowest place it is known to lie in. */
  readonly of: 'OWN' | 'PLACE';
  /** The name of that place; null when the coordinates are its own. */
  readonly place: string | null;
}

/** A place that a node lies in, with its rank: 0 is the narrowest. */
export interface PlaceAround {
  readonly rank: number;
  readonly name: string;
  readonly coordinates: Coordinates | null;
}

/**
 * Where a node stands: at its own coordinates, or else at the centre of the narrowest place with coordinates. Where it
 * lies in several places of a rank none of them is guessed; the next wider one that is only one is taken. Null when
 * nothing is left: then it stands beside the map.
 */
export function spotOf(own: Coordinates | null, places: readonly PlaceAround[]): Spot | null {
  if (own !== null) return { ...own, of: 'OWN', place: null };
  const ranks = [...new Set(places.map(({ rank }) => rank))].sort((a, b) => b - a);
  let narrowest: Spot | null = null;
  for (const rank of ranks) {
    const alike = places.filter((place) => place.rank === rank);
    const only = alike.find((place) => place.coordinates !== null);
    // Places without a centre, such as two villages of one regency, say nothing against the wider one.
    if (only === undefined || only.coordinates === null) continue;
    if (alike.length > 1) break;
    narrowest = { ...only.coordinates, of: 'PLACE', place: only.name };
  }
  return narrowest;
}

/** Kilometres between two nodes as the crow flies, null when one has no place. At places' centres it is a rough figure. */
export function kilometresBetween(a: Spot | null, b: Spot | null): number | null {
  return a === null || b === null ? null : geographicDistance(a, b);
}
