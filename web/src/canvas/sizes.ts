import { OPEN, type Language, type NodeId } from '#vocabulary';
import { nodeAppearance } from '../appearance/appearance.ts';
import { breakable } from '../appearance/breaks.ts';
import { halfExtent } from '../appearance/shapes.ts';
import { LEAST_RADIUS } from '../exploration/drawn-looks.ts';
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
const HOLLOW_ICON = 13;
/** Room around a place's name in its pill: its disc on the left. */
const PILL_ROOM = { before: 26, after: 14, height: 28 };

/** Room around a group's name in its block: its icon on the left, its count on the right. */
export const GROUP_ROOM = { before: 32, after: 48, height: 40 } as const;

/** A label, broken into lines. */
export interface LabelText {
  readonly name: readonly string[];
  readonly second: string | null;
  readonly width: number;
  readonly height: number;
}

/** Radii of nodes that are sized by a measure; null: by their type. */
export type Radii = ReadonlyMap<NodeId, number> | null;

/** Radius at zoom 1. What has no value is as small as the least. */
function radiusOf(node: VisibleNode, radii: Radii): number {
  if (radii !== null) return radii.get(node.id) ?? LEAST_RADIUS;
  return node.hollow ? HOLLOW_RADIUS : nodeAppearance(node.type).radius;
}

/** Width of a node's icon at zoom 1: in an empty node it is smaller, so that the outline is seen. */
export function iconWidth(node: VisibleNode, radii: Radii): number {
  const radius = radiusOf(node, radii);
  return node.hollow ? (radius * HOLLOW_ICON) / HOLLOW_RADIUS : radius * 1.15;
}

/** A group stands in a block with its icon, name and count inside. */
export function isBlock(node: VisibleNode): boolean {
  return node.group !== null;
}

/** Places stand in a pill with their name inside; all others have their name outside. */
export function isPill(node: VisibleNode): boolean {
  return node.group === null && nodeAppearance(node.type).shape === 'pill';
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
  const second = isPill(node) || isBlock(node) ? null : secondText(node.second, language);
  const shownSecond = second === null ? null : cut(second, 'small', NAME_WIDTH + 20, measure);
  return lettered(wrap(legible(node.name), measure), shownSecond, measure);
}

/** The label of what is pointed at: its name whole, in as many lines as it takes; of names of no reasonable length the first lines. */
export function wholeLabel(node: VisibleNode, language: Language, measure: Measure): LabelText {
  const { second } = labelText(node, language, measure);
  return lettered(wrapWhole(legible(node.name), measure), second, measure);
}

/** Whether something of a name had to be cut. */
export function isCut({ name }: LabelText): boolean {
  return name.at(-1)?.endsWith('…') === true;
}

function lettered(name: readonly string[], shownSecond: string | null, measure: Measure): LabelText {
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
export function sizesOf(graph: VisibleGraph, lettering: Lettering, radii: Radii = null): Map<NodeId, Size> {
  return new Map(graph.nodes.map((node) => [node.id, sizeOf(node, lettering(node), radii)]));
}

/** The label of a node, broken into lines. */
export type Lettering = (node: VisibleNode) => LabelText;

/** Breaks every label once, for as long as the language and the fonts stay. */
export function letteringOf(language: Language, measure: Measure): Lettering {
  const known = new Map<string, LabelText>();
  return (node) => {
    const second = isPill(node) || isBlock(node) ? null : secondText(node.second, language);
    const key = `${node.name}\n${second ?? ''}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const text = labelText(node, language, measure);
    known.set(key, text);
    return text;
  };
}

function sizeOf(node: VisibleNode, label: LabelText, radii: Radii): Size {
  if (isPill(node)) {
    const half = { x: (label.width + PILL_ROOM.before + PILL_ROOM.after) / 2, y: pillHeight(label) / 2 };
    return { half, label: { width: 0, height: 0 }, fixed: true };
  }
  if (isBlock(node)) {
    const half = {
      x: (label.width + GROUP_ROOM.before + GROUP_ROOM.after) / 2,
      y: Math.max(GROUP_ROOM.height, label.height + 16) / 2,
    };
    return { half, label: { width: 0, height: 0 }, fixed: true };
  }
  return { half: halfExtent(nodeAppearance(node.type).shape, radiusOf(node, radii)), label };
}

function pillHeight(label: LabelText): number {
  return Math.max(PILL_ROOM.height, label.height + 10);
}

/** Longer than any name that could be shown; what comes after is not measured. */
const LONGEST = 200;
/** Controls, bidirectional overrides, and what takes no room: drawn they would hide or turn round the text beside them. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
/** It joins emoji into one. */
const JOINER = '\u{200D}';
/** More marks on one letter than any script stacks. */
const STACKED = /(\p{M}{3})\p{M}+/gu;
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** What is written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** A name as it can be drawn on one line; the details say it as it is. Never empty. */
export function legible(name: string): string {
  const clear = name
    .slice(0, LONGEST * 4)
    .replaceAll(UNSEEN, (sign) => (sign === JOINER ? sign : ' '))
    .replaceAll(STACKED, '$1')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const short = [...clear].slice(0, LONGEST).join('');
  return SEEN.test(short) ? short : '·';
}

/** Shields the text beside it from a text that runs the other way (Unicode's first strong isolate). */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** Breaks a name into one or two lines of about the same length, between words; `most` is the widest a line may be. */
export function wrap(name: string, measure: Measure, most = NAME_WIDTH): readonly string[] {
  if (measure(name, 'name') <= most) return [name];
  const { parts, glue } = breakable(name);
  const line = (from: number, to?: number): string => parts.slice(from, to).join(glue).trim();
  let best: readonly [string, string] | null = null;
  let bestWidth = Infinity;
  for (let at = 1; at < parts.length; at += 1) {
    const lines = [line(0, at), line(at)] as const;
    const width = Math.max(measure(lines[0], 'name'), measure(lines[1], 'name'));
    if (width < bestWidth) [best, bestWidth] = [lines, width];
  }
  if (best === null) return [cut(name, 'name', most, measure)];
  if (bestWidth <= most) return best;
  // Too long for two lines: the first is filled, the second cut.
  let filled = 1;
  while (measure(line(0, filled + 1), 'name') <= most) filled += 1;
  return [line(0, filled), cut(line(filled), 'name', most, measure)];
}

/** More lines than this would hide the picture. */
const MOST_LINES = 6;

function wrapWhole(name: string, measure: Measure): readonly string[] {
  const { parts, glue } = breakable(name);
  const line = (from: number, to?: number): string => parts.slice(from, to).join(glue).trim();
  const lines: string[] = [];
  let from = 0;
  while (from < parts.length && lines.length < MOST_LINES - 1) {
    let to = from + 1;
    while (to < parts.length && measure(line(from, to + 1), 'name') <= NAME_WIDTH) to += 1;
    // A word that is wider than a line is cut, with what comes after it: it has no place where to break.
    if (measure(line(from, to), 'name') > NAME_WIDTH) break;
    lines.push(line(from, to));
    from = to;
  }
  return from === parts.length ? lines : [...lines, cut(line(from), 'name', NAME_WIDTH, measure)];
}

/** Cuts a text to a width, with an ellipsis. */
export function cut(text: string, style: TextStyle, width: number, measure: Measure): string {
  if (measure(text, style) <= width) return text;
  // By what a reader takes for one sign, so that no emoji is cut in two.
  const signs = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  let [fits, least, most] = ['…', 0, signs.length - 1];
  while (least <= most) {
    const middle = Math.floor((least + most) / 2);
    const shorter = `${signs.slice(0, middle).join('').trimEnd()}…`;
    if (measure(shorter, style) <= width) [fits, least] = [shorter, middle + 1];
    else most = middle - 1;
  }
  return fits;
}
