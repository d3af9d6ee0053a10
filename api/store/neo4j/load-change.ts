/**
 * A change in many transactions. Each is a whole change of its own, checked and with its revision, so that readers always
 * see a whole graph; a mark on the Dataset node says until the last one that more is to come.
 */
import type { GraphRecords } from '#vocabulary';
import { changeSize, type StoredFacts } from '../change-set.ts';
import { StoreError, type ChangeSet, type RecordKind, type WriteSummary } from '../graph-store.ts';
import type { LoadOptions } from '../loading.ts';
import { EMPTY_REVISION } from '../revision.ts';
import type { Asker, Connection } from './connection.ts';
import { endLoading, loading, markLoading, revision, type LoadMark } from './cypher/dataset.ts';
import { anyLeftOut } from './cypher/write-lookups.ts';
import { writeCounted } from './known-to.ts';
import { LOADING_LOOK, PATIENT_LOOK } from './presence.ts';
import { lookUpFacts, refuseBroken, writeChange } from './write-change.ts';

const BATCH = 4_000;
/** Milliseconds without a batch after which a load counts as cut off, so that one to another target may begin. */
const CUT_OFF = 60_000;

const NOTHING: GraphRecords = { sources: [], nodes: [], relations: [], figures: [], disagreements: [] };
/** Each needs only what comes before it; removed in the opposite order. */
const PUT_ORDER = ['sources', 'nodes', 'disagreements', 'relations', 'figures'] as const;
const REMOVE_ORDER: readonly RecordKind[] = ['figure', 'relation', 'disagreement', 'node', 'source'];

function* parts<T>(values: readonly T[], size: number): Generator<readonly T[], void, void> {
  for (let at = 0; at < values.length; at += size) yield values.slice(at, at + size);
}

/** Changes that one after another make up the whole; after each of them nothing dangles. A small one stays in one piece. */
function* steps(change: ChangeSet, size: number): Generator<ChangeSet, void, void> {
  if (changeSize(change) <= size) {
    yield change;
    return;
  }
  const { put, remove } = change;
  for (const list of PUT_ORDER) {
    for (const some of parts<GraphRecords[typeof list][number]>(put[list], size)) {
      yield { put: { ...NOTHING, [list]: some }, remove: [] };
    }
  }
  for (const kind of REMOVE_ORDER) {
    const keys = remove.filter((key) => key.kind === kind);
    for (const some of parts(keys, size)) yield { put: NOTHING, remove: some };
  }
}

/** Two loads to one target help each other: what one has written, the other finds unchanged. */
async function claim(asker: Asker, mark: LoadMark): Promise<void> {
  const [other] = await asker.ask(loading, undefined);
  if (other !== undefined && other.target !== mark.target && other.quietMs < CUT_OFF) {
    throw new StoreError(
      'STORE_LOCKED',
      `another load is running, ${other.done} of ${other.total} records done; wait for its end, or stop it and try again a minute later`,
    );
  }
  await asker.run(markLoading, mark);
}

/** What the change needs to know of the store: as the caller saw it where that still holds and is all there is, else looked up. */
async function lookAround(
  asker: Asker,
  change: ChangeSet,
  seen: LoadOptions['seen'],
): Promise<{ readonly facts: StoredFacts; readonly leftOut: boolean }> {
  const [leftOut = true] = await asker.ask(anyLeftOut, undefined);
  const [now] = await asker.ask(revision, undefined);
  const asSeen = seen !== undefined && now === seen.revision && !leftOut && change.remove.length === 0;
  if (!asSeen) return { facts: await lookUpFacts(asker, change), leftOut };
  return { facts: { existing: new Set(seen.digests.keys()), uses: [] }, leftOut };
}

/** @throws StoreError INVALID_CHANGE that names every fault of the whole change; nothing is then written */
export async function loadChange(
  connection: Connection,
  change: ChangeSet,
  { target, batch = BATCH, onProgress, seen }: LoadOptions,
): Promise<WriteSummary> {
  const { facts, leftOut } = await connection.read((asker) => lookAround(asker, change, seen), PATIENT_LOOK);
  // Outside the transaction: checking a large change takes longer than a server waits.
  await refuseBroken(change, facts);
  const total = changeSize(change);
  let done = 0;
  const sum = { added: 0, changed: 0, removed: 0, unchanged: 0, revision: EMPTY_REVISION };
  // The revision at which what the caller saw is all there is, but for what we wrote since.
  let ours = leftOut ? undefined : seen?.revision;
  for (const step of steps(change, batch)) {
    const after = done + changeSize(step);
    const summary = await writeCounted(
      connection,
      async (asker) => {
        await claim(asker, { target, done: after, total });
        const alone = (await asker.ask(revision, undefined))[0] === ours;
        const known = alone ? (seen?.digests ?? null) : null;
        const { summary: written } = await writeChange(asker, step, { checked: true, known });
        if (after === total) await asker.run(endLoading, undefined);
        return { ...written, alone };
      },
      LOADING_LOOK,
    );
    done = after;
    // Once others write too, what was seen is of no use any more.
    if (ours !== undefined) ours = summary.alone ? summary.revision : undefined;
    for (const count of ['added', 'changed', 'removed', 'unchanged'] as const) sum[count] += summary[count];
    sum.revision = summary.revision;
    onProgress?.(done, total);
  }
  return sum;
}
