import { bitsFor, type BitReader, type BitWriter } from './bits.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/** Distinct values that a column written by a list of them has at most. */
const MOST_LISTED = 4096;

/**
 * A column of whole numbers in the fewest bits: each by its distance from the smallest, or by its number in a list of the
 * distinct values where that is shorter (nodes that stand in rows and columns).
 */
export function writeColumn(values: readonly number[], head: ByteWriter, bits: BitWriter): void {
  if (values.length === 0) return;
  const least = values.reduce((a, b) => Math.min(a, b));
  const width = bitsFor(values.reduce((a, b) => Math.max(a, b)) - least);
  const listed = [...new Set(values)].sort((a, b) => a - b);
  const listedWidth = bitsFor(listed.length - 1);
  const byList =
    listed.length <= MOST_LISTED && listed.length * width + values.length * listedWidth < values.length * width;
  head.signed(least);
  head.whole(width);
  head.whole(byList ? listed.length : 0);
  if (!byList) {
    for (const value of values) bits.write(value - least, width);
    return;
  }
  const numbers = new Map(listed.map((value, number) => [value, number]));
  for (const value of listed) bits.write(value - least, width);
  for (const value of values) bits.write(numbers.get(value) ?? 0, listedWidth);
}

/** What a column is written like: read from the head before any of its bits. */
export interface ColumnForm {
  readonly least: number;
  readonly width: number;
  /** Distinct values, where it is written by their list; 0 where it is not. */
  readonly listed: number;
}

export function readColumnForm(length: number, head: ByteReader): ColumnForm {
  if (length === 0) return { least: 0, width: 0, listed: 0 };
  const form = { least: head.signed(), width: head.whole(), listed: head.whole() };
  if (form.width > 32 || form.listed > MOST_LISTED) throw new RangeError('no column');
  return form;
}

export function readColumn(length: number, { least, width, listed }: ColumnForm, bits: BitReader): readonly number[] {
  if (listed === 0) return Array.from({ length }, () => least + bits.read(width));
  const values = Array.from({ length: listed }, () => least + bits.read(width));
  return Array.from({ length }, () => {
    const value = values[bits.read(bitsFor(listed - 1))];
    if (value === undefined) throw new RangeError('not listed');
    return value;
  });
}
