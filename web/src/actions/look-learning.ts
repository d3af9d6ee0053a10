import {
  isRelationType,
  parseNodeId,
  RELATION_TYPES,
  type NodeId,
  type RelationFamily,
  type RelationType,
} from '#vocabulary';
import { drawCandidates } from '../exploration/candidates.ts';
import { drawnNodes } from '../exploration/drawn-nodes.ts';
import { sameCommunities } from '../exploration/drawn-looks.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { startFrom } from '../exploration/hiding.ts';
import { mostSeen, setColour, setSize, type CommunitiesBy, type LookFacts, type SizeBy } from '../exploration/looks.ts';
import { placeNodes, remember } from '../exploration/transitions.ts';
import { request } from '../requests/client.ts';
import {
  MeasuredValuesDocument,
  NamedNodesDocument,
  PictureDocument,
  type NodeSummaryFragment,
} from '../requests/generated/operations.ts';
import { filtersOf, inPages } from './answers.ts';
import { allCommunities, communityNumbers } from './communities.ts';
import { knownNode } from './known.ts';
import { arrivedInColumns } from './picture-columns.ts';
import type { Looks } from './looks.ts';
import type { Workings } from './workings.ts';

/** Ids asked about at a time: well below the largest request that the API takes. */
const IDS_A_PAGE = 10_000;
/** The most that the API gives of nodes by their ids, and of a part of the graph. */
const NODES_A_PAGE = 200;
const MOST_NODES = 20_000;
const MOST_RELATIONS = 50_000;

/** The relation types of families; null where none is named. */
export function typesOfFamilies(families: readonly RelationFamily[]): readonly RelationType[] | null {
  if (families.length === 0) return null;
  return Object.keys(RELATION_TYPES)
    .filter(isRelationType)
    .filter((type) => families.includes(RELATION_TYPES[type].family));
}

/** @param count fills in the counts of what comes into the picture */
export function lookLearning({ store, language }: Workings, count: () => Promise<void>): Omit<Looks, 'lookWithout'> {
  let sizing = new AbortController();
  let colouring = new AbortController();

  const filtersNow = () => {
    const { answered, question } = store.getState();
    return filtersOf(answered ?? question);
  };

  /** Values of the nodes of the picture that are not known yet, beside those that are. */
  const sizesFor = async (of: SizeBy, signal: AbortSignal, anew: boolean): Promise<LookFacts['sizes']> => {
    const { asOf, evidence } = filtersNow();
    const before = store.getState().lookFacts.sizes;
    const known = !anew && before?.of === of ? before.values : {};
    const values: Record<NodeId, number | null> = { ...known };
    const types = typesOfFamilies(of.families);
    let facts = { greatest: 0, sampledFrom: null as number | null };
    const missing = [...drawnNodes(store.getState()).keys()].filter((id) => values[id] === undefined);
    for (const ids of missing.length === 0 ? [[]] : inPages(missing, IDS_A_PAGE)) {
      const variables = {
        measure: of.measure,
        relationTypes: types === null ? null : [...types],
        evidence: [...evidence],
        asOf,
        among: of.among === null ? null : [...of.among],
        of: [...ids],
      };
      const { centrality } = await request(MeasuredValuesDocument, variables, signal);
      facts = centrality;
      for (const [index, id] of ids.entries()) values[id] = centrality.values[index] ?? null;
    }
    return { of, values, greatest: facts.greatest, sampledFrom: facts.sampledFrom };
  };

  const know = async (ids: readonly NodeId[], signal: AbortSignal): Promise<void> => {
    const { nodes } = store.getState();
    const unknown = ids.filter((id) => nodes[id] === undefined);
    for (const page of inPages(unknown, NODES_A_PAGE)) {
      const answer = await request(NamedNodesDocument, { ids: [...page] }, signal);
      store.setState((exploration) =>
        remember(exploration, { nodes: answer.nodes.map((node) => knownNode(node, language())), relations: [] }),
      );
    }
  };

  /** Communities, and the names of those they may be called by. */
  const communitiesFor = async (of: CommunitiesBy, signal: AbortSignal): Promise<LookFacts['communities']> => {
    const communities = await allCommunities(of, filtersNow(), signal);
    const numbers = communityNumbers(communities);
    const first = new Map(communities.map(({ number, memberIds }) => [number, memberIds[0]]));
    const coloured = mostSeen(numbers, drawnNodes(store.getState()).keys()).flatMap((number) => {
      const by = first.get(number);
      return by === undefined ? [] : [{ number, by: parseNodeId(by) }];
    });
    await know(
      coloured.map(({ by }) => by),
      signal,
    );
    return { of, numbers, coloured };
  };

  const facts = (change: Partial<LookFacts>): void =>
    store.setState(({ lookFacts }) => ({ lookFacts: { ...lookFacts, ...change } }));

  const learnSizes = async (size: SizeBy, anew: boolean): Promise<boolean> => {
    sizing.abort();
    sizing = new AbortController();
    const { signal } = sizing;
    const sizes = await sizesFor(size, signal, anew);
    if (!signal.aborted) facts({ sizes });
    return !signal.aborted;
  };

  const learnCommunities = async (by: CommunitiesBy): Promise<boolean> => {
    colouring.abort();
    colouring = new AbortController();
    const { signal } = colouring;
    const communities = await communitiesFor(by, signal);
    if (!signal.aborted) facts({ communities });
    return !signal.aborted;
  };

  // What came into a picture that is sized is sized, too; after a step back, or under other filters, all is learnt anew.
  store.subscribe((now, before) => {
    const { size, colour } = now.looks;
    const otherFilters = now.answered !== before.answered;
    const otherLooks = now.looks !== before.looks;
    const sizesUnknown = otherLooks && now.lookFacts.sizes?.of !== size;
    if (size !== null && (otherFilters || sizesUnknown || otherNodes(now, before))) {
      learnSizes(size, otherFilters).catch(() => undefined);
    }
    const known = now.lookFacts.communities;
    const unknown = otherLooks && (known === null || (colour !== null && !sameCommunities(known.of, colour)));
    if (colour !== null && (otherFilters || unknown)) learnCommunities(colour).catch(() => undefined);
  });

  const place = async (
    nodes: readonly NodeSummaryFragment[],
    families: readonly RelationFamily[],
    alone = false,
  ): Promise<void> => {
    const added = new Set(nodes.map(({ id }) => parseNodeId(id)));
    const { asOf, evidence } = filtersNow();
    const standing = alone ? [] : drawnNodes(store.getState()).keys();
    const among = [...new Set([...added, ...standing])].slice(0, MOST_NODES);
    const variables = {
      filter: { among, asOf, evidence: [...evidence], families: [...families] },
      withUnrelated: true,
      mostNodes: MOST_NODES,
      mostRelations: MOST_RELATIONS,
      sayLeftOut: false,
    };
    const { picture } = await request(PictureDocument, variables, new AbortController().signal);
    const arrived = arrivedInColumns(picture, language(), asOf).relations;
    const relations = arrived.filter(({ from, to }) => added.has(from) || added.has(to));
    store.setState((exploration) => {
      const known = remember(exploration, { nodes: nodes.map((node) => knownNode(node, language())), relations });
      const placed = placeNodes(
        known,
        [...added],
        relations.map(({ id }) => id),
      );
      return alone ? startFrom(placed, [...added]) : placed;
    });
    void count();
  };

  return {
    sizeBy: async (size) => {
      if (size === null) store.setState((exploration) => setSize(exploration, null));
      else if (await learnSizes(size, true)) store.setState((exploration) => setSize(exploration, size));
    },
    colourBy: async (by) => {
      if (by === null) return store.setState((exploration) => setColour(exploration, null));
      if (await learnCommunities(by)) store.setState((exploration) => setColour(exploration, by));
    },
    drawCandidates: async (pairs) => {
      store.setState((exploration) => drawCandidates(exploration, pairs));
      void count();
    },
    learnLooks: async () => {
      const { size, colour } = store.getState().looks;
      await Promise.all([
        size === null ? null : learnSizes(size, true),
        colour === null ? null : learnCommunities(colour),
      ]);
    },
    placeJoined: place,
    startJoined: async (nodes, families) => place(nodes, families, true),
    placeMembers: async (ids, families) => {
      const nodes: NodeSummaryFragment[] = [];
      for (const page of inPages(ids, NODES_A_PAGE)) {
        nodes.push(...(await request(NamedNodesDocument, { ids: [...page] }, new AbortController().signal)).nodes);
      }
      await place(nodes, families);
    },
  };
}

function otherNodes(now: Exploration, before: Exploration): boolean {
  return (
    now.answer !== before.answer ||
    now.placed !== before.placed ||
    now.expansions !== before.expansions ||
    now.ways !== before.ways ||
    now.picture !== before.picture
  );
}
