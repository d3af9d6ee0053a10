/** One hop around nodes, and the relations among nodes that are drawn already. */
import { EVIDENCE_KINDS_BY_STRENGTH, type NodeId, type RelationId } from '#vocabulary';
import type { NodeIndex, Projection } from '../projection/projection.ts';
import type { NeighbourhoodResolvers, QueryResolvers } from '../schema/generated/resolver-types.ts';
import type { RelationFilter, RelationGroup } from '../store/graph-store.ts';
import { askedNodes } from './lookup.ts';
import { projectedRelations, startNodes } from './projected.ts';
import { checkPage, checkRelationFilter } from './user-input.ts';

/**
 * Relations with both ends among the nodes, ascending by id. Each goes out of one of them and into another, so `direction`
 * only says which end `nodeTypes` means.
 */
function relationsWithin(
  nodes: readonly NodeId[],
  filter: RelationFilter,
  projection: Projection,
): readonly RelationId[] {
  const { relationTypes, families, asOf, evidence } = filter;
  const kinds = evidence === undefined || evidence.length === 0 ? EVIDENCE_KINDS_BY_STRENGTH : evidence;
  const compiled = projection.compile({ relationTypes, families, asOf, evidence: kinds });
  const among = new Set(nodes.map((id) => projection.nodeIndex(id)).filter((node) => node !== undefined));
  const types = filter.nodeTypes === undefined || filter.nodeTypes.length === 0 ? null : new Set(filter.nodeTypes);
  const typeFits = (from: NodeIndex, to: NodeIndex): boolean =>
    types === null ||
    (filter.direction !== 'IN' && types.has(projection.nodeType(to))) ||
    (filter.direction !== 'OUT' && types.has(projection.nodeType(from)));
  const found: number[] = [];
  for (const from of among) {
    const end = projection.outgoing.offsets[from + 1] ?? 0;
    for (let at = projection.outgoing.offsets[from] ?? 0; at < end; at += 1) {
      const relation = projection.outgoing.relations[at];
      if (relation === undefined || !compiled.allowsRelation(relation)) continue;
      const to = projection.relationTo(relation);
      if (among.has(to) && typeFits(from, to)) found.push(relation);
    }
  }
  return found.sort((a, b) => a - b).map((relation) => projection.relationId(relation));
}

export const neighbourhoodQueries = {
  neighbourhood: async (_root, args, context) => {
    const filter = checkRelationFilter('filter', args.filter);
    const page = checkPage(args);
    const of = [...new Set((await askedNodes('of', args.of, context)).map((node) => node.id))];
    return { ...(await context.store.neighbourhood({ ...filter, ...page, of })), of, filter };
  },

  relationsAmong: async (_root, args, context) => {
    const filter = checkRelationFilter('filter', args.filter);
    const nodes = (await startNodes('ids', args.ids, context)).map((node) => node.id);
    return projectedRelations(relationsWithin(nodes, filter, context.snapshot.projection), context);
  },
} satisfies QueryResolvers;

/** Groups of several nodes added up, in the order of one node's groups. */
function addGroups(groups: readonly RelationGroup[]): readonly RelationGroup[] {
  const sums = new Map<string, RelationGroup>();
  for (const group of groups) {
    const key = `${group.relationType} ${group.direction} ${group.nodeType}`;
    sums.set(key, { ...group, count: group.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.entries()].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).map(([, group]) => group);
}

export const Neighbourhood: NeighbourhoodResolvers = {
  groups: async ({ of, filter }, _args, { loaders }) => {
    const groups = await Promise.all(of.map((id) => loaders.relationGroups(filter).load(id)));
    return addGroups(groups.flat());
  },
  pageInfo: ({ next }) => ({ hasNextPage: next !== null, endCursor: next }),
};
