import type { NodeId, RelationType } from '#vocabulary';
import type { Exploration, TieChain } from './exploration.ts';

/** Relations by which one node stands for another: a member for its cluster, a body for its makers. */
const STAND_IN_TYPES: readonly RelationType[] = ['MEMBER_OF', 'REPRESENTS', 'PART_OF', 'SAME_AS_PROBABLY'];

export interface Origin {
  /** The node from which an expansion brought it, or null. */
  readonly parent: NodeId | null;
}

/**
 * The nodes in the picture, in order of drawing: the ties' ends and the firms between them, clusters without a tie,
 * nodes a person placed, then every open group's start and what it brought.
 */
export function drawnNodes(exploration: Exploration): ReadonlyMap<NodeId, Origin> {
  const drawn = new Map<NodeId, Origin>();
  const draw = (id: NodeId, parent: NodeId | null): void => {
    if (!drawn.has(id) && exploration.nodes[id] !== undefined) drawn.set(id, { parent });
  };
  for (const tie of exploration.answer?.ties ?? []) {
    draw(tie.cluster, null);
    draw(tie.largeIndustry, null);
    for (const chain of tie.chains) for (const id of firmsBetween(exploration, chain)) draw(id, null);
  }
  for (const id of exploration.answer?.untied ?? []) draw(id, null);
  for (const id of exploration.placed) draw(id, null);
  for (const { group } of exploration.expansions) draw(group.of, null);
  for (const { group, nodes } of exploration.expansions) for (const id of nodes) draw(id, group.of);
  return drawn;
}

/**
 * The nodes of a chain after its stand-ins and before its firm. A shared programme and a facility of the firm are
 * passed over: they are folded into the tie's line.
 */
function firmsBetween(exploration: Exploration, chain: TieChain): readonly NodeId[] {
  if (chain.direction === 'PROGRAMME') return [];
  const types = chain.relations.map((id) => exploration.relations[id]?.type);
  let first = 0;
  while (first < types.length && isStandIn(types[first])) first += 1;
  const last = types.at(-1) === 'FACILITY_OF' ? types.length - 1 : types.length;
  return chain.nodes.slice(first + 1, last);
}

export function isStandIn(type: RelationType | undefined): boolean {
  return type !== undefined && STAND_IN_TYPES.includes(type);
}
