/** Tiers from the definition alone (ANALYSIS.md §2): every way by recursion over plain relations, no projection, no step table. */
import { heldAt, periodBounds, type EvidenceKind, type PartialDate } from '#vocabulary';
import type { PlainRelation } from './brute-force-ties.ts';

export interface PlainTierWay {
  readonly nodes: readonly string[];
  readonly low: number;
  readonly high: number;
  readonly cycle: boolean;
}

export interface PlainTierRequest {
  readonly root: string;
  readonly upstream: boolean;
  readonly depth: number;
  readonly asOf: PartialDate;
  readonly evidence: readonly EvidenceKind[];
}

type Sharing = PlainRelation & { readonly share: number | null };

/** Every way, in no order. null when the stated shares of a buyer that was met exceed the whole. */
export function bruteForceTiers(
  relations: readonly Sharing[],
  request: PlainTierRequest,
): readonly PlainTierWay[] | null {
  const kept = relations.filter(
    (relation) =>
      relation.type === 'SUPPLIES' &&
      request.evidence.includes(relation.evidence) &&
      heldAt(periodBounds(relation.period), request.asOf) !== 'NO',
  );
  const found: PlainTierWay[] = [];
  let overfull = false;
  const interval = (supplier: string, buyer: string): { low: number; high: number } => {
    const all = kept.filter((relation) => relation.to === buyer);
    const stated = all.reduce((sum, { share }) => sum + (share ?? 0), 0);
    if (stated > 1 + 1e-9) overfull = true;
    const between = all.filter((relation) => relation.from === supplier);
    const low = between.reduce((sum, { share }) => sum + (share ?? 0), 0);
    return { low, high: between.some(({ share }) => share === null) ? low + Math.max(0, 1 - stated) : low };
  };
  const walk = (nodes: readonly string[], low: number, high: number): void => {
    const at = nodes.at(-1) ?? '';
    if (nodes.length > request.depth) return;
    const others = new Set(
      kept.flatMap(({ from, to }) => {
        if (request.upstream) return to === at ? [from] : [];
        return from === at ? [to] : [];
      }),
    );
    for (const other of others) {
      const step = request.upstream ? interval(other, at) : interval(at, other);
      const way = {
        nodes: [...nodes, other],
        low: low * step.low,
        high: high * step.high,
        cycle: nodes.includes(other),
      };
      found.push(way);
      if (!way.cycle) walk(way.nodes, way.low, way.high);
    }
  };
  walk([request.root], 1, 1);
  return overfull ? null : found;
}
