import { asRelationId, isNodeId, type NodeId } from '#vocabulary';
import { isGroupNodeId, type Layout } from '../exploration/arrangement.ts';
import { answerNodes, drawnNodes } from '../exploration/drawn-nodes.ts';
import { expansionWith, type OpenedGroup } from '../exploration/expanding.ts';
import { IDLE, NEW_EXPLORATION, type Exploration } from '../exploration/exploration.ts';
import { giveUp, isUnfinished } from '../exploration/history.ts';
import type { Arrived } from '../exploration/known.ts';
import { USUAL_COMMUNITIES } from '../exploration/looks.ts';
import type { Selection } from '../exploration/selection.ts';
import type { Step } from '../exploration/step.ts';
import { remember } from '../exploration/transitions.ts';
import { tiersOf, wayOf, type Way } from '../exploration/way.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import { settledGraph, type Stands } from '../sharing/collect.ts';
import { nodesOfLooks } from '../sharing/looks-form.ts';
import { isMark, Marks } from '../sharing/marks.ts';
import { namedWith } from '../sharing/naming.ts';
import { tieIdOf, type LinkedView } from '../sharing/shared-view.ts';
import type { Explorer } from './explorer.ts';
import { askGroup, askIds, askNodes, askRelations, askTies, type Asked } from './open-view-asking.ts';

/** Digits of the marks that are told apart among all nodes of the data. */
const OTHERS = 7;

/** Keeps where things stand, for whoever draws them. */
export interface PictureKeeper {
  readonly read: () => Stands;
  /** Called right before the exploration takes the step that leads to the picture. */
  readonly restore: (picture: RestoredPicture) => void;
}

interface RestoredPicture extends Stands {
  readonly graph: VisibleGraph;
  readonly layout: Layout;
  readonly step: Step;
}

/** How much of something that a view names there still is. */
interface Found {
  readonly found: number;
  readonly of: number;
}

/** In what a view that was opened differs from the one that was kept. */
export interface OpenedReport {
  /** Whether the data are those on which it was made; null when the view does not say. */
  readonly sameData: boolean | null;
  readonly nodes: Found;
  readonly expansions: Found;
  readonly ways: Found;
  /** Nodes of the picture that the view did not have. */
  readonly added: number;
  readonly selectionLost: boolean;
  /** Groups by community have other numbers in other data: they come closed, and stand anew. */
  readonly regrouped: boolean;
}

/** What is opened, and as what. */
export interface Opening {
  readonly view: LinkedView;
  /** Of a view that was kept under a name; null for one from a link. */
  readonly name: string | null;
  /** The page has just been loaded: then there is nothing to go back to. */
  readonly first: boolean;
}

/**
 * Opens a view: asks again for everything that it names, and then shows it as one step. Until then the picture stays, and
 * when something fails nothing has changed.
 * @returns null when something else was asked for meanwhile: then that is what is wanted
 * @throws RequestError, with BAD_USER_INPUT when the question itself names what no longer exists
 */
export async function openView(
  explorer: Explorer,
  keeper: PictureKeeper,
  { view, name, first }: Opening,
  signal: AbortSignal,
): Promise<OpenedReport | null> {
  if (!first) stop(explorer);
  const before = explorer.store.getState();
  const asked: Asked = { language: explorer.language(), signal };
  const replayed = await replay(explorer, view, asked);
  const built = await furnish(replayed, view, asked);
  const drawn = drawnNodes(built.exploration).keys();
  const { communitiesBy } = built.exploration;
  await explorer.learnGrouping(view.grouping, drawn, view.question, signal, communitiesBy);
  const now = explorer.store.getState();
  const changed = now.step !== before.step || now.question !== before.question || now.request !== before.request;
  if (signal.aborted || changed) return null;

  const step: Step = { kind: 'OPEN_VIEW', name };
  const { groupingFacts } = now;
  const nodes = { ...now.nodes, ...built.exploration.nodes };
  const next: Exploration = { ...built.exploration, groupingFacts, nodes, step };
  const graph = settledGraph(next);
  const { places, report } = standsOf(next, graph, view, replayed);
  keeper.restore({ graph, places, layout: next.layout, step, camera: view.camera, map: view.map });
  const { pause, resume } = explorer.store.temporal.getState();
  if (first) pause();
  explorer.store.setState(next);
  if (first) resume();
  explorer.took(replayed.exploration.answer?.revision ?? '');
  void explorer.count();
  // Without them the view is shown as well, as a picture is that waits for its sizes.
  explorer.learnLooks().catch(() => undefined);
  return { ...report, ...built.lost };
}

/** Gives up what was asked for before and has not come. */
function stop(explorer: Explorer): void {
  const unfinished = isUnfinished(explorer.store.getState());
  explorer.abandon();
  explorer.abandonExpansions();
  if (unfinished) explorer.store.setState(giveUp);
}

/** What the question, a part shown whole and the open groups bring by themselves. */
interface Replayed {
  readonly exploration: Exploration;
  readonly marks: Marks;
  /** Every id there is, where it had to be asked for. */
  readonly ids: ReadonlySet<string> | null;
  readonly opened: number;
  readonly sameData: boolean | null;
}

async function replay(explorer: Explorer, view: LinkedView, asked: Asked): Promise<Replayed> {
  const { question } = view;
  const marks = new Marks();
  const { answer, arrived } = await askTies(view, asked);
  const sameData = view.revision === '' ? null : view.revision === answer.revision;
  let exploration = remember({ ...NEW_EXPLORATION, question, answered: question, answer }, arrived);
  marks.learn(answerNodes(exploration).keys());
  if (view.picture !== null) {
    const { held, arrived: part } = await explorer.askPicture(view.picture, asked.signal);
    exploration = { ...remember(exploration, part), picture: held };
    marks.learn(held.nodes);
  }
  let ids: ReadonlySet<string> | null = null;
  const opened = new Map<number, OpenedGroup | null>();
  // A group may be open from a node that another one brought.
  for (;;) {
    const waiting = view.expansions.flatMap(({ group, filter, cap }, number) => {
      const of = opened.has(number) ? null : marks.find(group.of);
      return of === null || !isNodeId(of) ? [] : [{ number, wanted: { group: { ...group, of }, filter, cap } }];
    });
    await Promise.all(
      waiting.map(async ({ number, wanted }) => opened.set(number, await askGroup(wanted, question, asked))),
    );
    for (const { number } of waiting) marks.learn((opened.get(number)?.page.nodes ?? []).map(({ id }) => id));
    if (waiting.length > 0) continue;
    // What nothing brings is looked for among all that there is.
    if (ids !== null || (sameData === true && !namesOthers(view, marks))) break;
    ids = new Set(await askIds(asked));
    marks.learn(ids, [OTHERS]);
  }
  const groups = view.expansions.flatMap((_, number) => opened.get(number) ?? []);
  for (const group of groups) {
    exploration = remember(exploration, group.page);
    exploration = { ...exploration, expansions: [...exploration.expansions, expansionWith(undefined, group)] };
  }
  return { exploration, marks, ids: ids?.size === 0 ? null : ids, opened: groups.length, sameData };
}

/** Whether the view names nodes by the marks of those that nothing brings. */
function namesOthers(view: LinkedView, marks: Marks): boolean {
  let others = false;
  namedWith(view, (text) => {
    others ||= isMark(text) && text.length === OTHERS + 1 && marks.find(text) === null;
    return text;
  });
  return others;
}

/** The exploration with everything that a person did to it. */
async function furnish(
  { exploration, marks, ids, sameData }: Replayed,
  linked: LinkedView,
  asked: Asked,
): Promise<{ readonly exploration: Exploration; readonly lost: Pick<OpenedReport, 'ways' | 'selectionLost'> }> {
  const find = (text: string): string | null => {
    const id = marks.find(text);
    return id === null || (ids !== null && isNodeId(id) && !ids.has(id)) ? null : id;
  };
  const { view } = namedWith(linked, find);
  const { selection } = view;
  const relationIds = [
    ...view.ways.flatMap(({ relations }) => relations),
    ...(selection?.kind === 'relations' ? selection.ids : []),
  ].filter((id) => exploration.relations[asRelationId(id)] === undefined);
  const nodeIds = [
    ...view.ways.flatMap(({ nodes }) => nodes),
    ...[view.placed, view.hidden, view.marked, view.pinned.map(({ id }) => id)].flat(),
    ...(selection?.kind === 'node' ? [selection.id] : []),
    ...nodesOfLooks(view.looks),
  ].filter((id): id is NodeId => isNodeId(id) && exploration.nodes[id] === undefined);
  const arrived: readonly Arrived[] = await Promise.all([
    askNodes([...new Set(nodeIds)], asked),
    askRelations([...new Set(relationIds)], linked.question.asOf, asked),
  ]);
  const known = arrived.reduce(remember, exploration);
  const here = (texts: readonly string[]): readonly NodeId[] => texts.filter((id) => exists(known, id));
  const ways = view.ways.flatMap((way) => wayAmong(known, way));
  const chosen = selectionAmong(known, selection);
  const furnished: Exploration = {
    ...known,
    view: view.view,
    layout: view.layout,
    grouping: view.grouping,
    looks: looksAmong(known, view.looks),
    communitiesBy: view.looks.communities ?? USUAL_COMMUNITIES,
    opened: isRegrouped(view, sameData) ? [] : view.opened.filter(isGroupNodeId),
    placed: here(view.placed),
    hidden: here(view.hidden),
    marked: here(view.marked),
    pinned: Object.fromEntries(view.pinned.flatMap(({ id, x, y }) => (exists(known, id) ? [[id, { x, y }]] : []))),
    ways,
    selection: chosen,
    request: IDLE,
  };
  return {
    exploration: furnished,
    lost: {
      ways: { found: ways.length, of: linked.ways.length },
      selectionLost: linked.selection !== null && chosen === null,
    },
  };
}

/** Communities are numbered anew in other data. */
function isRegrouped({ grouping }: Pick<LinkedView, 'grouping'>, sameData: boolean | null): boolean {
  return grouping === 'COMMUNITY' && sameData !== true;
}

function exists({ nodes }: Exploration, id: string): id is NodeId {
  return isGroupNodeId(id) || (isNodeId(id) && nodes[id] !== undefined);
}

/** Sizes among a few nodes are those among as many of them as there still are; candidates are those with both ends. */
function looksAmong(known: Exploration, { size, colour, candidates }: LinkedView['looks']): Exploration['looks'] {
  const among = size?.among?.filter((id): id is NodeId => exists(known, id)) ?? null;
  const pairs = (candidates?.pairs ?? []).flatMap(({ cluster, firm, direction }) =>
    exists(known, cluster) && exists(known, firm) ? [{ cluster, firm, direction }] : [],
  );
  const brought = (candidates?.brought ?? []).filter((id): id is NodeId => exists(known, id));
  return {
    size: size === null ? null : { ...size, among },
    colour,
    candidates: pairs.length === 0 ? null : { pairs, brought },
  };
}

function wayAmong(known: Exploration, { nodes, relations, tiers }: LinkedView['ways'][number]): readonly Way[] {
  const along = relations.map(asRelationId);
  const whole = along.every((id) => known.relations[id] !== undefined);
  const stops = nodes.filter((id): id is NodeId => exists(known, id));
  const [root, ...others] = stops;
  if (!whole || root === undefined || stops.length < nodes.length) return [];
  return [tiers === null ? wayOf(stops, along) : tiersOf(tiers, [root, ...others], along)];
}

function selectionAmong(known: Exploration, selection: LinkedView['selection']): Selection | null {
  switch (selection?.kind) {
    case 'node':
      return exists(known, selection.id) ? { kind: 'node', id: selection.id } : null;
    case 'tie': {
      const id = tieIdOf(selection.cluster, selection.largeIndustry);
      return known.answer?.ties.some((tie) => tie.id === id) === true ? { kind: 'tie', id } : null;
    }
    case 'relations': {
      const ids = selection.ids.map(asRelationId).filter((id) => known.relations[id] !== undefined);
      return ids.length === 0 ? null : { kind: 'relations', ids };
    }
    case 'source':
      return selection;
    default:
      return null;
  }
}

/** Where the nodes of the picture stand, and how many of the view's nodes there are. */
function standsOf(
  next: Exploration,
  graph: VisibleGraph,
  view: LinkedView,
  { marks, sameData, opened }: Replayed,
): { readonly places: Stands['places']; readonly report: Omit<OpenedReport, 'ways' | 'selectionLost'> } {
  const regrouped = isRegrouped(next, sameData);
  marks.learn(graph.nodes.flatMap(({ group }) => group?.id ?? []));
  const drawn = new Set<string>(graph.nodes.map(({ id }) => id));
  const places = new Map(
    (view.camera === null ? [] : view.places).flatMap(({ id: text, x, y, side }) => {
      const id = marks.find(text);
      const stands = id !== null && drawn.has(id) && !(regrouped && isGroupNodeId(id));
      return stands ? [[id, { x, y, side }] as const] : [];
    }),
  );
  const texts = [
    ...view.places.map(({ id }) => id),
    ...view.placed,
    ...view.hidden,
    ...view.ways.flatMap(({ nodes }) => nodes),
  ];
  const known = (id: string | null): id is string =>
    id !== null && (drawn.has(id) || (isNodeId(id) && (next.hidden.includes(id) || next.placed.includes(id))));
  const named = new Map([...new Set(texts)].map((text) => [text, marks.find(text)]));
  const found = [...named.values()].filter(known);
  const before = new Set(found);
  return {
    places,
    report: {
      sameData,
      nodes: { found: found.length, of: named.size },
      expansions: { found: opened, of: view.expansions.length },
      added: view.places.length === 0 ? 0 : [...drawn].filter((id) => !before.has(id)).length,
      regrouped,
    },
  };
}
