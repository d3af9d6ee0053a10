import type { Language, NodeId, RelationId, SourceId } from '#vocabulary';
import type { Tie } from '../exploration/answer.ts';
import { groupId, type GroupKey } from '../exploration/groups.ts';
import type { Question } from '../exploration/question.ts';
import { request } from '../requests/client.ts';
import {
  NeighbourhoodDocument,
  NodeDetailsDocument,
  RelationDetailsDocument,
  RelationGroupsDocument,
  SourceDetailsDocument,
  TieCountDocument,
  TieEvidenceDocument,
  type EvidencePieceFragment,
  type NeighbourhoodQuery,
  type NodeDetailsQuery,
  type RelationDetailsQuery,
  type RelationGroupsQuery,
  type RelationWithEvidenceFragment,
  type SourceDetailsQuery,
} from '../requests/generated/operations.ts';
import { filtersOf, groupFilter, inPages, relationFilter } from './answers.ts';
import { useAnswer, type Answered } from './use-answer.ts';

/** Everything the API says about a node for its panel. */
export type NodeDetails = NodeDetailsQuery['node'];
/** A relation with its ends, its evidence and the disagreement it is a side of. */
export type RelationDetails = RelationDetailsQuery['relation'];
/** A source and the first rows of what rests on it. */
export type SourceDetails = SourceDetailsQuery['source'];
/** How many relations of one type, direction and type of other node. */
export type GroupCount = NodeDetails['relationGroups'][number];
/** Some of a node's relations with the nodes at their other ends, and how many there are in all. */
export type GroupRows = NeighbourhoodQuery['neighbourhood'];

/** Rows shown when a group of relations is opened in a panel. */
export const ROWS_AT_ONCE = 25;
/** The most the API gives at once. */
const PAGE = 200;

const filterKey = (question: Question): string => `${question.asOf ?? ''} ${question.evidence.join(',')}`;

/** Everything said about a node. */
export function useNodeDetails(id: NodeId, question: Question): Answered<NodeDetails> {
  return useAnswer(`node ${id} ${filterKey(question)}`, async (signal) => {
    const variables = { id, filter: relationFilter(filtersOf(question)) };
    return (await request(NodeDetailsDocument, variables, signal)).node;
  });
}

/** What expanding nodes would add, by node and kind; no nodes ask nothing. */
export function useRelationGroups(
  ids: readonly NodeId[],
  filters: Pick<Question, 'asOf' | 'evidence'>,
): Answered<RelationGroupsQuery['nodes']> {
  const key = `groups ${ids.join(' ')} ${filters.asOf ?? ''} ${filters.evidence.join(',')}`;
  return useAnswer(ids.length === 0 ? null : key, async (signal) => {
    const pages = inPages(ids, PAGE).map(async (page) => {
      const variables = { ids: [...page], filter: relationFilter(filters) };
      return (await request(RelationGroupsDocument, variables, signal)).nodes;
    });
    return (await Promise.all(pages)).flat();
  });
}

/** The first rows of one group of a node's relations; `rows` says how many. Rows beyond one page are asked page by page. */
export function useGroupRows(group: GroupKey, question: Question, rows: number): Answered<GroupRows> {
  return useAnswer(`group ${groupId(group)} ${rows} ${filterKey(question)}`, async (signal) => {
    const filter = groupFilter(group, filtersOf(question));
    const page = async (first: number, after: string | null): Promise<GroupRows> =>
      (await request(NeighbourhoodDocument, { of: [group.of], first, after, filter }, signal)).neighbourhood;
    let all = await page(Math.min(rows, PAGE), null);
    while (all.relations.length < rows && all.pageInfo.hasNextPage) {
      const next = await page(Math.min(rows - all.relations.length, PAGE), all.pageInfo.endCursor);
      all = { ...next, nodes: [...all.nodes, ...next.nodes], relations: [...all.relations, ...next.relations] };
    }
    return all;
  });
}

/** A node's relations for its evidence list; when there are more than the API gives at once, `shown` says so. */
export function useNodeRelations(id: NodeId, question: Question): Answered<GroupRows> {
  return useAnswer(`relations ${id} ${filterKey(question)}`, async (signal) => {
    const variables = { of: [id], first: PAGE, filter: relationFilter(filtersOf(question)) };
    return (await request(NeighbourhoodDocument, variables, signal)).neighbourhood;
  });
}

/** Everything said about one relation. */
export function useRelationDetails(id: RelationId): Answered<RelationDetails> {
  return useAnswer(
    `relation ${id}`,
    async (signal) => (await request(RelationDetailsDocument, { id }, signal)).relation,
  );
}

/** What rests on a source, and the first rows of it. */
export function useSourceDetails(id: SourceId, rows: number): Answered<SourceDetails> {
  return useAnswer(
    `source ${id} ${rows}`,
    async (signal) => (await request(SourceDetailsDocument, { id, first: rows }, signal)).source,
  );
}

/** Relations of all chains of a tie with their evidence, by id. */
export function useTieEvidence(
  tie: Tie,
  question: Question,
): Answered<Readonly<Record<string, RelationWithEvidenceFragment>>> {
  return useAnswer(`tie ${tie.id} ${question.scope} ${filterKey(question)}`, async (signal) => {
    const { cluster, largeIndustry } = tie;
    const { scope, asOf, evidence } = question;
    const variables = { scope, asOf, evidence: [...evidence], cluster, largeIndustry };
    const { nodes } = (await request(TieEvidenceDocument, variables, signal)).clustersTiedToLargeIndustry;
    const relations = nodes.flatMap(({ chains }) => chains.flatMap(({ route }) => route.relations));
    return Object.fromEntries(relations.map((relation) => [relation.id, relation]));
  });
}

/** How many ties each of the questions would have; no questions ask nothing. */
export function useTieCounts(questions: readonly Question[]): Answered<readonly number[]> {
  const key = questions.length === 0 ? null : `tie counts ${JSON.stringify(questions)}`;
  return useAnswer(key, (signal) =>
    Promise.all(
      questions.map(async (question) => {
        const variables = { ...question, evidence: [...question.evidence] };
        return (await request(TieCountDocument, variables, signal)).clustersTiedToLargeIndustry.totalCount;
      }),
    ),
  );
}

/** Distinct sources of the pieces, newest first, undated last; then by title in the language. */
export function distinctSources(
  pieces: Iterable<EvidencePieceFragment>,
  language: Language,
): readonly EvidencePieceFragment['source'][] {
  const sources = new Map([...pieces].map(({ source }) => [source.id, source]));
  return [...sources.values()].sort(
    (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title, language),
  );
}
