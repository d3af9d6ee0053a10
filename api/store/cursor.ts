import { StoreError, type Cursor } from './graph-store.ts';

/** Position in a list, as the values of the order's keys. */
export type CursorKeys = readonly (string | number)[];

/** A cursor names its list, so that one list's cursor is refused by another. */
export function encodeCursor(list: string, keys: CursorKeys): Cursor {
  return Buffer.from(JSON.stringify([list, ...keys]), 'utf8').toString('base64url');
}

/** @throws StoreError INVALID_CURSOR unless the cursor was made for this list with keys of these types. */
export function decodeCursor(list: string, cursor: Cursor, types: readonly ('string' | 'number')[]): CursorKeys {
  const refused = new StoreError(
    'INVALID_CURSOR',
    'the cursor was not made by this list; take it from its pageInfo.endCursor',
  );
  if (cursor.length > 2_000) throw refused;
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refused;
  }
  if (!Array.isArray(values) || values[0] !== list || values.length !== types.length + 1) throw refused;
  return types.map((type, i) => {
    const value: unknown = values[i + 1];
    if (type === 'string' && typeof value === 'string') return value;
    if (type === 'number' && typeof value === 'number' && Number.isFinite(value)) return value;
    throw refused;
  });
}
