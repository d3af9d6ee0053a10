import type { NodeType } from '#vocabulary';
import { lineAppearance, nodeAppearance, nodeColour } from '../../appearance/appearance.ts';
import type { Colours } from '../../appearance/colours.ts';
import { ICONS } from '../../appearance/icons.ts';
import { shapePath } from '../../appearance/shapes.ts';
import { pathMark, textMark, type Mark, type Measure } from './drawing.ts';
import { lineMarks } from './lines.ts';
import { circle, ringColour } from './nodes.ts';
import type { LegendEntry, PictureLine } from './scene.ts';
import type { Block } from './wording.ts';

const ROW = 22;
const SIGN = { node: 24, line: 40, candidate: 40, ring: 24, size: 30 };
const RADIUS = 8;

/** What the signs in the picture mean, one after the other, in as many rows as it takes. */
export function legendMarks(entries: readonly LegendEntry[], width: number, colours: Colours, measure: Measure): Block {
  const marks: Mark[] = [];
  let [x, y] = [0, 0];
  for (const entry of entries) {
    const wide = SIGN[entry.kind] + measure(entry.text, 'small') + 20;
    if (x > 0 && x + wide > width) [x, y] = [0, y + ROW];
    const middle = y + ROW / 2;
    marks.push(...signOf(entry, x, middle, colours));
    marks.push(textMark(entry.text, { x: x + SIGN[entry.kind], y: middle }, { look: 'small', ink: colours['ink-2'] }));
    x += wide;
  }
  return { marks, height: entries.length === 0 ? 0 : y + ROW };
}

function signOf(entry: LegendEntry, x: number, y: number, colours: Colours): readonly Mark[] {
  switch (entry.kind) {
    case 'node':
      return nodeSign(entry.type, x + 10, y, colours);
    case 'line':
      return lineSign(entry, x, y, colours);
    case 'candidate':
      return lineSign({ family: 'supply', inferred: false, candidate: 'ONE_WAY' }, x, y, colours);
    case 'ring':
      return [pathMark(circle(7), { x: x + 10, y, fill: null, stroke: ringColour(entry.hue, colours), width: 3 })];
    case 'size':
      return [
        pathMark(circle(3), { x: x + 5, y: y + 4, stroke: colours['ink-2'], width: 1.4 }),
        pathMark(circle(7), { x: x + 18, y, stroke: colours['ink-2'], width: 1.4 }),
      ];
  }
}

/** A type of node as its sign in a legend or list, around a point. */
export function nodeSign(type: NodeType, x: number, y: number, colours: Colours): readonly Mark[] {
  const { shape, icon, outlined } = nodeAppearance(type);
  const colour = colours[nodeColour(type)];
  const fill = outlined ? colour : colours['on-node'];
  return [
    pathMark(shapePath(shape, RADIUS), {
      x,
      y,
      fill: outlined ? colours.canvas : colour,
      stroke: outlined ? colour : null,
      width: 1.2,
    }),
    ...ICONS[icon].map((path) => pathMark(path, { x, y, scale: 0.55, fill, evenOdd: true })),
  ];
}

function lineSign(
  entry: Pick<PictureLine, 'family' | 'inferred' | 'candidate'>,
  x: number,
  y: number,
  colours: Colours,
): readonly Mark[] {
  const { family, inferred, candidate } = entry;
  const [start, end] = [
    { x: x + 2, y },
    { x: x + 34, y },
  ];
  const middle = { x: x + 18, y };
  const directed = lineAppearance(family).end !== 'none';
  const line = {
    from: '',
    to: '',
    family,
    directed,
    inferred,
    possible: false,
    disputed: false,
    label: null,
    title: '',
    candidate,
  };
  return lineMarks({ line: { ...line, width: 1.8 }, zoom: 1, start, control: middle, end, middle }, colours);
}
