/** Something with a height that wants its middle somewhere. */
export interface Wish {
  readonly middle: number;
  readonly height: number;
}

/**
 * Tops of things under one another, in their order and at least `gap` apart, as near as can be to where they want to be:
 * least squares, by pooling adjacent ones that would overlap.
 */
export function spread(wishes: readonly Wish[], gap: number): readonly number[] {
  /** Stacked things, `offset` being the mean of where the first of them wants its top. */
  const blocks: { count: number; sum: number }[] = [];
  let above = 0;
  for (const { middle, height } of wishes) {
    // Where the first of the whole column would have to start for this one to stand where it wants.
    blocks.push({ count: 1, sum: middle - height / 2 - above });
    above += height + gap;
    for (;;) {
      const [before, last] = [blocks.at(-2), blocks.at(-1)];
      if (before === undefined || last === undefined || before.sum / before.count <= last.sum / last.count) break;
      blocks.pop();
      before.count += last.count;
      before.sum += last.sum;
    }
  }
  const starts = blocks.flatMap(({ count, sum }) => Array.from({ length: count }, () => sum / count));
  let stacked = 0;
  return wishes.map(({ height }, index) => {
    const top = (starts[index] ?? 0) + stacked;
    stacked += height + gap;
    return top;
  });
}
