import type { Colours } from '../../appearance/colours.ts';
import type { Drawing, MarkGroup, Measure } from './drawing.ts';
import { paragraphs, sourceList, type Block } from './wording.ts';

/** Around the whole, and between its parts. */
const MARGIN = 24;
const NOTHING: Block = { marks: [], height: 0 };

/** A small picture still has room for words. */
const NARROWEST = 640;

/** What a picture says about itself. */
export interface Worded {
  readonly colours: Colours;
  readonly title: string;
  /** Said under the title. */
  readonly about: readonly string[];
  /** Whether title, statement and sources are drawn with it; not inside a page that says them. */
  readonly alone: boolean;
  /** What its signs mean, in the width there is. */
  readonly legend: (width: number) => Block;
  /** Said under the legend. */
  readonly notes: readonly string[];
  readonly sourcesTitle: string;
  readonly sources: readonly { readonly text: string; readonly address: string | null }[];
}

/** What is drawn, from its own top left corner. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly MarkGroup[];
}

/** The question above what is drawn, legend and sources under it. */
export function drawSheet(worded: Worded, drawn: Drawn, measure: Measure): Drawing {
  const { colours, title, about, alone } = worded;
  const width = Math.max(NARROWEST, drawn.width + 2 * MARGIN);
  const inner = width - 2 * MARGIN;
  const above = alone ? paragraphs(title, about, inner, colours, measure) : NOTHING;
  const left = (width - drawn.width) / 2;
  const below = [
    worded.legend(inner),
    paragraphs(null, worded.notes, inner, colours, measure),
    alone ? sourceList(worded.sourcesTitle, worded.sources, inner, colours, measure) : NOTHING,
  ].filter(({ height }) => height > 0);
  const groups: MarkGroup[] = alone ? [moved(above, MARGIN, MARGIN)] : [];
  let y = MARGIN + above.height + MARGIN / 2;
  groups.push(...drawn.groups.map((group) => movedGroup(group, left, y)));
  y += drawn.height + MARGIN / 2;
  for (const block of below) {
    groups.push(moved(block, MARGIN, y));
    y += block.height + MARGIN / 2;
  }
  const ground = colours.canvas;
  return { width, height: y + MARGIN / 2, ground, title, description: about.join('\n'), groups };
}

function moved(block: Block, x: number, y: number): MarkGroup {
  return movedGroup({ title: null, marks: block.marks }, x, y);
}

/** Paths that stand at the origin hold their places in themselves, and are moved like the others. */
export function movedGroup({ title, marks }: MarkGroup, x: number, y: number): MarkGroup {
  return { title, marks: marks.map((mark) => ({ ...mark, x: mark.x + x, y: mark.y + y })) };
}
