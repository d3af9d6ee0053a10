import { OPEN, type Language, type NodeId } from '#vocabulary';
import { nodeAppearance } from '../appearance/appearance.ts';
import { halfExtent } from '../appearance/shapes.ts';
import { periodText } from '../exploration/period-text.ts';
import type { SecondLine, VisibleGraph, VisibleNode } from '../exploration/visible-graph.ts';
import type { Size } from './layout/placement.ts';
import { WORDS } from './words.ts';

/** The two sizes of text on the canvas: names and what stands under them. */
export type TextStyle = 'name' | 'small';

/** Width of a text in pixels. */
export type Measure = (text: string, style: TextStyle) => number;

/** For where there is no screen to measure on. */
export const roughMeasure: Measure = (text, style) => text.length * (style === 'name' ? 6.7 : 5.9);

export const LINE_HEIGHT: Readonly<Record<TextStyle, number>> = { name: 15, small: 14 };
/** A name wraps at this width and at most once; what is longer ends in an ellipsis (the details say it whole). */
const NAME_WIDTH = 142;
/** A cluster without a tie is smaller than one with. */
const HOLLOW_RADIUS = 12;
/** Room around a place's name in its pill: its disc on the left. */
const PILL_ROOM = { before: 26, after: 14, height: 28 };

/** A label, broken into lines. */
export interface LabelText {
  readonly name: readonly string[];
  readonly second: string | null;
  readonly width: number;
  readonly height: number;
}

/** Radius at zoom 1. */
function radiusOf(node: VisibleNode): number {
  return node.hollow ? HOLLOW_RADIUS : nodeAppearance(node.type).radius;
}

/** Places stand in a pill with their name inside; all others have their name outside. */
export function isPill(node: VisibleNode): boolean {
  return nodeAppearance(node.type).shape === 'pill';
}

export function secondText(second: SecondLine | null, language: Language): string | null {
  if (second === null) return null;
  if (second.kind === 'places') return second.places.join(', ');
  const { period, agreed } = second;
  if (!agreed) return periodText(period, language);
  // What is known of an agreement is the day it was signed.
  const signed =
    period.from === null || period.from === OPEN ? period : { from: null, to: null, attested: [period.from] };
  return WORDS[language].agreed(periodText(signed, language));
}

export function labelText(node: VisibleNode, language: Language, measure: Measure): LabelText {
  const name = wrap(node.name, measure);
  const second = isPill(node) ? null : secondText(node.second, language);
  const shownSecond = second === null ? null : cut(second, 'small', NAME_WIDTH + 20, measure);
  const widths = [
    ...name.map((line) => measure(line, 'name')),
    shownSecond === null ? 0 : measure(shownSecond, 'small'),
  ];
  return {
    name,
    second: shownSecond,
    width: Math.ceil(Math.max(...widths)),
    height: name.length * LINE_HEIGHT.name + (shownSecond === null ? 0 : LINE_HEIGHT.small),
  };
}

/** Room for every node of the picture at zoom 1. */
export function sizesOf(graph: VisibleGraph, language: Language, measure: Measure): Map<NodeId, Size> {
  return new Map(graph.nodes.map((node) => [node.id, sizeOf(node, labelText(node, language, measure))]));
}

function sizeOf(node: VisibleNode, label: LabelText): Size {
  if (isPill(node)) {
    const half = { x: (label.width + PILL_ROOM.before + PILL_ROOM.after) / 2, y: pillHeight(label) / 2 };
    return { half, label: { width: 0, height: 0 } };
  }
  return { half: halfExtent(nodeAppearance(node.type).shape, radiusOf(node)), label };
}

function pillHeight(label: LabelText): number {
  return Math.max(PILL_ROOM.height, label.height + 10);
}

/** Breaks a name into one or two lines of about the same length, at a space or before a bracket. */
function wrap(name: string, measure: Measure): readonly string[] {
  if (measure(name, 'name') <= NAME_WIDTH) return [name];
  const words = name.split(' ');
  let best: readonly [string, string] | null = null;
  let bestWidth = Infinity;
  for (let at = 1; at < words.length; at += 1) {
    const lines = [words.slice(0, at).join(' '), words.slice(at).join(' ')] as const;
    const width = Math.max(measure(lines[0], 'name'), measure(lines[1], 'name'));
    if (width < bestWidth) [best, bestWidth] = [lines, width];
  }
  if (best === null) return [cut(name, 'name', NAME_WIDTH, measure)];
  if (bestWidth <= NAME_WIDTH) return best;
  // Too long for two lines: the first is filled, the second cut.
  let filled = 1;
  while (measure(words.slice(0, filled + 1).join(' '), 'name') <= NAME_WIDTH) filled += 1;
  return [words.slice(0, filled).join(' '), cut(words.slice(filled).join(' '), 'name', NAME_WIDTH, measure)];
}

/** Cuts a text to a width, with an ellipsis. */
export function cut(text: string, style: TextStyle, width: number, measure: Measure): string {
  if (measure(text, style) <= width) return text;
  let length = text.length;
  while (length > 1 && measure(`${text.slice(0, length).trimEnd()}…`, style) > width) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}
