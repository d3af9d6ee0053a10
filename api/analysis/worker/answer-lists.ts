/**
 * Long lists of an answer travel apart, some entries at a time: taking a message in is work of the event loop, and one with a hundred
 * thousand entries would hold it up for longer than an analysis may.
 */

/** A list taken out of an answer. */
export interface TakenList {
  /** Names of the fields that lead to it: one, or two. */
  readonly at: readonly string[];
  /** Whether it was a Map; its entries are pairs then. */
  readonly isMap: boolean;
  readonly entries: readonly unknown[];
}

/** Shorter lists stay where they are. */
const LEAST_TAKEN = 500;
/** Entries that travel at once. */
export const ENTRIES_AT_ONCE = 500;

type Fields = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function takenFrom(at: readonly string[], value: unknown): TakenList | null {
  if (Array.isArray(value) && value.length > LEAST_TAKEN) return { at, isMap: false, entries: value };
  if (value instanceof Map && value.size > LEAST_TAKEN) return { at, isMap: true, entries: [...value] };
  return null;
}

/** The answer without its long lists, and those; lists deeper than two fields stay. */
export function takeApart(answer: object): { readonly head: object; readonly lists: readonly TakenList[] } {
  const lists: TakenList[] = [];
  const without = (fields: Fields, above: readonly string[]): Fields =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => {
        const at = [...above, name];
        const taken = takenFrom(at, value);
        if (taken !== null) {
          lists.push(taken);
          return [name, null];
        }
        return [name, above.length === 0 && isPlain(value) ? without(value, at) : value];
      }),
    );
  return { head: isPlain(answer) ? without(answer, []) : answer, lists };
}

/** The answer as it was. */
export function putTogether(head: object, lists: readonly TakenList[]): object {
  return lists.reduce((answer: object, { at, isMap, entries }) => {
    const value = isMap ? new Map(entries.filter(isPair)) : entries;
    const [outer = '', inner] = at;
    if (inner === undefined) return { ...answer, [outer]: value };
    const within: unknown = Reflect.get(answer, outer);
    return { ...answer, [outer]: { ...(isPlain(within) ? within : {}), [inner]: value } };
  }, head);
}

const isPair = (entry: unknown): entry is readonly [unknown, unknown] => Array.isArray(entry) && entry.length === 2;
