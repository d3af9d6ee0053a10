import { parseNodeId } from '#vocabulary';
import { answerNodes } from '../exploration/drawn-nodes.ts';
import { sameCommunities } from '../exploration/drawn-looks.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { USUAL_COMMUNITIES } from '../exploration/looks.ts';
import type { Selection } from '../exploration/selection.ts';
import { visibleGraph, type VisibleGraph } from '../exploration/visible-graph.ts';
import { rounded } from './link.ts';
import type { Camera, PlaceOf, SharedView } from './shared-view.ts';

/** Where nodes stand, and what of graph and map is seen, as whoever draws them knows it. */
export interface Stands {
  readonly places: ReadonlyMap<string, Omit<PlaceOf<string>, 'id'>>;
  /** Null when no graph was drawn. */
  readonly camera: Camera | null;
  /** Null when the map shows what it shows by itself. */
  readonly map: Camera | null;
}

/** The picture of a view: without what is only looked at for a moment. */
export function settledGraph(exploration: Exploration): VisibleGraph {
  return visibleGraph({ ...exploration, lit: null, preview: null });
}

/** The view as it is: what is answered, not what is awaited; null before the first answer. */
export function sharedView(exploration: Exploration, stands: Stands): SharedView | null {
  const { answer, answered, selection } = exploration;
  if (answer === null || answered === null) return null;
  const { view, layout, grouping, opened, picture, placed, hidden, marked } = exploration;
  const places = settledGraph(exploration).nodes.flatMap(({ id }) => {
    const at = stands.places.get(id);
    return at === undefined ? [] : [{ id, x: at.x, y: at.y, side: at.side }];
  });
  const whole: SharedView = {
    revision: answer.revision,
    question: answered,
    ties: answer.ties.length,
    view,
    layout,
    grouping,
    opened,
    expansions: exploration.expansions.map(({ group, filter, cap }) => ({ group, filter, cap })),
    picture: picture?.filter ?? null,
    placed,
    ways: exploration.ways.map(({ nodes, relations, tiers = null }) => ({ nodes, relations, tiers })),
    hidden,
    marked,
    pinned: Object.entries(exploration.pinned).map(([id, { x, y }]) => ({ id: nodeOf(id), x, y })),
    places: stands.camera === null ? [] : places,
    selection: selectionOf(selection),
    camera: exact(stands.camera),
    map: exact(stands.map),
    looks: looksOf(exploration),
  };
  return rounded(whole, 4);
}

/** Ids of the nodes and groups that question, open groups and a part shown whole bring into the picture by themselves. */
export function broughtBy(exploration: Exploration): ReadonlySet<string> {
  const { picture, expansions, grouping } = exploration;
  const groups = grouping === 'NONE' ? [] : settledGraph(exploration).nodes.flatMap(({ group }) => group?.id ?? []);
  return new Set<string>([
    ...answerNodes(exploration).keys(),
    ...(picture?.nodes ?? []),
    ...expansions.flatMap(({ nodes }) => nodes),
    ...groups,
  ]);
}

function looksOf({ looks, communitiesBy }: Exploration): SharedView['looks'] {
  const communities = sameCommunities(communitiesBy, USUAL_COMMUNITIES) ? null : communitiesBy;
  return { ...looks, communities };
}

/** Keys of a record are texts to the compiler; these were ids when they were put there. */
function nodeOf(id: string): SharedView['pinned'][number]['id'] {
  return id as SharedView['pinned'][number]['id'];
}

function selectionOf(selection: Selection | null): SharedView['selection'] {
  if (selection?.kind !== 'tie') return selection;
  const [cluster = '', largeIndustry = ''] = selection.id.split('>');
  return { kind: 'tie', cluster: parseNodeId(cluster), largeIndustry: parseNodeId(largeIndustry) };
}

/** As near as it is written. */
function exact(camera: Camera | null): Camera | null {
  if (camera === null) return null;
  const { zoom, x, y, width, height } = camera;
  return {
    zoom: Math.fround(zoom),
    x: Math.fround(x),
    y: Math.fround(y),
    width: Math.round(width),
    height: Math.round(height),
  };
}
