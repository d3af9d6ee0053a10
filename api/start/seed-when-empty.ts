/** An empty store gets the dataset before the first answer; one that holds something is left as it is. */
import { join } from 'node:path';
import type { GraphStore } from '../store/graph-store.ts';
import { StartError } from './start-error.ts';

/** More faults than anybody reads at once; the rest is counted. */
const MOST_FAULTS_SHOWN = 50;

/**
 * @param folder of the dataset's records
 * @param report told before and after seeding, in a person's words
 * @throws StartError that names every fault of the dataset with file and line; StoreError
 */
export async function seedWhenEmpty(store: GraphStore, folder: string, report: (line: string) => void): Promise<void> {
  const { nodeCount, sourceCount } = await store.dataset();
  if (nodeCount > 0 || sourceCount > 0) return;
  const started = performance.now();
  report('The store is empty: reading the dataset.');
  // Only now: a start with a seeded store must not pay for reading YAML.
  const [{ readDataset }, { seedStore }] = await Promise.all([
    import('../../graph-seed/dataset/read-dataset.ts'),
    import('../seeding/seed-store.ts'),
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
  await seedStore(store, dataset.records);
  const { nodeCount: nodes, relationCount: relations } = await store.dataset();
  report(`Seeded ${nodes} nodes and ${relations} relations in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
