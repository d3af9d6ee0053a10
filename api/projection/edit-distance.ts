/**
 * Least number of letters to insert, remove or replace to turn one word into the other (Levenshtein 1966), by the rows of
 * Wagner and Fischer (1974): O(|a| · |b|) time, O(|b|) memory. Counts UTF-16 units, which is enough to compare likeness.
 */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
