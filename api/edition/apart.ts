/** What of the store does not stand in its open edition as it is. In memory: an entry for every record that is held back or lacks something. */
import type { RecordKey, WholeRecord } from '../store/graph-store.ts';

interface Entry {
  readonly kind: RecordKey['kind'];
  readonly id: RecordKey['id'];
  /** In the store. */
  readonly digest: string;
  /** Nothing of it is open; else something is. */
  readonly withheld: boolean;
}

export class Apart {
  readonly #entries = new Map<string, Entry>();

  /** @param open what stands in the edition; null: nothing */
  settle({ kind, id, digest }: WholeRecord, open: WholeRecord | null): void {
    if (open !== null && open.digest === digest) this.#entries.delete(id);
    else this.#entries.set(id, { kind, id, digest, withheld: open === null });
  }

  /** Of a record that is in the store no more. */
  forget(id: string): void {
    this.#entries.delete(id);
  }

  /** The digest that the record had in the store; undefined: it stands in the edition as it is, or there is none. */
  digestOf(id: string): string | undefined {
    return this.#entries.get(id)?.digest;
  }

  withholds(id: string): boolean {
    return this.#entries.get(id)?.withheld ?? false;
  }

  keys(): ReadonlyMap<string, RecordKey> {
    return this.#entries;
  }
}
