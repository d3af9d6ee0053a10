import type { EvidenceKind, Held, NodeId, RelationType } from '#vocabulary';
import { parseNodeId } from '#vocabulary';

/** One step of a way, from supplier to buyer whatever the direction of the trace. */
export interface TracedStep {
  /** The supplier's part of the buyer's recorded purchases, 0 to 1; null where no source states one. */
  readonly share: number | null;
  readonly held: Held;
  readonly evidenceClass: EvidenceKind;
  /** Parallel relations; at least one. */
  readonly relations: readonly { readonly id: string; readonly type: RelationType }[];
}

/** One way from the root on; `steps[i]` joins `nodes[i]` and `nodes[i + 1]`. */
export interface TracedWay {
  /** CYCLE: its last node stands on it before. TRUNCATED: further tiers are recorded beyond the depth asked for. */
  readonly end: 'CYCLE' | 'TRUNCATED' | null;
  readonly nodes: readonly { readonly id: string }[];
  readonly steps: readonly TracedStep[];
}

/**
 * How a box of the picture ends: ways go on from it in the next column; it closes a circle; further tiers lie beyond the
 * depth; nobody further is recorded; or ways that were cut off might go on from it.
 */
type BoxEnd = 'GOES_ON' | 'CYCLE' | 'TRUNCATED' | 'UNKNOWN' | 'CUT';

/** A node in one tier. A node that is reached over ways of different lengths has a box in each of its tiers. */
export interface TierBox {
  readonly key: string;
  readonly id: NodeId;
  readonly tier: number;
  readonly end: BoxEnd;
  /** The nearest tier that it has a box in, where that is another one. */
  readonly alsoIn: number | null;
}

/** What joins two boxes of neighbouring tiers. */
export interface TierLink {
  readonly key: string;
  /** Key of the box in the tier nearer to the root. */
  readonly near: string;
  /** Key of the box one tier further. */
  readonly far: string;
  readonly step: TracedStep;
}

/** A trace as columns of boxes: every link joins two neighbouring columns. */
export interface TierGraph {
  /** By tier; `columns[0]` is the root alone. */
  readonly columns: readonly (readonly TierBox[])[];
  /** In the order of the ways. */
  readonly links: readonly TierLink[];
}

/** The box that a way has in a tier. One that closes a circle stands apart from one that ways go on from. */
function keyAt({ end, nodes }: TracedWay, tier: number): string {
  const closes = end === 'CYCLE' && tier === nodes.length - 1;
  return `${tier} ${closes ? 'circle ' : ''}${nodes[tier]?.id ?? ''}`;
}

/**
 * Gathers ways into boxes and links, in the order they come in.
 * @param ways by tier, as the API gives them: the way to each node of a way stands before it
 * @param cut whether there are more ways than these
 */
export function tierGraph(root: NodeId, ways: readonly TracedWay[], cut: boolean): TierGraph {
  const boxes = new Map<string, { readonly id: NodeId; readonly tier: number; end: BoxEnd }>();
  const links = new Map<string, TierLink>();
  const last = ways.reduce((deepest, way) => Math.max(deepest, way.steps.length), 0);
  const nearest = new Map<NodeId, number>([[root, 0]]);
  boxes.set(`0 ${root}`, { id: root, tier: 0, end: ways.length > 0 ? 'GOES_ON' : cut ? 'CUT' : 'UNKNOWN' });
  for (const way of ways) {
    for (const [index, step] of way.steps.entries()) {
      const tier = index + 1;
      const [near, far] = [keyAt(way, index), keyAt(way, tier)];
      const node = way.nodes[tier];
      if (node === undefined) continue;
      const id = parseNodeId(node.id);
      nearest.set(id, Math.min(nearest.get(id) ?? tier, tier));
      const box = boxes.get(far) ?? { id, tier, end: 'UNKNOWN' };
      boxes.set(far, box);
      if (tier < way.steps.length) box.end = 'GOES_ON';
      else if (box.end === 'UNKNOWN') box.end = endOf(way, cut && tier >= last - 1);
      const key = `${near} | ${far}`;
      if (!links.has(key)) links.set(key, { key, near, far, step });
    }
  }
  const columns: TierBox[][] = Array.from({ length: last + 1 }, () => []);
  for (const [key, { id, tier, end }] of boxes) {
    const first = nearest.get(id) ?? tier;
    columns[tier]?.push({ key, id, tier, end, alsoIn: first === tier ? null : first });
  }
  return { columns, links: [...links.values()] };
}

/** @param open whether ways from here on may have been cut off: those of the last tier shown, and those that lead into it */
function endOf(way: TracedWay, open: boolean): BoxEnd {
  if (way.end !== null) return way.end;
  return open ? 'CUT' : 'UNKNOWN';
}

/** How a step is drawn; what is weaker wins, so that nothing looks surer than it is. */
export type StepLook = 'STATED' | 'UNSTATED' | 'AGREED' | 'INFERRED';

/** INFERRED: not documented. AGREED: agreed on, not seen to happen. STATED: a source states its share. */
export function stepLook({ evidenceClass, relations, share }: TracedStep): StepLook {
  if (evidenceClass !== 'DOCUMENTED') return 'INFERRED';
  if (relations.every(({ type }) => type === 'AGREED_TO_SUPPLY')) return 'AGREED';
  return share === null ? 'UNSTATED' : 'STATED';
}
