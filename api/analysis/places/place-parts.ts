/** Which nodes lie in a place. */
import { EVIDENCE_KINDS_BY_STRENGTH, type EvidenceKind, type NodeType, type PartialDate } from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { follower } from '../gaps/follow.ts';
import type { PlacePartKind } from './place-types.ts';

const PART_TYPES: readonly (readonly [PlacePartKind, NodeType])[] = [
  ['REGENCIES', 'Regency'],
  ['CLUSTERS', 'SmiCluster'],
  ['GROUPS', 'SmiCluster'],
  ['SMALL_INDUSTRIES', 'SmallIndustry'],
  ['LARGE_INDUSTRIES', 'LargeIndustry'],
  ['FACILITIES', 'Facility'],
  ['ORGANISATIONS', 'Organisation'],
  ['AGENCIES', 'Agency'],
];

/** By kind, each by sort name; a place is no part of itself. O(nodes of these types). */
export function partsOf(
  projection: Projection,
  place: NodeIndex,
  evidence: readonly EvidenceKind[],
  asOf: PartialDate | undefined,
): ReadonlyMap<PlacePartKind, readonly NodeIndex[]> {
  const believed = EVIDENCE_KINDS_BY_STRENGTH.filter((kind) => kind === 'GENERAL_KNOWLEDGE' || evidence.includes(kind));
  const own = new Set(
    follower(projection, { types: ['AGENCY_OF'], evidence: believed, asOf, backwards: true })(place).map(
      ({ node }) => node,
    ),
  );
  const isIn = (kind: PlacePartKind, node: NodeIndex): boolean => {
    if (kind === 'AGENCIES') return own.has(node);
    if (kind === 'CLUSTERS' && projection.nodeKind(node) === 'GROUP') return false;
    if (kind === 'GROUPS' && projection.nodeKind(node) !== 'GROUP') return false;
    return node !== place && projection.isWithin(node, place, asOf, believed);
  };
  return new Map(
    PART_TYPES.map(([kind, type]) => [
      kind,
      projection.byName(projection.nodesOfType(type).filter((node) => isIn(kind, node))),
    ]),
  );
}
