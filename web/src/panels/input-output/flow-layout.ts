import type { Flow } from './figures.ts';

/** A sector on one side of the picture. */
export interface FlowEnd {
  readonly sector: number;
  readonly top: number;
  readonly height: number;
  /** Sum of the flows drawn at it. */
  readonly value: number;
}

/** A flow as a band between the sides: where it begins and ends from the top, and how thick it is. */
export interface FlowBand extends Flow {
  readonly left: number;
  readonly right: number;
  readonly thickness: number;
}

export interface FlowLayout {
  readonly sellers: readonly FlowEnd[];
  readonly buyers: readonly FlowEnd[];
  readonly bands: readonly FlowBand[];
  readonly height: number;
}

/** Least height of a sector, so that its name fits beside it, in pixels. */
const LEAST = 22;
const GAP = 8;

/**
 * Sellers on the left, buyers on the right, most first; one scale for all bands, chosen so that they fill `room` where the least heights
 * and gaps allow it. Bands leave and arrive in the order of their other ends, so that few cross.
 */
export function layFlowsOut(flows: readonly Flow[], room: number): FlowLayout {
  const sums = (end: 'from' | 'to'): readonly (readonly [number, number])[] => {
    const all = new Map<number, number>();
    for (const flow of flows) all.set(flow[end], (all.get(flow[end]) ?? 0) + flow.value);
    return [...all].toSorted(([a, x], [b, y]) => y - x || a - b);
  };
  const [from, to] = [sums('from'), sums('to')];
  const total = flows.reduce((sum, { value }) => sum + value, 0);
  const most = Math.max(from.length, to.length);
  const scale = total === 0 ? 0 : Math.max(LEAST * 4, room - most * (LEAST + GAP)) / total;
  const side = (ends: readonly (readonly [number, number])[]): readonly FlowEnd[] => {
    let top = 0;
    return ends.map(([sector, value]) => {
      const end = { sector, top, height: Math.max(LEAST, value * scale), value };
      top += end.height + GAP;
      return end;
    });
  };
  const [sellers, buyers] = [side(from), side(to)];
  const height = Math.max(...[sellers, buyers].map((ends) => bottomOf(ends)));
  return { sellers, buyers, bands: bandsOf(flows, sellers, buyers, scale), height };
}

const bottomOf = (ends: readonly FlowEnd[]): number => {
  const last = ends.at(-1);
  return last === undefined ? 0 : last.top + last.height;
};

function bandsOf(
  flows: readonly Flow[],
  sellers: readonly FlowEnd[],
  buyers: readonly FlowEnd[],
  scale: number,
): readonly FlowBand[] {
  const rank = (ends: readonly FlowEnd[]) => new Map(ends.map(({ sector }, place) => [sector, place]));
  const [sellerRank, buyerRank] = [rank(sellers), rank(buyers)];
  // In the middle of a sector that is taller than its bands.
  const start = (ends: readonly FlowEnd[]) =>
    new Map(ends.map(({ sector, top, height, value }) => [sector, top + (height - value * scale) / 2]));
  const places = (end: 'from' | 'to', ends: readonly FlowEnd[], others: ReadonlyMap<number, number>) => {
    const next = start(ends);
    const other = end === 'from' ? 'to' : 'from';
    const order = flows.toSorted((a, b) => (others.get(a[other]) ?? 0) - (others.get(b[other]) ?? 0));
    return new Map(
      order.map((flow) => {
        const at = next.get(flow[end]) ?? 0;
        next.set(flow[end], at + flow.value * scale);
        return [flow, at] as const;
      }),
    );
  };
  const [left, right] = [places('from', sellers, buyerRank), places('to', buyers, sellerRank)];
  return flows.map((flow) => ({
    ...flow,
    left: left.get(flow) ?? 0,
    right: right.get(flow) ?? 0,
    thickness: flow.value * scale,
  }));
}
