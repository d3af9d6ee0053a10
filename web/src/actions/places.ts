import type { NodeId } from '#vocabulary';
import type { Question } from '../exploration/question.ts';
import { request } from '../requests/client.ts';
import {
  PlaceProfilesDocument,
  PlaceRelatednessDocument,
  type PlaceProfilesQuery,
  type PlaceRelatednessQuery,
} from '../requests/generated/operations.ts';
import { filtersOf } from './answers.ts';
import { useAnswer, type Answered } from './use-answer.ts';

export type PlaceProfiles = PlaceProfilesQuery['placeProfiles'];
export type PlaceProfile = PlaceProfiles['profiles'][number];
type PlaceRelatedness = PlaceRelatednessQuery['placeRelatedness'];

/** Classes that are listed. */
const CLASSES = 50;

/** The profiles of the places in their order; none asks nothing. */
export function usePlaceProfiles(places: readonly NodeId[], question: Question): Answered<PlaceProfiles> {
  const { asOf, evidence } = filtersOf(question);
  const key = places.length === 0 ? null : `places ${places.join(' ')} ${asOf ?? ''} ${evidence.join(',')}`;
  return useAnswer(key, async (signal) => {
    const variables = { places: [...places], evidence: [...evidence], asOf };
    return (await request(PlaceProfilesDocument, variables, signal)).placeProfiles;
  });
}

export function usePlaceRelatedness(place: NodeId, question: Question): Answered<PlaceRelatedness> {
  const { asOf } = filtersOf(question);
  return useAnswer(`related ${place} ${asOf ?? ''}`, async (signal) => {
    return (await request(PlaceRelatednessDocument, { place, asOf, first: CLASSES }, signal)).placeRelatedness;
  });
}
