/** Small numbers for the values of a short list, in the order in which they are met: a column then needs one byte a row. */
export interface CodeTable<T> {
  /** The value's code, a new one at first sight. @throws RangeError at the 257th value */
  codeOf(value: T): number;
  /** @throws RangeError for a code that was never given */
  valueOf(code: number | undefined): T;
  /** The values, each at the position of its code. */
  readonly values: readonly T[];
}

const MOST_CODES = 256;

/** @param known values that have their codes already, in order */
export function codeTable<T>(known: readonly T[] = []): CodeTable<T> {
  const values: T[] = [...known];
  const codes = new Map<T, number>(known.map((value, code) => [value, code]));
  return {
    values,
    codeOf: (value) => {
      const known = codes.get(value);
      if (known !== undefined) return known;
      if (values.length === MOST_CODES) throw new RangeError(`more than ${String(MOST_CODES)} different values`);
      codes.set(value, values.length);
      return values.push(value) - 1;
    },
    valueOf: (code) => {
      const value = code === undefined ? undefined : values[code];
      if (value === undefined) throw new RangeError(`${String(code)} is no code of this column`);
      return value;
    },
  };
}
