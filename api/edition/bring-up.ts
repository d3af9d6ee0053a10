/**
 * Makes one store hold what is open of another and nothing else: first by going through both side by side, then, as long as it can be told
 * what changed, by looking at that and at what hangs on it.
 */
import type {
  ChangeSet,
  GraphStore,
  Marks,
  RecordDigest,
  RecordKey,
  Revision,
  WholeRecord,
} from '../store/graph-store.ts';
import { recordDigest } from '../store/revision.ts';
import { differences, PutLists, singly } from '../store/side-by-side.ts';
import { Apart } from './apart.ts';
import { OpenEdition } from './open-edition.ts';
import { reachOf } from './reach.ts';
import { differing, newlyMarked } from './what-changed.ts';

/** Records written at once while nobody is answered from the edition yet. */
const PART = 20_000;
/** Where more records changed, or hang on what did, all are gone through. */
const MOST_REACHED = 20_000;

/** What could not be written to the edition, so that it may hold what is no longer open. */
export class EditionError extends Error {
  override readonly name = 'EditionError';
}

/** What of the store an edition is of. */
export interface Followed {
  readonly revision: Revision;
  /** As the store told before anything of it was read. */
  readonly marks: Marks;
}

/** What was changed between two revisions, from whoever knows. */
export interface Hint {
  readonly from: Revision;
  readonly to: Revision;
  readonly keys: readonly RecordKey[];
}

/** Brings an edition up to its store; one call at a time. */
export interface EditionMaker {
  /**
   * @returns what it is of now; null: the store was written to meanwhile, and the edition is as it was
   * @throws StoreError of reading the store: the edition is as it was; EditionError: it may hold anything
   */
  follow(hint: Hint | null): Promise<Followed | null>;
  close(): Promise<void>;
}

/** The record as it is to stand in the edition, under its digest there: most are open whole, and keep theirs. */
function openOf(edition: OpenEdition, whole: WholeRecord): WholeRecord | null {
  switch (whole.kind) {
    case 'source':
      return edition.source(whole.record) && whole;
    case 'node': {
      const record = edition.node(whole.record);
      return record === whole.record ? whole : record && { ...whole, record, digest: recordDigest('node', record) };
    }
    case 'disagreement':
      return edition.disagreement(whole.record) && whole;
    case 'relation': {
      const record = edition.relation(whole.record);
      return record === whole.record ? whole : record && { ...whole, record, digest: recordDigest('relation', record) };
    }
    case 'figure': {
      const record = edition.figure(whole.record);
      return record === whole.record ? whole : record && { ...whole, record, digest: recordDigest('figure', record) };
    }
  }
}

async function* openRecords(
  full: GraphStore,
  edition: OpenEdition,
  apart: Apart,
): AsyncGenerator<WholeRecord, void, void> {
  for await (const whole of singly(full.streamRecords())) {
    const open = openOf(edition, whole);
    apart.settle(whole, open);
    if (open !== null) yield open;
  }
}

/** What the edition holds. */
async function* digestsOf(edition: GraphStore): AsyncGenerator<readonly RecordDigest[], void, void> {
  try {
    yield* edition.streamDigests();
  } catch (error) {
    throw new EditionError('the open edition could not be read', { cause: error });
  }
}

async function write(edition: GraphStore, change: ChangeSet): Promise<void> {
  try {
    await edition.write(change);
  } catch (error) {
    throw new EditionError('the open edition could not be written', { cause: error });
  }
}

/** In the thread that it is called in. */
export class OpenEditionMaker implements EditionMaker {
  readonly #full: GraphStore;
  readonly #stands: GraphStore;
  #apart = new Apart();
  /** null: it is not known what stands there. */
  #of: Followed | null = null;

  /** @param stands written to by nobody else */
  constructor(full: GraphStore, stands: GraphStore) {
    this.#full = full;
    this.#stands = stands;
  }

  async follow(hint: Hint | null): Promise<Followed | null> {
    const marks = await this.#full.marks();
    const of = { revision: await this.#full.revision(), marks };
    try {
      const done = (await this.#stepTo(of, hint)) ?? (await this.#wholeTo(of));
      if (!done) return null;
    } catch (error) {
      if (error instanceof EditionError) this.#of = null;
      throw error;
    }
    this.#of = of;
    return of;
  }

  async close(): Promise<void> {}

  async #isStill({ revision, marks }: Followed): Promise<boolean> {
    return (await this.#full.revision()) === revision && (await this.#full.marks()) === marks;
  }

  /** Records that may differ; null: too many, or nothing is known to compare with. */
  async #changedTo({ revision, marks }: Followed, hint: Hint | null): Promise<readonly RecordKey[] | null> {
    const from = this.#of;
    if (from === null) return null;
    const hinted = hint !== null && hint.from === from.revision && hint.to === revision;
    const known = from.revision === revision ? [] : hinted ? hint.keys : null;
    const changed = known ?? (await differing(this.#full, digestsOf(this.#stands), this.#apart, MOST_REACHED));
    if (changed === null) return null;
    const all = from.marks === marks ? changed : [...changed, ...(await newlyMarked(this.#full, this.#apart))];
    return all.length > MOST_REACHED ? null : all;
  }

  /** @returns false: the store was written to meanwhile; null: all has to be gone through */
  async #stepTo(of: Followed, hint: Hint | null): Promise<boolean | null> {
    const changed = await this.#changedTo(of, hint);
    if (changed === null) return null;
    const parts = { full: this.#full, stands: this.#stands, apart: this.#apart, most: MOST_REACHED };
    const reach = await reachOf(changed, parts);
    if (reach === null) return null;
    const put = new PutLists();
    const remove: RecordKey[] = [];
    const settled = reach.reached.map(({ key, now, stands }) => {
      const open = now && openOf(reach.edition, now);
      if (open !== null && open.digest !== stands?.digest) put.add(open);
      if (open === null && stands !== null) remove.push(key);
      return { id: key.id, now, open };
    });
    if (!(await this.#isStill(of))) return false;
    if (put.size + remove.length > 0) await write(this.#stands, { put, remove });
    for (const { id, now, open } of settled) {
      if (now === null) this.#apart.forget(id);
      else this.#apart.settle(now, open);
    }
    // What was written is of a moment that the store may have left by now: it is gone on with from here.
    this.#of = of;
    return this.#isStill(of);
  }

  /** @returns false: the store was written to meanwhile */
  async #wholeTo(of: Followed): Promise<boolean> {
    const inParts = this.#of === null;
    const edition = new OpenEdition();
    for await (const whole of singly(this.#full.streamRecords())) edition.see(whole);
    const remove: RecordKey[] = [];
    const apart = new Apart();
    let put = new PutLists();
    for await (const step of differences(openRecords(this.#full, edition, apart), digestsOf(this.#stands))) {
      if (step.step === 'remove') remove.push({ kind: step.key.kind, id: step.key.id });
      else put.add(step.whole);
      if (!inParts || put.size < PART) continue;
      await write(this.#stands, { put, remove: [] });
      put = new PutLists();
    }
    if (!(await this.#isStill(of))) return false;
    if (put.size + remove.length > 0) await write(this.#stands, { put, remove });
    this.#apart = apart;
    this.#of = of;
    return this.#isStill(of);
  }
}
