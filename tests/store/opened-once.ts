/** Run as a process: opens the store at an address and prints its engine, or why not. */
import { openStore } from '../../api/store/open-store.ts';

try {
  const store = await openStore(process.argv[2] ?? '');
  console.log((await store.dataset()).engine);
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
}
process.exit(0);
