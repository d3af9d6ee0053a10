/**
 * The form of a backup, the same whatever engine it is of (README.md):
 *
 * - `SENTRA BACKUP 1` and a line feed;
 * - gzip of lines in UTF-8: one for each record, in the order of `streamRecords`, then one for what they are together;
 * - `SHA-256 `, that of every byte before as 64 lower-case hex digits, and a line feed.
 */
import { z } from 'zod';
import type { RecordKind, Revision } from '../store/graph-store.ts';

/** Raise it with every change to the form that an earlier version would misread. */
const FORMAT = 1;
const NAME = 'SENTRA BACKUP ';

export const FIRST_LINE = `${NAME}${FORMAT}\n`;

/** What the records are together. */
export interface Manifest {
  readonly counts: Readonly<Record<RecordKind, number>>;
  /** Of a store that holds just these. */
  readonly revision: Revision;
}

const LAST = 'SHA-256 ';
export const LAST_LINE_BYTES = LAST.length + 64 + 1;

export function lastLine(digest: string): string {
  return `${LAST}${digest}\n`;
}

export function manifestLine({ counts, revision }: Manifest): string {
  const { source, node, disagreement, relation, figure } = counts;
  return `${JSON.stringify({ manifest: { counts: { source, node, disagreement, relation, figure }, revision } })}\n`;
}

const count = z.int().min(0);
const manifestForm = z.strictObject({
  manifest: z.strictObject({
    counts: z.strictObject({ source: count, node: count, disagreement: count, relation: count, figure: count }),
    revision: z.string().regex(/^[0-9a-f]{32}$/),
  }),
});

/** null when the value is none. */
export function manifestOf(value: unknown): Manifest | null {
  const parsed = manifestForm.safeParse(value);
  return parsed.success ? parsed.data.manifest : null;
}

/** Why the first bytes are not of a backup of this format; null when they are. */
export function refusedStart(start: string): string | null {
  if (start === FIRST_LINE) return null;
  const format = start.startsWith(NAME) ? /^\d+/.exec(start.slice(NAME.length))?.[0] : undefined;
  return format === undefined || Number(format) === FORMAT
    ? 'is no backup of Sentra’s, or its beginning is damaged'
    : `is a backup of format ${format}; this version reads format ${FORMAT}. Use the version that wrote it, or a newer one`;
}
