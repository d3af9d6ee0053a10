import type { NodeId, NodeType } from '#vocabulary';
import { mark, markedIn, neighboursIn, ofTypeIn, withAtLeastIn, type Marking } from '../exploration/marking.ts';
import { visibleGraphNow } from '../exploration/visible-graph.ts';
import type { Workings } from './workings.ts';

/** Marking several nodes of the picture, to act on them together. */
export interface Marks {
  readonly mark: (ids: readonly NodeId[], how: Marking) => void;
  /** Marks what a line of the picture joins with these nodes, besides what is marked; without `of`, with the marked ones. */
  readonly markNeighbours: (of?: readonly NodeId[]) => void;
  readonly markType: (type: NodeType) => void;
  /** Marks the nodes of the picture with at least so many relations. */
  readonly markWithAtLeast: (relations: number) => void;
  readonly clearMarks: () => void;
}

export function marking({ store }: Pick<Workings, 'store'>): Marks {
  const set = (ids: readonly NodeId[], how: Marking): void =>
    store.setState((exploration) => mark(exploration, ids, how));
  return {
    mark: set,
    markNeighbours: (of) => {
      const graph = visibleGraphNow(store.getState());
      set(neighboursIn(graph, of ?? markedIn(graph)), 'ADD');
    },
    markType: (type) => set(ofTypeIn(visibleGraphNow(store.getState()), type), 'SET'),
    markWithAtLeast: (relations) => set(withAtLeastIn(visibleGraphNow(store.getState()), relations), 'SET'),
    clearMarks: () => set([], 'SET'),
  };
}
