/** The named units of the clusters in the data, held against the rule. */
import type { EvidenceKind, NodeId, RelationId } from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import { compareText } from '../compare-text.ts';
import { follower, followAll, type Follow } from '../gaps/follow.ts';
import { clustersInScope, evidenceAskedFor } from '../ties/tie-scope.ts';
import { findSentra } from './sentra.ts';
import {
  LEGAL_LIMITS,
  type ClusterUnits,
  type ClusterUnitsAnswer,
  type ClusterUnitsRequest,
  type PlaceScale,
  type RuleUnit,
} from './sentra-types.ts';

/**
 * Every cluster in scope with the makers that are its members, and whether these alone make a sentra by {@link findSentra}. A maker of
 * type SmallIndustry is small or medium by that type. Products are what PRODUCES names, materials what USES_INPUT names, processes what
 * IN_SECTOR names; where none is recorded it is unknown. No list in the data is complete, so nothing is ever shown to fail. Pure.
 * @throws AnalysisRequestError for an unknown id or an id of another type
 */
export function readClusterUnits(projection: Projection, request: ClusterUnitsRequest): ClusterUnitsAnswer {
  const evidence = evidenceAskedFor(request);
  const { place, cluster, scale } = request;
  const clusters = projection.byName(clustersInScope(projection, { place, cluster, evidence }));
  const read = unitReader(projection, evidence, scale);
  return { revision: projection.revision, scale, clusters: clusters.map(read) };
}

interface KnownUnit {
  readonly unit: RuleUnit;
  readonly relations: readonly RelationIndex[];
}

function unitReader(
  projection: Projection,
  evidence: readonly EvidenceKind[],
  scale: PlaceScale,
): (cluster: NodeIndex) => ClusterUnits {
  const along = (type: 'MEMBER_OF' | 'PRODUCES' | 'USES_INPUT' | 'IN_SECTOR', backwards = false): Follow =>
    follower(projection, { types: [type], evidence, backwards, asOf: undefined });
  const members = along('MEMBER_OF', true);
  const steps = { PRODUCT: along('PRODUCES'), MATERIAL: along('USES_INPUT'), PROCESS: along('IN_SECTOR') };
  const within = follower(projection, {
    types: ['LOCATED_IN'],
    evidence: [...evidence, 'GENERAL_KNOWLEDGE'],
    asOf: undefined,
  });
  const isPlace = (node: NodeIndex): boolean =>
    scale === 'REGENCY' ? projection.nodeType(node) === 'Regency' : projection.nodeKind(node) === 'VILLAGE';

  const unitOf = (maker: NodeIndex): KnownUnit => {
    const places = followAll([{ node: maker, relations: [] }], within).filter(({ node }) => isPlace(node));
    const [at] = places;
    const known = (follow: Follow): readonly NodeId[] | null => {
      const reached = follow(maker).map(({ node }) => projection.nodeId(node));
      return reached.length === 0 ? null : [...new Set(reached)].toSorted(compareText);
    };
    return {
      unit: {
        unit: projection.nodeId(maker),
        // One that two places are recorded of may be in either.
        place: at === undefined || places.length > 1 ? null : projection.nodeId(at.node),
        workers: LEGAL_LIMITS.workers,
        values: { PRODUCT: known(steps.PRODUCT), MATERIAL: known(steps.MATERIAL), PROCESS: known(steps.PROCESS) },
      },
      relations: [
        ...places.flatMap(({ relations }) => relations),
        ...Object.values(steps).flatMap((follow) => follow(maker).flatMap(({ relations }) => relations)),
      ],
    };
  };

  return (cluster) => {
    const joined = members(cluster).filter(({ node }) => projection.nodeType(node) === 'SmallIndustry');
    const units = [...new Set(joined.map(({ node }) => node))].map(unitOf);
    const rule = findSentra(
      units.map(({ unit }) => unit),
      { listComplete: false },
    );
    const relations = [...joined.flatMap((member) => member.relations), ...units.flatMap((unit) => unit.relations)].map(
      (relation): RelationId => projection.relationId(relation),
    );
    const idsOf = (some: readonly KnownUnit[]): readonly NodeId[] =>
      some.map(({ unit }) => unit.unit).toSorted(compareText);
    return {
      cluster: projection.nodeId(cluster),
      units: idsOf(units),
      relations: [...new Set(relations)].toSorted(compareText),
      held: rule.sentra.length > 0 ? 'YES' : 'POSSIBLY',
      sentra: rule.sentra,
      placeUnknown: idsOf(units.filter(({ unit }) => unit.place === null)),
    };
  };
}
