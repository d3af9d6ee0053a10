/** Which clusters are met by a closing, through whom and by which way. */
import type { NodeId, RelationId, RelationType } from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import type { ShareInterval } from '../tiers/tier-types.ts';
import { walkOf } from '../walk.ts';
import type { Closing } from './closed-nodes.ts';
import type { GoodsWays } from './goods-ways.ts';
import type { ClusterEffect, ClusterEffectKind, Way, WhatIfRequest } from './what-if-types.ts';

/** As in ties: members, organisations and parts stand in, by up to two steps. */
const STAND_IN_TYPES: readonly RelationType[] = ['MEMBER_OF', 'REPRESENTS', 'PART_OF'];
const MOST_STAND_IN_STEPS = 2;
/** Ways listed of one effect. */
const MOST_WAYS = 20;
const KINDS: readonly ClusterEffectKind[] = ['CLOSED', 'PART_CLOSED', 'LOSES_BUYER', 'LOSES_SUPPLIER'];

interface StandIn {
  readonly node: NodeIndex;
  readonly nodes: readonly NodeId[];
  readonly relations: readonly RelationId[];
}

interface Found {
  readonly kind: ClusterEffectKind;
  readonly tier: number;
  readonly lostInput: ShareInterval | null;
  readonly way: Way;
}

interface Effects {
  readonly closing: Closing;
  readonly buyers: GoodsWays;
  readonly suppliers: GoodsWays;
  readonly lostInput: ReadonlyMap<NodeIndex, ShareInterval>;
}

/** The cluster first, then level by level; each once. */
function standInsOf(projection: Projection, cluster: NodeIndex, walk: ReturnType<typeof walkOf>): readonly StandIn[] {
  const seen = new Map<NodeIndex, StandIn>();
  seen.set(cluster, { node: cluster, nodes: [projection.nodeId(cluster)], relations: [] });
  for (const [node, { nodes, relations }] of seen) {
    if (relations.length === MOST_STAND_IN_STEPS) continue;
    walk.eachStepBack(node, (other, relation) => {
      if (seen.has(other)) return;
      seen.set(other, {
        node: other,
        nodes: [...nodes, projection.nodeId(other)],
        relations: [...relations, projection.relationId(relation)],
      });
    });
  }
  return [...seen.values()];
}

function foundAt({ node, nodes, relations }: StandIn, effects: Effects): readonly Found[] {
  if (effects.closing.nodes.has(node)) {
    const kind = relations.length === 0 ? 'CLOSED' : 'PART_CLOSED';
    return [{ kind, tier: 0, lostInput: null, way: { nodes, relations } }];
  }
  const along = (kind: 'LOSES_BUYER' | 'LOSES_SUPPLIER', ways: GoodsWays): readonly Found[] => {
    const reached = ways.reached.get(node);
    if (reached === undefined) return [];
    const goods = ways.wayFrom(node);
    const way = { nodes: [...nodes, ...goods.nodes.slice(1)], relations: [...relations, ...goods.relations] };
    const lostInput = kind === 'LOSES_SUPPLIER' ? (effects.lostInput.get(node) ?? null) : null;
    return [{ kind, tier: reached.tier, lostInput, way }];
  };
  return [...along('LOSES_BUYER', effects.suppliers), ...along('LOSES_SUPPLIER', effects.buyers)];
}

const byWay = (a: Found, b: Found): number =>
  a.tier - b.tier ||
  a.way.nodes.length - b.way.nodes.length ||
  (a.way.nodes.join(' ') < b.way.nodes.join(' ') ? -1 : 1);

const larger = (a: ShareInterval | null, b: ShareInterval | null): ShareInterval | null => {
  if (a === null || b === null) return a ?? b;
  return b.high > a.high || (b.high === a.high && b.low > a.low) ? b : a;
};

/** By tier, kind, then id. A closed cluster has no other effect: what it loses besides changes nothing for it. */
export function clusterEffects(
  projection: Projection,
  { evidence, asOf }: WhatIfRequest,
  effects: Effects,
): readonly ClusterEffect[] {
  const walk = walkOf(projection, projection.compile({ relationTypes: STAND_IN_TYPES, evidence, asOf }), 'OUT');
  const all = projection.nodesOfType('SmiCluster').flatMap((cluster) => {
    const found = effects.closing.nodes.has(cluster)
      ? foundAt({ node: cluster, nodes: [projection.nodeId(cluster)], relations: [] }, effects)
      : standInsOf(projection, cluster, walk).flatMap((standIn) => foundAt(standIn, effects));
    return KINDS.flatMap((kind): readonly ClusterEffect[] => {
      const same = found.filter((one) => one.kind === kind).toSorted(byWay);
      const [nearest] = same;
      if (nearest === undefined) return [];
      return [
        {
          cluster: projection.nodeId(cluster),
          kind,
          tier: nearest.tier,
          lostInput: same.map(({ lostInput }) => lostInput).reduce(larger, null),
          ways: same.slice(0, MOST_WAYS).map(({ way }) => way),
          wayCount: same.length,
        },
      ];
    });
  });
  return all.toSorted(
    (a, b) => a.tier - b.tier || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.cluster < b.cluster ? -1 : 1),
  );
}
