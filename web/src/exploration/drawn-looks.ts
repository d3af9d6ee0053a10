import type { NodeId } from '#vocabulary';
import type { TieId } from './answer.ts';
import type { Exploration } from './exploration.ts';
import type { Candidate, CommunitiesBy, Measure } from './looks.ts';

/** Sizes and colours as they are drawn, beside everything that the visible graph says: that stays as it is. */
export interface DrawnLooks {
  readonly size: {
    readonly measure: Measure;
    /** Radius at zoom 1 of a node with a value; one without any is as small as the smallest. */
    readonly radii: ReadonlyMap<NodeId, number>;
    readonly greatest: number;
    readonly sampledFrom: number | null;
  } | null;
  readonly colour: {
    /** The node's colour, from 1; 0: a community without one of its own. */
    readonly hues: ReadonlyMap<NodeId, number>;
    /** Number of the node's community. */
    readonly numbers: ReadonlyMap<NodeId, number>;
    /** The communities that have a colour, in its order, and by whom they are called. */
    readonly coloured: readonly { readonly number: number; readonly by: NodeId }[];
  } | null;
  /** Who could deal with whom, drawn apart from every relation; empty when nothing is. */
  readonly candidates: readonly Candidate[];
  /** What is looked at as if it were gone, and what is then apart or lost; null when nothing is. */
  readonly removed: {
    readonly node: NodeId;
    readonly apart: ReadonlySet<NodeId>;
    readonly lost: ReadonlySet<TieId>;
  } | null;
}

export const NOTHING_DRAWN: DrawnLooks = { size: null, colour: null, candidates: [], removed: null };

/** Radii of the least and the greatest value at zoom 1: smaller could not be told apart, larger would cover others. */
export const LEAST_RADIUS = 8;
export const GREATEST_RADIUS = 28;

/** What is above the least grows with the square root, so that areas compare as values do. */
export function radiusFor(value: number | null, greatest: number): number {
  if (value === null || value <= 0 || greatest <= 0) return LEAST_RADIUS;
  return LEAST_RADIUS + (GREATEST_RADIUS - LEAST_RADIUS) * Math.sqrt(Math.min(1, value / greatest));
}

/** Derives the looks. What is not known yet is not drawn: then nodes look as they always do. */
export function drawnLooks({ looks, lookFacts, removed }: Looked): DrawnLooks {
  const { sizes, communities } = lookFacts;
  return {
    size:
      looks.size === null || sizes === null || sizes.of !== looks.size
        ? null
        : {
            measure: looks.size.measure,
            radii: byNode(sizes.values, (value) => radiusFor(value, sizes.greatest)),
            greatest: sizes.greatest,
            sampledFrom: sizes.sampledFrom,
          },
    colour: looks.colour === null || communities === null ? null : colourOf(looks.colour, communities),
    candidates: looks.candidates?.pairs ?? [],
    removed:
      removed === null ? null : { node: removed.node, apart: new Set(removed.apart), lost: new Set(removed.lost) },
  };
}

type Looked = Pick<Exploration, 'looks' | 'lookFacts' | 'removed'>;

function colourOf(
  by: CommunitiesBy,
  { of, numbers, coloured }: NonNullable<Exploration['lookFacts']['communities']>,
): DrawnLooks['colour'] {
  if (!sameCommunities(by, of)) return null;
  const hue = new Map(coloured.map(({ number }, index) => [number, index + 1]));
  return {
    hues: byNode(numbers, (number) => hue.get(number) ?? 0),
    numbers: byNode(numbers, (number) => number),
    coloured,
  };
}

/** Whether both ask for the same communities. */
export function sameCommunities(a: CommunitiesBy, b: CommunitiesBy): boolean {
  return (
    a.quality === b.quality &&
    a.resolution === b.resolution &&
    a.seed === b.seed &&
    a.families.length === b.families.length &&
    a.families.every((family, index) => family === b.families[index])
  );
}

function byNode<Value, Drawn>(
  values: Readonly<Record<NodeId, Value>>,
  draw: (value: Value) => Drawn,
): ReadonlyMap<NodeId, Drawn> {
  const drawn = new Map<NodeId, Drawn>();
  let id: NodeId;
  for (id in values) {
    const value = values[id];
    if (value !== undefined) drawn.set(id, draw(value));
  }
  return drawn;
}

/** As {@link drawnLooks}, giving back the same object as long as nothing it is derived from has changed. */
export function drawnLooksSelector(): (exploration: Exploration) => DrawnLooks {
  let last: { readonly from: Looked; readonly drawn: DrawnLooks } | null = null;
  return (exploration) => {
    const same =
      last !== null &&
      last.from.looks === exploration.looks &&
      last.from.lookFacts === exploration.lookFacts &&
      last.from.removed === exploration.removed;
    if (last === null || !same) {
      const { looks, lookFacts, removed } = exploration;
      const plain = looks.size === null && looks.colour === null && looks.candidates === null && removed === null;
      last = { from: { looks, lookFacts, removed }, drawn: plain ? NOTHING_DRAWN : drawnLooks(exploration) };
    }
    return last.drawn;
  };
}
