import { parseNodeId, type Language, type NodeId } from '#vocabulary';
import { setGrouping, type Grouping } from '../exploration/arrangement.ts';
import { rememberGrouping } from '../exploration/belonging.ts';
import { drawnNodes } from '../exploration/drawn-nodes.ts';
import { IDLE, LOADING } from '../exploration/exploration.ts';
import { arrivesGroupedBy } from '../exploration/grouping-choice.ts';
import {
  isWholeGraph,
  LEFT_OUT,
  showPicture,
  WITHOUT_LEFT_OUT,
  type PictureFilter,
} from '../exploration/held-picture.ts';
import type { CommunitiesBy } from '../exploration/looks.ts';
import type { Question } from '../exploration/question.ts';
import { remember } from '../exploration/transitions.ts';
import { visibleGraph } from '../exploration/visible-graph.ts';
import { request } from '../requests/client.ts';
import { MembershipsDocument, PictureDocument } from '../requests/generated/operations.ts';
import { isAbort } from '../requests/request-error.ts';
import { filtersOf, inPages } from './answers.ts';
import { allCommunities, communityNumbers } from './communities.ts';
import { nameIn } from './known.ts';
import { arrivedInColumns, membershipsOf, type Memberships } from './picture-columns.ts';
import type { Picturing } from './picturing.ts';
import { faultMessage, type Workings } from './workings.ts';

/** The most that the API gives at once. */
const MOST_NODES = 20_000;
const MOST_RELATIONS = 50_000;
/** Ids asked about at a time: well below the largest request that the API takes. */
const IDS_A_PAGE = 10_000;

/** What is asked for whole parts of the graph and for gathering; loaded when it first is. */
export interface PictureLearning extends Pick<Picturing, 'showPicture' | 'askPicture' | 'learnGrouping'> {
  /** Gathers by something once it is known. One step. */
  readonly gather: (grouping: Grouping) => Promise<void>;
  readonly renameGroups: (language: Language) => void;
}

/** @param count fills in the counts of what comes into the picture */
export function pictureLearning({ store, language }: Workings, count: () => Promise<void>): PictureLearning {
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
  const learnCommunities = async (question: Question, signal: AbortSignal, by: CommunitiesBy): Promise<void> => {
    const communities = communityNumbers(await allCommunities(by, filtersOf(question), signal));
    store.setState((exploration) => rememberGrouping(exploration, { communities }));
  };

  const learnGrouping: Picturing['learnGrouping'] = async (
    grouping,
    nodes,
    question,
    signal,
    by = store.getState().communitiesBy,
  ) => {
    if (grouping === 'COMMUNITY') await learnCommunities(question, signal, by);
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
    gather: (grouping) =>
      awaited(async (signal) => {
        await learn(grouping, signal);
        if (signal.aborted) return;
        store.setState((exploration) => ({ ...setGrouping(exploration, grouping), tooLarge: null }));
        void count();
      }),
    renameGroups: (spoken) =>
      store.setState((exploration) => rememberGrouping(exploration, { names: namesNow(spoken) })),
  };
}
