/** Makes one store hold what is open of another: both are gone through side by side, and only what differs is written. */
import type { DisagreementRecord, FigureRecord, GraphRecords, NodeRecord, RelationRecord, Source } from '#vocabulary';
import { compareAscii } from '../store/orders.ts';
import type {
  ChangeSet,
  GraphStore,
  RecordDigest,
  RecordKey,
  RecordKind,
  Revision,
  WholeRecord,
} from '../store/graph-store.ts';
import { recordDigest } from '../store/revision.ts';
import { OpenEdition } from './open-edition.ts';

/** Records written at once while nobody is answered from the edition yet. */
const PART = 5_000;
/** In the order of the streams: each kind after those that it needs. */
const KINDS: readonly RecordKind[] = ['source', 'node', 'disagreement', 'relation', 'figure'];

/** What could not be written to the edition, so that it may hold what is no longer open. */
export class EditionError extends Error {
  override readonly name = 'EditionError';
}

interface Whole<T> {
  readonly record: T;
  readonly digest: string;
}

/** Most records are open whole: their digests are known. */
function digestOf<T extends object>(kind: RecordKind, { record, digest }: Whole<T>, open: T): string {
  return open === record ? digest : recordDigest(kind, open);
}

/** A record of one list as it is to stand in the edition. */
type Entry =
  | { readonly list: 'sources'; readonly record: Source }
  | { readonly list: 'nodes'; readonly record: NodeRecord }
  | { readonly list: 'disagreements'; readonly record: DisagreementRecord }
  | { readonly list: 'relations'; readonly record: RelationRecord }
  | { readonly list: 'figures'; readonly record: FigureRecord };

interface OpenRecord {
  readonly entry: Entry;
  readonly digest: string;
}

function openOf(edition: OpenEdition, whole: WholeRecord): OpenRecord | null {
  switch (whole.kind) {
    case 'source': {
      const record = edition.source(whole.record);
      return record && { entry: { list: 'sources', record }, digest: digestOf('source', whole, record) };
    }
    case 'node': {
      const record = edition.node(whole.record);
      return record && { entry: { list: 'nodes', record }, digest: digestOf('node', whole, record) };
    }
    case 'disagreement': {
      const record = edition.disagreement(whole.record);
      return record && { entry: { list: 'disagreements', record }, digest: digestOf('disagreement', whole, record) };
    }
    case 'relation': {
      const record = edition.relation(whole.record);
      return record && { entry: { list: 'relations', record }, digest: digestOf('relation', whole, record) };
    }
    case 'figure': {
      const record = edition.figure(whole.record);
      return record && { entry: { list: 'figures', record }, digest: digestOf('figure', whole, record) };
    }
  }
}

/** One value after another of a stream in batches. */
async function* singly<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<T, void, void> {
  for await (const batch of batches) yield* batch;
}

/** What the edition holds. */
async function* digestsOf(edition: GraphStore): AsyncGenerator<RecordDigest, void, void> {
  try {
    yield* singly(edition.streamDigests());
  } catch (error) {
    throw new EditionError('the open edition could not be read', { cause: error });
  }
}

function compareKeys(a: RecordKey, b: RecordKey): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compareAscii(a.id, b.id);
}

/** Gathers what differs, and writes it in one transaction or in parts. */
class Difference {
  readonly #edition: GraphStore;
  readonly #inParts: boolean;
  #lists = emptyLists();
  #size = 0;
  readonly #remove: RecordKey[] = [];

  constructor(edition: GraphStore, inParts: boolean) {
    this.#edition = edition;
    this.#inParts = inParts;
  }

  async put(entry: Entry): Promise<void> {
    add(this.#lists, entry);
    this.#size += 1;
    if (this.#inParts && this.#size >= PART) await this.#write([]);
  }

  remove({ kind, id }: RecordKey): void {
    this.#remove.push({ kind, id });
  }

  async write(): Promise<void> {
    if (this.#size + this.#remove.length > 0) await this.#write(this.#remove);
  }

  async #write(remove: ChangeSet['remove']): Promise<void> {
    const put = this.#lists;
    this.#lists = emptyLists();
    this.#size = 0;
    try {
      await this.#edition.write({ put, remove });
    } catch (error) {
      throw new EditionError('the open edition could not be written', { cause: error });
    }
  }
}

type Lists = { readonly [List in keyof GraphRecords]: GraphRecords[List][number][] };

function emptyLists(): Lists {
  return { sources: [], nodes: [], disagreements: [], relations: [], figures: [] };
}

function add(lists: Lists, entry: Entry): void {
  switch (entry.list) {
    case 'sources':
      lists.sources.push(entry.record);
      return;
    case 'nodes':
      lists.nodes.push(entry.record);
      return;
    case 'disagreements':
      lists.disagreements.push(entry.record);
      return;
    case 'relations':
      lists.relations.push(entry.record);
      return;
    case 'figures':
      lists.figures.push(entry.record);
  }
}

async function differ(
  full: GraphStore,
  edition: OpenEdition,
  stands: GraphStore,
  difference: Difference,
): Promise<void> {
  const standing = digestsOf(stands);
  try {
    let next = await standing.next();
    for await (const whole of singly(full.streamRecords())) {
      while (next.done !== true && compareKeys(next.value, whole) < 0) {
        difference.remove(next.value);
        next = await standing.next();
      }
      const there = next.done !== true && compareKeys(next.value, whole) === 0 ? next.value : null;
      const open = openOf(edition, whole);
      if (open !== null && open.digest !== there?.digest) await difference.put(open.entry);
      if (there === null) continue;
      if (open === null) difference.remove(there);
      next = await standing.next();
    }
    for (; next.done !== true; next = await standing.next()) difference.remove(next.value);
  } finally {
    await standing.return();
  }
}

export interface BringUpOptions {
  /** Whether the edition may stand half written for a while, since nobody is answered from it yet: then memory does not grow with it. */
  readonly inParts: boolean;
}

/**
 * Makes the edition hold what is open of the store, and nothing else.
 * @returns the store's revision that it is the edition of, or null when the store was written to meanwhile: the edition is then as it was,
 *   or half written where it may be
 * @throws StoreError of reading the store; EditionError when the edition cannot be read or written
 */
export async function bringUp(
  full: GraphStore,
  stands: GraphStore,
  { inParts }: BringUpOptions,
): Promise<Revision | null> {
  const revision = await full.revision();
  const edition = new OpenEdition();
  for await (const batch of full.streamRecords()) for (const whole of batch) edition.see(whole);
  const difference = new Difference(stands, inParts);
  await differ(full, edition, stands, difference);
  if ((await full.revision()) !== revision) return null;
  await difference.write();
  return (await full.revision()) === revision ? revision : null;
}
