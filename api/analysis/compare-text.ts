/** By code units: the order that every list of ours ends in, whose last keys are ids and words of the vocabulary. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
