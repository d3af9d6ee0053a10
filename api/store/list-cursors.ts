/** The paged lists of the interface, with the keys their order stands on. Both engines make the same cursors. */
import { decodeCursor, encodeCursor } from './cursor.ts';
import { StoreError, type Cursor, type Page } from './graph-store.ts';
import type { NodeId } from '#vocabulary';

/** Where to go on: the first key, then the id that breaks ties. */
export interface NamePosition {
  readonly sortName: string;
  readonly id: string;
}
export interface NumberPosition {
  readonly number: number;
  readonly id: string;
}

function named(list: string, after: Cursor | undefined): NamePosition | null {
  if (after === undefined) return null;
  const [sortName, id] = decodeCursor(list, after, ['string', 'string']);
  return { sortName: String(sortName), id: String(id) };
}

function numbered(list: string, after: Cursor | undefined): NumberPosition | null {
  if (after === undefined) return null;
  const [number, id] = decodeCursor(list, after, ['number', 'string']);
  return { number: Number(number), id: String(id) };
}

/** `listNodes`: sort name, id. */
export const nodesCursor = {
  read: (after: Cursor | undefined) => named('nodes', after),
  make: (at: NamePosition) => encodeCursor('nodes', [at.sortName, at.id]),
};

/** `relatedNodes` of one node: sort name, id. A cursor of one node's list is refused by another's. */
export const relatedCursor = {
  /** @throws StoreError INVALID_CURSOR when several nodes were asked for */
  read: (of: readonly NodeId[], after: Cursor | undefined) => {
    if (after !== undefined && of.length !== 1) {
      throw new StoreError('INVALID_CURSOR', 'a cursor goes on with the list of one node; ask for that node alone');
    }
    return named(`related:${of[0] ?? ''}`, after);
  },
  make: (of: NodeId, at: NamePosition) => encodeCursor(`related:${of}`, [at.sortName, at.id]),
};

/** `neighbourhood`: last certain day descending, id. */
export const neighbourhoodCursor = {
  read: (after: Cursor | undefined) => numbered('neighbourhood', after),
  make: (at: NumberPosition) => encodeCursor('neighbourhood', [at.number, at.id]),
};

/** `listSources`: relation count descending, id. */
export const sourcesCursor = {
  read: (after: Cursor | undefined) => numbered('sources', after),
  make: (at: NumberPosition) => encodeCursor('sources', [at.number, at.id]),
};

/**
 * Makes a page of rows of which one more than `first` was asked for: the extra one only says that the list goes on.
 */
export function pageOf<Row, T>(
  rows: readonly Row[],
  first: number,
  totalCount: number,
  value: (row: Row) => T,
  cursor: (row: Row) => Cursor,
): Page<T> {
  const shown = rows.slice(0, first);
  const last = shown.at(-1);
  return {
    items: shown.map(value),
    totalCount,
    next: rows.length > first && last !== undefined ? cursor(last) : null,
  };
}
