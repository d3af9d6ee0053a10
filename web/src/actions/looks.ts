import type { NodeId, RelationFamily } from '#vocabulary';
import { lookWithout, type Candidate, type CommunitiesBy, type Removed, type SizeBy } from '../exploration/looks.ts';
import type { NodeSummaryFragment } from '../requests/generated/operations.ts';
import type { Workings } from './workings.ts';

/** Sizes and colours on the canvas, looking at it without a node, and what an analysis adds to it. Each fails as its request does. */
export interface Looks {
  /** Sizes nodes by a measure once their values are known; null: by their type again. One step. */
  readonly sizeBy: (size: SizeBy | null) => Promise<void>;
  /** Colours nodes by community once they are known; null: no longer. One step. */
  readonly colourBy: (communities: CommunitiesBy | null) => Promise<void>;
  /** Draws candidates in the place of those that are drawn; none: takes them out again. Their ends are known. One step. */
  readonly drawCandidates: (pairs: readonly Candidate[]) => Promise<void>;
  /** Learns what the looks of the exploration need to be drawn, as after a view was opened. No step. */
  readonly learnLooks: () => Promise<void>;
  /** Looks at the picture as if a node were gone; null ends it. No step. */
  readonly lookWithout: (removed: Removed | null) => void;
  /** Puts nodes into the picture, with what joins them with each other and with what is there. One step. */
  readonly placeJoined: (nodes: readonly NodeSummaryFragment[], families: readonly RelationFamily[]) => Promise<void>;
  /** A picture of these nodes alone, with what joins them with each other. One step. */
  readonly startJoined: (nodes: readonly NodeSummaryFragment[], families: readonly RelationFamily[]) => Promise<void>;
  /** Puts nodes into the picture by their ids, as `placeJoined`. */
  readonly placeMembers: (ids: readonly NodeId[], families: readonly RelationFamily[]) => Promise<void>;
}

/**
 * What is asked for is learnt by `look-learning.ts`, which is loaded when it first is.
 * @param count fills in the counts of what comes into the picture
 */
export function lookings(workings: Workings, count: () => Promise<void>): Looks {
  let loading: Promise<Omit<Looks, 'lookWithout'>> | null = null;
  const learning = (): Promise<Omit<Looks, 'lookWithout'>> => {
    loading ??= import('./look-learning.ts').then(({ lookLearning }) => lookLearning(workings, count));
    return loading;
  };
  return {
    sizeBy: async (size) => (await learning()).sizeBy(size),
    colourBy: async (communities) => (await learning()).colourBy(communities),
    drawCandidates: async (pairs) => (await learning()).drawCandidates(pairs),
    learnLooks: async () => {
      const { size, colour } = workings.store.getState().looks;
      if (size !== null || colour !== null) await (await learning()).learnLooks();
    },
    lookWithout: (removed) => workings.store.setState((exploration) => lookWithout(exploration, removed)),
    placeJoined: async (nodes, families) => (await learning()).placeJoined(nodes, families),
    startJoined: async (nodes, families) => (await learning()).startJoined(nodes, families),
    placeMembers: async (ids, families) => (await learning()).placeMembers(ids, families),
  };
}
