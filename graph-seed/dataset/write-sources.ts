/** `npx tsx graph-seed/dataset/write-sources.ts` writes SOURCES.md from the records; refuses a dataset with faults. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatFault } from './dataset-fault.ts';
import { readDataset } from './read-dataset.ts';
import { sourcesPage } from './sources-page.ts';

const reading = readDataset(fileURLToPath(new URL('./records', import.meta.url)));
if (reading.ok) {
  writeFileSync(new URL('./SOURCES.md', import.meta.url), sourcesPage(reading.records.sources));
} else {
  for (const fault of reading.faults) console.error(formatFault(fault));
  process.exitCode = 1;
}
