/** Large pictures in columns. */
import { MOST_PICTURE_NODES, MOST_PICTURE_RELATIONS } from '../analysis/picture-types.ts';
import { pictureOf } from '../analysis/picture.ts';
import type { Coordinates, NodeIndex, RelationIndex } from '../projection/projection.ts';
import type {
  PictureGroupsResolvers,
  PictureNodesResolvers,
  PictureRelationsResolvers,
  PictureResolvers,
  QueryResolvers,
} from '../schema/generated/resolver-types.ts';
import { checkGraphFilter } from './graph-filter.ts';
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
    return new PictureReading(projection, extract, filter.asOf);
  },
} satisfies QueryResolvers;

export const Picture: PictureResolvers = {
  revision: ({ extract }) => extract.revision,
  total: ({ extract }) => extract.total,
  nodes: (picture) => picture,
  relations: (picture) => picture,
  belongTo: (picture) => picture,
};

function namesIn({ projection }: PictureReading, nodes: readonly NodeIndex[], language: string): readonly string[] {
  const inLanguage = (node: NodeIndex): string | undefined =>
    projection.nodeNames(node).find((name) => name.language === language)?.text;
  return nodes.map((node) => inLanguage(node) ?? projection.nodeName(node));
}

function coordinatesOf({ projection }: PictureReading, nodes: readonly NodeIndex[], of: keyof Coordinates) {
  return nodes.map((node) => projection.nodeCoordinates(node)?.[of] ?? null);
}

function nodeTypes({ projection, extract }: PictureReading) {
  return coded(extract.nodes.map((node) => projection.nodeType(node)));
}

export const PictureNodes: PictureNodesResolvers = {
  ids: ({ projection, extract }) => extract.nodes.map((node) => projection.nodeId(node)),
  names: (picture, { language }) => namesIn(picture, picture.extract.nodes, language),
  typeList: (picture) => nodeTypes(picture).list,
  types: (picture) => nodeTypes(picture).codes,
  kinds: ({ projection, extract }) => extract.nodes.map((node) => projection.nodeKind(node) ?? ''),
  latitudes: (picture) => coordinatesOf(picture, picture.extract.nodes, 'latitude'),
  longitudes: (picture) => coordinatesOf(picture, picture.extract.nodes, 'longitude'),
  countries: async (picture) => (await picture.memberships()).countries,
  provinces: async (picture) => (await picture.memberships()).provinces,
  regencies: async (picture) => (await picture.memberships()).regencies,
  sectors: async (picture) => (await picture.memberships()).sectors,
  clusters: async (picture) => (await picture.memberships()).clusters,
  restricted: ({ projection, extract }) => extract.nodes.map((node) => (projection.nodeRestricted(node) ? 1 : 0)),
};

export const PictureGroups: PictureGroupsResolvers = {
  ids: async (picture) => {
    const { belongTo } = await picture.memberships();
    return belongTo.map((node) => picture.projection.nodeId(node));
  },
  names: async (picture, { language }) => namesIn(picture, (await picture.memberships()).belongTo, language),
  latitudes: async (picture) => coordinatesOf(picture, (await picture.memberships()).belongTo, 'latitude'),
  longitudes: async (picture) => coordinatesOf(picture, (await picture.memberships()).belongTo, 'longitude'),
};

function endsOf(picture: PictureReading, end: (relation: RelationIndex) => NodeIndex): readonly number[] {
  const at = picture.positions();
  return picture.extract.relations.map((relation) => at.get(end(relation)) ?? -1);
}

function stepsOf(positions: readonly number[]): readonly number[] {
  return positions.map((position, i) => position - (positions[i - 1] ?? 0));
}

function relationTypes({ projection, extract }: PictureReading) {
  return coded(extract.relations.map((relation) => projection.relationType(relation)));
}

function evidenceClasses({ projection, extract }: PictureReading) {
  return coded(extract.relations.map((relation) => projection.relationEvidence(relation)));
}

export const PictureRelations: PictureRelationsResolvers = {
  ids: ({ projection, extract }) => extract.relations.map((relation) => projection.relationId(relation)),
  idRests: ({ projection, extract }) => extract.relations.map((relation) => projection.relationIdRest(relation)),
  from: (picture) => endsOf(picture, picture.projection.relationFrom),
  to: (picture) => endsOf(picture, picture.projection.relationTo),
  fromSteps: (picture) => stepsOf(endsOf(picture, picture.projection.relationFrom)),
  toSteps: (picture) => stepsOf(endsOf(picture, picture.projection.relationTo)),
  typeList: (picture) => relationTypes(picture).list,
  types: (picture) => relationTypes(picture).codes,
  evidenceList: (picture) => evidenceClasses(picture).list,
  evidence: (picture) => evidenceClasses(picture).codes,
  periodList: (picture) => picture.relationPeriods().list,
  periods: (picture) => picture.relationPeriods().codes,
  disputed: ({ projection, extract }) =>
    extract.relations.map((relation) => (projection.relationDisagreement(relation) === null ? 0 : 1)),
};
