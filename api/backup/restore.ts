/** A backup → a store, on either engine. */
import { StoreError, type GraphStore, type RecordKey, type WriteSummary } from '../store/graph-store.ts';
import { differences, PutLists } from '../store/side-by-side.ts';
import { BackupError } from './backup-error.ts';
import type { Backup } from './read-backup.ts';

/** Records a transaction. */
const BATCH = 4_000;

export interface RestoreOptions {
  /** Whether records that are not in the backup go, and others of the same ids are replaced. */
  readonly replace?: boolean | undefined;
  /** Told after each transaction: how many records of how many were written or removed. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

interface Differing {
  add: number;
  change: number;
  remove: number;
}

async function compare(store: GraphStore, backup: Backup): Promise<Differing> {
  const differing: Differing = { add: 0, change: 0, remove: 0 };
  for await (const { step } of differences(backup.records(), store.streamDigests())) differing[step] += 1;
  return differing;
}

/** @throws BackupError when there is something that a restore would take away */
function refuseOther({ change, remove }: Differing): void {
  if (change + remove === 0) return;
  throw new BackupError(
    `the store holds ${change + remove} records that are not in the backup, or are other ones there, and was left as it is; ` +
      'name an empty store with --into, or let the backup take the place of what is there with --replace',
  );
}

/** What a write was refused for, and what stands there already. */
function cutOff(error: unknown, done: number, total: number): unknown {
  if (!(error instanceof StoreError) || done === 0) return error;
  return new StoreError(
    error.code,
    `${error.message}. Before that ${done} of ${total} records were restored; once it takes writes again the same command goes on from there`,
    { cause: error },
  );
}

/**
 * Makes the store hold just what is in the backup. In transactions of some thousand records, each of which leaves a whole graph; cut off, the same
 * command goes on with what is missing. A store that holds nothing else than a part of the backup counts as one that is gone on with.
 * @throws BackupError when the store holds other records and they are not to be replaced: nothing was written then; or when the store is not what
 *   the backup was at the end; StoreError
 */
export async function restore(store: GraphStore, backup: Backup, options: RestoreOptions = {}): Promise<WriteSummary> {
  const { replace = false, onProgress } = options;
  const differing = await compare(store, backup);
  if (!replace) refuseOther(differing);
  const { add, change, remove: removing } = differing;
  const total = add + change + removing;
  const remove: RecordKey[] = [];
  let [put, done] = [new PutLists(), 0];
  const write = async (): Promise<void> => {
    if (put.size === 0) return;
    await store.write({ put, remove: [] }).catch((error: unknown) => {
      throw cutOff(error, done, total);
    });
    done += put.size;
    put = new PutLists();
    onProgress?.(done, total);
  };
  for await (const step of differences(backup.records(), store.streamDigests())) {
    if (step.step === 'remove') remove.push({ kind: step.key.kind, id: step.key.id });
    else put.add(step.whole);
    if (put.size >= BATCH) await write();
  }
  await write();
  const { revision: target, counts } = backup.manifest;
  if (remove.length > 0) await store.load({ put, remove }, { target });
  onProgress?.(total, total);
  const revision = await store.revision();
  if (revision !== target) {
    throw new BackupError(
      `the store's revision is ${revision} and not the backup's, ${target}: something else wrote to it meanwhile. Restore again`,
    );
  }
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { added: add, changed: change, removed: removing, unchanged: all - add - change, revision };
}
