import { ordered } from './order.ts';
import { spread } from './spread.ts';
import type { TierBox, TierGraph, TierLink, TracedStep } from './tier-graph.ts';

/** Height of a box that one band or none leads to, in pixels. */
export const BOX_HEIGHT = 52;
/** Height that a band adds to a box that several lead to. */
const BAND_HEIGHT = 24;
/** Space between two boxes of a column: the least, and the most where there is room. */
const GAP = { least: 14, most: 44 } as const;
/** The thinnest that a band of a stated share is drawn. */
const THINNEST = 2;
/** Part of the distance between two columns that a box takes. */
const BOX_PART = 0.7;
/** Times that columns are aligned with their neighbours, there and back. */
const ALIGNED = 4;

/** A box where it stands, in pixels from the upper left. */
export interface PlacedBox extends TierBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A stretch along the side of a box. */
interface Stretch {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** A link as a band from the supplier's right side to the buyer's left. At the buyer its height is its share of the box. */
export interface PlacedBand extends TierLink {
  readonly supplier: Stretch;
  readonly buyer: Stretch;
}

/** A column and the boxes in it. */
interface PlacedColumn {
  readonly tier: number;
  readonly x: number;
  readonly width: number;
  readonly count: number;
}

/** Where nobody is recorded beyond the last column. */
interface UnknownColumn extends PlacedColumn {
  readonly top: number;
  readonly bottom: number;
  /** Middles of the boxes of the last column about which nothing further is recorded. */
  readonly from: readonly number[];
}

export interface TierLayout {
  readonly columns: readonly PlacedColumn[];
  readonly boxes: readonly PlacedBox[];
  readonly bands: readonly PlacedBand[];
  /** null where the depth asked for is reached, or ways may go on from every box of the last column. */
  readonly unknown: UnknownColumn | null;
  readonly width: number;
  readonly height: number;
}

/** What a layout is made for. */
export interface LayoutAsked {
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM';
  /** Tiers asked for. */
  readonly depth: number;
  /** From the left of one column to the left of the next, in pixels. */
  readonly pitch: number;
  /** Height that the picture may fill, in pixels; a trace that needs more gets more. */
  readonly room: number;
}

/** Columns that a picture of this trace has, that of the unknown included. */
export function columnCount(graph: TierGraph, depth: number): number {
  return graph.columns.length + (hasUnknown(graph, depth) ? 1 : 0);
}

function hasUnknown({ columns }: TierGraph, depth: number): boolean {
  return columns.length <= depth && (columns.at(-1) ?? []).some(({ end }) => end === 'UNKNOWN');
}

/**
 * Lays a trace out in columns, goods from left to right: suppliers' tiers to the left of the root, buyers' to its right.
 * No two boxes overlap; every band joins neighbouring columns. Heights of boxes say how much leads to them, not how large
 * they are; heights of bands at their buyer are stated shares of it, and equal parts of the rest where none is stated.
 */
export function layTiersOut(graph: TierGraph, { direction, depth, pitch, room }: LayoutAsked): TierLayout {
  const upstream = direction === 'UPSTREAM';
  const { columns, links } = ordered(graph);
  const heights = boxHeights(columns, links);
  const tops = boxTops(columns, links, heights, gapIn(columns, heights, room));
  const count = columnCount(graph, depth);
  const width = pitch * BOX_PART;
  const xOf = (tier: number): number => (upstream ? count - 1 - tier : tier) * pitch;
  const highest = Math.min(...tops.values());
  const boxes = columns.flatMap((column) =>
    column.map((box): PlacedBox => {
      const y = (tops.get(box.key) ?? 0) - highest;
      return { ...box, x: xOf(box.tier), y, width, height: heights.get(box.key) ?? BOX_HEIGHT };
    }),
  );
  const last = boxes.filter(({ tier }) => tier === columns.length - 1);
  return {
    columns: columns.map((column, tier) => ({ tier, x: xOf(tier), width, count: column.length })),
    boxes,
    bands: placedBands(boxes, links, upstream),
    unknown: hasUnknown(graph, depth) ? unknownColumn(last, columns.length, xOf(columns.length), width) : null,
    width: (count - 1) * pitch + width,
    height: Math.max(...boxes.map(({ y, height }) => y + height)),
  };
}

function boxHeights(columns: readonly (readonly TierBox[])[], links: readonly TierLink[]): ReadonlyMap<string, number> {
  const counts = new Map<string, { near: number; far: number }>();
  for (const { key } of columns.flat()) counts.set(key, { near: 0, far: 0 });
  for (const { near, far } of links) {
    const [nearer, further] = [counts.get(near), counts.get(far)];
    if (nearer !== undefined) nearer.far += 1;
    if (further !== undefined) further.near += 1;
  }
  return new Map(
    [...counts].map(([key, { near, far }]) => [key, Math.max(BOX_HEIGHT, BAND_HEIGHT * Math.max(near, far))]),
  );
}

/** What the fullest column leaves over, shared among its gaps. */
function gapIn(columns: readonly (readonly TierBox[])[], heights: ReadonlyMap<string, number>, room: number): number {
  const gaps = columns.map((column) => {
    const filled = column.reduce((sum, { key }) => sum + (heights.get(key) ?? BOX_HEIGHT), 0);
    return (room - filled) / Math.max(1, column.length - 1);
  });
  return Math.min(GAP.most, Math.max(GAP.least, Math.min(...gaps)));
}

function boxTops(
  columns: readonly (readonly TierBox[])[],
  links: readonly TierLink[],
  heights: ReadonlyMap<string, number>,
  gap: number,
): ReadonlyMap<string, number> {
  const heightOf = (key: string): number => heights.get(key) ?? BOX_HEIGHT;
  const tops = new Map<string, number>();
  for (const column of columns) {
    let y = 0;
    for (const { key } of column) {
      tops.set(key, y);
      y += heightOf(key) + gap;
    }
  }
  const linked = new Map<string, string[]>();
  for (const { near, far } of links) {
    linked.set(near, [...(linked.get(near) ?? []), far]);
    linked.set(far, [...(linked.get(far) ?? []), near]);
  }
  const tierOf = new Map(columns.flatMap((column, tier) => column.map(({ key }) => [key, tier] as const)));
  const align = (tier: number, side: number): void => {
    const column = columns[tier] ?? [];
    const wishes = column.map(({ key }) => {
      const beside = (linked.get(key) ?? []).filter((other) => tierOf.get(other) === side);
      const middles = (beside.length === 0 ? [key] : beside).map((one) => (tops.get(one) ?? 0) + heightOf(one) / 2);
      return { middle: middles.reduce((sum, one) => sum + one, 0) / middles.length, height: heightOf(key) };
    });
    for (const [index, top] of spread(wishes, gap).entries()) {
      const box = column[index];
      if (box !== undefined) tops.set(box.key, top);
    }
  };
  for (let round = 0; round < ALIGNED; round += 1) {
    for (let tier = columns.length - 2; tier >= 0; tier -= 1) align(tier, tier + 1);
    for (let tier = 1; tier < columns.length; tier += 1) align(tier, tier - 1);
  }
  return tops;
}

function placedBands(
  boxes: readonly PlacedBox[],
  links: readonly TierLink[],
  upstream: boolean,
): readonly PlacedBand[] {
  const placed = new Map(boxes.map((box) => [box.key, box]));
  const bySupplier = new Map<string, TierLink[]>();
  const byBuyer = new Map<string, TierLink[]>();
  const ends = (link: TierLink): readonly [supplier: string, buyer: string] =>
    upstream ? [link.far, link.near] : [link.near, link.far];
  for (const link of links) {
    const [supplier, buyer] = ends(link);
    bySupplier.set(supplier, [...(bySupplier.get(supplier) ?? []), link]);
    byBuyer.set(buyer, [...(byBuyer.get(buyer) ?? []), link]);
  }
  const middle = (key: string): number => {
    const box = placed.get(key);
    return box === undefined ? 0 : box.y + box.height / 2;
  };
  const out = new Map<string, Stretch>();
  for (const [key, leaving] of bySupplier) {
    const box = placed.get(key);
    if (box === undefined) continue;
    const sorted = leaving.toSorted((a, b) => middle(ends(a)[1]) - middle(ends(b)[1]));
    const parts = sorted.map(() => 1 / sorted.length);
    for (const [link, stretch] of stretches(box.x + box.width, box, sorted, parts)) out.set(link.key, stretch);
  }
  const into = new Map<string, Stretch>();
  for (const [key, coming] of byBuyer) {
    const box = placed.get(key);
    if (box === undefined) continue;
    const sorted = coming.toSorted((a, b) => middle(ends(a)[0]) - middle(ends(b)[0]));
    const parts = partsOfBuyer(sorted.map(({ step }) => step));
    for (const [link, stretch] of stretches(box.x, box, sorted, parts)) into.set(link.key, stretch);
  }
  return links.flatMap((link) => {
    const [supplier, buyer] = [out.get(link.key), into.get(link.key)];
    return supplier === undefined || buyer === undefined ? [] : [{ ...link, supplier, buyer }];
  });
}

/** Stated shares as they are; those without one part the rest among them, for each may be any part of it. */
export function partsOfBuyer(steps: readonly TracedStep[]): readonly number[] {
  const stated = steps.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const unstated = steps.filter(({ share }) => share === null).length;
  const rest = Math.max(0, 1 - stated);
  return steps.map(({ share }) => share ?? rest / unstated);
}

/** Along the side of a box from above; what the parts leave over stays free below. */
function stretches(
  x: number,
  box: PlacedBox,
  links: readonly TierLink[],
  parts: readonly number[],
): readonly (readonly [TierLink, Stretch])[] {
  let top = box.y;
  return links.map((link, index) => {
    const height = Math.max(THINNEST, (parts[index] ?? 0) * box.height);
    const stretch = { x, top, bottom: top + height };
    top += (parts[index] ?? 0) * box.height;
    return [link, stretch];
  });
}

function unknownColumn(last: readonly PlacedBox[], tier: number, x: number, width: number): UnknownColumn {
  const ends = last.filter(({ end }) => end === 'UNKNOWN');
  const top = Math.min(...ends.map(({ y }) => y));
  const bottom = Math.max(...ends.map(({ y, height }) => y + height));
  return { tier, x, width, count: 0, top, bottom, from: ends.map(({ y, height }) => y + height / 2) };
}

/** The outline of a band as an SVG path. */
export function bandPath({ supplier, buyer }: Pick<PlacedBand, 'supplier' | 'buyer'>): string {
  const half = (supplier.x + buyer.x) / 2;
  const back = `C${half} ${buyer.bottom} ${half} ${supplier.bottom} ${supplier.x} ${supplier.bottom}`;
  return `${edge(supplier, buyer, 'top')}L${buyer.x} ${buyer.bottom}${back}Z`;
}

/** Its upper and lower edge as one SVG path, from supplier to buyer. */
export function bandEdges({ supplier, buyer }: Pick<PlacedBand, 'supplier' | 'buyer'>): string {
  return edge(supplier, buyer, 'top') + edge(supplier, buyer, 'bottom');
}

function edge(supplier: Stretch, buyer: Stretch, side: 'top' | 'bottom'): string {
  const half = (supplier.x + buyer.x) / 2;
  return `M${supplier.x} ${supplier[side]}C${half} ${supplier[side]} ${half} ${buyer[side]} ${buyer.x} ${buyer[side]}`;
}
