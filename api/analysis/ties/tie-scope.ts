import { EVIDENCE_KINDS_BY_STRENGTH, type EvidenceKind, type PartialDate } from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { AnalysisRequestError } from '../request-error.ts';
import type { TiesRequest } from './tie-types.ts';

/** The evidence classes that count for a request: those asked for, or DOCUMENTED. */
export function evidenceAskedFor({ evidence }: TiesRequest): readonly EvidenceKind[] {
  return evidence === undefined || evidence.length === 0 ? ['DOCUMENTED'] : evidence;
}

/**
 * The clusters (or groups) that a request is about, ascending by id. A place holds those that lie in it on the evidence asked
 * for or on general knowledge: where a place lies is seldom documented, and what is only inferred has to be asked for.
 * @throws AnalysisRequestError when an id is unknown, of another type, or a cluster of the other scope
 */
export function clustersInScope(projection: Projection, request: TiesRequest): readonly NodeIndex[] {
  const scope = request.scope ?? 'CLUSTER';
  const scopeOf = (node: NodeIndex): string => (projection.nodeKind(node) === 'GROUP' ? 'GROUP' : 'CLUSTER');
  let clusters = projection.nodesOfType('SmiCluster').filter((node) => scopeOf(node) === scope);
  if (request.cluster !== undefined) {
    const cluster = askedNode(projection, 'cluster', request.cluster, ['SmiCluster']);
    if (scopeOf(cluster) !== scope) {
      const expected = `scope: ${scopeOf(cluster)}`;
      throw new AnalysisRequestError(
        'cluster',
        `'${request.cluster}' is a ${scopeOf(cluster)}; ask with ${expected}`,
        expected,
      );
    }
    clusters = [cluster];
  }
  if (request.place !== undefined) {
    const place = askedNode(projection, 'place', request.place, ['Country', 'Province', 'Regency', 'Locality']);
    const evidence: readonly EvidenceKind[] = [...evidenceAskedFor(request), 'GENERAL_KNOWLEDGE'];
    clusters = clusters.filter((node) => projection.isWithin(node, place, request.asOf, evidence));
  }
  if (request.sector !== undefined) {
    const sector = askedNode(projection, 'sector', request.sector, ['Sector']);
    const members = inSector(projection, sector, request.asOf);
    clusters = clusters.filter((node) => members.has(node));
  }
  return clusters;
}

/**
 * All that is in the sector: IN_SECTOR it, or one below it by CLASSIFIED_UNDER or PART_OF over any number of steps. Whatever
 * the evidence, since most classification is our own reading.
 */
export function inSector(
  projection: Projection,
  sector: NodeIndex,
  asOf: PartialDate | undefined,
): ReadonlySet<NodeIndex> {
  const filter = projection.compile({
    relationTypes: ['IN_SECTOR', 'CLASSIFIED_UNDER', 'PART_OF'],
    evidence: EVIDENCE_KINDS_BY_STRENGTH,
    asOf,
  });
  const { offsets, relations } = projection.incoming;
  const members = new Set<NodeIndex>();
  const sectors = new Set([sector]);
  for (const wider of sectors) {
    const end = offsets[wider + 1] ?? 0;
    for (let at = offsets[wider] ?? 0; at < end; at += 1) {
      const relation = relations[at] ?? -1;
      if (!filter.allowsRelation(relation)) continue;
      const from = projection.relationFrom(relation);
      if (projection.relationType(relation) === 'IN_SECTOR') members.add(from);
      else sectors.add(from);
    }
  }
  return members;
}
