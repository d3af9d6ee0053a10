import type { NodeId } from '#vocabulary';
import { isGroupNodeId, openGroup, pin, unpin, type Position } from '../exploration/arrangement.ts';
import { collapseAll } from '../exploration/expanding.ts';
import { hide, keepOnly } from '../exploration/hiding.ts';
import { mark, markedIn } from '../exploration/marking.ts';
import type { ExplorationStore } from '../exploration/store.ts';
import { select } from '../exploration/transitions.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import type { NodeAction } from './words.ts';

/** Suppliers or buyers of a node, whichever a person more likely wants from it (TIERS), or ways from it to another. */
export type NodeAnalysis = 'UPSTREAM' | 'DOWNSTREAM' | 'TIERS' | 'PATHS';

/** What can be done with a node of the picture; hiding, keeping and pinning take all that is marked when it is marked itself. */
export interface NodeActions {
  readonly open: (id: NodeId) => void;
  /** Of a group, its members come in its place. */
  readonly expand: (id: NodeId) => void;
  readonly collapse: (id: NodeId) => void;
  /** Opens an analysis that starts from the node; of a group there is none. */
  readonly analyse: (what: NodeAnalysis, id: NodeId) => void;
  readonly hide: (id: NodeId) => void;
  readonly keepOnly: (id: NodeId) => void;
  readonly pin: (id: NodeId) => void;
  readonly mark: (id: NodeId) => void;
}

/** @param position where a node stands; null when it is not drawn */
export function nodeActions(
  page: {
    readonly store: ExplorationStore;
    readonly onExpand: (id: NodeId) => void;
    readonly onOpenDetails: () => void;
    readonly onAnalyse?: (what: NodeAnalysis, id: NodeId) => void;
  },
  graph: VisibleGraph,
  position: (id: NodeId) => Position | null,
): NodeActions {
  const { store } = page;
  const withMarked = (id: NodeId): readonly NodeId[] => {
    const marked = markedIn(graph);
    return marked.includes(id) ? marked : [id];
  };
  return {
    open: (id) => {
      store.setState((exploration) => select(exploration, { kind: 'node', id }));
      page.onOpenDetails();
    },
    expand: (id) => {
      if (isGroupNodeId(id)) store.setState((exploration) => openGroup(exploration, id));
      else page.onExpand(id);
    },
    collapse: (id) => store.setState((exploration) => collapseAll(exploration, id)),
    analyse: (what, id) => {
      if (!isGroupNodeId(id)) page.onAnalyse?.(what, id);
    },
    hide: (id) => store.setState((exploration) => hide(exploration, withMarked(id))),
    keepOnly: (id) => store.setState((exploration) => keepOnly(exploration, withMarked(id))),
    pin: (id) => {
      const ids = withMarked(id);
      const isPinned = graph.nodes.find((node) => node.id === id)?.pinned === true;
      const placings = ids.flatMap((each) => {
        const at = position(each);
        return at === null ? [] : [{ id: each, at: { x: at.x, y: at.y } }];
      });
      store.setState((exploration) => (isPinned ? unpin(exploration, ids) : pin(exploration, placings)));
    },
    mark: (id) => store.setState((exploration) => mark(exploration, [id], 'TOGGLE')),
  };
}

/** Does what was chosen from a node's menu. */
export function actOn(action: NodeAction, id: NodeId, actions: NodeActions): void {
  switch (action) {
    case 'details':
      return actions.open(id);
    case 'expand':
    case 'openGroup':
      return actions.expand(id);
    case 'collapse':
      return actions.collapse(id);
    case 'traceSuppliers':
      return actions.analyse('UPSTREAM', id);
    case 'traceBuyers':
      return actions.analyse('DOWNSTREAM', id);
    case 'paths':
      return actions.analyse('PATHS', id);
    case 'hide':
      return actions.hide(id);
    case 'keepOnly':
      return actions.keepOnly(id);
    case 'pin':
    case 'unpin':
      return actions.pin(id);
    case 'mark':
    case 'unmark':
      return actions.mark(id);
  }
}
