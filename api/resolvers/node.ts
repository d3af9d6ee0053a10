/** Fields that every node has. */
import type { NodeResolvers, PersonResolvers } from '../schema/generated/resolver-types.ts';
import type { NodeParent } from './parents.ts';
import { placesOf } from './places.ts';
import { projectedNodes, wholeNode } from './projected.ts';
import { checkRelationFilter } from './user-input.ts';

/** The rest (id, type, name, names, kind, code) is known of every node as it is. */
export const nodeFields = {
  aliases: async (node, _args, context) => (await wholeNode(node, context)).aliases,
  coordinates: ({ latitude, longitude }: NodeParent) =>
    latitude === null || longitude === null ? null : { latitude, longitude },
  period: async (node, _args, context) => (await wholeNode(node, context)).period,
  description: async (node, _args, context) => (await wholeNode(node, context)).description,
  restricted: ({ restricted }: NodeParent) => restricted === true,
  evidence: (node, _args, { loaders }) => loaders.evidence.load(node.id),
  relationGroups: (node, { filter }, { loaders }) =>
    loaders.relationGroups(checkRelationFilter('filter', filter)).load(node.id),
  figures: (node, _args, { loaders }) => loaders.figuresOf.load(node.id),
  disagreements: (node, _args, { loaders }) => loaders.disagreementsOf.load(node.id),
  places: (node, _args, context) => projectedNodes(placesOf(node.id, context.snapshot.projection), context),
} satisfies PersonResolvers;

export const Node: NodeResolvers = { __resolveType: (node) => node.type };
