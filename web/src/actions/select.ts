import type { NodeId, RelationId, SourceId } from '#vocabulary';
import type { TieId } from '../exploration/answer.ts';
import type { View } from '../exploration/exploration.ts';
import { sameSelection, type Selection } from '../exploration/selection.ts';
import * as transition from '../exploration/transitions.ts';
import type { Arrived } from '../exploration/known.ts';
import { lightWay, type Way } from '../exploration/way.ts';
import type { NodeSummaryFragment } from '../requests/generated/operations.ts';
import { knownNode } from './known.ts';
import type { Workings } from './workings.ts';

/** What is looked at, and how. None of it is a step. */
export interface Looking {
  readonly setView: (view: View) => void;
  readonly selectNode: (id: NodeId) => void;
  /** Makes a node known that the exploration has not met, such as one chosen from a menu. */
  readonly know: (node: NodeSummaryFragment) => NodeId;
  /** As `know`, and selects it. */
  readonly openNode: (node: NodeSummaryFragment) => void;
  readonly selectTie: (id: TieId) => void;
  readonly selectRelation: (id: RelationId) => void;
  /** Relations that are drawn as one, such as parallel ones; at least one. */
  readonly selectRelations: (ids: readonly RelationId[]) => void;
  readonly selectSource: (id: SourceId) => void;
  readonly close: () => void;
  /** Goes to what was selected before; closes when there was nothing. */
  readonly back: () => void;
  readonly pointAt: (selection: Selection | null) => void;
  /** Draws and lights a way for as long as it is looked at; null looks at none. */
  readonly lightWay: (way: Way | null, arrived?: Arrived) => void;
}

export function looking({ store, language }: Pick<Workings, 'store' | 'language'>): Looking {
  const trail: Selection[] = [];
  const go = (selection: Selection): void => {
    if (sameSelection(store.getState().selection, selection)) return;
    store.setState((exploration) => transition.select(exploration, selection));
  };

  // Selections come from the canvas, too: the way back is kept wherever they come from.
  let goingBack = false;
  store.subscribe(({ selection }, before) => {
    if (selection === before.selection || goingBack) return;
    if (selection === null) trail.length = 0;
    else if (before.selection !== null && !sameSelection(selection, before.selection)) trail.push(before.selection);
  });

  const know = (node: NodeSummaryFragment): NodeId => {
    const known = knownNode(node, language());
    store.setState((exploration) => transition.remember(exploration, { nodes: [known], relations: [] }));
    return known.id;
  };

  return {
    setView: (view) => store.setState((exploration) => transition.setView(exploration, view)),
    selectNode: (id) => go({ kind: 'node', id }),
    know,
    openNode: (node) => go({ kind: 'node', id: know(node) }),
    selectTie: (id) => go({ kind: 'tie', id }),
    selectRelation: (id) => go({ kind: 'relations', ids: [id] }),
    selectRelations: (ids) => go({ kind: 'relations', ids }),
    selectSource: (id) => go({ kind: 'source', id }),
    close: () => store.setState((exploration) => transition.select(exploration, null)),
    back: () => {
      const previous = trail.pop() ?? null;
      goingBack = true;
      store.setState((exploration) => transition.select(exploration, previous));
      goingBack = false;
    },
    pointAt: (selection) => store.setState((exploration) => transition.hover(exploration, selection)),
    lightWay: (way, arrived = { nodes: [], relations: [] }) =>
      store.setState((exploration) => lightWay(exploration, way, arrived)),
  };
}
