import type { Language, NodeId } from '#vocabulary';
import type { DrawnLooks } from '../exploration/drawn-looks.ts';
import type { Selection } from '../exploration/selection.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import { lightOf } from '../canvas/light.ts';
import type { Point } from '../canvas/nearest.ts';
import { toScreen, type Camera, type Room } from './camera.ts';
import type { MapItem, PlacedNode } from './items.ts';
import { arcRun, type MapLine, type MapLines } from './map-lines.ts';
import type { ShownLine } from './paint-lines.ts';
import { itemHalf, itemRadius, type ShownItem } from './paint-nodes.ts';

/** A place whose name stands on the map, whether or not the picture has it. */
export interface GroundPlace {
  readonly id: NodeId;
  readonly name: string;
  /** At zoom 1. */
  readonly at: Point;
  readonly province: boolean;
}

/** What is to be shown. */
export interface MapScene {
  readonly graph: VisibleGraph;
  /** Sizes and rings, as in the graph. */
  readonly looks: DrawnLooks;
  readonly placed: readonly PlacedNode[];
  readonly unplaced: readonly NodeId[];
  readonly hover: Selection | null;
  readonly language: Language;
  readonly ground: readonly GroundPlace[];
  /** Names of the places that a node lies in, narrowest first. */
  readonly placesOf: (id: NodeId) => readonly string[];
  /** A number as the language writes it. */
  readonly number: (value: number) => string;
  /** "7 ties"; null where there are none. */
  readonly tiesText: (nodes: readonly NodeId[]) => string | null;
}

/** What stands on the screen now. */
export interface Drawing {
  readonly items: readonly ShownItem[];
  readonly lines: readonly ShownLine[];
  /** Between the ends of candidates, which are no lines. */
  readonly candidates: readonly (readonly [Point, Point])[];
  /** Lit by what is pointed at; null when nothing is. */
  readonly litItems: ReadonlySet<string> | null;
}

/** Beyond the screen by so many pixels nothing is drawn. */
const OUTSIDE = 60;

/** Puts the items and arcs of a zoom on the screen; what lies outside of it is left out. */
export function drawingOf(
  scene: MapScene,
  items: readonly MapItem[],
  lines: MapLines,
  camera: Camera,
  room: Room,
  cursor: string | null,
): Drawing {
  const light = lightOf(scene.graph, scene.hover);
  const litItems =
    light === null
      ? null
      : new Set(items.filter((item) => item.nodes.some(({ node }) => light.nodes.has(node.id))).map(({ id }) => id));
  const lit = (line: MapLine): boolean => light === null || line.lines.some(({ id }) => light.lines.has(id));
  const pointedAt = scene.hover?.kind === 'node' ? scene.hover.id : null;
  const moved = ({ x, y }: Point): Point => toScreen({ zoom: 1, pan: camera.pan }, { x, y });
  const shownLines = lines.drawn.flatMap((line): readonly ShownLine[] => {
    const [from, to] = [moved(line.from.at), moved(line.to.at)];
    if (isOutside([from, to], room)) return [];
    const [start, end] = [itemRadius(line.from, scene.looks) + 2, itemRadius(line.to, scene.looks) + 3];
    const run = arcRun(from, to, line.bend, start, end);
    return run.length === 0 ? [] : [{ line, run, dimmed: !lit(line) }];
  });
  const shownItems = items.flatMap((item): readonly ShownItem[] => {
    const at = moved(item.at);
    if (isOutside([at], room)) return [];
    return [
      {
        item,
        at,
        root: item.root === null ? null : moved(item.root),
        half: itemHalf(item, scene.looks),
        radius: itemRadius(item, scene.looks),
        count: item.nodes.length > 1 ? scene.number(item.nodes.length) : null,
        selected: item.nodes.some(({ node }) => node.selected),
        marked: item.nodes.some(({ node }) => node.marked),
        cursor: item.id === cursor,
        pointedAt: pointedAt !== null && item.nodes.some(({ node }) => node.id === pointedAt),
        dimmed: litItems !== null && !litItems.has(item.id),
        ring: ringOf(item, scene),
      },
    ];
  });
  const itemOf = (id: NodeId): MapItem | undefined =>
    items.find((item) => item.nodes.some(({ node }) => node.id === id));
  const candidates = scene.looks.candidates.flatMap(({ cluster, firm }): readonly (readonly [Point, Point])[] => {
    const [from, to] = [itemOf(cluster), itemOf(firm)];
    return from === undefined || to === undefined || from === to ? [] : [[moved(from.at), moved(to.at)]];
  });
  return { items: shownItems, lines: shownLines, candidates, litItems };
}

/** Whether all of the points lie beyond the same side of the screen. */
function isOutside(points: readonly Point[], { width, height }: Room): boolean {
  // An arc bends by a part of its length beyond its ends.
  const [first = { x: 0, y: 0 }, second = first] = points;
  const room = OUTSIDE + Math.hypot(first.x - second.x, first.y - second.y) * 0.4;
  return (
    points.every(({ x }) => x < -room) ||
    points.every(({ x }) => x > width + room) ||
    points.every(({ y }) => y < -room) ||
    points.every(({ y }) => y > height + room)
  );
}

/** A stack holds several communities, and a group none of its own. */
function ringOf({ nodes }: MapItem, { looks: { colour }, number }: MapScene): ShownItem['ring'] {
  const [first, ...others] = nodes;
  if (first === undefined || others.length > 0 || colour === null) return null;
  const [hue, community] = [colour.hues.get(first.node.id), colour.numbers.get(first.node.id)];
  return hue === undefined || community === undefined ? null : { hue, number: number(community) };
}
