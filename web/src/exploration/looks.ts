import type { NodeId, RelationFamily } from '#vocabulary';
import type { TieId } from './answer.ts';
import type { Exploration } from './exploration.ts';
import { stepTo } from './step.ts';

/** What nodes are ranked and sized by, as the API has it. */
export const MEASURES = ['BETWEENNESS', 'DEGREE', 'PAGERANK'] as const;
export type Measure = (typeof MEASURES)[number];

/** A measure and what it is taken over. Evidence and date are those of the question. */
export interface SizeBy {
  readonly measure: Measure;
  /** Families of relation that count; empty: goods, agreements to supply and memberships. */
  readonly families: readonly RelationFamily[];
  /** Only these nodes and what joins them; null: the whole graph. */
  readonly among: readonly NodeId[] | null;
}

export const QUALITIES = ['CPM', 'MODULARITY'] as const;
export type Quality = (typeof QUALITIES)[number];

/** What communities are looked for by. Evidence and date are those of the question. */
export interface CommunitiesBy {
  readonly quality: Quality;
  /** Above 0; more makes smaller communities. */
  readonly resolution: number;
  readonly seed: number;
  /** Families of relation that count; empty: all but requirement, sector input and place. */
  readonly families: readonly RelationFamily[];
}

/** The resolution that the API takes where none is given. */
export const USUAL_RESOLUTION: Readonly<Record<Quality, number>> = { CPM: 0.03, MODULARITY: 1 };

export const USUAL_COMMUNITIES: CommunitiesBy = {
  quality: 'CPM',
  resolution: USUAL_RESOLUTION.CPM,
  seed: 1,
  families: [],
};

/** Colours that are told apart in light and dark, and by people who see few. */
export const HUES = 8;

/** OUTPUT: the cluster would supply the firm; INPUT: the firm the cluster; EITHER: one of the two. */
export const CANDIDATE_DIRECTIONS = ['OUTPUT', 'INPUT', 'EITHER'] as const;

/** Who could deal with whom. It is no relation, and nothing that is counted. */
export interface Candidate {
  readonly cluster: NodeId;
  readonly firm: NodeId;
  readonly direction: (typeof CANDIDATE_DIRECTIONS)[number];
}

/** Candidates that are drawn, best first, and the nodes that came into the picture for them. */
interface CandidatesDrawn {
  readonly pairs: readonly Candidate[];
  readonly brought: readonly NodeId[];
}

/** What the picture says beside what it always says; null: nothing more. */
export interface Looks {
  readonly size: SizeBy | null;
  readonly colour: CommunitiesBy | null;
  readonly candidates: CandidatesDrawn | null;
}

export const PLAIN_LOOKS: Looks = { size: null, colour: null, candidates: null };

/** What is known for drawing a look. It is no step: it decides nothing by itself. */
export interface LookFacts {
  /** Values of the nodes of the picture; null for a node without any relation that counts. */
  readonly sizes: {
    readonly of: SizeBy;
    readonly values: Readonly<Record<NodeId, number | null>>;
    readonly greatest: number;
    /** Nodes a betweenness was estimated from; null: exact. */
    readonly sampledFrom: number | null;
  } | null;
  readonly communities: {
    readonly of: CommunitiesBy;
    readonly numbers: Readonly<Record<NodeId, number>>;
    /** Those with a colour of their own, in the order of the colours, and their most telling members; the others share one. */
    readonly coloured: readonly { readonly number: number; readonly by: NodeId }[];
  } | null;
}

export const NO_LOOK_FACTS: LookFacts = { sizes: null, communities: null };

/** What is looked at as if a node were gone: nothing is removed. */
export interface Removed {
  readonly node: NodeId;
  /** Nodes apart from the rest without it. */
  readonly apart: readonly NodeId[];
  /** Ties lost without it. */
  readonly lost: readonly TieId[];
}

/** Sizes nodes by a measure; null: by their type again. */
export function setSize(exploration: Exploration, size: SizeBy | null): Exploration {
  if (exploration.looks.size === size) return exploration;
  const looks = { ...exploration.looks, size };
  return stepTo(exploration, { kind: 'SIZE', measure: size?.measure ?? null }, { looks });
}

/** Colours nodes by community; null: no longer. */
export function setColour(exploration: Exploration, colour: CommunitiesBy | null): Exploration {
  if (exploration.looks.colour === colour) return exploration;
  const looks = { ...exploration.looks, colour };
  return stepTo(exploration, { kind: 'COLOUR', coloured: colour !== null }, { looks });
}

/** Looks at the picture as if a node were gone; null ends it. Looking is no step. */
export function lookWithout(exploration: Exploration, removed: Removed | null): Exploration {
  return exploration.removed === removed ? exploration : { ...exploration, removed };
}

/**
 * The communities with most nodes of the picture, as many as there are colours: most first, then number. One of a single node of
 * the picture has none: a colour would say nothing.
 */
export function mostSeen(numbers: Readonly<Record<NodeId, number>>, nodes: Iterable<NodeId>): readonly number[] {
  const counts = new Map<number, number>();
  for (const id of nodes) {
    const number = numbers[id];
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([a, manyA], [b, manyB]) => manyB - manyA || a - b)
    .slice(0, HUES)
    .map(([number]) => number);
}
