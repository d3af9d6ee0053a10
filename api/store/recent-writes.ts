/** What a store's own last writes changed, so that whoever follows it need not look at all of it. */
import type { RecordId } from './change-set.ts';
import type { RecordKey, RecordKind, Revision } from './graph-store.ts';

/** Keys that are remembered, of all writes together. */
const MOST = 20_000;

/** Records that one write changes. */
export class WrittenKeys {
  readonly #keys: RecordKey[] = [];
  #count = 0;

  add(kind: RecordKind, id: RecordId): void {
    this.#count += 1;
    if (this.#count <= MOST) this.#keys.push({ kind, id });
  }

  /** null: too many. */
  get keys(): readonly RecordKey[] | null {
    return this.#count > MOST ? null : this.#keys;
  }
}

interface Written {
  readonly before: Revision;
  readonly after: Revision;
  readonly keys: readonly RecordKey[];
}

export class RecentWrites {
  #writes: Written[] = [];
  #size = 0;

  wrote(before: Revision, after: Revision, { keys }: WrittenKeys): void {
    if (keys === null) {
      this.#writes = [];
      this.#size = 0;
      return;
    }
    this.#writes.push({ before, after, keys });
    this.#size += keys.length + 1;
    while (this.#size > MOST) this.#size -= (this.#writes.shift()?.keys.length ?? 0) + 1;
  }

  /** Each at least once; null: somebody else wrote in between, or it is too long ago. */
  between(from: Revision, to: Revision): readonly RecordKey[] | null {
    if (from === to) return [];
    const last = this.#writes.findLastIndex(({ after }) => after === to);
    const keys: RecordKey[] = [];
    for (let at = last; at >= 0; at -= 1) {
      const write = this.#writes[at];
      if (write === undefined) break;
      keys.push(...write.keys);
      if (write.before === from) return keys;
      if (this.#writes[at - 1]?.after !== write.before) break;
    }
    return null;
  }
}
