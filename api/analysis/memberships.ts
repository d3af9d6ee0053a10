/** What nodes belong to, so that many can be drawn as one: country, province, regency, sector and cluster. */
import { firstDay, heldWithin, lastDay, type NodeType, type PartialDate } from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../projection/projection.ts';

/** One list of nodes a column; a node may lie in several provinces, or be in several sectors. Ascending, without repeats. */
export interface Membership {
  readonly countries: readonly NodeIndex[];
  readonly provinces: readonly NodeIndex[];
  readonly regencies: readonly NodeIndex[];
  /** The widest sectors of the main scheme that it is in; where there are none, the widest of any other. */
  readonly sectors: readonly NodeIndex[];
  readonly clusters: readonly NodeIndex[];
}

export interface MembershipRequest {
  readonly nodes: readonly NodeIndex[];
  /** Memberships that held or possibly held then. */
  readonly asOf: PartialDate;
  /** Sectors of the scheme that is preferred (KBLI 2020). */
  readonly mainSectors: ReadonlySet<NodeIndex>;
}

const WIDER_SECTOR: readonly string[] = ['CLASSIFIED_UNDER', 'PART_OF'];

/**
 * Places and clusters by what is not inferred; sectors on any evidence, since most classification is our own reading. A
 * place, sector or cluster belongs to itself.
 */
export function membershipsOf(projection: Projection, request: MembershipRequest): readonly Membership[] {
  const climb = climber(projection, request.asOf);
  return request.nodes.map((node): Membership => {
    const places = climb([node], (type) => type === 'LOCATED_IN', false);
    const ofType = (type: NodeType): readonly NodeIndex[] => places.filter((at) => projection.nodeType(at) === type);
    return {
      countries: ofType('Country'),
      provinces: ofType('Province'),
      regencies: ofType('Regency'),
      sectors: widest(projection, climb, node, request.mainSectors),
      clusters: clustersOf(projection, climb, node),
    };
  });
}

/** All that is reached from the nodes along relations of some types, they included, ascending. */
type Climb = (
  from: readonly NodeIndex[],
  follows: (type: string) => boolean,
  inferredToo: boolean,
  steps?: number,
) => readonly NodeIndex[];

function climber(projection: Projection, asOf: PartialDate): Climb {
  const [first, last] = [firstDay(asOf), lastDay(asOf)];
  const counts = (relation: RelationIndex, inferredToo: boolean): boolean =>
    (inferredToo || projection.relationEvidence(relation) !== 'INFERRED') &&
    heldWithin(projection.relationBounds(relation), first, last) !== 'NO';
  const { offsets, relations } = projection.outgoing;
  return (from, follows, inferredToo, steps = Infinity) => {
    const seen = new Map(from.map((node) => [node, 0]));
    for (const [node, depth] of seen) {
      if (depth >= steps) continue;
      const end = offsets[node + 1] ?? 0;
      for (let at = offsets[node] ?? 0; at < end; at += 1) {
        const relation = relations[at] ?? -1;
        if (!follows(projection.relationType(relation)) || !counts(relation, inferredToo)) continue;
        const to = projection.relationTo(relation);
        if (!seen.has(to)) seen.set(to, depth + 1);
      }
    }
    return [...seen.keys()].sort((a, b) => a - b);
  };
}

function clustersOf(projection: Projection, climb: Climb, node: NodeIndex): readonly NodeIndex[] {
  if (projection.nodeType(node) === 'SmiCluster') return [node];
  return climb([node], (type) => type === 'MEMBER_OF', false, 1).filter(
    (other) => projection.nodeType(other) === 'SmiCluster',
  );
}

function widest(
  projection: Projection,
  climb: Climb,
  node: NodeIndex,
  mainSectors: ReadonlySet<NodeIndex>,
): readonly NodeIndex[] {
  const own = projection.nodeType(node) === 'Sector' ? [node] : climb([node], (type) => type === 'IN_SECTOR', true, 1);
  const sectors = climb(own, (type) => WIDER_SECTOR.includes(type), true).filter(
    (other) => projection.nodeType(other) === 'Sector',
  );
  const main = sectors.filter((sector) => mainSectors.has(sector));
  const candidates = main.length > 0 ? main : sectors;
  return candidates.filter((sector) => {
    const wider = climb([sector], (type) => WIDER_SECTOR.includes(type), true);
    return !wider.some(
      (other) =>
        other !== sector &&
        candidates.includes(other) &&
        !climb([other], (type) => WIDER_SECTOR.includes(type), true).includes(sector),
    );
  });
}
