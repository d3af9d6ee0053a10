import type { NodeId, RelationType } from '#vocabulary';
import { EVIDENCE_KINDS_BY_STRENGTH } from '#vocabulary';
import type { Projection } from '../../projection/projection.ts';
import { walkOf } from '../walk.ts';

/** What places a cluster in a sector, and a sector under a wider one. */
const CLASSIFYING: readonly RelationType[] = ['IN_SECTOR', 'CLASSIFIED_UNDER', 'PART_OF'];

/**
 * Clusters in the sector or below it, ascending. On any evidence, as place and sector filters do: most classification is our own
 * reading. A table speaks of the sector, not of its clusters: they are those whose sector it is.
 */
export function clustersInSector(projection: Projection, sector: NodeId): readonly NodeId[] {
  const start = projection.nodeIndex(sector);
  if (start === undefined) return [];
  const filter = projection.compile({ relationTypes: CLASSIFYING, evidence: EVIDENCE_KINDS_BY_STRENGTH });
  const walk = walkOf(projection, filter, 'OUT');
  const seen = new Set([start]);
  for (const node of seen) {
    // Parts of a cluster are not in its sector for being parts.
    if (projection.nodeType(node) !== 'Sector') continue;
    walk.eachStepBack(node, (other) => seen.add(other));
  }
  return [...seen]
    .filter((node) => projection.nodeType(node) === 'SmiCluster')
    .toSorted((a, b) => a - b)
    .map((node) => projection.nodeId(node));
}
