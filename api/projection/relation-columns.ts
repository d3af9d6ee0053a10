/** Columns of a projection while their length is not yet known, and the compressed sparse rows made from them. */
import type { AdjacencyRows } from './projection.ts';

interface Column {
  readonly length: number;
  [index: number]: number;
}

interface ColumnType<C extends Column> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: SharedArrayBuffer): C;
}

/** A typed array on shared memory that grows as values are appended. */
export interface GrowingColumn<C extends Column> {
  append(value: number): void;
  /** The values appended, in memory of just their size; in the order of `order` where given. */
  finish(order?: Int32Array): C;
}

export function growingColumn<C extends Column & { set(source: C): void; subarray(begin: number, end: number): C }>(
  type: ColumnType<C>,
): GrowingColumn<C> {
  const ofLength = (length: number): C => new type(new SharedArrayBuffer(length * type.BYTES_PER_ELEMENT));
  let values = ofLength(1_024);
  let used = 0;
  return {
    append: (value) => {
      if (used === values.length) {
        const larger = ofLength(used * 2);
        larger.set(values);
        values = larger;
      }
      values[used] = value;
      used += 1;
    },
    finish: (order) => {
      const finished = ofLength(used);
      if (order === undefined) finished.set(values.subarray(0, used));
      else for (let i = 0; i < used; i += 1) finished[i] = values[order[i] ?? 0] ?? 0;
      return finished;
    },
  };
}

/** What rows are made of, by relation. */
export interface RowColumns {
  /** The node whose row the relation stands in. */
  readonly ends: Int32Array;
  readonly others: Int32Array;
  readonly kinds: Int32Array;
}

/** Rows are ascending by relation. O(nodes + relations). */
export function compressedRows({ ends, others, kinds }: RowColumns, nodeCount: number): AdjacencyRows {
  const shared = (length: number): Int32Array =>
    new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
  const offsets = shared(nodeCount + 1);
  for (const node of ends) offsets[node + 1] = (offsets[node + 1] ?? 0) + 1;
  for (let node = 0; node < nodeCount; node += 1) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const place = offsets.slice(0, nodeCount);
  const relations = shared(ends.length);
  const nodes = shared(ends.length);
  const kindsThere = shared(ends.length);
  for (let relation = 0; relation < ends.length; relation += 1) {
    const node = ends[relation] ?? 0;
    const at = place[node] ?? 0;
    relations[at] = relation;
    nodes[at] = others[relation] ?? 0;
    kindsThere[at] = kinds[relation] ?? 0;
    place[node] = at + 1;
  }
  return { offsets, relations, nodes, kinds: kindsThere };
}
