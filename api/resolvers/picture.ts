/** Large pictures in columns. */
import { MOST_PICTURE_NODES, MOST_PICTURE_RELATIONS } from '../analysis/picture-types.ts';
import { pictureOf } from '../analysis/picture.ts';
import type {
  PictureGroupsResolvers,
  PictureNodesResolvers,
  PictureRelationsResolvers,
  PictureResolvers,
  QueryResolvers,
} from '../schema/generated/resolver-types.ts';
import type { StoredNode } from '../store/graph-store.ts';
import { checkGraphFilter } from './graph-filter.ts';
import { allThere } from './lookup.ts';
import { coded, PictureReading } from './picture-reading.ts';
import { COSTS } from './question-budget.ts';
import { refusedAsInput } from './ties.ts';
import { checkCount } from './user-input.ts';

export const pictureQueries = {
  picture: async (_root, args, context) => {
    const { projection } = context.snapshot;
    const mostNodes = checkCount('mostNodes', args.mostNodes, 0, MOST_PICTURE_NODES) ?? MOST_PICTURE_NODES;
    const mostRelations =
      checkCount('mostRelations', args.mostRelations, 0, MOST_PICTURE_RELATIONS) ?? MOST_PICTURE_RELATIONS;
    const filter = await checkGraphFilter(args.filter, context);
    context.budget.spend(COSTS.picture);
    const withUnrelated = args.withUnrelated ?? true;
    const extract = refusedAsInput(() => pictureOf(projection, { filter, withUnrelated, mostNodes, mostRelations }));
    return new PictureReading(projection, extract, context.store, filter.asOf);
  },
} satisfies QueryResolvers;

export const Picture: PictureResolvers = {
  revision: ({ extract }) => extract.revision,
  total: ({ extract }) => extract.total,
  nodes: (picture) => picture,
  relations: (picture) => picture,
  belongTo: (picture) => picture,
};

function namesIn(nodes: readonly StoredNode[], language: string): readonly string[] {
  return nodes.map((node) => node.names.find((name) => name.language === language)?.text ?? node.name);
}

export const PictureNodes: PictureNodesResolvers = {
  ids: ({ projection, extract }) => extract.nodes.map((node) => projection.nodeId(node)),
  names: async (picture, { language }, context) =>
    namesIn(await allThere(await picture.storedNodes(), context), language),
  typeList: ({ projection, extract }) => coded(extract.nodes.map((node) => projection.nodeType(node))).list,
  types: ({ projection, extract }) => coded(extract.nodes.map((node) => projection.nodeType(node))).codes,
  kinds: ({ projection, extract }) => extract.nodes.map((node) => projection.nodeKind(node) ?? ''),
  latitudes: async (picture, _args, context) =>
    (await allThere(await picture.storedNodes(), context)).map(({ latitude }) => latitude),
  longitudes: async (picture, _args, context) =>
    (await allThere(await picture.storedNodes(), context)).map(({ longitude }) => longitude),
  countries: async (picture) => (await picture.memberships()).countries,
  provinces: async (picture) => (await picture.memberships()).provinces,
  regencies: async (picture) => (await picture.memberships()).regencies,
  sectors: async (picture) => (await picture.memberships()).sectors,
  clusters: async (picture) => (await picture.memberships()).clusters,
};

export const PictureGroups: PictureGroupsResolvers = {
  ids: async (picture) => {
    const { belongTo } = await picture.memberships();
    return belongTo.map((node) => picture.projection.nodeId(node));
  },
  names: async (picture, { language }, context) =>
    namesIn(await allThere(await picture.storedGroups(), context), language),
  latitudes: async (picture, _args, context) =>
    (await allThere(await picture.storedGroups(), context)).map(({ latitude }) => latitude),
  longitudes: async (picture, _args, context) =>
    (await allThere(await picture.storedGroups(), context)).map(({ longitude }) => longitude),
};

/** Where each node of the picture stands in it. */
function positions({ extract }: PictureReading): ReadonlyMap<number, number> {
  return new Map(extract.nodes.map((node, at) => [node, at]));
}

export const PictureRelations: PictureRelationsResolvers = {
  ids: ({ projection, extract }) => extract.relations.map((relation) => projection.relationId(relation)),
  from: (picture) => {
    const at = positions(picture);
    return picture.extract.relations.map((relation) => at.get(picture.projection.relationFrom(relation)) ?? -1);
  },
  to: (picture) => {
    const at = positions(picture);
    return picture.extract.relations.map((relation) => at.get(picture.projection.relationTo(relation)) ?? -1);
  },
  typeList: ({ projection, extract }) =>
    coded(extract.relations.map((relation) => projection.relationType(relation))).list,
  types: ({ projection, extract }) =>
    coded(extract.relations.map((relation) => projection.relationType(relation))).codes,
  evidenceList: ({ projection, extract }) =>
    coded(extract.relations.map((relation) => projection.relationEvidence(relation))).list,
  evidence: ({ projection, extract }) =>
    coded(extract.relations.map((relation) => projection.relationEvidence(relation))).codes,
  periodList: async (picture, _args, context) =>
    (await picture.periods(await allThere(await picture.storedRelations(), context))).list,
  periods: async (picture, _args, context) =>
    (await picture.periods(await allThere(await picture.storedRelations(), context))).codes,
  disputed: async (picture, _args, context) =>
    (await allThere(await picture.storedRelations(), context)).map(({ disagreement }) =>
      disagreement === null ? 0 : 1,
    ),
};
