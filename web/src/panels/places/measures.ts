import type { PlaceProfile } from '../../actions/places.ts';

/** What is counted of a place, in the order of the picture. */
export const MEASURES = [
  'REGENCIES',
  'CLUSTERS',
  'GROUPS',
  'SMALL_INDUSTRIES',
  'LARGE_INDUSTRIES',
  'FACILITIES',
  'ORGANISATIONS',
  'AGENCIES',
  'sectors',
  'supports',
  'targets',
  'designations',
  'tiedClusters',
  'ties',
  'gaps',
  'sources',
] as const;
export type Measure = (typeof MEASURES)[number];

export function countOf(profile: PlaceProfile, measure: Measure): number {
  switch (measure) {
    case 'sectors':
      return profile.sectorCount;
    case 'supports':
      return profile.supportCount;
    case 'targets':
      return profile.targetCount;
    case 'designations':
      return profile.designationCount;
    case 'tiedClusters':
      return profile.tiedClusterCount;
    case 'ties':
      return profile.tieCount;
    case 'gaps':
      return profile.gapCount;
    case 'sources':
      return profile.sourceCount;
    default:
      return profile.parts.find(({ kind }) => kind === measure)?.count ?? 0;
  }
}
