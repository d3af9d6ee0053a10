/** Communities (ANALYSIS.md §7): parts of the graph more tightly joined inside than with the rest. */
import { isRelationType, RELATION_TYPES, type RelationFamily, type RelationType } from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { keptBy } from '../picture.ts';
import type { GraphFilter } from '../picture-types.ts';
import { AnalysisRequestError } from '../request-error.ts';
import type {
  CommunitiesAnswer,
  CommunityInput,
  CommunityPartition,
  CommunityRequest,
  CommunitySweepAnswer,
} from './community-types.ts';
import { partitionOf } from './partition.ts';
import { sweepOf } from './sweep.ts';

/** Wishes are no relations that exist; sector input joins sectors; through places everything would be near everything. */
const LEFT_OUT: readonly RelationFamily[] = ['requirement', 'inputOutput', 'place'];
const USUAL_TYPES: readonly RelationType[] = Object.keys(RELATION_TYPES)
  .filter(isRelationType)
  .filter((type) => !LEFT_OUT.includes(RELATION_TYPES[type].family));

/** The filter with what is meant where it is silent. */
function withDefaults(filter: GraphFilter): GraphFilter {
  const isSilent = (filter.relationTypes ?? []).length === 0 && (filter.families ?? []).length === 0;
  return {
    ...filter,
    relationTypes: isSilent ? USUAL_TYPES : filter.relationTypes,
    evidence: (filter.evidence ?? []).length === 0 ? ['DOCUMENTED'] : filter.evidence,
  };
}

/**
 * The part of the graph that is asked about, as arrays for {@link partitionOf}: nodes with at least one relation under the
 * filter. Directions do not count, parallel relations add up, a relation of a node with itself joins nothing.
 * @throws AnalysisRequestError for an unknown place or sector, or a resolution not above 0
 */
export function communityInput(projection: Projection, request: CommunityRequest): CommunityInput {
  if (!(request.resolution > 0) || !Number.isFinite(request.resolution)) {
    throw new AnalysisRequestError(
      'resolution',
      `${String(request.resolution)} is no resolution; give a number above 0`,
      'a number above 0',
    );
  }
  const filter = withDefaults(request.filter);
  const { relations } = keptBy(projection, filter);
  const position = new Int32Array(projection.nodeCount).fill(-1);
  for (const relation of relations) {
    position[projection.relationFrom(relation)] = 0;
    position[projection.relationTo(relation)] = 0;
  }
  const nodes: NodeIndex[] = [];
  position.forEach((mark, node) => {
    if (mark === 0) position[node] = nodes.push(node) - 1;
  });
  return {
    nodes: Int32Array.from(nodes),
    from: relations.map((relation) => position[projection.relationFrom(relation)] ?? 0),
    to: relations.map((relation) => position[projection.relationTo(relation)] ?? 0),
    quality: request.quality,
    resolution: request.resolution,
    seed: request.seed,
  };
}

/** Communities under a request. @throws AnalysisRequestError as {@link communityInput} */
export function findCommunities(projection: Projection, request: CommunityRequest): CommunitiesAnswer {
  const input = communityInput(projection, request);
  return communitiesAnswer(projection, input, partitionOf(input));
}

/** Communities over a range of resolutions; the request's own is not looked at. @throws AnalysisRequestError as {@link communityInput} */
export function sweepCommunities(projection: Projection, request: CommunityRequest): CommunitySweepAnswer {
  const input = communityInput(projection, request);
  const { revision } = projection;
  return { ...sweepOf(input), nodeCount: input.nodes.length, relationCount: input.from.length, revision };
}

/** The partition in the projection's terms. */
function communitiesAnswer(
  projection: Projection,
  input: CommunityInput,
  partition: CommunityPartition,
): CommunitiesAnswer {
  const count = partition.offsets.length - 1;
  const communities = Array.from({ length: count }, (_, c) => ({
    number: c + 1,
    members: [...partition.members.subarray(partition.offsets[c], partition.offsets[c + 1])].map(
      (position) => input.nodes[position] ?? -1,
    ),
    relationsInside: partition.inside[c] ?? 0,
  }));
  return {
    revision: projection.revision,
    communities,
    nodeCount: input.nodes.length,
    relationCount: input.from.length,
    singletons: communities.filter(({ members }) => members.length === 1).length,
    modularity: partition.modularity,
    quality: partition.quality,
  };
}
