/** What the data hold of a province or regency: who is there, what they make, who supports them, whom they are tied to, and what is not known. */
import type { NodeId, PartialDate, RelationId, EvidenceKind } from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { follower } from '../gaps/follow.ts';
import { findGaps } from '../gaps/gaps.ts';
import { makingReader, type ReadMaking } from '../gaps/making.ts';
import { regencyReader } from '../gaps/places.ts';
import { findCoverage } from '../programmes/coverage.ts';
import type { CoverageAnswer } from '../programmes/coverage-types.ts';
import { AnalysisRequestError } from '../request-error.ts';
import { evidenceAskedFor } from '../ties/tie-scope.ts';
import { findTies } from '../ties/ties.ts';
import { partsOf } from './place-parts.ts';
import type {
  PlaceDesignation,
  PlacePartKind,
  PlaceProfile,
  PlacesAnswer,
  PlaceSector,
  PlacesRequest,
  PlaceSupport,
  PlaceTarget,
  PlaceUnknown,
  SharedByPlaces,
} from './place-types.ts';

/** Profiles answered at once. */
const MOST_PLACES = 4;
const MAKERS = [
  'CLUSTERS',
  'GROUPS',
  'SMALL_INDUSTRIES',
  'LARGE_INDUSTRIES',
] as const satisfies readonly PlacePartKind[];

type Parts = ReadonlyMap<PlacePartKind, readonly NodeIndex[]>;
interface Asked {
  readonly evidence: readonly EvidenceKind[];
  readonly asOf: PartialDate | undefined;
}

/**
 * The profiles of up to four places, and what all of them have. Ties, gaps and supports are those of their clusters; a gap rests on
 * documented ties and support whatever evidence is asked for. Pure.
 * @throws AnalysisRequestError for an unknown id, a node that is no province or regency, one that comes twice, none or too many
 */
export function profilePlaces(projection: Projection, request: PlacesRequest): PlacesAnswer {
  const { places } = request;
  const expected = `1 to ${MOST_PLACES} ids of provinces or regencies, each once`;
  if (places.length === 0 || places.length > MOST_PLACES || new Set(places).size < places.length) {
    throw new AnalysisRequestError('places', `${String(places.length)} ids were given; give ${expected}`, expected);
  }
  const asked: Asked = { evidence: evidenceAskedFor(request), asOf: request.asOf };
  const making = makingReader(projection, request.asOf);
  const profiles = places.map((id) => {
    const place = askedNode(projection, 'places', id, ['Province', 'Regency']);
    return profile(projection, place, asked, making);
  });
  return { revision: projection.revision, profiles, shared: sharedBy(profiles) };
}

function profile(projection: Projection, place: NodeIndex, asked: Asked, making: ReadMaking): PlaceProfile {
  const { evidence, asOf } = asked;
  const id = projection.nodeId(place);
  const parts = partsOf(projection, place, evidence, asOf);
  const coverage = findCoverage(projection, { place: id, evidence, from: asOf, to: asOf });
  const { ties, summary } = findTies(projection, { place: id, evidence, asOf });
  const { gaps } = findGaps(projection, { place: id, asOf });
  const sectors = sectorsOf(projection, parts, asked);
  const supports = supportsOf(coverage);
  const inside = [place, ...(parts.get('REGENCIES') ?? [])];
  const targets = targetsOf(projection, inside, asked);
  const designations = designationsOf(projection, inside, asked);
  const relations: readonly RelationId[] = [
    ...sectors.flatMap((one) => one.relations),
    ...supports.flatMap((one) => one.relations),
    ...targets.map((one) => one.relation),
    ...designations.map((one) => one.relation),
    ...ties.flatMap((tie) => tie.relations),
  ];
  const known = relations.flatMap((relation) => projection.relationIndex(relation) ?? []);
  return {
    place: id,
    parts: [...parts].map(([kind, nodes]) => ({ kind, nodes: nodes.map((node) => projection.nodeId(node)) })),
    sectors,
    supports,
    targets,
    designations,
    ties,
    tiedClusterCount: summary.tiedClusterCount,
    gaps,
    unknown: unknownOf(projection, parts, { sectors, coverage, untied: summary.untiedClusters, making, asOf }),
    sources: [...projection.sourcesOf(known)].sort(),
  };
}

function sectorsOf(projection: Projection, parts: Parts, { evidence, asOf }: Asked): readonly PlaceSector[] {
  const inSector = follower(projection, { types: ['IN_SECTOR'], evidence, asOf });
  const found = new Map<NodeIndex, { readonly makers: Set<NodeIndex>; readonly relations: Set<RelationIndex> }>();
  for (const maker of MAKERS.flatMap((kind) => parts.get(kind) ?? [])) {
    for (const { node, relations } of inSector(maker)) {
      const one = found.get(node) ?? { makers: new Set(), relations: new Set() };
      found.set(node, one);
      one.makers.add(maker);
      for (const relation of relations) one.relations.add(relation);
    }
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.makers.size - one.makers.size || a - b)
    .map(([sector, { makers, relations }]) => ({
      sector: projection.nodeId(sector),
      makers: [...makers].sort((a, b) => a - b).map((node) => projection.nodeId(node)),
      relations: [...relations].sort((a, b) => a - b).map((relation) => projection.relationId(relation)),
    }));
}

function supportsOf({ rows }: CoverageAnswer): readonly PlaceSupport[] {
  const found = new Map<NodeId, { readonly clusters: Set<NodeId>; readonly relations: Set<RelationId> }>();
  for (const { supporter, cluster, relations } of rows) {
    const one = found.get(supporter) ?? { clusters: new Set(), relations: new Set() };
    found.set(supporter, one);
    one.clusters.add(cluster);
    for (const relation of relations) one.relations.add(relation);
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.clusters.size - one.clusters.size || (a < b ? -1 : 1))
    .map(([supporter, { clusters, relations }]) => ({
      supporter,
      clusters: [...clusters].sort(),
      relations: [...relations].sort(),
    }));
}

function targetsOf(
  projection: Projection,
  places: readonly NodeIndex[],
  { evidence, asOf }: Asked,
): readonly PlaceTarget[] {
  const targetedBy = follower(projection, { types: ['TARGETS'], evidence, asOf, backwards: true });
  return places
    .flatMap((place) =>
      targetedBy(place).flatMap(({ node, relations }) =>
        relations.map((relation) => ({ place, programme: node, relation })),
      ),
    )
    .sort((a, b) => a.programme - b.programme || a.place - b.place || a.relation - b.relation)
    .map(({ place, programme, relation }) => ({
      programme: projection.nodeId(programme),
      status: projection.relationStatus(relation),
      place: projection.nodeId(place),
      relation: projection.relationId(relation),
    }));
}

function designationsOf(
  projection: Projection,
  places: readonly NodeIndex[],
  { evidence, asOf }: Asked,
): readonly PlaceDesignation[] {
  const designated = follower(projection, { types: ['DESIGNATED_AS'], evidence, asOf });
  return places
    .flatMap((place) =>
      designated(place).flatMap(({ node, relations }) =>
        relations.map((relation) => ({ place, designation: node, relation })),
      ),
    )
    .sort((a, b) => a.designation - b.designation || a.place - b.place || a.relation - b.relation)
    .map(({ place, designation, relation }) => ({
      designation: projection.nodeId(designation),
      place: projection.nodeId(place),
      relation: projection.relationId(relation),
    }));
}

function unknownOf(
  projection: Projection,
  parts: Parts,
  known: {
    readonly sectors: readonly PlaceSector[];
    readonly coverage: CoverageAnswer;
    readonly untied: readonly NodeId[];
    readonly making: ReadMaking;
    readonly asOf: PartialDate | undefined;
  },
): readonly PlaceUnknown[] {
  const withSector = new Set(known.sectors.flatMap(({ makers }) => makers));
  const regenciesOf = regencyReader(projection, known.asOf);
  const ids = (nodes: readonly NodeIndex[]): readonly NodeId[] => nodes.map((node) => projection.nodeId(node));
  const large = projection.byName(projection.nodesOfType('LargeIndustry'));
  return [
    {
      kind: 'CLUSTER_WITHOUT_SECTOR',
      nodes: ids(parts.get('CLUSTERS') ?? []).filter((cluster) => !withSector.has(cluster)),
    },
    { kind: 'CLUSTER_WITHOUT_TIE', nodes: known.untied },
    { kind: 'CLUSTER_WITHOUT_PUBLIC_SUPPORT', nodes: known.coverage.withoutPublicSupport },
    {
      kind: 'LARGE_WITHOUT_CLASS',
      nodes: ids((parts.get('LARGE_INDUSTRIES') ?? []).filter((firm) => known.making(firm).classes.size === 0)),
    },
    { kind: 'LARGE_WITHOUT_PLACE', nodes: ids(large.filter((firm) => regenciesOf(firm).length === 0)) },
  ];
}

function sharedBy(profiles: readonly PlaceProfile[]): SharedByPlaces {
  const inAll = (of: (profile: PlaceProfile) => readonly NodeId[]): readonly NodeId[] => {
    const [first, ...others] = profiles.map((one) => new Set(of(one)));
    if (first === undefined || others.length === 0) return [];
    return [...first].filter((node) => others.every((other) => other.has(node))).sort();
  };
  return {
    sectors: inAll(({ sectors }) => sectors.map(({ sector }) => sector)),
    supporters: inAll(({ supports }) => supports.map(({ supporter }) => supporter)),
    largeIndustries: inAll(({ ties }) => ties.map(({ largeIndustry }) => largeIndustry)),
    designations: inAll(({ designations }) => designations.map(({ designation }) => designation)),
  };
}
