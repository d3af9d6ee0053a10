import { createHash } from 'node:crypto';
import { decodeCursor, encodeCursor } from '../store/cursor.ts';
import { StoreError, type Page, type PageRequest } from '../store/graph-store.ts';

/**
 * A page of an analysis' answer, which is the same list again whenever the same question is asked of the same data: the
 * cursor holds the position of the last item shown.
 * @param question everything the list depends on, the revision included: a cursor of another question is refused
 * @throws StoreError INVALID_CURSOR
 */
export function listByPosition<T>(
  name: string,
  question: object,
  items: readonly T[],
  { first, after }: PageRequest,
): Page<T> {
  const digest = createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 12);
  const list = `${name}:${digest}`;
  const start = after === undefined ? 0 : decodePosition(list, after) + 1;
  const shown = items.slice(start, start + first);
  const end = start + shown.length;
  return {
    items: shown,
    totalCount: items.length,
    next: shown.length > 0 && end < items.length ? encodeCursor(list, [end - 1]) : null,
  };
}

function decodePosition(list: string, after: string): number {
  const position = Number(decodeCursor(list, after, ['number'])[0]);
  if (Number.isInteger(position) && position >= 0) return position;
  throw new StoreError('INVALID_CURSOR', 'the cursor was not made by this list; take it from its pageInfo.endCursor');
}
