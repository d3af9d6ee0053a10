/** Pages: those that the store made, and those of lists that are at hand whole. */
import { decodeCursor, encodeCursor, type CursorKeys } from '../store/cursor.ts';
import type { Page, PageRequest } from '../store/graph-store.ts';

/** A connection as the schema has it. */
export interface Connection<T> {
  readonly totalCount: number;
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export function connectionOf<T>(page: Page<T>): Connection<T> {
  return {
    totalCount: page.totalCount,
    nodes: page.items,
    pageInfo: { hasNextPage: page.next !== null, endCursor: page.next },
  };
}

/** How a list at hand is ordered: its name in cursors, and the keys of an item, ascending. */
export interface ListOrder<T> {
  readonly list: string;
  readonly keyTypes: readonly ('string' | 'number')[];
  readonly keys: (item: T) => CursorKeys;
}

function compareKeys(a: CursorKeys, b: CursorKeys): number {
  for (const [i, left] of a.entries()) {
    const right = b[i];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}

/**
 * A page of a list that is already in its order. The cursor holds the keys of the last item shown, so a list that has
 * changed meanwhile goes on after the same place.
 * @throws StoreError INVALID_CURSOR
 */
export function pageOf<T>(items: readonly T[], order: ListOrder<T>, request: PageRequest): Page<T> {
  let start = 0;
  if (request.after !== undefined) {
    const after = decodeCursor(order.list, request.after, order.keyTypes);
    const next = items.findIndex((item) => compareKeys(order.keys(item), after) > 0);
    start = next === -1 ? items.length : next;
  }
  const shown = items.slice(start, start + request.first);
  const last = shown.at(-1);
  const more = start + shown.length < items.length && last !== undefined;
  return { items: shown, totalCount: items.length, next: more ? encodeCursor(order.list, order.keys(last)) : null };
}

/** Ascending by the order's keys. */
export function sorted<T>(items: readonly T[], order: ListOrder<T>): readonly T[] {
  return items
    .map((item) => ({ item, keys: order.keys(item) }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ item }) => item);
}
