/**
 * Partial dates: `2017`, `2017-12` and `2017-12-26` are three different amounts of knowledge and stay three different
 * values. Day numbers count days since 1970-01-01 (which is 0) in the proleptic Gregorian calendar.
 */
declare const partialDateBrand: unique symbol;
/** A checked text of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, year 0001–9999. */
export type PartialDate = string & { readonly [partialDateBrand]: true };

/** Stands for "at every earlier time"; fits an Int32Array. */
export const DAY_MIN = -2_147_483_648;
/** Stands for "at every later time"; fits an Int32Array. */
export const DAY_MAX = 2_147_483_647;

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MS_PER_DAY = 86_400_000;

export class PartialDateError extends Error {
  override readonly name = 'PartialDateError';
}

function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / MS_PER_DAY);
}

function daysInMonth(year: number, month: number): number {
  return dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayNumber(year, month, 1);
}

interface Parts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

function fault(text: string): string | null {
  const match = FORM.exec(text);
  if (match === null) return `'${text.slice(0, 40)}' is not a date; write 2017, 2017-12 or 2017-12-26`;
  const year = Number(match[1]);
  if (year < 1) return `'${text}' has no such year; years run from 0001 to 9999`;
  if (match[2] === undefined) return null;
  const month = Number(match[2]);
  if (month < 1 || month > 12) return `'${text}' has no such month; months run from 01 to 12`;
  if (match[3] === undefined) return null;
  const day = Number(match[3]);
  const last = daysInMonth(year, month);
  if (day < 1 || day > last) return `'${text}' has no such day; that month has ${last} days`;
  return null;
}

function isPartialDate(text: string): text is PartialDate {
  return fault(text) === null;
}

/** @throws PartialDateError that names what was wrong and what would be right. */
export function parsePartialDate(text: string): PartialDate {
  if (isPartialDate(text)) return text;
  throw new PartialDateError(fault(text) ?? 'not a date');
}

function parts(date: PartialDate): Parts {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year ?? 1, month: month ?? null, day: day ?? null };
}

/** First day that the partial date may mean (d⁻). */
export function firstDay(date: PartialDate): number {
  const { year, month, day } = parts(date);
  return dayNumber(year, month ?? 1, day ?? 1);
}

/** Last day that the partial date may mean (d⁺). */
export function lastDay(date: PartialDate): number {
  const { year, month, day } = parts(date);
  const m = month ?? 12;
  return dayNumber(year, m, day ?? daysInMonth(year, m));
}

/** The full date of a day number, or null for the two infinities. */
export function dateOfDay(day: number): PartialDate | null {
  if (day === DAY_MIN || day === DAY_MAX) return null;
  return parsePartialDate(new Date(day * MS_PER_DAY).toISOString().slice(0, 10));
}
