import { parseNodeId, type Language, type NodeId } from '#vocabulary';
import type { Grouping, GroupNodeId } from '../exploration/arrangement.ts';
import * as arrangement from '../exploration/arrangement.ts';
import { rememberGrouping, type GroupWords } from '../exploration/belonging.ts';
import { drawnNodes } from '../exploration/drawn-nodes.ts';
import { IDLE, LOADING } from '../exploration/exploration.ts';
import { arrivesGroupedBy, drawable, elementsWith } from '../exploration/grouping-choice.ts';
import {
  dropPicture,
  isWholeGraph,
  LEFT_OUT,
  showPicture,
  WITHOUT_LEFT_OUT,
  type HeldPicture,
  type PictureFilter,
} from '../exploration/held-picture.ts';
import type { Arrived } from '../exploration/known.ts';
import type { Question } from '../exploration/question.ts';
import { remember } from '../exploration/transitions.ts';
import { visibleGraph, visibleGraphNow } from '../exploration/visible-graph.ts';
import { request } from '../requests/client.ts';
import { MembershipsDocument, PictureDocument } from '../requests/generated/operations.ts';
import { isAbort } from '../requests/request-error.ts';
import { filtersOf, inPages } from './answers.ts';
import { allCommunities, communityNumbers } from './communities.ts';
import { nameIn } from './known.ts';
import { arrivedInColumns, membershipsOf, type Memberships } from './picture-columns.ts';
import { faultMessage, type Workings } from './workings.ts';

/** The most that the API gives at once. */
const MOST_NODES = 20_000;
const MOST_RELATIONS = 50_000;
/** Ids asked about at a time: well below the largest request that the API takes. */
const IDS_A_PAGE = 10_000;

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

/** @param count fills in the counts of what comes into the picture */
export function picturing({ store, language }: Workings, count: () => Promise<void>): Picturing {
  /** Everything that nodes of the picture were ever said to belong to. */
  const groups = new Map<NodeId, Memberships['groups'][number]>();
  let controller = new AbortController();

  const namesNow = (spoken: Language): Record<NodeId, string> => {
    const names: Record<NodeId, string> = {};
    for (const [id, group] of groups) names[id] = nameIn(group, spoken);
    return names;
  };

  const keep = ({ groups: arrived, belonging }: Memberships): void => {
    for (const group of arrived) groups.set(parseNodeId(group.id), group);
    store.setState((exploration) => rememberGrouping(exploration, { belonging, names: namesNow(language()) }));
  };

  /** Asks what nodes belong to, where it is not known yet. */
  const learnBelonging = async (nodes: Iterable<NodeId>, { asOf }: Question, signal: AbortSignal): Promise<void> => {
    const { belonging } = store.getState().groupingFacts;
    const unknown = [...nodes].filter((id) => belonging[id] === undefined);
    for (const among of inPages(unknown, IDS_A_PAGE)) {
      keep(membershipsOf((await request(MembershipsDocument, { among, asOf }, signal)).picture));
    }
  };

  /** Asks for communities under the filters of a question; those of one node are none. */
  const learnCommunities = async (question: Question, signal: AbortSignal): Promise<void> => {
    const { communitiesBy } = store.getState();
    const communities = communityNumbers(await allCommunities(communitiesBy, filtersOf(question), signal));
    store.setState((exploration) => rememberGrouping(exploration, { communities }));
  };

  const learnGrouping: Picturing['learnGrouping'] = async (grouping, nodes, question, signal) => {
    if (grouping === 'COMMUNITY') await learnCommunities(question, signal);
    else if (grouping !== 'NONE') await learnBelonging(nodes, question, signal);
  };

  /** For the picture as it is now, under the answer on screen. */
  const learn = (grouping: Grouping, signal: AbortSignal): Promise<void> => {
    const now = store.getState();
    return learnGrouping(grouping, drawnNodes(now).keys(), now.answered ?? now.question, signal);
  };

  /** One such request at a time: the last one asked for is the one that is wanted. */
  const awaited = async (work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    store.setState({ showing: LOADING });
    try {
      await work(signal);
      if (!signal.aborted) store.setState({ showing: IDLE });
    } catch (error) {
      if (!isAbort(error)) store.setState({ showing: { status: 'failed', message: faultMessage(error) } });
    }
  };

  // What came into a gathered picture is gathered, too, as soon as it is known by what.
  store.subscribe((now, before) => {
    const { grouping } = now;
    if (grouping === 'NONE' || now.showing.status === 'loading') return;
    const otherNodes =
      now.answer !== before.answer ||
      now.placed !== before.placed ||
      now.expansions !== before.expansions ||
      now.ways !== before.ways ||
      now.picture !== before.picture;
    const otherFilters = now.answered !== before.answered || now.communitiesBy !== before.communitiesBy;
    if (grouping === 'COMMUNITY' ? otherFilters : otherNodes) {
      learn(grouping, controller.signal).catch(() => undefined);
    }
  });

  /** Whether so much may be drawn now; notes it where a person has to decide. */
  const mayDraw = (open: GroupNodeId | 'ALL', confirmed: boolean): boolean => {
    const exploration = store.getState();
    const elements = elementsWith(visibleGraphNow(exploration), exploration, open);
    const size = drawable(elements);
    if (size === 'AT_ONCE' || (size === 'WHEN_CONFIRMED' && confirmed)) return true;
    store.setState({ tooLarge: { open, elements } });
    return false;
  };

  const askPicture: Picturing['askPicture'] = async (filter, signal) => {
    const { families, nodeTypes, place, sector, evidence, asOf } = filter;
    const lists = { families: [...families], nodeTypes: [...nodeTypes], evidence: [...evidence] };
    const variables = {
      filter: { ...lists, place, sector, asOf },
      leftOut: { ...lists, families: [LEFT_OUT], place, sector, asOf },
      sayLeftOut: families.length > 0 && isWholeGraph(filter),
      withUnrelated: isWholeGraph(filter),
      mostNodes: MOST_NODES,
      mostRelations: MOST_RELATIONS,
    };
    const { picture, leftOut } = await request(PictureDocument, variables, signal);
    const arrived = arrivedInColumns(picture, language(), asOf);
    if (!signal.aborted) keep(membershipsOf(picture));
    const nodes = picture.nodes.ids.map((id) => parseNodeId(id));
    const relations = arrived.relations.map(({ id }) => id);
    return {
      held: { filter, nodes, relations, total: picture.total, leftOut: leftOut?.total.relations ?? 0 },
      arrived,
    };
  };

  return {
    showPicture: (given = {}) =>
      awaited(async (signal) => {
        const { answered, question } = store.getState();
        const { asOf, evidence } = filtersOf(answered ?? question);
        const whole = { families: WITHOUT_LEFT_OUT, nodeTypes: [], place: null, sector: null, asOf, evidence };
        const filter: PictureFilter = { ...whole, ...given };
        const { held, arrived } = await askPicture(filter, signal);
        if (signal.aborted) return;
        store.setState((exploration) => {
          const known = { ...remember(exploration, arrived), picture: held, grouping: 'NONE' as const };
          const grouping = arrivesGroupedBy(visibleGraph(known), { ...known, grouping: exploration.grouping });
          return { ...showPicture(exploration, held, arrived, grouping), tooLarge: null };
        });
        // What was in the picture before is gathered, too.
        await learn(store.getState().grouping, signal);
      }),
    askPicture,
    learnGrouping,
    dropPicture: () => store.setState(dropPicture),
    setGrouping: (grouping, confirmed = false) => {
      if (grouping === 'NONE' && !mayDraw('ALL', confirmed)) return Promise.resolve();
      return awaited(async (signal) => {
        await learn(grouping, signal);
        if (signal.aborted) return;
        store.setState((exploration) => ({ ...arrangement.setGrouping(exploration, grouping), tooLarge: null }));
        void count();
      });
    },
    openGroup: (group, confirmed = false) => {
      if (!mayDraw(group, confirmed)) return;
      store.setState((exploration) => ({ ...arrangement.openGroup(exploration, group), tooLarge: null }));
      void count();
    },
    leaveGrouped: () => store.setState({ tooLarge: null }),
    nameGroups: (words) => store.setState((exploration) => rememberGrouping(exploration, { words })),
    renameGroups: (spoken) =>
      store.setState((exploration) => rememberGrouping(exploration, { names: namesNow(spoken) })),
  };
}
