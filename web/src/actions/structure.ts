import {
  asRelationId,
  parseNodeId,
  parsePartialDate,
  type NodeId,
  type NodeType,
  type PartialDate,
  type RelationId,
} from '#vocabulary';
import type { CommunitiesBy, SizeBy } from '../exploration/looks.ts';
import type { Question } from '../exploration/question.ts';
import { request } from '../requests/client.ts';
import {
  CommunityListDocument,
  ReferenceDayDocument,
  FragilityDocument,
  LinksOfDocument,
  NamedNodesDocument,
  RanksDocument,
  RemovalDocument,
  type CommunityListQuery,
  type FragilityQuery,
  type NodeSummaryFragment,
  type RanksQuery,
  type RanksQueryVariables,
  type RemovalQuery,
} from '../requests/generated/operations.ts';
import { filtersOf, inPages } from './answers.ts';
import { typesOfFamilies } from './look-learning.ts';
import { useAnswer, type Answered } from './use-answer.ts';

/** Ranked nodes, as many as were asked for, and what they were ranked over. */
export type Ranks = RanksQuery['centrality'];
export type Rank = Ranks['nodes'][number];
export type CommunityList = CommunityListQuery['communities'];
export type Community = CommunityList['nodes'][number];
export type Fragility = FragilityQuery['fragility'];
export type Removal = RemovalQuery['removal'];

/** The most that the API gives at once. */
const A_PAGE = 200;

/** What is ranked; evidence and date come from the question. */
export interface RanksAsked extends SizeBy {
  /** Types that are listed; null: all. */
  readonly type: NodeType | null;
}

/** The first so many ranks. */
export function useRanks(asked: RanksAsked, first: number, question: Question): Answered<Ranks> {
  const { asOf, evidence } = filtersOf(question);
  return useAnswer(`ranks ${JSON.stringify({ ...asked, first, asOf, evidence })}`, async (signal) => {
    const { measure, families, among, type } = asked;
    const types = typesOfFamilies(families);
    const page = async (many: number, after: string | null): Promise<Ranks> => {
      const variables: RanksQueryVariables = {
        measure,
        relationTypes: types === null ? null : [...types],
        evidence: [...evidence],
        asOf,
        nodeTypes: type === null ? [] : [type],
        among: among === null ? null : [...among],
        first: many,
        after,
      };
      return (await request(RanksDocument, variables, signal)).centrality;
    };
    let ranks = await page(Math.min(first, A_PAGE), null);
    while (ranks.nodes.length < first && ranks.pageInfo.hasNextPage) {
      const next = await page(Math.min(first - ranks.nodes.length, A_PAGE), ranks.pageInfo.endCursor);
      ranks = { ...next, nodes: [...ranks.nodes, ...next.nodes] };
    }
    return ranks;
  });
}

/** The first so many communities, at most 200. */
export function useCommunities(by: CommunitiesBy, first: number, question: Question): Answered<CommunityList> {
  const { asOf, evidence } = filtersOf(question);
  return useAnswer(`communities ${JSON.stringify({ ...by, first, asOf, evidence })}`, async (signal) => {
    const { quality, resolution, seed, families } = by;
    const filter = { asOf, evidence: [...evidence], ...(families.length === 0 ? {} : { families: [...families] }) };
    const variables = { filter, quality, resolution, seed, first: Math.min(first, A_PAGE), after: null };
    return (await request(CommunityListDocument, variables, signal)).communities;
  });
}

/** Nodes by their ids, in their order; none asks nothing. */
export function useNamedNodes(ids: readonly NodeId[]): Answered<readonly NodeSummaryFragment[]> {
  return useAnswer(`named ${ids.join(' ')}`, async (signal) => {
    const pages = inPages(ids, A_PAGE).map(async (page) => request(NamedNodesDocument, { ids: [...page] }, signal));
    return (await Promise.all(pages)).flatMap(({ nodes }) => nodes);
  });
}

/** What suppliers are counted under for the concentration. */
export const CONCENTRATION_BY = ['SUPPLIER', 'PLACE', 'SECTOR'] as const;
export type ConcentrationBy = (typeof CONCENTRATION_BY)[number];

/** Rows of each list at first, and the most that the API gives. */
export const FRAGILE_ROWS = 50;
export const MOST_FRAGILE_ROWS = 200;

/** What was found, and the day that was counted by. */
export interface FragilityAt {
  readonly fragility: Fragility;
  readonly asOf: PartialDate;
}

/** Where one loss does most. Shares of different times must not be added: without a date, as of the data's own reference day. */
export function useFragility(question: Question, by: ConcentrationBy, first: number): Answered<FragilityAt> {
  const { asOf, evidence } = filtersOf(question);
  return useAnswer(`fragility ${asOf ?? ''} ${evidence.join(',')} ${by} ${first}`, async (signal) => {
    const day = asOf ?? (await request(ReferenceDayDocument, {}, signal)).dataset.referenceDay;
    const variables = { asOf: day, evidence: [...evidence], concentrationBy: by, first };
    const { fragility } = await request(FragilityDocument, variables, signal);
    return { fragility, asOf: parsePartialDate(day) };
  });
}

/** A relation with its ends. */
export type LinkedRelation = Fragility['bridges'][number]['relations'][number];

/** The first relations that link a node with others, each with its ends, and how many there are. */
export function useLinksOf(
  node: NodeId,
  question: Question,
): Answered<{ readonly relations: readonly LinkedRelation[]; readonly total: number }> {
  const { asOf, evidence } = filtersOf(question);
  return useAnswer(`links ${node} ${asOf ?? ''} ${evidence.join(',')}`, async (signal) => {
    const filter = { families: [...LINKING_FAMILIES], evidence: [...evidence], ...(asOf === null ? {} : { asOf }) };
    const { neighbourhood } = await request(LinksOfDocument, { node, first: LINKS_AT_ONCE, filter }, signal);
    const nodes = new Map(neighbourhood.nodes.map((one) => [one.id, one]));
    const relations = neighbourhood.relations.flatMap((relation) => {
      const [fromNode, toNode] = [nodes.get(relation.from), nodes.get(relation.to)];
      return fromNode === undefined || toNode === undefined ? [] : [{ ...relation, fromNode, toNode }];
    });
    return { relations, total: neighbourhood.total.relations };
  });
}

const LINKS_AT_ONCE = 50;
/** Goods, agreements to supply and memberships. */
const LINKING_FAMILIES = ['supply', 'agreement', 'membership'] as const;

/** What falls off with a node; null asks nothing. */
export function useRemoval(node: NodeId | null, question: Question): Answered<Removal> {
  const { asOf, evidence } = filtersOf(question);
  const key = node === null ? null : `removal ${node} ${asOf ?? ''} ${evidence.join(',')}`;
  return useAnswer(key, async (signal) => {
    if (node === null) throw new Error('Nothing was asked');
    return (await request(RemovalDocument, { node, asOf, evidence: [...evidence] }, signal)).removal;
  });
}

/** Ids of the API's nodes and relations as the exploration has them. */
export const nodeIds = (nodes: readonly { readonly id: string }[]): readonly NodeId[] =>
  nodes.map(({ id }) => parseNodeId(id));
export const relationIds = (relations: readonly { readonly id: string }[]): readonly RelationId[] =>
  relations.map(({ id }) => asRelationId(id));
