/** How many hexadecimal digits a mark has. */
export type MarkDigits = 4 | 6 | 7;
export const MARK_DIGITS: readonly MarkDigits[] = [4, 6, 7];

const MARK = /^\?(?:[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{7})$/;

/** Whether a text is a mark. No id begins like one. */
export function isMark(text: string): boolean {
  return MARK.test(text);
}

/**
 * A short sign for an id: the low digits of FNV-1a (32 bits), mixed by MurmurHash3's finaliser so that every bit depends on
 * every letter. Two ids may have the same: whoever reads one has to look for that ({@link Marks}).
 */
export function markOf(id: string, digits: MarkDigits): string {
  return `?${markNumber(id, digits).toString(16).padStart(digits, '0')}`;
}

export function markNumber(id: string, digits: MarkDigits): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 16 ** digits;
}

/** Ids by their marks, as far as they are known. What two ids share stands for neither. */
export class Marks {
  readonly #known = new Map<string, string | null>();

  /** @param digits the marks to learn: short ones are told apart among few ids only */
  learn(ids: Iterable<string>, digits: readonly MarkDigits[] = MARK_DIGITS): void {
    for (const id of ids) {
      for (const count of digits) {
        const mark = markOf(id, count);
        const before = this.#known.get(mark);
        this.#known.set(mark, before === undefined || before === id ? id : null);
      }
    }
  }

  /** The id that a mark stands for; null when it is not known, or stands for two. Any other text is itself. */
  find(text: string): string | null {
    return isMark(text) ? (this.#known.get(text) ?? null) : text;
  }
}
