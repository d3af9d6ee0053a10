import type { Colours } from '../../appearance/colours.ts';
import { LINE_HEIGHT, textMark, type Mark, type Measure } from './drawing.ts';
import { wrapText } from './text-lines.ts';

/** Marks that stand on each other, from their own top left corner. */
export interface Block {
  readonly marks: readonly Mark[];
  readonly height: number;
}

const COLUMN = { width: 420, gap: 24 };

/** A heading (if any) and lines under it, wrapped, whole. */
export function paragraphs(
  title: string | null,
  lines: readonly string[],
  width: number,
  colours: Colours,
  measure: Measure,
): Block {
  const marks: Mark[] = [];
  let y = 0;
  for (const line of title === null ? [] : wrapText(title, 'heading', width, measure)) {
    marks.push(textMark(line, { x: 0, y: y + LINE_HEIGHT.heading / 2 }, { look: 'heading', ink: colours.ink }));
    y += LINE_HEIGHT.heading;
  }
  for (const line of lines.flatMap((text) => wrapText(text, 'small', width, measure))) {
    marks.push(textMark(line, { x: 0, y: y + LINE_HEIGHT.small / 2 }, { look: 'small', ink: colours['ink-2'] }));
    y += LINE_HEIGHT.small;
  }
  return { marks, height: y };
}

/** Sources, numbered, in as many columns as there is room for; every one whole. */
export function sourceList(
  title: string,
  sources: readonly { readonly text: string; readonly address: string | null }[],
  width: number,
  colours: Colours,
  measure: Measure,
): Block {
  if (sources.length === 0) return { marks: [], height: 0 };
  const columns = Math.max(1, Math.floor((width + COLUMN.gap) / (COLUMN.width + COLUMN.gap)));
  const wide = (width - (columns - 1) * COLUMN.gap) / columns;
  const entries = sources.map(({ text, address }, at) => ({
    address,
    lines: wrapText(`${at + 1}. ${text}`, 'small', wide, measure),
  }));
  const total = entries.reduce((sum, { lines }) => sum + lines.length, 0);
  const perColumn = Math.ceil(total / columns);
  const head = LINE_HEIGHT.name + 4;
  const marks: Mark[] = [textMark(title, { x: 0, y: head / 2 }, { look: 'name', ink: colours.ink })];
  let [column, row, tallest] = [0, 0, 0];
  for (const { lines, address } of entries) {
    if (row > 0 && row + lines.length > perColumn && column < columns - 1) [column, row] = [column + 1, 0];
    for (const line of lines) {
      const at = { x: column * (wide + COLUMN.gap), y: head + (row + 0.5) * LINE_HEIGHT.small };
      marks.push(textMark(line, at, { look: 'small', ink: colours['ink-2'], address }));
      row += 1;
    }
    tallest = Math.max(tallest, row);
  }
  return { marks, height: head + tallest * LINE_HEIGHT.small };
}
