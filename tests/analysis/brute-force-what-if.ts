/**
 * A closing from its definition, over a drawn graph: lost input by solving the linear system by rounds of plain arithmetic, ways by
 * trying every simple way. No projection, no typed array, nothing of api/analysis.
 */
import type { PlainRelation } from './brute-force-ties.ts';

export interface PlainWhatIf {
  readonly closed: ReadonlySet<string>;
  /** For every node that goods reach: [low, high]. */
  readonly lost: ReadonlyMap<string, readonly [number, number]>;
  /** Fewest steps of goods from (buyers) or to (suppliers) what is closed. */
  readonly buyerTier: ReadonlyMap<string, number>;
  readonly supplierTier: ReadonlyMap<string, number>;
}

export interface PlainGoods extends PlainRelation {
  readonly share: number | null;
}

/** Goods under the filters already; null where a buyer's stated shares exceed the whole. */
export function bruteForceWhatIf(
  goods: readonly PlainGoods[],
  closed: ReadonlySet<string>,
  part: number,
): PlainWhatIf | null {
  const nodes = [...new Set(goods.flatMap(({ from, to }) => [from, to]))];
  const rest = new Map<string, number>();
  for (const buyer of nodes) {
    const stated = goods.filter(({ to }) => to === buyer).reduce((sum, { share }) => sum + (share ?? 0), 0);
    if (stated > 1 + 1e-9) return null;
    rest.set(buyer, Math.max(0, 1 - stated));
  }
  const buyers = nodes.filter((node) => !closed.has(node));
  const bought = new Map(buyers.map((buyer) => [buyer, goods.filter(({ to }) => to === buyer)]));
  const settle = (withUnknown: boolean): ReadonlyMap<string, number> => {
    let phi = new Map(nodes.map((node) => [node, closed.has(node) ? part : 0]));
    for (let round = 0; round < 200_000; round += 1) {
      const next = new Map(phi);
      for (const buyer of buyers) {
        const purchases = bought.get(buyer) ?? [];
        let sum = purchases.reduce((all, { from, share }) => all + (share ?? 0) * (phi.get(from) ?? 0), 0);
        const unknown = purchases.filter(({ share }) => share === null).map(({ from }) => phi.get(from) ?? 0);
        if (withUnknown) sum += (rest.get(buyer) ?? 0) * Math.max(0, ...unknown);
        next.set(buyer, Math.min(1, sum));
      }
      const moved = nodes.some((node) => Math.abs((next.get(node) ?? 0) - (phi.get(node) ?? 0)) > 1e-14);
      phi = next;
      if (!moved) break;
    }
    return phi;
  };
  const [low, high] = [settle(false), settle(true)];
  const buyerTier = tiers(goods, closed, 'to');
  return {
    closed,
    lost: new Map([...buyerTier.keys()].map((node) => [node, [low.get(node) ?? 0, high.get(node) ?? 0]])),
    buyerTier,
    supplierTier: tiers(goods, closed, 'from'),
  };
}

/** By lengthening all ways by one relation until none is new: fewest relations from the closed to each other node. */
function tiers(
  goods: readonly PlainGoods[],
  closed: ReadonlySet<string>,
  towards: 'from' | 'to',
): ReadonlyMap<string, number> {
  const back = towards === 'to' ? 'from' : 'to';
  const found = new Map<string, number>();
  const steps = (node: string): number => (closed.has(node) ? 0 : (found.get(node) ?? Infinity));
  for (let changed = true; changed;) {
    changed = false;
    for (const relation of goods) {
      const [other, node] = [relation[towards], relation[back]];
      if (closed.has(other) || steps(node) + 1 >= steps(other)) continue;
      found.set(other, steps(node) + 1);
      changed = true;
    }
  }
  return found;
}
