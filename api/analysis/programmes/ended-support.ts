/** Support that is over, and no buyer to show for it on any documented word. */
import { dateOfDay, firstDay, type NodeId, type PartialDate, type RelationId } from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { follower } from '../gaps/follow.ts';
import type { EndedSupport } from './coverage-types.ts';
import type { FoundRow } from './support-rows.ts';

const DOCUMENTED = ['DOCUMENTED'] as const;

/** For a cluster and its rows: null when no support certainly ended, or goods or an agreement to supply anybody else are documented. */
export function endedSupportReader(
  projection: Projection,
  referenceDay: PartialDate,
): (cluster: NodeId, rows: readonly FoundRow[]) => EndedSupport | null {
  const standIns = follower(projection, {
    types: ['MEMBER_OF', 'REPRESENTS'],
    evidence: DOCUMENTED,
    asOf: undefined,
    backwards: true,
  });
  const sells = follower(projection, {
    types: ['SUPPLIES', 'DISTRIBUTES_THROUGH', 'AGREED_TO_SUPPLY'],
    evidence: DOCUMENTED,
    asOf: undefined,
  });
  const exports = follower(projection, { types: ['EXPORTS_TO'], evidence: DOCUMENTED, asOf: undefined });
  const sellers = (cluster: NodeIndex): readonly NodeIndex[] => [cluster, ...standIns(cluster).map(({ node }) => node)];
  return (cluster, rows) => {
    const ended = rows.filter(
      ({ status, bounds }) => status !== 'PLANNED' && status !== 'AGREED' && bounds.latestEnd < firstDay(referenceDay),
    );
    if (ended.length === 0) return null;
    const lastDay = dateOfDay(Math.max(...ended.map(({ bounds }) => bounds.latestEnd)));
    if (lastDay === null) return null;
    const own = sellers(projection.nodeIndex(cluster) ?? -1);
    const bought = own
      .flatMap((seller) => sells(seller))
      .some(({ node, relations }) => !own.includes(node) && !relations.some((one) => projection.relationIsScrap(one)));
    if (bought) return null;
    const abroad = own.flatMap((seller) => exports(seller)).flatMap(({ relations }) => relations);
    return {
      cluster,
      relations: ascending(ended.flatMap(({ relations }) => relations)),
      lastDay,
      stillSupported: ended.length < rows.length,
      exports: ascending(abroad.map((relation) => projection.relationId(relation))),
    };
  };
}

function ascending(ids: readonly RelationId[]): readonly RelationId[] {
  return [...new Set(ids)].sort((a, b) => (a < b ? -1 : 1));
}
