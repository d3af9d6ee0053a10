import type { NodeId } from '#vocabulary';
import type { VisibleGraph } from '../../exploration/visible-graph.ts';
import { componentsOf, type Component, type Ends } from './components.ts';
import { placeComponent } from './layered.ts';
import { layersOf, type Slot } from './layers.ts';
import { endsOf } from './parts.ts';
import { boundingBox, wholeBox, type LabelSide, type Placement, type Placements, type Size } from './placement.ts';

/** Families of relations along which goods flow. */
const GOODS: ReadonlySet<string> = new Set(['supply', 'agreement', 'inputOutput']);
/** Between two columns, two nodes of a column, and two components. */
const RUN = 130;
const ROOM = 16;
const BETWEEN = 34;
/** A tier with more nodes than this stands in several columns side by side. */
const COLUMN = 40;

/**
 * TIERS: one column a tier, the last buyers at the right, so that a tier is the number of steps that goods still have to
 * go. Only lines along which goods flow decide. Columns are the same for all components, which stand below each other, the
 * largest first; components in which no goods flow stand beside, as LAYERED places them.
 */
export function placeTiers(
  graph: VisibleGraph,
  ids: readonly NodeId[],
  sizes: ReadonlyMap<NodeId, Size>,
): readonly Placements[] {
  const flows = graph.lines.map(({ from, to, family, directed }): Ends => ({
    from,
    to,
    level: !GOODS.has(family) || !directed,
  }));
  const components = [...componentsOf(ids, flows)].sort((a, b) => b.nodes.length - a.nodes.length);
  const trading = components.filter((component) => component.lines.some((line) => line.level !== true));
  const others = new Set(components.filter((component) => !trading.includes(component)).flatMap(({ nodes }) => nodes));
  const beside = componentsOf([...others], endsOf(graph)).map((component) => placeComponent(component, sizes));
  return trading.length === 0 ? beside : [placeColumns(trading, sizes), ...beside];
}

function placeColumns(components: readonly Component[], sizes: ReadonlyMap<NodeId, Size>): Placements {
  const tiers = components.map((component) => tiersOf(component));
  const most = Math.max(0, ...tiers.map((columns) => columns.length));
  const widths = Array.from({ length: most }, (_, tier) =>
    Math.max(0, ...tiers.map((columns) => widthOf(columns[tier] ?? [], sizes))),
  );
  const placed = new Map<NodeId, Placement>();
  let top = 0;
  for (const columns of tiers) {
    const part = new Map<NodeId, Placement>();
    let x = 0;
    columns.forEach((column, tier) => {
      x -= (widths[tier] ?? 0) / 2;
      const side = tier === 0 ? 'right' : tier === columns.length - 1 ? 'left' : 'below';
      placeColumn(column, x, side, sizes, part);
      x -= (widths[tier] ?? 0) / 2 + RUN;
    });
    const box = boundingBox([...part].flatMap(([id, at]) => boxOf(at, sizes.get(id))));
    for (const [id, at] of part) placed.set(id, { ...at, y: Math.round(at.y + top - (box?.top ?? 0)) });
    top += (box === null ? 0 : box.bottom - box.top) + BETWEEN;
  }
  return placed;
}

const boxOf = (at: Placement, size: Size | undefined): ReturnType<typeof wholeBox>[] =>
  size === undefined ? [] : [wholeBox(at, size)];

/** Nodes by tier: those that goods end with first, in the order that keeps neighbours near. */
function tiersOf(component: Component): readonly (readonly NodeId[])[] {
  // Backwards, so that the tier counts from the last buyer and not from the first maker.
  const backwards = { ...component, lines: component.lines.map((line) => ({ ...line, from: line.to, to: line.from })) };
  return layersOf(backwards).map((layer: readonly Slot[]) => layer.flatMap(({ node }) => node ?? []));
}

function widthOf(column: readonly NodeId[], sizes: ReadonlyMap<NodeId, Size>): number {
  const widest = Math.max(
    0,
    ...column.map((id) => (sizes.get(id)?.half.x ?? 0) * 2 + (sizes.get(id)?.label.width ?? 0)),
  );
  return Math.max(1, Math.ceil(column.length / COLUMN)) * (widest + ROOM);
}

function placeColumn(
  column: readonly NodeId[],
  x: number,
  side: LabelSide,
  sizes: ReadonlyMap<NodeId, Size>,
  into: Map<NodeId, Placement>,
): void {
  const columns = Math.max(1, Math.ceil(column.length / COLUMN));
  const perColumn = Math.ceil(column.length / columns);
  const step = widthOf(column, sizes) / columns;
  for (let part = 0; part < columns; part += 1) {
    const ids = column.slice(part * perColumn, (part + 1) * perColumn);
    const heights = ids.map((id) => heightOf(sizes.get(id), side));
    let y = -(heights.reduce((sum, height) => sum + height + ROOM, 0) - ROOM) / 2;
    ids.forEach((id, index) => {
      const height = heights[index] ?? 0;
      const lift = side === 'below' ? (sizes.get(id)?.label.height ?? 0) / 2 : 0;
      into.set(id, { x: Math.round(x + (part - (columns - 1) / 2) * step), y: y + height / 2 - lift, side });
      y += height + ROOM;
    });
  }
}

function heightOf(size: Size | undefined, side: LabelSide): number {
  if (size === undefined) return 0;
  return side === 'below' ? 2 * size.half.y + 8 + size.label.height : Math.max(2 * size.half.y, size.label.height);
}
