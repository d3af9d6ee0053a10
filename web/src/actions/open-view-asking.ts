import { asRelationId, parseNodeId, type Language, type NodeId, type PartialDate } from '#vocabulary';
import type { OpenedGroup } from '../exploration/expanding.ts';
import type { Exploration } from '../exploration/exploration.ts';
import type { Arrived } from '../exploration/known.ts';
import { request } from '../requests/client.ts';
import { NodeIdsDocument, NodesByIdDocument, RelationsByIdDocument } from '../requests/generated/operations.ts';
import { RequestError } from '../requests/request-error.ts';
import type { LinkedView } from '../sharing/shared-view.ts';
import { tiesPage } from './ask.ts';
import { knownNode, knownRelation, answerOf, arrivedWith } from './known.ts';
import { openGroup } from './opening.ts';

/** Ids asked about at a time; the API's most. */
const A_PAGE = 200;

/** What every question of a view that is opened is asked with. */
export interface Asked {
  readonly language: Language;
  readonly signal: AbortSignal;
}

/** Whether the API refused a question because of what it names. */
function isRefused(error: unknown): boolean {
  return error instanceof RequestError && error.fault === 'BAD_USER_INPUT';
}

/** The answer to a view's question, with as many ties as it held. */
export async function askTies(
  { question, ties }: Pick<LinkedView, 'question' | 'ties'>,
  { language, signal }: Asked,
): Promise<{ readonly answer: NonNullable<Exploration['answer']>; readonly arrived: Arrived }> {
  let page = await tiesPage(question, null, language, signal);
  let answer = answerOf(page, [], language);
  let arrived = arrivedWith(page, language, question.asOf);
  while (answer.ties.length < ties && answer.endCursor !== null) {
    page = await tiesPage(question, answer.endCursor, language, signal);
    answer = answerOf(page, answer.ties, language);
    arrived = both(arrived, arrivedWith(page, language, question.asOf));
  }
  return { answer, arrived };
}

function both(a: Arrived, b: Arrived): Arrived {
  return { nodes: [...a.nodes, ...b.nodes], relations: [...a.relations, ...b.relations] };
}

/** A group as far as it was open; null when its node no longer exists. */
export async function askGroup(
  {
    group,
    filter,
    cap,
  }: { readonly group: OpenedGroup['group']; readonly filter: OpenedGroup['filter']; readonly cap: number },
  question: LinkedView['question'],
  { language, signal }: Asked,
): Promise<OpenedGroup | null> {
  try {
    return await openGroup({ group, filter, more: cap, had: 0, after: null }, question, language, signal);
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
}

/** Those of the nodes that exist. */
export async function askNodes(ids: readonly NodeId[], { language, signal }: Asked): Promise<Arrived> {
  const nodes = await existing(ids, async (page) => {
    const answer = await request(NodesByIdDocument, { ids: page }, signal);
    return answer.nodes.map((node) => knownNode(node, language));
  });
  return { nodes, relations: [] };
}

/** Those of the relations that exist, with their ends. */
export async function askRelations(
  ids: readonly string[],
  asOf: PartialDate | null,
  { language, signal }: Asked,
): Promise<Arrived> {
  const all = await existing(ids.map(asRelationId), async (page) => {
    const answer = await request(RelationsByIdDocument, { ids: page }, signal);
    return answer.relations;
  });
  return {
    nodes: all.flatMap(({ fromNode, toNode }) => [knownNode(fromNode, language), knownNode(toNode, language)]),
    relations: all.map((relation) => knownRelation(relation, asOf)),
  };
}

/** The ids of all nodes of the data; null where there are more than are given at once. */
export async function askIds({ signal }: Asked): Promise<readonly NodeId[] | null> {
  const { picture } = await request(NodeIdsDocument, {}, signal);
  const ids = picture.nodes.ids.map((id) => parseNodeId(id));
  return ids.length < picture.total.nodes ? null : ids;
}

/** Asks for ids of which some may no longer exist: the API refuses a list with one of them, so the list is halved until it does not. */
async function existing<Id, Item>(
  ids: readonly Id[],
  ask: (page: Id[]) => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  if (ids.length === 0) return [];
  if (ids.length <= A_PAGE) {
    try {
      return await ask([...ids]);
    } catch (error) {
      if (!isRefused(error)) throw error;
      if (ids.length === 1) return [];
    }
  }
  const half = ids.length <= A_PAGE ? Math.ceil(ids.length / 2) : A_PAGE;
  return [...(await existing(ids.slice(0, half), ask)), ...(await existing(ids.slice(half), ask))];
}
