/** Reads the columns of a row, checked: what a file holds comes from outside. */
import { EVIDENCE_KINDS, NODE_TYPES, RELATION_TYPES } from '#vocabulary';
import type { EvidenceKind, NodeType, RelationType, Restrictable } from '#vocabulary';
import { StoreError } from '../graph-store.ts';
import { markOf } from '../restricted.ts';

/** Columns by their place in SELECT. */
export type Row = readonly unknown[];

/** The only values that may be bound: libsql 0.5 aborts the process on a boolean or undefined. */
export type SqlValue = string | number | null;

function unreadable(what: string): StoreError {
  return new StoreError(
    'STORE_FOREIGN',
    `the store holds ${what}, which this version of Sentra does not understand; seed a new store, or use the version that wrote it`,
  );
}

export function text(row: Row, column: number): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw unreadable(`no text in column ${column}`);
}

export function textOrNull(row: Row, column: number): string | null {
  return row[column] === null ? null : text(row, column);
}

export function number(row: Row, column: number): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  throw unreadable(`no number in column ${column}`);
}

export function numberOrNull(row: Row, column: number): number | null {
  return row[column] === null ? null : number(row, column);
}

/** The mark of a record, from a column that holds 0 or 1: whatever else it may hold hides the record too. */
export function restricted(row: Row, column: number): Restrictable {
  return markOf(number(row, column) !== 0);
}

/** The one place where text of the store becomes a branded id or date: it was checked when it was written. */
export function branded<T extends string>(row: Row, column: number): T {
  return text(row, column) as T;
}

export function brandedOrNull<T extends string>(row: Row, column: number): T | null {
  return row[column] === null ? null : branded<T>(row, column);
}

/** A word of the vocabulary, or STORE_FOREIGN: the file may come from a version that knew others. */
function word<T extends string>(row: Row, column: number, words: Readonly<Record<T, unknown>>, what: string): T {
  const value = text(row, column);
  if (Object.hasOwn(words, value)) return value as T;
  throw unreadable(`the ${what} '${value.slice(0, 60)}'`);
}

export function nodeType(row: Row, column: number): NodeType {
  return word<NodeType>(row, column, NODE_TYPES, 'node type');
}

export function relationType(row: Row, column: number): RelationType {
  return word<RelationType>(row, column, RELATION_TYPES, 'relation type');
}

export function evidenceKind(row: Row, column: number): EvidenceKind {
  return word<EvidenceKind>(row, column, EVIDENCE_KINDS, 'evidence kind');
}

const NOTHING: readonly never[] = [];

/** A JSON list that we wrote; most are empty, and those share one value. */
export function list<T>(row: Row, column: number): readonly T[] {
  const json = text(row, column);
  if (json === '[]') return NOTHING;
  const values: unknown = JSON.parse(json);
  if (Array.isArray(values)) return values;
  throw unreadable(`no list in column ${column}`);
}
