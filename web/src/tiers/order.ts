import type { TierBox, TierGraph, TierLink } from './tier-graph.ts';

/** Times that all columns are ordered by their neighbours, there and back. Sugiyama's method settles within a few. */
const SWEEPS = 6;

/**
 * Orders the boxes of every column so that links cross little: each column by the mean place of the neighbours that a box
 * has (barycentre; Sugiyama, Tagawa and Toda 1981), from the root outwards and back; of all orders met, the one with the
 * fewest crossings. Boxes that nothing sets apart keep the order they came in.
 */
export function ordered(graph: TierGraph): TierGraph {
  const { links } = graph;
  const around = neighbours(links);
  let columns = graph.columns;
  let best = columns;
  let fewest = crossings(columns, links);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    columns = swept(columns, around, sweep % 2 === 0);
    const now = crossings(columns, links);
    if (now < fewest) [best, fewest] = [columns, now];
  }
  return { columns: best, links };
}

interface Neighbours {
  readonly near: ReadonlyMap<string, readonly string[]>;
  readonly far: ReadonlyMap<string, readonly string[]>;
}

function neighbours(links: readonly TierLink[]): Neighbours {
  const near = new Map<string, string[]>();
  const far = new Map<string, string[]>();
  for (const link of links) {
    push(near, link.far, link.near);
    push(far, link.near, link.far);
  }
  return { near, far };
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else there.push(value);
}

function swept(
  columns: readonly (readonly TierBox[])[],
  around: Neighbours,
  outwards: boolean,
): readonly (readonly TierBox[])[] {
  const done = columns.map((column) => [...column]);
  const order = outwards ? done.keys() : [...done.keys()].toReversed();
  for (const tier of order) {
    const fixed = placesOf(done[outwards ? tier - 1 : tier + 1] ?? []);
    if (fixed.size === 0) continue;
    const own = placesOf(done[tier] ?? []);
    const side = outwards ? around.near : around.far;
    const wish = (box: TierBox): number => {
      const places = (side.get(box.key) ?? []).flatMap((key) => fixed.get(key) ?? []);
      // One without a neighbour on that side stays where it is.
      const here = ((own.get(box.key) ?? 0) / Math.max(1, own.size)) * fixed.size;
      return places.length === 0 ? here : places.reduce((sum, place) => sum + place, 0) / places.length;
    };
    done[tier] = (done[tier] ?? []).toSorted(
      (a, b) => wish(a) - wish(b) || (own.get(a.key) ?? 0) - (own.get(b.key) ?? 0),
    );
  }
  return done;
}

function placesOf(column: readonly TierBox[]): ReadonlyMap<string, number> {
  return new Map(column.map(({ key }, place) => [key, place]));
}

/** How often two links between the same two columns cross. */
export function crossings(columns: readonly (readonly TierBox[])[], links: readonly TierLink[]): number {
  const place = new Map(columns.flatMap((column) => [...placesOf(column)]));
  const tierOf = new Map(columns.flatMap((column) => column.map(({ key, tier }) => [key, tier] as const)));
  let count = 0;
  for (const [index, a] of links.entries()) {
    for (const b of links.slice(index + 1)) {
      if (tierOf.get(a.near) !== tierOf.get(b.near)) continue;
      const near = (place.get(a.near) ?? 0) - (place.get(b.near) ?? 0);
      const far = (place.get(a.far) ?? 0) - (place.get(b.far) ?? 0);
      if (near * far < 0) count += 1;
    }
  }
  return count;
}
