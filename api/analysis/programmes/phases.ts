/** Two phases of a programme side by side: which provinces are in both, with which products, and how far each was said to have come. */
import type { TargetStatus } from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { byNode, follower, followAll, type Follow, type Reached } from '../gaps/follow.ts';
import { evidenceAskedFor } from '../ties/tie-scope.ts';
import type {
  PhaseCluster,
  PhaseComparison,
  PhasePlace,
  PhasesAnswer,
  PhaseSide,
  PhasesRequest,
} from './phase-types.ts';
import { PLACE_EVIDENCE } from './place-evidence.ts';

/** The further one first. TARGETED is what is left. */
const STATUS_ORDER: readonly TargetStatus[] = ['INITIAL_TARGET', 'COMMITTED', 'TARGETED'];

/** What a phase did in one province. */
interface Gathered {
  readonly targets: Set<RelationIndex>;
  readonly clusters: Map<NodeIndex, Set<RelationIndex>>;
}
type ByProvince = ReadonlyMap<NodeIndex, Gathered>;

/**
 * Every pair of programmes of which one PRECEDES the other and both target places or support clusters. Pure.
 * @throws AnalysisRequestError for an unknown id or a node that is no programme
 */
export function comparePhases(projection: Projection, request: PhasesRequest): PhasesAnswer {
  const evidence = evidenceAskedFor(request);
  const along = (type: 'PRECEDES' | 'PART_OF', backwards = false): Follow =>
    follower(projection, { types: [type], evidence, backwards, asOf: undefined });
  const precedes = along('PRECEDES');
  const asked =
    request.programme === undefined ? null : askedNode(projection, 'programme', request.programme, ['Programme']);
  const among =
    asked === null
      ? null
      : new Set(followAll([{ node: asked, relations: [] }], along('PART_OF', true)).map(({ node }) => node));
  const read = phaseReader(projection, request);
  const comparisons = projection.nodesOfType('Programme').flatMap((earlier) =>
    byNode(precedes(earlier)).flatMap(([later, relations]): readonly PhaseComparison[] => {
      if (among !== null && !among.has(earlier) && !among.has(later)) return [];
      const [before, after] = [read.provincesOf(earlier), read.provincesOf(later)];
      if (before.size === 0 || after.size === 0) return [];
      const provinces = [...new Set([...before.keys(), ...after.keys()])];
      const rank = (province: NodeIndex): number => (before.has(province) ? (after.has(province) ? 0 : 1) : 2);
      const places = projection
        .byName(provinces)
        .toSorted((a, b) => rank(a) - rank(b))
        .map((province): PhasePlace => ({
          province: projection.nodeId(province),
          earlier: read.sideOf(before.get(province)),
          later: read.sideOf(after.get(province)),
        }));
      return [
        {
          earlier: projection.nodeId(earlier),
          later: projection.nodeId(later),
          relations: relations.map((relation) => projection.relationId(relation)),
          places,
          bothCount: places.filter((place) => place.earlier !== null && place.later !== null).length,
        },
      ];
    }),
  );
  return { revision: projection.revision, comparisons };
}

function phaseReader(projection: Projection, request: PhasesRequest) {
  const evidence = evidenceAskedFor(request);
  const targets = follower(projection, { types: ['TARGETS'], evidence, asOf: undefined });
  const supports = follower(projection, { types: ['SUPPORTS', 'DRAWS_FROM'], evidence, asOf: undefined });
  const within = follower(projection, { types: ['LOCATED_IN'], evidence: PLACE_EVIDENCE, asOf: undefined });
  const sectors = follower(projection, { types: ['IN_SECTOR'], evidence, asOf: undefined });
  const products = follower(projection, { types: ['PRODUCES'], evidence, asOf: undefined });
  const provincesAround = (node: NodeIndex): readonly NodeIndex[] =>
    followAll([{ node, relations: [] }], within)
      .map((reached) => reached.node)
      .filter((reached) => projection.nodeType(reached) === 'Province');

  const makesOf = (cluster: NodeIndex): readonly Reached[] => {
    const named = sectors(cluster).filter(({ node }) => projection.nodeScheme(node) === 'NAMED');
    return named.length > 0 ? named : products(cluster);
  };

  /** A place that has belonged to two provinces counts for the one that the phase targets, if it targets one. */
  const provincesOf = (programme: NodeIndex): ByProvince => {
    const found = new Map<NodeIndex, Gathered>();
    const at = (province: NodeIndex): Gathered => {
      const gathered = found.get(province) ?? { targets: new Set(), clusters: new Map() };
      found.set(province, gathered);
      return gathered;
    };
    const targeted = targets(programme);
    const own = new Set(targeted.map(({ node }) => node).filter((node) => projection.nodeType(node) === 'Province'));
    const provincesFor = (node: NodeIndex): readonly NodeIndex[] => {
      const around = provincesAround(node);
      const among = around.filter((province) => own.has(province));
      return among.length > 0 ? among : around;
    };
    for (const { node, relations } of targeted) {
      for (const province of provincesFor(node)) for (const relation of relations) at(province).targets.add(relation);
    }
    for (const { node, relations } of supports(programme)) {
      if (projection.nodeType(node) !== 'SmiCluster') continue;
      for (const province of provincesFor(node)) {
        const { clusters } = at(province);
        clusters.set(node, new Set([...(clusters.get(node) ?? []), ...relations]));
      }
    }
    return found;
  };

  const ids = (relations: Iterable<RelationIndex>) =>
    [...new Set(relations)].sort((a, b) => a - b).map((relation) => projection.relationId(relation));

  const sideOf = (gathered: Gathered | undefined): PhaseSide | null => {
    if (gathered === undefined) return null;
    const said = new Set([...gathered.targets].map((relation) => projection.relationStatus(relation)));
    return {
      status: STATUS_ORDER.find((status) => said.has(status)) ?? null,
      targets: ids(gathered.targets),
      clusters: projection.byName([...gathered.clusters.keys()]).map((cluster): PhaseCluster => {
        const makes = makesOf(cluster);
        return {
          cluster: projection.nodeId(cluster),
          makes: [...new Set(makes.map(({ node }) => node))]
            .sort((a, b) => a - b)
            .map((node) => projection.nodeId(node)),
          relations: ids([...(gathered.clusters.get(cluster) ?? []), ...makes.flatMap(({ relations }) => relations)]),
        };
      }),
    };
  };
  return { provincesOf, sideOf };
}
