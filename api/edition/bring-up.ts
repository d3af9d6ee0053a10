/** Makes one store hold what is open of another: both are gone through side by side, and only what differs is written. */
import type { ChangeSet, GraphStore, RecordDigest, RecordKey, Revision, WholeRecord } from '../store/graph-store.ts';
import { recordDigest } from '../store/revision.ts';
import { differences, PutLists, singly } from '../store/side-by-side.ts';
import { OpenEdition } from './open-edition.ts';

/** Records written at once while nobody is answered from the edition yet. */
const PART = 5_000;

/** What could not be written to the edition, so that it may hold what is no longer open. */
export class EditionError extends Error {
  override readonly name = 'EditionError';
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

async function* openRecords(full: GraphStore, edition: OpenEdition): AsyncGenerator<WholeRecord, void, void> {
  for await (const whole of singly(full.streamRecords())) {
    const open = openOf(edition, whole);
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
  for await (const whole of singly(full.streamRecords())) edition.see(whole);
  const remove: RecordKey[] = [];
  let put = new PutLists();
  for await (const step of differences(openRecords(full, edition), digestsOf(stands))) {
    if (step.step === 'remove') remove.push({ kind: step.key.kind, id: step.key.id });
    else put.add(step.whole);
    if (!inParts || put.size < PART) continue;
    await write(stands, { put, remove: [] });
    put = new PutLists();
  }
  if ((await full.revision()) !== revision) return null;
  if (put.size + remove.length > 0) await write(stands, { put, remove });
  return (await full.revision()) === revision ? revision : null;
}
