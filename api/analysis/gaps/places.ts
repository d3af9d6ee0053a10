/** D: how far apart a cluster and a firm are (ANALYSIS.md §4). */
import type { PartialDate } from '#vocabulary';
import type { Coordinates, NodeIndex, Projection } from '../../projection/projection.ts';
import { follower, followAll } from './follow.ts';

/** Mean radius of the earth in kilometres (IUGG). */
const EARTH_RADIUS_KM = 6371.0088;
/** D halves with every so many kilometres. */
const HALVING_KM = 100;

/** Great-circle distance in kilometres, by the haversine. */
function kilometresBetween(a: Coordinates, b: Coordinates): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const share = north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(share)));
}

/** D of so many kilometres: 1 at none, halved every hundred. */
export function nearness(km: number): number {
  return 2 ** (-km / HALVING_KM);
}

/** Regencies that a node or one of its facilities lies in, whatever the evidence, ascending; those without coordinates left out. */
export function regencyReader(
  projection: Projection,
  asOf: PartialDate | undefined,
): (node: NodeIndex) => readonly NodeIndex[] {
  const facilities = follower(projection, { types: ['FACILITY_OF'], asOf, backwards: true });
  const within = follower(projection, { types: ['LOCATED_IN'], asOf });
  return (node) =>
    followAll([{ node, relations: [] }, ...facilities(node)], within)
      .map((reached) => reached.node)
      .filter((at) => projection.nodeType(at) === 'Regency' && projection.nodeCoordinates(at) !== null)
      .sort((a, b) => a - b);
}

export interface NearestPlaces {
  readonly km: number;
  readonly from: NodeIndex;
  readonly to: NodeIndex;
}

/** The nearest pair of two lists of regencies, by their centres; the first of equals; null when a list is empty. */
export function nearestPlaces(
  projection: Projection,
  from: readonly NodeIndex[],
  to: readonly NodeIndex[],
): NearestPlaces | null {
  let nearest: NearestPlaces | null = null;
  for (const a of from) {
    for (const b of to) {
      const [here, there] = [projection.nodeCoordinates(a), projection.nodeCoordinates(b)];
      if (here === null || there === null) continue;
      const km = a === b ? 0 : kilometresBetween(here, there);
      if (nearest === null || km < nearest.km) nearest = { km, from: a, to: b };
    }
  }
  return nearest;
}
