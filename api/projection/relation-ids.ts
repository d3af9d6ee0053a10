import { asRelationId, relationId, type NodeId, type RelationId, type RelationType } from '#vocabulary';

/** Between the parts of an id that `relationId` makes. */
const SEPARATOR = '--';

/** Indexes with what of their ids does not follow from the relation. */
export interface RelationIdParts {
  readonly keys: Iterable<readonly [number, string]>;
  readonly others: Iterable<readonly [number, RelationId]>;
}

/**
 * The ids of a projection's relations. Nearly all follow from the relation's ends, type and key (`relationId` of the
 * vocabulary), so only keys, and ids of another form, are kept: a million ids as texts would be larger than all columns.
 */
export class RelationIds {
  readonly #keys: Map<number, string>;
  readonly #others: Map<number, RelationId>;

  /** Empty, or what {@link parts} gave. */
  constructor(parts: RelationIdParts = { keys: [], others: [] }) {
    this.#keys = new Map(parts.keys);
    this.#others = new Map(parts.others);
  }

  /** All that is kept; as long as the relations are many, so read in slices. */
  parts(): RelationIdParts {
    return { keys: this.#keys, others: this.#others };
  }

  keep(index: number, id: RelationId, from: NodeId, type: RelationType, to: NodeId): void {
    // Compared in place: a million texts put together to be compared would cost more than all else.
    const typeAt = from.length + SEPARATOR.length;
    const toAt = typeAt + type.length + SEPARATOR.length;
    const end = toAt + to.length;
    const follows =
      id.startsWith(from) &&
      id.startsWith(SEPARATOR, from.length) &&
      id.startsWith(type, typeAt) &&
      id.startsWith(SEPARATOR, toAt - SEPARATOR.length) &&
      id.startsWith(to, toAt);
    if (follows && id.length === end) return;
    if (follows && id[end] === '#') this.#keys.set(index, id.slice(end + 1));
    else this.#others.set(index, id);
  }

  at(index: number, from: NodeId, type: RelationType, to: NodeId): RelationId {
    return this.#others.get(index) ?? asRelationId(`${relationId(from, type, to)}${this.#keyPart(index)}`);
  }

  /** What of an id does not follow: nothing, `#` and its key, or the whole of an id of another form. */
  rest(index: number): string {
    return this.#others.get(index) ?? this.#keyPart(index);
  }

  #keyPart(index: number): string {
    const key = this.#keys.get(index);
    return key === undefined ? '' : `#${key}`;
  }

  /** The same ids where `order[i]` is the former index of the relation now at `i`. */
  reordered(order: Int32Array): RelationIds {
    const result = new RelationIds();
    order.forEach((former, index) => {
      const key = this.#keys.get(former);
      const other = this.#others.get(former);
      if (key !== undefined) result.#keys.set(index, key);
      if (other !== undefined) result.#others.set(index, other);
    });
    return result;
  }
}
