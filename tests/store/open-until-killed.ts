/** Run as a process: opens the SQLite file at a path, as a start does. Prints a line before, and ends when it is open. */
import { writeSync } from 'node:fs';
import { openStore } from '../../api/store/open-store.ts';

writeSync(1, 'opening\n');
const store = await openStore(`sqlite:${process.argv[2] ?? ''}`);
await store.close();
