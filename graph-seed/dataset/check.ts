/**
 * `npx tsx graph-seed/dataset/check.ts [FOLDER]` prints every fault of the dataset, or how many records of each type it
 * holds. Exit code 1 when there are faults.
 */
import { fileURLToPath } from 'node:url';
import { formatFault } from './dataset-fault.ts';
import { readDataset } from './read-dataset.ts';

function countBy<T>(items: readonly T[], group: (item: T) => string): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(group(item), (counts.get(group(item)) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `  ${name} ${count}`)
    .join('\n');
}

const folder = process.argv[2] ?? fileURLToPath(new URL('./records', import.meta.url));
const started = performance.now();
const reading = readDataset(folder);
if (reading.ok) {
  const { sources, nodes, relations, figures, disagreements } = reading.records;
  console.log(`nodes ${nodes.length}\n${countBy(nodes, ({ type }) => type)}`);
  console.log(`relations ${relations.length}\n${countBy(relations, ({ type }) => type)}`);
  console.log(`figures ${figures.length}\n${countBy(figures, ({ measure }) => measure)}`);
  console.log(`sources ${sources.length}\ndisagreements ${disagreements.length}`);
  console.log(`read in ${Math.round(performance.now() - started)} ms`);
} else {
  for (const fault of reading.faults) console.error(formatFault(fault));
  console.error(`${reading.faults.length} fault${reading.faults.length === 1 ? '' : 's'}`);
  process.exitCode = 1;
}
