/** The analyses that can run in another thread: pure functions of a projection and a request, plain values both ways. */
import type { Projection } from '../../projection/projection.ts';
import { findCommunities, sweepCommunities } from '../communities/communities.ts';
import type { CommunitiesAnswer, CommunityRequest, CommunitySweepAnswer } from '../communities/community-types.ts';
import type { GapsAnswer, GapsRequest } from '../gaps/gap-types.ts';
import { findGaps } from '../gaps/gaps.ts';
import type { TableFile } from '../input-output/table-grid.ts';
import { readTable, type TableReading } from '../input-output/table-reading.ts';
import type { PathsAnswer, PathsRequest } from '../paths/path-types.ts';
import { findPaths } from '../paths/paths.ts';
import type { PlacesAnswer, PlacesRequest, RelatednessAnswer, RelatePlaceRequest } from '../places/place-types.ts';
import { profilePlaces } from '../places/profile.ts';
import { relatePlace } from '../places/relate-place.ts';
import { findCoverage } from '../programmes/coverage.ts';
import type { CoverageAnswer, CoverageRequest } from '../programmes/coverage-types.ts';
import { readCriteria } from '../programmes/criteria.ts';
import type { CriteriaAnswer, CriteriaRequest } from '../programmes/criteria-types.ts';
import type { PhasesAnswer, PhasesRequest } from '../programmes/phase-types.ts';
import { comparePhases } from '../programmes/phases.ts';
import type { CentralityAnswer, CentralityRequest } from '../structure/centrality-types.ts';
import { rankByCentrality } from '../structure/centrality.ts';
import type { FragilityAnswer, FragilityRequest, RemovalAnswer, RemovalRequest } from '../structure/fragility-types.ts';
import { findFragility, removeNode } from '../structure/fragility.ts';
import type { TiersAnswer, TiersRequest } from '../tiers/tier-types.ts';
import { traceTiers } from '../tiers/tiers.ts';
import type { TiesAnswer, TiesRequest } from '../ties/tie-types.ts';
import { findTies } from '../ties/ties.ts';
import type { WhatIfAnswer, WhatIfRequest } from '../what-if/what-if-types.ts';
import { askWhatIf } from '../what-if/what-if.ts';

/** What each is asked and answers. */
interface AnalysisParts {
  readonly ties: { readonly request: TiesRequest; readonly answer: TiesAnswer };
  readonly paths: { readonly request: PathsRequest; readonly answer: PathsAnswer };
  readonly tiers: { readonly request: TiersRequest; readonly answer: TiersAnswer };
  readonly centrality: { readonly request: CentralityRequest; readonly answer: CentralityAnswer };
  readonly fragility: { readonly request: FragilityRequest; readonly answer: FragilityAnswer };
  readonly removal: { readonly request: RemovalRequest; readonly answer: RemovalAnswer };
  readonly communities: { readonly request: CommunityRequest; readonly answer: CommunitiesAnswer };
  readonly communitySweep: { readonly request: CommunityRequest; readonly answer: CommunitySweepAnswer };
  readonly gaps: { readonly request: GapsRequest; readonly answer: GapsAnswer };
  readonly whatIf: { readonly request: WhatIfRequest; readonly answer: WhatIfAnswer };
  readonly coverage: { readonly request: CoverageRequest; readonly answer: CoverageAnswer };
  readonly phases: { readonly request: PhasesRequest; readonly answer: PhasesAnswer };
  readonly criteria: { readonly request: CriteriaRequest; readonly answer: CriteriaAnswer };
  readonly placeProfiles: { readonly request: PlacesRequest; readonly answer: PlacesAnswer };
  readonly placeRelatedness: { readonly request: RelatePlaceRequest; readonly answer: RelatednessAnswer };
  readonly inputOutputFile: { readonly request: TableFile; readonly answer: TableReading };
}

export type AnalysisName = keyof AnalysisParts;
export type AnalysisRequest<N extends AnalysisName> = AnalysisParts[N]['request'];
export type AnalysisAnswer<N extends AnalysisName> = AnalysisParts[N]['answer'];

export const ANALYSES: {
  readonly [N in AnalysisName]: (projection: Projection, request: AnalysisRequest<N>) => AnalysisAnswer<N>;
} = {
  ties: findTies,
  paths: findPaths,
  tiers: traceTiers,
  centrality: rankByCentrality,
  fragility: findFragility,
  removal: removeNode,
  communities: findCommunities,
  communitySweep: sweepCommunities,
  gaps: findGaps,
  whatIf: askWhatIf,
  coverage: findCoverage,
  phases: comparePhases,
  criteria: readCriteria,
  placeProfiles: profilePlaces,
  placeRelatedness: relatePlace,
  inputOutputFile: readTable,
};

/**
 * Relations of a graph up to which an analysis takes less than about 10 ms and is answered at once: what it touches is bounded by
 * them. Estimated from few runs on a busy machine, on the careful side; another thread costs a millisecond or two for small answers.
 */
const INLINE_RELATIONS: Readonly<Record<AnalysisName, number>> = {
  ties: 4_000,
  paths: 20_000,
  tiers: 10_000,
  centrality: 2_000,
  fragility: 4_000,
  removal: 2_000,
  communities: 2_000,
  communitySweep: 0,
  gaps: 2_000,
  whatIf: 4_000,
  coverage: 4_000,
  phases: 4_000,
  criteria: 4_000,
  placeProfiles: 2_000,
  placeRelatedness: 4_000,
  // Its work does not depend on the graph: INLINE_LETTERS.
  inputOutputFile: Infinity,
};

/** Letters of a table's file up to which it is read at once: some fifty sectors. */
const INLINE_LETTERS = 20_000;

/** Whether an analysis takes so little time that the event loop may do it. */
export function isSmall<N extends AnalysisName>(
  name: N,
  { relationCount }: Projection,
  request: AnalysisRequest<N>,
): boolean {
  const letters = 'csv' in request ? request.csv.length : 0;
  return relationCount <= INLINE_RELATIONS[name] && letters <= INLINE_LETTERS;
}
