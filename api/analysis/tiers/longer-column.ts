/** A column of numbers with room for at least so many: itself, or a copy of at least twice its length. */
export function longer<C extends { readonly length: number; set(source: C): void }>(
  type: new (length: number) => C,
  column: C,
  needed: number,
): C {
  if (needed <= column.length) return column;
  const larger = new type(Math.max(needed, 2 * column.length));
  larger.set(column);
  return larger;
}
