/** An empty store gets the dataset before the first answer; one that holds something is left as it is. */
import { join } from 'node:path';
import type { GraphStore } from '../store/graph-store.ts';
import { StartError } from './start-error.ts';

/** More faults than anybody reads at once; the rest is counted. */
const MOST_FAULTS_SHOWN = 50;

/**
 * Seeds an empty store; a load of the same dataset that was cut off is gone on with.
 * @param folder of the dataset's records
 * @param report told before and after seeding, in a person's words
 * @throws StartError that names every fault of the dataset with file and line, or the load of another dataset that has not
 *   ended; StoreError
 */
export async function seedWhenEmpty(store: GraphStore, folder: string, report: (line: string) => void): Promise<void> {
  const { nodeCount, sourceCount } = await store.dataset();
  const loading = await store.loading();
  if (loading === null && (nodeCount > 0 || sourceCount > 0)) return;
  const started = performance.now();
  report(
    loading === null
      ? 'The store is empty: reading the dataset.'
      : `A load of the store has not ended (${loading.done} of ${loading.total} records): reading the dataset.`,
  );
  // Only now: a start with a seeded store must not pay for reading YAML.
  const [{ readDataset }, { datasetRevision, seedStore }, { progressOn }] = await Promise.all([
    import('../../graph-seed/dataset/read-dataset.ts'),
    import('../seeding/seed-store.ts'),
    import('../seeding/progress.ts'),
  ]);
  const dataset = readDataset(folder);
  if (!dataset.ok) {
    const lines = dataset.faults
      .slice(0, MOST_FAULTS_SHOWN)
      .map(({ file, line, message }) => `${file === folder ? folder : join(folder, file)}:${line} ${message}`);
    const rest = dataset.faults.length - lines.length;
    throw new StartError(
      [
        `The dataset has ${dataset.faults.length === 1 ? 'a fault' : `${dataset.faults.length} faults`}, so nothing of it was loaded:`,
        ...lines,
        ...(rest > 0 ? [`and ${rest} more`] : []),
      ].join('\n'),
    );
  }
  if (loading !== null && loading.target !== datasetRevision(dataset.records)) {
    throw new StartError(
      `A load of another dataset has not ended (${loading.done} of ${loading.total} records; it last wrote ${Math.round(loading.quietMs / 1000)} s ago). ` +
        'Wait for its end; or run npm run seed with the same SENTRA_DATASET, which writes what is missing, or with the one the store should hold.',
    );
  }
  await seedStore(store, dataset.records, { onProgress: progressOn(process.stderr) });
  const { nodeCount: nodes, relationCount: relations } = await store.dataset();
  report(`Seeded ${nodes} nodes and ${relations} relations in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
