import { parseNodeId, type NodeId } from '#vocabulary';
import { StoreError, type Cursor, type Page } from '../../api/store/graph-store.ts';

/** Node ids, for short. */
export function ids(...texts: string[]): NodeId[] {
  return texts.map(parseNodeId);
}

export function id(text: string): NodeId {
  return parseNodeId(text);
}

/** Follows the cursors to the end: every item, with the number of pages. */
export async function allPages<T>(
  page: (after: Cursor | undefined) => Promise<Page<T>>,
): Promise<{ items: T[]; pages: number }> {
  const items: T[] = [];
  let after: Cursor | undefined;
  let pages = 0;
  do {
    const { items: some, next } = await page(after);
    items.push(...some);
    pages += 1;
    after = next ?? undefined;
  } while (after !== undefined && pages < 1_000);
  return { items, pages };
}

export async function allBatches<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

/** The error a promise ends in; fails when it ends well. */
export async function refusal(promise: Promise<unknown>): Promise<StoreError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
