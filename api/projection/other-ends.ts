/** Where steps lead, one after the other; a list that is used again and again, since a search looks at very many. */
export class OtherEnds {
  /** The first `count` of them; a node stands as often as there are relations to it. */
  nodes = new Int32Array(64);
  count = 0;

  empty(): void {
    this.count = 0;
  }

  /** Makes room for so many more. */
  reserve(more: number): void {
    const needed = this.count + more;
    if (needed <= this.nodes.length) return;
    const larger = new Int32Array(2 * needed);
    larger.set(this.nodes.subarray(0, this.count));
    this.nodes = larger;
  }
}
