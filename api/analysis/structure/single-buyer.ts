/** Clusters all of whose recorded sales go to one buyer. */
import type { NodeId, RelationId } from '#vocabulary';
import type { CompiledFilter, NodeIndex, Projection } from '../../projection/projection.ts';
import { TIE_ROLES } from '../ties/tie-roles.ts';
import type { SingleBuyer } from './fragility-types.ts';

/** Stand-ins of stand-ins are the last that chains count (ANALYSIS.md §1). */
const MOST_STANDING_IN = 2;

/**
 * By cluster id. Counted are the buyers of the cluster and of who stands in for it (members, organisations, parts); what goes from
 * one of these to another stays inside.
 * @param supply the goods that count
 * @param standing who stands in for whom
 */
export function findSingleBuyers(
  projection: Projection,
  supply: CompiledFilter,
  standing: CompiledFilter,
): readonly SingleBuyer[] {
  return projection.nodesOfType('SmiCluster').flatMap((cluster): readonly SingleBuyer[] => {
    const inside = standInsOf(projection, standing, cluster);
    const sales = new Map<NodeId, { readonly relations: RelationId[]; readonly through: Set<RelationId> }>();
    for (const [seller, through] of inside) {
      for (const relation of outOf(projection, supply, seller)) {
        const buyer = projection.relationTo(relation);
        if (inside.has(buyer)) continue;
        const sale = sales.get(projection.nodeId(buyer)) ?? { relations: [], through: new Set() };
        sale.relations.push(projection.relationId(relation));
        for (const step of through) sale.through.add(step);
        sales.set(projection.nodeId(buyer), sale);
      }
    }
    const [only, another] = sales;
    if (only === undefined || another !== undefined) return [];
    const [buyer, { relations, through }] = only;

    return [
      { cluster: projection.nodeId(cluster), buyer, relations: relations.toSorted(), through: [...through].toSorted() },
    ];
  });
}

function outOf(projection: Projection, filter: CompiledFilter, node: NodeIndex): readonly number[] {
  const { offsets, relations } = projection.outgoing;
  return [...relations.subarray(offsets[node], offsets[node + 1])].filter((relation) =>
    filter.allowsRelation(relation),
  );
}

/** The cluster and who stands in for it, each with the relations that say so. */
function standInsOf(
  projection: Projection,
  filter: CompiledFilter,
  cluster: NodeIndex,
): ReadonlyMap<NodeIndex, readonly RelationId[]> {
  const found = new Map<NodeIndex, readonly RelationId[]>([[cluster, []]]);
  let front: readonly NodeIndex[] = [cluster];
  const { offsets, relations } = projection.incoming;
  for (let steps = 0; steps < MOST_STANDING_IN; steps += 1) {
    const next: NodeIndex[] = [];
    for (const whole of front) {
      for (const relation of relations.subarray(offsets[whole], offsets[whole + 1])) {
        const part = projection.relationFrom(relation);
        if (!filter.allowsRelation(relation) || found.has(part)) continue;
        if (TIE_ROLES[projection.relationType(relation)]?.part !== 'standIn') continue;
        found.set(part, [...(found.get(whole) ?? []), projection.relationId(relation)]);
        next.push(part);
      }
    }
    front = next;
  }
  return found;
}
