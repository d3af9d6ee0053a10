import {
  asRelationId,
  parseNodeId,
  parsePartialDate,
  type Language,
  type NodeId,
  type PartialDate,
  type RelationType,
} from '#vocabulary';
import type { Arrived } from '../exploration/known.ts';
import type { Question } from '../exploration/question.ts';
import { tiersOf, type TiersTraced, type Way } from '../exploration/way.ts';
import { request } from '../requests/client.ts';
import { ReferenceDayDocument, TiersDocument, type TiersQuery } from '../requests/generated/operations.ts';
import { RequestError } from '../requests/request-error.ts';
import type { AnswerCache } from './answer-cache.ts';
import { filtersOf } from './answers.ts';
import { useExplorer } from './explorer-context.ts';
import { knownNode, knownRelation } from './known.ts';
import { useAnswer, type Answered } from './use-answer.ts';

type TiersPage = TiersQuery['tiers'];
/** One way of a trace, from its root on. */
export type TracedWay = TiersPage['nodes'][number];
/** A node of a trace over all its ways, and the clusters it belongs to. */
export type ReachedNode = TiersPage['reached'][number];

/** Kinds of relation along which goods go, were passed on, or were agreed on. */
export const SUPPLY_TYPES = [
  'SUPPLIES',
  'DISTRIBUTES_THROUGH',
  'AGREED_TO_SUPPLY',
] as const satisfies readonly RelationType[];
export type SupplyType = (typeof SUPPLY_TYPES)[number];

/** What a trace is asked for; evidence and date come from the question. */
export interface TraceAsked {
  readonly root: NodeId;
  readonly direction: TiersTraced;
  /** Number of tiers, 1 to 6. */
  readonly depth: number;
  /** At least one. */
  readonly relationTypes: readonly SupplyType[];
  /** Ways to show at most. */
  readonly rows: number;
}

/** What a trace found: the first ways asked for, and how many there are. */
export interface Trace extends Pick<TiersPage, 'totalCount' | 'hasMore' | 'reached' | 'reachedCount' | 'balance'> {
  readonly ways: readonly TracedWay[];
  readonly revision: string;
  /** The date that was counted by. */
  readonly asOf: PartialDate;
}

/** `refused`: why shares cannot be added up at this date, in the API's words (in English). */
export type Traced = { readonly trace: Trace; readonly refused: null } | { readonly refused: string };

/** What the API says when shares exceed the whole (api/analysis/tiers/supply-steps.ts). */
const OVERFULL = /the suppliers' shares of /;

/** Ways asked for at once: a way names up to seven nodes and their relations with evidence. */
const PAGE = 50;

/** The tiers around a node; null asks nothing. Without a date in the question, as of the data's own reference day. */
export function useTrace(asked: TraceAsked | null, question: Question): Answered<Traced> {
  const { cache } = useExplorer();
  const { asOf, evidence } = filtersOf(question);
  const key = asked === null ? null : `trace ${JSON.stringify({ ...asked, asOf, evidence })}`;
  return useAnswer(key, async (signal): Promise<Traced> => {
    if (asked === null) throw new Error('Nothing was asked');
    const date = asOf ?? (await referenceDay(cache, signal));
    const { root, direction, depth, relationTypes, rows } = asked;
    const page = async (first: number, after: string | null): Promise<TiersPage> => {
      const filter = { asOf: date, evidence: [...evidence], relationTypes: [...relationTypes] };
      return (await request(TiersDocument, { root, direction, depth, ...filter, first, after }, signal)).tiers;
    };
    try {
      const first = await page(Math.min(rows, PAGE), null);
      const ways = [...first.nodes];
      let { pageInfo } = first;
      while (ways.length < rows && pageInfo.hasNextPage) {
        const next = await page(Math.min(rows - ways.length, PAGE), pageInfo.endCursor);
        ways.push(...next.nodes);
        ({ pageInfo } = next);
      }
      return { trace: { ...first, ways, asOf: date }, refused: null };
    } catch (error) {
      // Shares that add up to more than all there is: an answer of its own, which another date may change.
      if (error instanceof RequestError && OVERFULL.test(error.message)) return { refused: error.message };
      throw error;
    }
  });
}

async function referenceDay(cache: AnswerCache, signal: AbortSignal): Promise<PartialDate> {
  const known = cache.get<PartialDate>('reference day');
  if (known !== undefined) return known;
  const day = parsePartialDate((await request(ReferenceDayDocument, {}, signal)).dataset.referenceDay);
  cache.set('reference day', day);
  return day;
}

/** The shown ways of a trace as the exploration draws them, all together; null where there is none. */
export function drawnTrace({ root, direction }: TraceAsked, ways: readonly TracedWay[]): Way | null {
  const nodes = new Set(ways.flatMap((way) => way.nodes.map(({ id }) => parseNodeId(id))));
  nodes.delete(root);
  const relations = new Set(
    ways.flatMap(({ steps }) => steps.flatMap((step) => step.relations.map(({ id }) => asRelationId(id)))),
  );
  // A circle of two nodes alone still has a second node; nothing found has none.
  return nodes.size === 0 ? null : tiersOf(direction, [root, ...nodes], [...relations]);
}

/** What comes along with the shown ways of a trace. */
export function broughtByTrace(ways: readonly TracedWay[], language: Language, asOf: PartialDate | null): Arrived {
  const nodes = new Map(ways.flatMap((way) => way.nodes.map((node) => [node.id, node] as const)));
  const relations = new Map(
    ways.flatMap(({ steps }) => steps.flatMap((step) => step.relations.map((each) => [each.id, each] as const))),
  );
  return {
    nodes: [...nodes.values()].map((node) => knownNode(node, language)),
    relations: [...relations.values()].map((relation) => knownRelation(relation, asOf)),
  };
}
