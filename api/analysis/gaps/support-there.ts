/** Sup: whether anybody supports the cluster already (ANALYSIS.md §4). Documented word only. */
import type { PartialDate, RelationType } from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import { follower } from './follow.ts';

const DOCUMENTED = ['DOCUMENTED'] as const;
/** Held to be support of the cluster; plans and certificates are not. */
const SUPPORT_TYPES: readonly RelationType[] = [
  'SUPPORTS',
  'FOSTERS',
  'FUNDS',
  'TRAINS',
  'GIVES_EQUIPMENT_TO',
  'DRAWS_FROM',
];

interface SupportFound {
  readonly value: 0 | 0.5 | 1;
  /** Ascending. */
  readonly relations: readonly RelationIndex[];
}

/**
 * Support of a cluster, or of one that belongs to it or represents it. 1 where a supporting programme INVOLVES a large industry or an
 * association of industry, which is how a programme aimed at linkage shows.
 */
export function supportReader(
  projection: Projection,
  asOf: PartialDate | undefined,
): (cluster: NodeIndex) => SupportFound {
  const supporters = follower(projection, { types: SUPPORT_TYPES, asOf, evidence: DOCUMENTED, backwards: true });
  const members = follower(projection, {
    types: ['MEMBER_OF', 'REPRESENTS'],
    asOf,
    evidence: DOCUMENTED,
    backwards: true,
  });
  const involves = follower(projection, { types: ['INVOLVES'], asOf, evidence: DOCUMENTED });
  const isIndustry = (node: NodeIndex): boolean =>
    projection.nodeType(node) === 'LargeIndustry' || projection.nodeKind(node) === 'ASSOCIATION';

  return (cluster) => {
    const found = [cluster, ...members(cluster).map(({ node }) => node)].flatMap((at) => supporters(at));
    const relations = new Set(found.flatMap((one) => one.relations));
    let value: SupportFound['value'] = found.length === 0 ? 0 : 0.5;
    for (const { node } of found) {
      const industry = involves(node).filter((involved) => isIndustry(involved.node));
      if (industry.length === 0) continue;
      value = 1;
      for (const relation of industry.flatMap((involved) => involved.relations)) relations.add(relation);
    }
    return { value, relations: [...relations].sort((a, b) => a - b) };
  };
}
