/**
 * What hangs on what: from records that changed to all whose open form may be another, with what is needed to say so. The rules themselves are
 * those of open-edition.ts alone; here stands only how far a change can reach by them.
 *
 * - A mark that came or went on a source reaches what cites it; on a node, its relations, figures and disagreements.
 * - A relation or figure that changed, or was reached, reaches its ends (they may be left without anything that speaks of them) and its
 *   disagreement.
 * - A node that may come or go reaches the disagreements about it, and is decided by all that speaks of it.
 * - A disagreement reaches its sides, and is decided by all of them and by what it is about.
 */
import type { Evidence, NodeId, NodeRecord } from '#vocabulary';
import type { GraphStore, RecordKey, WholeRecord } from '../store/graph-store.ts';
import { endsOf, OpenEdition } from './open-edition.ts';
import type { Apart } from './apart.ts';

/** A record that was reached: as it is in the store, and as it stands in the edition; null: it does not. */
export interface Reached {
  readonly key: RecordKey;
  readonly now: WholeRecord | null;
  readonly stands: WholeRecord | null;
}

/** Records of one store, looked up once. */
class Records {
  readonly #store: GraphStore;
  readonly #known = new Map<string, WholeRecord | null>();

  constructor(store: GraphStore) {
    this.#store = store;
  }

  get size(): number {
    return this.#known.size;
  }

  async load(keys: Iterable<RecordKey>): Promise<void> {
    const unknown = [...keys].filter(({ id }) => !this.#known.has(id));
    if (unknown.length === 0) return;
    const found = await this.#store.wholeRecords(unknown);
    for (const { id } of unknown) this.#known.set(id, found.get(id) ?? null);
  }

  get(id: string): WholeRecord | null {
    return this.#known.get(id) ?? null;
  }

  all(): WholeRecord[] {
    return [...this.#known.values()].filter((one) => one !== null);
  }
}

/** Too much is reached for looking at it record by record. */
class TooFar extends Error {
  override readonly name = 'TooFar';
}

function evidenceOf(whole: WholeRecord): readonly Evidence[] {
  return whole.kind === 'source' || whole.kind === 'disagreement' ? [] : whole.record.evidence;
}

function sourcesOf(wholes: readonly WholeRecord[]): RecordKey[] {
  return wholes.flatMap((one) => evidenceOf(one).map(({ source }): RecordKey => ({ kind: 'source', id: source })));
}

/** Nodes that a relation or a figure speaks of. */
function nodesOf(whole: WholeRecord | null): RecordKey[] {
  if (whole === null) return [];
  const node = (id: NodeId): RecordKey => ({ kind: 'node', id });
  if (whole.kind === 'relation') return [node(whole.record.from), node(whole.record.to)];
  if (whole.kind === 'figure') return endsOf(whole.record).map(node);
  return whole.kind === 'disagreement' ? [node(whole.record.about)] : [];
}

function disagreementOf(whole: WholeRecord | null): RecordKey[] {
  if (whole === null || (whole.kind !== 'relation' && whole.kind !== 'figure')) return [];
  const { disagreement } = whole.record;
  return disagreement === null ? [] : [{ kind: 'disagreement', id: disagreement }];
}

class Reach {
  readonly #full: GraphStore;
  readonly #apart: Apart;
  readonly #most: number;
  readonly now: Records;
  readonly before: Records;
  readonly reached = new Map<string, RecordKey>();

  constructor(full: GraphStore, stands: GraphStore, apart: Apart, most: number) {
    this.#full = full;
    this.#apart = apart;
    this.#most = most;
    this.now = new Records(full);
    this.before = new Records(stands);
  }

  /** @returns those that were not reached before */
  async #reach(keys: Iterable<RecordKey>): Promise<RecordKey[]> {
    const fresh: RecordKey[] = [];
    for (const key of keys) {
      if (this.reached.has(key.id)) continue;
      this.reached.set(key.id, key);
      fresh.push(key);
    }
    await this.#load(fresh);
    await this.before.load(fresh);
    return fresh;
  }

  async #load(keys: Iterable<RecordKey>): Promise<void> {
    await this.now.load(keys);
    if (this.now.size > this.#most) throw new TooFar();
  }

  async #usesOf(keys: readonly RecordKey[]): Promise<RecordKey[]> {
    const uses = keys.length === 0 ? [] : await this.#full.usesOf(keys, this.#most);
    if (uses === null) throw new TooFar();
    return uses.map(({ by }) => by);
  }

  /** Of a source or a node. What is new reaches nothing: whatever refers to it is new or changed itself. */
  #markMoved({ kind, id }: RecordKey): boolean {
    const now = this.now.get(id);
    if (now === null || (kind !== 'source' && kind !== 'node')) return false;
    const marked = now.record.restricted === true;
    return this.before.get(id) === null ? this.#apart.withholds(id) && !marked : marked;
  }

  /** Whether a node may come or go with what speaks of it, or has just come. */
  #isUnsure({ evidence, restricted, id }: NodeRecord): boolean {
    if (restricted === true) return false;
    const open = evidence.some(({ source }) => this.now.get(source)?.record.restricted !== true);
    return (evidence.length > 0 && !open) || this.before.get(id) === null;
  }

  /** Nodes that were reached, with what decides about them. @returns disagreements about those that may come or go */
  async #decideNodes(keys: readonly RecordKey[]): Promise<RecordKey[]> {
    const nodes = keys.flatMap(({ id }) => this.now.get(id) ?? []);
    await this.#load(sourcesOf(nodes));
    const unsure = nodes.filter((one) => one.kind === 'node' && this.#isUnsure(one.record));
    const uses = await this.#usesOf(unsure.map(({ kind, id }) => ({ kind, id })));
    await this.#load(uses);
    return uses.filter(({ kind }) => kind === 'disagreement');
  }

  async from(changed: readonly RecordKey[]): Promise<void> {
    await this.#reach(changed);
    await this.#reach(await this.#usesOf(changed.filter((key) => this.#markMoved(key))));
    const first = [...this.reached.values()];
    const forms = first.flatMap(({ id }) => [this.now.get(id), this.before.get(id)]);
    await this.#reach([...forms.flatMap(nodesOf), ...forms.flatMap(disagreementOf)]);
    let waiting = [...this.reached.values()].filter(({ kind }) => kind === 'node');
    let asked = [...this.reached.values()].filter(({ kind }) => kind === 'disagreement');
    while (waiting.length + asked.length > 0) {
      const about = await this.#decideNodes(waiting);
      asked.push(...(await this.#reach(about)));
      waiting = await this.#reach(asked.flatMap(({ id }) => nodesOf(this.now.get(id))));
      // Not their ends: whether a side is open does not hang on its disagreement.
      await this.#reach(await this.#usesOf(asked));
      asked = [];
    }
    const speaking = this.now.all();
    await this.#load([...sourcesOf(speaking), ...speaking.flatMap(nodesOf)]);
  }
}

/** In the order in which an edition sees them. */
const ORDER = ['source', 'node', 'disagreement', 'relation', 'figure'] as const;

/**
 * All records whose open form may be another than what stands in the edition, and an edition that says so of them, and of them only.
 * @param stands the edition as it is
 * @returns null: more than `most` would have to be looked at
 */
export async function reachOf(
  changed: readonly RecordKey[],
  { full, stands, apart, most }: { full: GraphStore; stands: GraphStore; apart: Apart; most: number },
): Promise<{ readonly reached: readonly Reached[]; readonly edition: OpenEdition } | null> {
  const reach = new Reach(full, stands, apart, most);
  try {
    await reach.from(changed);
  } catch (error) {
    if (error instanceof TooFar) return null;
    throw error;
  }
  const edition = new OpenEdition();
  const seen = reach.now.all();
  for (const kind of ORDER) for (const whole of seen) if (whole.kind === kind) edition.see(whole);
  const reached = [...reach.reached.values()].map((key) => ({
    key,
    now: reach.now.get(key.id),
    stands: reach.before.get(key.id),
  }));
  return { reached, edition };
}
