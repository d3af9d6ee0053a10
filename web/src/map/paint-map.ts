import type { NodeId } from '#vocabulary';
import type { Box } from '../canvas/layout/placement.ts';
import { paintName, paintText, startOfText } from '../canvas/paint-text.ts';
import { LINE_HEIGHT, type LabelText, type Measure } from '../canvas/sizes.ts';
import { FONTS } from '../canvas/text-measure.ts';
import { toScreen, type Camera, type Room } from './camera.ts';
import type { MapColours } from './colours.ts';
import type { Drawing, GroundPlace, MapScene } from './drawing.ts';
import { itemText } from './item-names.ts';
import { planNames, type NameWish, type PlannedName } from './name-plan.ts';
import { paintLand } from './paint-land.ts';
import { paintLine, REST_OPACITY } from './paint-lines.ts';
import { paintItem, type ShownItem } from './paint-nodes.ts';

/** Where and with what one frame is painted. */
export interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly room: Room;
  readonly ratio: number;
  readonly camera: Camera;
  readonly colours: MapColours;
  readonly measure: Measure;
  /** Names broken into lines, kept from frame to frame. */
  readonly texts: Map<string, LabelText>;
}

/** From this zoom on the names of regencies are drawn, too. */
const REGENCIES_FROM = 5;
const GROUND_FONT = FONTS.name.replace('550', '450');

/** Paints everything, and answers where names stand, so that they can be hit. */
export function paintMap(frame: Frame, scene: MapScene, drawing: Drawing): readonly PlannedName[] {
  const { context, colours } = frame;
  paintLand(context, frame.camera, frame.room, frame.ratio, colours);
  const ground = groundInView(frame, scene);
  for (const shown of drawing.lines) if (shown.dimmed) paintLine(context, shown, colours);
  for (const shown of drawing.lines) if (!shown.dimmed) paintLine(context, shown, colours);
  paintCandidates(context, drawing, colours);
  for (const shown of drawing.items) if (shown.dimmed) paintItem(context, shown, colours);
  for (const shown of drawing.items) if (!shown.dimmed) paintItem(context, shown, colours);
  return paintNames(frame, scene, drawing, ground);
}

function paintNames(
  frame: Frame,
  scene: MapScene,
  drawing: Drawing,
  ground: readonly GroundShown[],
): readonly PlannedName[] {
  const { context, colours } = frame;
  const shown = new Map(drawing.items.map((item) => [item.item.id, item]));
  const wishes = drawing.items.map((item) => wishOf(item, textOf(frame, scene, item), drawing));
  const named = new Set<string>(drawing.items.flatMap(({ item }) => item.nodes.map(({ node }) => node.id)));
  const titles = new Set(drawing.items.map((item) => textOf(frame, scene, item).name.join(' ')));
  const groundNames = new Map(
    ground.flatMap(({ place, at }) =>
      named.has(place.id) || titles.has(place.name) ? [] : [[place.id, { place, at }]],
    ),
  );
  const planned = planNames(
    [...drawing.items.map(boxOf), ...corners(frame.room)],
    wishes,
    [...groundNames.values()].map(({ place, at }) => groundWish(place, at, frame.measure)),
    { left: 4, top: 4, right: frame.room.width - 4, bottom: frame.room.height - 4 },
  );
  for (const { at, near } of ground) {
    if (!near && !planned.some(({ box }) => holds(box, at))) paintDot(context, at.x, at.y, colours);
  }
  for (const name of planned) {
    const item = shown.get(name.id);
    if (item !== undefined) {
      context.globalAlpha = item.dimmed ? REST_OPACITY : 1;
      paintName(context, name, textOf(frame, scene, item), colours);
      continue;
    }
    const place = groundNames.get(name.id as NodeId)?.place;
    context.globalAlpha = drawing.litItems === null ? 1 : REST_OPACITY;
    if (place !== undefined) paintGroundName(context, name, place, colours);
  }
  context.globalAlpha = 1;
  return planned.filter(({ id }) => shown.has(id));
}

function textOf({ texts, measure }: Frame, scene: MapScene, { item }: ShownItem): LabelText {
  const before = texts.get(item.id);
  if (before !== undefined) return before;
  const text = itemText(item, { ...scene, measure });
  texts.set(item.id, text);
  return text;
}

function holds(box: Box, { x, y }: GroundShown['at']): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

function boxOf({ at, half }: ShownItem): Box {
  return { left: at.x - half.x, right: at.x + half.x, top: at.y - half.y, bottom: at.y + half.y };
}

function wishOf(shown: ShownItem, text: LabelText, { litItems }: Drawing): NameWish {
  const { item, at, half } = shown;
  const [first] = item.nodes;
  const urgent = shown.selected || shown.pointedAt || shown.cursor;
  const rank = urgent
    ? 0
    : litItems?.has(item.id) === true
      ? 1
      : item.nodes.length > 1
        ? 2
        : first?.node.type === 'SmiCluster' && !first.node.hollow
          ? 3
          : 4;
  return { id: item.id, at, half, width: text.width, height: text.height, rank };
}

/** What stands above the map: how much of the picture it shows, and its tools. */
function corners({ width }: Room): readonly Box[] {
  return [
    { left: 0, top: 0, right: 190, bottom: 34 },
    { left: width - 210, top: 0, right: width, bottom: 96 },
  ];
}

interface GroundShown {
  readonly place: GroundPlace;
  readonly at: { readonly x: number; readonly y: number };
  /** An item stands there already. */
  readonly near: boolean;
}

function groundInView({ camera, room }: Frame, scene: MapScene): readonly GroundShown[] {
  const taken = new Set(scene.placed.map(({ at }) => `${at.x},${at.y}`));
  return scene.ground.flatMap((place) => {
    if (!place.province && camera.zoom < REGENCIES_FROM) return [];
    const at = toScreen(camera, place.at);
    if (at.x < 0 || at.y < 0 || at.x > room.width || at.y > room.height) return [];
    return [{ place, at, near: taken.has(`${place.at.x},${place.at.y}`) }];
  });
}

function groundWish(place: GroundPlace, at: GroundShown['at'], measure: Measure): NameWish {
  const half = { x: 1, y: 1 };
  return { id: place.id, at, half, width: Math.ceil(measure(place.name, 'name')), height: LINE_HEIGHT.name, rank: 9 };
}

function paintDot(context: CanvasRenderingContext2D, x: number, y: number, colours: MapColours): void {
  context.beginPath();
  context.arc(x, y, 1.6, 0, 2 * Math.PI);
  context.fillStyle = colours['ink-3'];
  context.fill();
}

function paintGroundName(
  context: CanvasRenderingContext2D,
  { box, side }: PlannedName,
  { name }: GroundPlace,
  colours: MapColours,
): void {
  const x = startOfText(context, box, side);
  paintText(context, name, x, (box.top + box.bottom) / 2, GROUND_FONT, colours['ink-3'], colours.canvas);
}

/** Short dashes, as in the graph: no relation is drawn so. */
function paintCandidates(context: CanvasRenderingContext2D, { candidates }: Drawing, colours: MapColours): void {
  if (candidates.length === 0) return;
  context.save();
  context.lineWidth = 1.5;
  context.setLineDash([1.5, 3.5]);
  context.strokeStyle = colours['ink-2'];
  context.beginPath();
  for (const [from, to] of candidates) {
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
  context.restore();
}
