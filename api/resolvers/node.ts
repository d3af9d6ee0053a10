/** Fields that every node has. */
import type { StoredNode } from '../store/graph-store.ts';
import type { NodeResolvers, PersonResolvers } from '../schema/generated/resolver-types.ts';
import { nodesOf } from './lookup.ts';
import { placesOf } from './places.ts';
import { checkRelationFilter } from './user-input.ts';

/** The rest (id, name, names, aliases, kind, code, period, description) stands on the record as it is. */
export const nodeFields = {
  coordinates: ({ latitude, longitude }: StoredNode) =>
    latitude === null || longitude === null ? null : { latitude, longitude },
  evidence: (node, _args, { loaders }) => loaders.evidence.load(node.id),
  relationGroups: (node, { filter }, { loaders }) =>
    loaders.relationGroups(checkRelationFilter('filter', filter)).load(node.id),
  figures: (node, _args, { loaders }) => loaders.figuresOf.load(node.id),
  disagreements: (node, _args, { loaders }) => loaders.disagreementsOf.load(node.id),
  places: (node, _args, context) => nodesOf(placesOf(node.id, context.snapshot.projection), context),
} satisfies PersonResolvers;

export const Node: NodeResolvers = { __resolveType: (node) => node.type };
