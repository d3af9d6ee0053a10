import type { NodeId } from '#vocabulary';
import type { VisibleGraph } from '../../exploration/visible-graph.ts';
import { shapeBox, wholeBox, type Box, type Placement, type Placements, type Room, type Size } from './placement.ts';

/** From so many groups on layers would be columns taller than any screen. */
const FROM = 9;
/** Room between two columns and between two blocks of one, from tight to roomy. */
const ACROSS = { least: 28, most: 120 };
const DOWN = { least: 13, most: 30 };
/** The most columns that are tried on either side. */
const COLUMNS = 16;
const SWEEPS = 4;

type Sizes = ReadonlyMap<NodeId, Size>;

/** Whether a picture is one of groups. */
export function isOfGroups(graph: VisibleGraph): boolean {
  const groups = graph.nodes.filter(({ group }) => group !== null).length;
  return groups >= FROM && groups * 2 > graph.nodes.length;
}

/** What a block is joined to, and how. */
interface Joined {
  readonly others: ReadonlySet<NodeId>;
  /** Relations that leave it less those that reach it, as a share of both: from −1 to 1. */
  readonly balance: number;
}

/**
 * Groups in even columns, so that as many as possible are read at once: what mostly gives stands left, what mostly gets right,
 * what is joined to most of the others in the middle. Of the numbers of columns the one is taken that fits the room best.
 */
export function placeBlocks(graph: VisibleGraph, ids: readonly NodeId[], sizes: Sizes, room: Room): Placements {
  const joined = joinedOf(graph, ids);
  const most = ids.toSorted((a, b) => degree(joined, b) - degree(joined, a))[0];
  const hub = most !== undefined && degree(joined, most) * 2 >= ids.length ? most : null;
  const others = ids.filter((id) => id !== hub);
  let best: { readonly columns: readonly (readonly NodeId[])[]; readonly fits: number } | null = null;
  for (let count = 1; count <= Math.min(COLUMNS, others.length); count += 1) {
    const columns = columnsOf(others, hub, count, joined, sizes);
    const { width, height } = extentOf(columns, sizes);
    const fits = Math.min(1, room.width / width, room.height / height);
    if (best === null || fits > best.fits + 1e-6) best = { columns, fits };
  }
  return best === null ? new Map() : spread(settled(best.columns, joined, sizes), sizes, room);
}

const degree = (joined: ReadonlyMap<NodeId, Joined>, id: NodeId): number => joined.get(id)?.others.size ?? 0;

function joinedOf(graph: VisibleGraph, ids: readonly NodeId[]): ReadonlyMap<NodeId, Joined> {
  const gathered = new Map(ids.map((id) => [id, { others: new Set<NodeId>(), out: 0, all: 0 }]));
  for (const { from, to, directed, relations } of graph.lines) {
    const [a, b] = [gathered.get(from), gathered.get(to)];
    if (a === undefined || b === undefined || from === to) continue;
    a.others.add(to);
    b.others.add(from);
    if (!directed) continue;
    a.out += relations.length;
    a.all += relations.length;
    b.all += relations.length;
  }
  return new Map(
    [...gathered].map(([id, { others, out, all }]) => [id, { others, balance: all === 0 ? 0 : (2 * out) / all - 1 }]),
  );
}

/** Columns of about the same height, left to right by balance; on either side those with most neighbours stand inside. */
function columnsOf(
  ids: readonly NodeId[],
  hub: NodeId | null,
  count: number,
  joined: ReadonlyMap<NodeId, Joined>,
  sizes: Sizes,
): readonly (readonly NodeId[])[] {
  const byBalance = ids.toSorted((a, b) => (joined.get(b)?.balance ?? 0) - (joined.get(a)?.balance ?? 0));
  const leftColumns = Math.ceil(count / 2);
  const left = filled(byBalance, count, sizes).slice(0, leftColumns).flat();
  const right = byBalance.filter((id) => !left.includes(id));
  const fewestFirst = (a: NodeId, b: NodeId): number => degree(joined, a) - degree(joined, b);
  return [
    ...filled(left.toSorted(fewestFirst), leftColumns, sizes),
    ...(hub === null ? [] : [[hub]]),
    ...filled(right.toSorted(fewestFirst).toReversed(), count - leftColumns, sizes),
  ].filter((column) => column.length > 0);
}

/** Cuts a list into so many columns of about the same height. */
function filled(ids: readonly NodeId[], count: number, sizes: Sizes): readonly (readonly NodeId[])[] {
  const columns = Array.from({ length: count }, (): NodeId[] => []);
  const whole = ids.reduce((sum, id) => sum + heightOf(id, sizes), 0);
  let before = 0;
  for (const id of ids) {
    const height = heightOf(id, sizes);
    columns[Math.min(count - 1, Math.floor(((before + height / 2) / whole) * count))]?.push(id);
    before += height;
  }
  return columns;
}

/** Each column in the order that brings its blocks near to what they are joined to. */
function settled(
  columns: readonly (readonly NodeId[])[],
  joined: ReadonlyMap<NodeId, Joined>,
  sizes: Sizes,
): readonly (readonly NodeId[])[] {
  let now = columns;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const at = new Map(now.flatMap((column) => [...heightsIn(column, DOWN.least, sizes)]));
    const wish = (id: NodeId): number => {
      const ys = [...(joined.get(id)?.others ?? [])].map((other) => at.get(other) ?? 0);
      // What is joined to nothing stands below.
      return ys.length === 0 ? Infinity : ys.reduce((sum, y) => sum + y, 0) / ys.length;
    };
    now = now.map((column) => column.toSorted((a, b) => (wish(a) === wish(b) ? 0 : wish(a) - wish(b))));
  }
  return now;
}

function spread(columns: readonly (readonly NodeId[])[], sizes: Sizes, room: Room): Placements {
  const { width, height } = extentOf(columns, sizes);
  const longest = Math.max(1, ...columns.map((column) => column.length));
  const gap = (
    free: number,
    gaps: number,
    { least, most }: { readonly least: number; readonly most: number },
  ): number => Math.min(most, least + Math.max(0, free) / Math.max(1, gaps));
  const across = gap(room.width - width, columns.length - 1, ACROSS);
  const down = gap(room.height - height, longest - 1, DOWN);
  const placed = new Map<NodeId, Placement>();
  let left = 0;
  for (const column of columns) {
    const boxes = column.map((id) => boxOf(id, sizes));
    const reach = Math.max(0, ...boxes.map((box) => -box.left));
    const x = Math.round(left + reach);
    for (const [id, y] of heightsIn(column, down, sizes)) placed.set(id, { x, y: Math.round(y), side: 'right' });
    left += reach + Math.max(0, ...boxes.map((box) => box.right)) + across;
  }
  return placed;
}

/** Where the blocks of a column stand, its middle at 0. */
function heightsIn(column: readonly NodeId[], gap: number, sizes: Sizes): ReadonlyMap<NodeId, number> {
  const heights = column.map((id) => heightOf(id, sizes));
  let y = -(heights.reduce((sum, height) => sum + height + gap, 0) - gap) / 2;
  return new Map(
    column.map((id, index) => {
      const height = heights[index] ?? 0;
      y += height + gap;
      return [id, y - gap - height / 2];
    }),
  );
}

function extentOf(columns: readonly (readonly NodeId[])[], sizes: Sizes): Room {
  const widths = columns.map((column) => {
    const boxes = column.map((id) => boxOf(id, sizes));
    return Math.max(0, ...boxes.map(({ right }) => right)) - Math.min(0, ...boxes.map(({ left }) => left));
  });
  const heights = columns.map((column) => column.reduce((sum, id) => sum + heightOf(id, sizes) + DOWN.least, 0));
  return {
    width: Math.max(1, widths.reduce((sum, width) => sum + width + ACROSS.least, 0) - ACROSS.least),
    height: Math.max(1, Math.max(0, ...heights) - DOWN.least),
  };
}

/** All the room that a block, or a node beside them with its name, takes around where it stands. */
function boxOf(id: NodeId, sizes: Sizes): Box {
  const size = sizes.get(id);
  if (size === undefined) return { left: 0, right: 0, top: 0, bottom: 0 };
  return size.label.width === 0 ? shapeBox({ x: 0, y: 0 }, size) : wholeBox({ x: 0, y: 0, side: 'right' }, size);
}

function heightOf(id: NodeId, sizes: Sizes): number {
  const { top, bottom } = boxOf(id, sizes);
  return bottom - top;
}
