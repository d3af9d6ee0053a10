/** Run as a process: each write puts a node and a relation, and its number is printed once it is acknowledged. */
import { writeSync } from 'node:fs';
import { openStore } from '../../api/store/open-store.ts';
import { node, records, relation, source } from '../fixtures/records.ts';

async function writeOn(path: string): Promise<void> {
  const store = await openStore(`sqlite:${path}`);
  for (let number = 0; number < 100_000; number += 1) {
    const id = `market:m-${number}`;
    const put = records({ sources: [source()], nodes: [node(id)], relations: [relation(id, 'SAME_AS_PROBABLY', id)] });
    await store.write({ put, remove: [] });
    writeSync(1, `${number}\n`);
  }
}

await writeOn(process.argv[2] ?? '');
