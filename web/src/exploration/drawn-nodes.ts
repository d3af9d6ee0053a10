import type { NodeId, RelationType } from '#vocabulary';
import type { TieChain, TieId } from './answer.ts';
import type { Exploration } from './exploration.ts';
import { drawnWays } from './way.ts';

/** Relations by which one node stands for another: a member for its cluster, a body for its makers. */
const STAND_IN_TYPES: readonly RelationType[] = ['MEMBER_OF', 'REPRESENTS', 'PART_OF', 'SAME_AS_PROBABLY'];

export interface Origin {
  /** The node from which an expansion brought it, or null. */
  readonly parent: NodeId | null;
}

/**
 * The nodes held in the picture, in order of drawing: the ties' ends and the firms between them, clusters without a tie,
 * nodes a person placed, the nodes of added ways and of a picture shown whole, then every open group's start and what it brought. Those that a person
 * hid are among them.
 */
export function drawnNodes(exploration: Exploration): ReadonlyMap<NodeId, Origin> {
  const drawn = new Map<NodeId, Origin>();
  const draw = (id: NodeId, parent: NodeId | null): void => {
    if (!drawn.has(id) && exploration.nodes[id] !== undefined) drawn.set(id, { parent });
  };
  for (const id of answerNodes(exploration).keys()) draw(id, null);
  for (const id of exploration.placed) draw(id, null);
  for (const way of drawnWays(exploration)) for (const id of way.nodes) draw(id, null);
  for (const id of exploration.picture?.nodes ?? []) draw(id, null);
  for (const { group } of exploration.expansions) draw(group.of, null);
  for (const { group, nodes } of exploration.expansions) for (const id of nodes) draw(id, group.of);
  return drawn;
}

/** The nodes that the answer itself holds in the picture, with the ties for which each is there; none: a cluster without one. */
export function answerNodes({ answer, relations }: Exploration): ReadonlyMap<NodeId, ReadonlySet<TieId>> {
  const nodes = new Map<NodeId, Set<TieId>>();
  const name = (id: NodeId, tie: TieId): void => {
    const ties = nodes.get(id);
    if (ties === undefined) nodes.set(id, new Set([tie]));
    else ties.add(tie);
  };
  for (const tie of answer?.ties ?? []) {
    name(tie.cluster, tie.id);
    name(tie.largeIndustry, tie.id);
    for (const chain of tie.chains) for (const id of firmsBetween(relations, chain)) name(id, tie.id);
  }
  for (const id of answer?.untied ?? []) if (!nodes.has(id)) nodes.set(id, new Set());
  return nodes;
}

/**
 * The nodes of a chain after its stand-ins and before its firm. A shared programme and a facility of the firm are
 * passed over: they are folded into the tie's line.
 */
function firmsBetween(relations: Exploration['relations'], chain: TieChain): readonly NodeId[] {
  if (chain.direction === 'PROGRAMME') return [];
  const types = chain.relations.map((id) => relations[id]?.type);
  let first = 0;
  while (first < types.length && isStandIn(types[first])) first += 1;
  const last = types.at(-1) === 'FACILITY_OF' ? types.length - 1 : types.length;
  return chain.nodes.slice(first + 1, last);
}

export function isStandIn(type: RelationType | undefined): boolean {
  return type !== undefined && STAND_IN_TYPES.includes(type);
}
