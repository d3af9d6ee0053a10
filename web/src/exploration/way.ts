import type { NodeId, RelationId } from '#vocabulary';
import type { Exploration } from './exploration.ts';
import type { Arrived } from './known.ts';
import type { Selection } from './selection.ts';
import { stepTo } from './step.ts';
import { remember } from './transitions.ts';

/** The ids of its relations, joined by spaces: a way is named by what it runs along. */
export type WayId = string;

/** Whose tiers were traced: those who supply the first node, or those it supplies. */
export type TiersTraced = 'UPSTREAM' | 'DOWNSTREAM';

/** One way between two nodes. `relations[i]` joins `nodes[i]` and `nodes[i + 1]`, in either direction. */
export interface Way {
  readonly id: WayId;
  /** At least two. */
  readonly nodes: readonly NodeId[];
  readonly relations: readonly RelationId[];
  /** Set where it is all tiers around `nodes[0]` together: then the relations join any two of the nodes. */
  readonly tiers?: TiersTraced;
}

/** A way that is looked at, and what is lit for it as long as nothing else is pointed at. */
export interface Lit {
  readonly way: Way;
  readonly light: Selection;
}

/** @throws where the way has fewer than two nodes, or not one relation for each of its steps */
export function wayOf(nodes: readonly NodeId[], relations: readonly RelationId[]): Way {
  if (nodes.length < 2 || relations.length !== nodes.length - 1) {
    throw new Error(`A way of ${nodes.length} nodes has ${nodes.length - 1} relations, not ${relations.length}`);
  }
  return { id: relations.join(' '), nodes, relations };
}

/**
 * The tiers around the first node, drawn together as a way is.
 * @throws where there is no relation, or a second node is missing
 */
export function tiersOf(
  direction: TiersTraced,
  nodes: readonly [root: NodeId, ...others: NodeId[]],
  relations: readonly RelationId[],
): Way {
  if (nodes.length < 2 || relations.length === 0) {
    throw new Error(`Tiers of ${nodes.length} nodes and ${relations.length} relations are none`);
  }
  return { id: `${direction} ${nodes[0]} ${relations.join(' ')}`, nodes, relations, tiers: direction };
}

/** Draws a way with all its nodes and relations, which have to come along unless they are known. */
export function addWay(exploration: Exploration, way: Way, arrived: Arrived): Exploration {
  if (exploration.ways.some(({ id }) => id === way.id)) return exploration;
  const ends = endsOf(way);
  if (ends === null) return exploration;
  return stepTo(
    remember(exploration, arrived),
    { kind: 'ADD_WAY', way: way.id, ...ends, ...whose(way) },
    { ways: [...exploration.ways, way] },
  );
}

/** Draws and lights a way while it is looked at; null looks at none. Looking is no step, and a person's hidden nodes stay hidden. */
export function lightWay(exploration: Exploration, way: Way | null, arrived: Arrived): Exploration {
  if (way === null) return exploration.lit === null ? exploration : { ...exploration, lit: null };
  const lit: Lit = { way, light: { kind: 'relations', ids: way.relations } };
  return { ...remember(exploration, arrived), lit };
}

/** The ways that are drawn: those added, then the one looked at. */
export function drawnWays({ ways, lit }: Pick<Exploration, 'ways' | 'lit'>): readonly Way[] {
  return lit === null ? ways : [...ways, lit.way];
}

/** What is lit: what is pointed at, else the way that is looked at. */
export function litNow({ hover, lit }: Pick<Exploration, 'hover' | 'lit'>): Selection | null {
  return hover ?? lit?.light ?? null;
}

/** Takes a way out again; what else holds its nodes in the picture still does. */
export function dropWay(exploration: Exploration, id: WayId): Exploration {
  const way = exploration.ways.find((candidate) => candidate.id === id);
  const ends = way === undefined ? null : endsOf(way);
  if (way === undefined || ends === null) return exploration;
  const ways = exploration.ways.filter((candidate) => candidate.id !== id);
  return stepTo(exploration, { kind: 'DROP_WAY', way: id, ...ends, ...whose(way) }, { ways });
}

function endsOf({ nodes }: Way): { readonly from: NodeId; readonly to: NodeId } | null {
  const [from, to] = [nodes[0], nodes.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

function whose({ tiers }: Way): { readonly tiers?: TiersTraced } {
  return tiers === undefined ? {} : { tiers };
}
