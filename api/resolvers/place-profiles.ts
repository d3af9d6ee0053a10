/** What is known of places, side by side, and which classes go together. */
import type { QueryResolvers, Resolvers } from '../schema/generated/resolver-types.ts';
import { analysed } from './analysed.ts';
import { projectedNode, projectedNodes, projectedRelations, startNodes, startNodeOfType } from './projected.ts';
import { COSTS } from './question-budget.ts';
import { checkEvidence, checkFirst, checkOptionalDate } from './user-input.ts';

/** Rows of each list of a profile. */
const ROWS = 50;
const MOST_CLASSES = 200;

const head = <T>(list: readonly T[]): readonly T[] => list.slice(0, ROWS);

export const placeProfileQueries = {
  placeProfiles: async (_root, args, context) => {
    const request = {
      places: (await startNodes('places', args.places, context)).map(({ id }) => id),
      evidence: checkEvidence('evidence', args.evidence),
      asOf: checkOptionalDate('asOf', args.asOf),
    };
    for (const _place of request.places) context.budget.spend(COSTS.placeProfile);
    return analysed('placeProfiles', request, context);
  },
  placeRelatedness: async (_root, args, context) => {
    const first = checkFirst(args.first, MOST_CLASSES, ROWS);
    const place = await startNodeOfType('place', args.place, ['Province', 'Regency'], context);
    const request = { place: place.id, asOf: checkOptionalDate('asOf', args.asOf) };
    context.budget.spend(COSTS.placeRelatedness);
    const answer = await analysed('placeRelatedness', request, context);
    return { ...answer, classes: answer.classes?.slice(0, first) ?? null, totalCount: answer.classes?.length ?? 0 };
  },
} satisfies QueryResolvers;

export const placeProfileResolvers = {
  SharedByPlaces: {
    sectors: (shared, _args, context) => projectedNodes(shared.sectors, context),
    supporters: (shared, _args, context) => projectedNodes(shared.supporters, context),
    largeIndustries: (shared, _args, context) => projectedNodes(shared.largeIndustries, context),
    designations: (shared, _args, context) => projectedNodes(shared.designations, context),
  },
  PlaceProfile: {
    place: (profile, _args, context) => projectedNode(profile.place, context),
    sectors: (profile) => head(profile.sectors),
    sectorCount: (profile) => profile.sectors.length,
    supports: (profile) => head(profile.supports),
    supportCount: (profile) => profile.supports.length,
    targets: (profile) => head(profile.targets),
    targetCount: (profile) => profile.targets.length,
    designations: (profile) => head(profile.designations),
    designationCount: (profile) => profile.designations.length,
    ties: (profile) => head(profile.ties),
    tieCount: (profile) => profile.ties.length,
    gaps: (profile) => head(profile.gaps),
    gapCount: (profile) => profile.gaps.length,
    sources: async (profile, _args, { loaders }) => {
      const sources = await Promise.all(head(profile.sources).map((id) => loaders.source.load(id)));
      return sources.filter((source) => source !== null);
    },
    sourceCount: (profile) => profile.sources.length,
  },
  PlacePart: {
    count: (part) => part.nodes.length,
    nodes: (part, _args, context) => projectedNodes(head(part.nodes), context),
  },
  PlaceSector: {
    sector: (one, _args, context) => projectedNode(one.sector, context),
    makerCount: (one) => one.makers.length,
    makers: (one, _args, context) => projectedNodes(head(one.makers), context),
  },
  PlaceSupport: {
    supporter: (one, _args, context) => projectedNode(one.supporter, context),
    clusterCount: (one) => one.clusters.length,
    clusters: (one, _args, context) => projectedNodes(head(one.clusters), context),
  },
  PlaceTarget: {
    programme: (one, _args, context) => projectedNode(one.programme, context),
    place: (one, _args, context) => projectedNode(one.place, context),
    relation: (one, _args, context) => onlyRelation(one.relation, context),
  },
  PlaceDesignation: {
    designation: (one, _args, context) => projectedNode(one.designation, context),
    place: (one, _args, context) => projectedNode(one.place, context),
    relation: (one, _args, context) => onlyRelation(one.relation, context),
  },
  PlaceGap: {
    cluster: (gap, _args, context) => projectedNode(gap.cluster, context),
    largeIndustry: (gap, _args, context) => projectedNode(gap.largeIndustry, context),
  },
  PlaceUnknown: {
    count: (one) => one.nodes.length,
    nodes: (one, _args, context) => projectedNodes(head(one.nodes), context),
  },
  RelatedClass: { sector: (one, _args, context) => projectedNode(one.sector, context) },
} satisfies Resolvers;

function onlyRelation(
  id: Parameters<typeof projectedRelations>[0][number],
  context: Parameters<typeof projectedRelations>[1],
) {
  const [relation] = projectedRelations([id], context);
  if (relation === undefined) throw new Error(`the projection does not hold ${id}`);
  return relation;
}
