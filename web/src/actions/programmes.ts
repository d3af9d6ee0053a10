import type { EvidenceKind, NodeId, PartialDate } from '#vocabulary';
import type { Question } from '../exploration/question.ts';
import { request } from '../requests/client.ts';
import {
  CoverageDocument,
  OverlapsDocument,
  PhasesAndCriteriaDocument,
  type CoverageQuery,
  type OverlapsQuery,
  type PhasesAndCriteriaQuery,
} from '../requests/generated/operations.ts';
import { useAnswer, type Answered } from './use-answer.ts';

/** Rows of support, as many as there are up to MOST_SUPPORT_ROWS, and what is to be said of the clusters. */
export type Coverage = CoverageQuery['coverage'];
export type SupportRow = Coverage['nodes'][number];
export type SupportLevel = SupportRow['support']['level'];
export type Overlaps = OverlapsQuery['supportOverlaps'];
export type Overlap = Overlaps['nodes'][number];
export type PhaseComparison = PhasesAndCriteriaQuery['programmePhases']['comparisons'][number];
export type PhaseSide = NonNullable<PhaseComparison['places'][number]['earlier']>;
export type ProgrammeCriteria = PhasesAndCriteriaQuery['programmeCriteria']['programmes'][number];

export const SUPPORT_LEVELS = [
  'CLUSTER',
  'MEMBER',
  'ORGANISATION',
  'FACILITY',
  'PLACE',
] as const satisfies readonly SupportLevel[];

/** The most rows that are fetched for one picture. */
const MOST_SUPPORT_ROWS = 600;
/** The most that the API gives at once. */
const A_PAGE = 100;
const MOST_OVERLAPS = 200;

/** What support is asked for; sector, scope, evidence and, unless years are chosen, the date come from the question. */
export interface SupportAsked {
  readonly cluster: NodeId | null;
  /** null: the question's place. */
  readonly place: NodeId | null;
  readonly supporter: NodeId | null;
  /** null: all. */
  readonly level: SupportLevel | null;
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

function variablesOf({ cluster, place, supporter, level, from, to }: SupportAsked, question: Question) {
  const ownTime = from !== null || to !== null;
  return {
    cluster,
    // A cluster that was chosen counts wherever it lies.
    place: cluster === null ? (place ?? question.place) : null,
    sector: cluster === null ? question.sector : null,
    scope: question.scope,
    supporter,
    levels: level === null ? null : [level],
    from: ownTime ? from : question.asOf,
    to: ownTime ? to : question.asOf,
    evidence: [...question.evidence],
  };
}

export function useCoverage(asked: SupportAsked, question: Question): Answered<Coverage> {
  const variables = variablesOf(asked, question);
  return useAnswer(`coverage ${JSON.stringify(variables)}`, async (signal) => {
    const page = async (after: string | null): Promise<Coverage> =>
      (await request(CoverageDocument, { ...variables, first: A_PAGE, after }, signal)).coverage;
    let found = await page(null);
    while (found.pageInfo.hasNextPage && found.nodes.length < MOST_SUPPORT_ROWS) {
      const next = await page(found.pageInfo.endCursor);
      found = { ...next, nodes: [...found.nodes, ...next.nodes] };
    }
    return found;
  });
}

export function useOverlaps(by: 'CLUSTER' | 'PLACE', asked: SupportAsked, question: Question): Answered<Overlaps> {
  const variables = variablesOf(asked, question);
  return useAnswer(`overlaps ${by} ${JSON.stringify(variables)}`, async (signal) => {
    return (await request(OverlapsDocument, { ...variables, by, first: MOST_OVERLAPS }, signal)).supportOverlaps;
  });
}

export interface PhasesAndCriteria {
  readonly phases: readonly PhaseComparison[];
  readonly criteria: readonly ProgrammeCriteria[];
}

export function usePhasesAndCriteria(evidence: readonly EvidenceKind[]): Answered<PhasesAndCriteria> {
  return useAnswer(`phases ${evidence.join(',')}`, async (signal) => {
    const { programmePhases, programmeCriteria } = await request(
      PhasesAndCriteriaDocument,
      { evidence: [...evidence] },
      signal,
    );
    return { phases: programmePhases.comparisons, criteria: programmeCriteria.programmes };
  });
}
