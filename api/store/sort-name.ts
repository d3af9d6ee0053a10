/**
 * The text that lists of nodes are ordered by: accents stripped, lower case, letters and digits only, single spaces. Both
 * engines store it, so that neither's collation decides an order.
 */
export function sortName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
