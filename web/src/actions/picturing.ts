import type { Language, NodeId } from '#vocabulary';
import type { Grouping, GroupNodeId } from '../exploration/arrangement.ts';
import * as arrangement from '../exploration/arrangement.ts';
import { rememberGrouping, type GroupWords } from '../exploration/belonging.ts';
import { drawable, elementsWith } from '../exploration/grouping-choice.ts';
import { dropPicture, type HeldPicture, type PictureFilter } from '../exploration/held-picture.ts';
import type { Arrived } from '../exploration/known.ts';
import type { CommunitiesBy } from '../exploration/looks.ts';
import type { Question } from '../exploration/question.ts';
import { visibleGraphNow } from '../exploration/visible-graph.ts';
import type { PictureLearning } from './picture-learning.ts';
import type { Workings } from './workings.ts';

/** A part of the graph, and what comes with it. */
interface AskedPicture {
  readonly held: HeldPicture;
  readonly arrived: Arrived;
}

/** Whole parts of the graph, and gathering what is in the picture. */
export interface Picturing {
  /**
   * Puts a part of the graph into the picture, under the filters of the question unless told; a large one arrives grouped. One
   * step. All families but flows between sectors, unless told: an empty list means those, too.
   */
  readonly showPicture: (filter?: Partial<PictureFilter>) => Promise<void>;
  /** Asks for a part of the graph without putting it into the picture. */
  readonly askPicture: (filter: PictureFilter, signal: AbortSignal) => Promise<AskedPicture>;
  /** Asks what is needed to gather nodes under a question, beside what is known of others. Nothing is gathered by it. */
  readonly learnGrouping: (
    grouping: Grouping,
    nodes: Iterable<NodeId>,
    question: Question,
    signal: AbortSignal,
    /** What communities are looked for by; the exploration's choice when absent. */
    by?: CommunitiesBy,
  ) => Promise<void>;
  readonly dropPicture: () => void;
  /**
   * Gathers the picture by something else, once it is known what its nodes belong to. What would be too large to be drawn is
   * only noted (`tooLarge`) until it is confirmed, and never done above the most that is drawn.
   */
  readonly setGrouping: (grouping: Grouping, confirmed?: boolean) => Promise<void>;
  /** Draws the members of a group in its place; a large one as `setGrouping` does. */
  readonly openGroup: (group: GroupNodeId, confirmed?: boolean) => void;
  /** Leaves what was too large. */
  readonly leaveGrouped: () => void;
  /** What groups without a name of their own are called, in the page's language. */
  readonly nameGroups: (words: GroupWords) => void;
  /** Names of what nodes belong to, in another language. */
  readonly renameGroups: (language: Language) => void;
}

/**
 * What is asked for is learnt by `picture-learning.ts`, which is loaded when it first is.
 * @param count fills in the counts of what comes into the picture
 */
export function picturing(workings: Workings, count: () => Promise<void>): Picturing {
  const { store } = workings;
  let learnt: PictureLearning | null = null;
  const learning = async (): Promise<PictureLearning> => {
    const { pictureLearning } = await import('./picture-learning.ts');
    learnt ??= pictureLearning(workings, count);
    return learnt;
  };

  /** Whether so much may be drawn now; notes it where a person has to decide. */
  const mayDraw = (open: GroupNodeId | 'ALL', confirmed: boolean): boolean => {
    const exploration = store.getState();
    const elements = elementsWith(visibleGraphNow(exploration), exploration, open);
    const size = drawable(elements);
    if (size === 'AT_ONCE' || (size === 'WHEN_CONFIRMED' && confirmed)) return true;
    store.setState({ tooLarge: { open, elements } });
    return false;
  };

  return {
    showPicture: async (filter) => (await learning()).showPicture(filter),
    askPicture: async (filter, signal) => (await learning()).askPicture(filter, signal),
    learnGrouping: async (grouping, nodes, question, signal, by) => {
      if (grouping !== 'NONE') await (await learning()).learnGrouping(grouping, nodes, question, signal, by);
    },
    dropPicture: () => store.setState(dropPicture),
    setGrouping: async (grouping, confirmed = false) => {
      if (grouping === 'NONE' && !mayDraw('ALL', confirmed)) return;
      await (await learning()).gather(grouping);
    },
    openGroup: (group, confirmed = false) => {
      if (!mayDraw(group, confirmed)) return;
      store.setState((exploration) => ({ ...arrangement.openGroup(exploration, group), tooLarge: null }));
      void count();
    },
    leaveGrouped: () => store.setState({ tooLarge: null }),
    nameGroups: (words) => store.setState((exploration) => rememberGrouping(exploration, { words })),
    renameGroups: (spoken) => learnt?.renameGroups(spoken),
  };
}
