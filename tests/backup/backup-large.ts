/** Run as a process that may write little: makes a backup larger than that, and ends with its message. */
import { writeBackup } from '../../api/backup/write-backup.ts';
import { BackupError } from '../../api/backup/backup-error.ts';
import { openStore } from '../../api/store/open-store.ts';
import { generatedRecords } from '../fixtures/generated-records.ts';

// A limit on the size of a file ends a process unless it takes the signal.
process.on('SIGXFSZ', () => undefined);
const store = await openStore('sqlite::memory:');
await store.write({ put: generatedRecords(500, 2_000), remove: [] });
try {
  await writeBackup(store, process.argv[2] ?? '');
} catch (error) {
  if (!(error instanceof BackupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
