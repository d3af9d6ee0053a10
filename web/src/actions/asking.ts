import type { NodeType } from '#vocabulary';
import type { Question } from '../exploration/question.ts';
import { request } from '../requests/client.ts';
import {
  ChoicesDocument,
  SearchDocument,
  type ChoicesQuery,
  type SearchQuery,
} from '../requests/generated/operations.ts';
import { useAnswer, type Answered } from './use-answer.ts';

export type { GroupCount, GroupRows, NodeDetails, RelationDetails, SourceDetails } from './asking-details.ts';
export type {
  DisagreementSidesFragment,
  EvidencePieceFragment,
  FigureSummaryFragment,
  NodeSummaryFragment,
  PeriodPartsFragment,
  RelationWithEvidenceFragment,
  SourceSummaryFragment,
} from '../requests/generated/operations.ts';

/** One hit, with the name that matched. */
export type SearchMatch = SearchQuery['search']['matches'][number];
/** A node as a menu offers it; places and sectors count their clusters. */
export type Choice = ChoicesQuery['list']['nodes'][number];

/** Hits in the list under the search field. */
const SEARCH_HITS = 8;
/** The most the API gives at once. */
const PAGE = 200;

/** The best hits for a text; the total says how many more there are. @param types absent: nodes of any type */
export async function search(
  text: string,
  signal: AbortSignal,
  types?: readonly NodeType[],
): Promise<{ readonly totalCount: number; readonly matches: readonly SearchMatch[] }> {
  return (
    await request(SearchDocument, { text, first: SEARCH_HITS, types: types === undefined ? null : [...types] }, signal)
  ).search;
}

/** Every node of the types, by name: for menus. `wanted` false asks nothing yet. */
export function useChoices(
  types: readonly NodeType[],
  wanted: boolean,
  scope: Question['scope'] | null = null,
): Answered<readonly Choice[]> {
  return useAnswer(wanted ? `choices ${types.join(',')} ${scope ?? ''}` : null, async (signal) => {
    const choices: Choice[] = [];
    let after: string | null = null;
    do {
      const variables: { types: NodeType[]; first: number; after: string | null; scope: Question['scope'] | null } = {
        types: [...types],
        first: PAGE,
        after,
        scope,
      };
      const { list }: ChoicesQuery = await request(ChoicesDocument, variables, signal);
      choices.push(...list.nodes);
      after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
    } while (after !== null);
    return choices;
  });
}
