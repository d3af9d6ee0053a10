/** The analyses that run in a thread of their own: from plain arrays to plain arrays. */
import type { CommunityInput, CommunityPartition } from '../communities/community-types.ts';
import { partitionOf } from '../communities/partition.ts';
import { sweepOf, type CommunitySweep } from '../communities/sweep.ts';

/** What each takes and gives. */
export interface AnalysisParts {
  readonly communities: { readonly input: CommunityInput; readonly output: CommunityPartition };
  readonly communitySweep: { readonly input: CommunityInput; readonly output: CommunitySweep };
}

export type AnalysisName = keyof AnalysisParts;

export const ANALYSES: {
  readonly [N in AnalysisName]: (input: AnalysisParts[N]['input']) => AnalysisParts[N]['output'];
} = { communities: partitionOf, communitySweep: sweepOf };
