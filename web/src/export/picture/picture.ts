import type { Colours } from '../../appearance/colours.ts';
import type { Drawing, MarkGroup, Measure } from './drawing.ts';
import { nameMarks, nodeBox, Occupied, placeNames, type Box, type NamePlace } from './labels.ts';
import { legendMarks } from './legend.ts';
import { lineLabelMarks, lineMarks, runLines } from './lines.ts';
import { communityMarks, countMarks, nodeMarks, onSheet, type NodeOnSheet } from './nodes.ts';
import type { Look, Scene } from './scene.ts';
import { drawSheet, movedGroup } from './sheet.ts';
import type { Block } from './wording.ts';

/** The picture with what it says about itself: the question above it, legend and sources under it. */
export function drawPicture(scene: Scene, measure: Measure): Drawing {
  const graph = drawGraph(scene, measure);
  const legend = (width: number): Block => legendMarks(scene.legend, width, scene.colours, measure);
  const notes = [...scene.notes, ...(graph.unnamed === 0 ? [] : [scene.unnamed(graph.unnamed)])];
  return drawSheet({ ...scene, legend, notes }, graph, measure);
}

interface GraphOnSheet {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly MarkGroup[];
  /** Nodes whose name found no room. */
  readonly unnamed: number;
}

function drawGraph(scene: Scene, measure: Measure): GraphOnSheet {
  const { look, colours } = scene;
  const zoom = look?.zoom ?? 1;
  const pan = look?.pan ?? { x: 0, y: 0 };
  const all = scene.nodes.map((node) =>
    onSheet(node, { x: node.x * zoom + pan.x, y: node.y * zoom + pan.y }, zoom, measure),
  );
  const shown = look === null ? all : all.filter((node) => within(nodeBox(node), look));
  const occupied = new Occupied();
  const names = placeNames(shown, occupied);
  const frame = look === null ? frameOf(shown, names) : { left: 0, top: 0, right: look.width, bottom: look.height };
  const groups = [...lineGroups(scene, shown, occupied, measure), ...nodeGroups(shown, names, colours, measure)];
  return {
    width: frame.right - frame.left,
    height: frame.bottom - frame.top,
    groups: groups.map((group) => movedGroup(group, -frame.left, -frame.top)),
    unnamed: shown.filter(({ node, pill }) => !pill && node.named).length - names.length,
  };
}

/** Wholly in the window: what is cut by its rim would be drawn over the words around it. */
function within(box: Box, look: Look): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= look.width && box.bottom <= look.height;
}

function frameOf(shown: readonly NodeOnSheet[], names: readonly NamePlace[]): Box {
  const boxes = [...shown.map(nodeBox), ...names.map(({ box }) => box)];
  const [first] = boxes;
  if (first === undefined) return { left: 0, right: 0, top: 0, bottom: 0 };
  let { left, right, top, bottom } = first;
  for (const box of boxes) {
    left = Math.min(left, box.left);
    right = Math.max(right, box.right);
    top = Math.min(top, box.top);
    bottom = Math.max(bottom, box.bottom);
  }
  // Counts and arrows reach a little over the nodes.
  return { left: left - 16, right: right + 16, top: top - 16, bottom: bottom + 16 };
}

/** Lines with both ends on the sheet. */
function lineGroups(
  scene: Scene,
  shown: readonly NodeOnSheet[],
  occupied: Occupied,
  measure: Measure,
): readonly MarkGroup[] {
  const lines = runLines(scene.lines, new Map(shown.map((node) => [node.node.id, node])));
  const { colours } = scene;
  return [
    ...lines.map((line) => ({ title: line.line.title, marks: lineMarks(line, colours) })),
    { title: null, marks: lines.flatMap((line) => lineLabelMarks(line, occupied, colours, measure)) },
  ];
}

function nodeGroups(
  shown: readonly NodeOnSheet[],
  names: readonly NamePlace[],
  colours: Colours,
  measure: Measure,
): readonly MarkGroup[] {
  const placeOf = new Map(names.map((place) => [place.shown, place]));
  return shown.map((node) => {
    const place = placeOf.get(node);
    const count = countMarks(node, place?.side ?? node.node.side, colours, measure);
    const name = place === undefined ? [] : nameMarks(place, colours);
    return {
      title: node.node.title,
      marks: [...nodeMarks(node, colours), ...communityMarks(node, colours, measure), ...name, ...count],
    };
  });
}
