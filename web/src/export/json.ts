import type { ExportContent } from './content.ts';

/** Raised whenever a reader of the file would have to change. */
const JSON_VERSION = 1;

/** The view as JSON; README.md documents its form. Nothing is escaped but what JSON itself escapes. */
export function jsonText({ statement, nodes, relations, figures, sources }: ExportContent): string {
  const { lines, ...said } = statement;
  return `${JSON.stringify({ format: 'sentra-view', version: JSON_VERSION, statement: said, about: lines, nodes, relations, figures, sources }, null, 2)}\n`;
}
