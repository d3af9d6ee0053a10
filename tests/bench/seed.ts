/** Records a second into a fresh SQLite file, against plain INSERTs of the same records as JSON in one transaction. */
import Database from 'libsql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedStore } from '../../api/seeding/seed-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { readDataset } from '../../graph-seed/dataset/read-dataset.ts';
import { check, inTurns, type Benchmark } from './benchmark.ts';

const DATASET = new URL('../../graph-seed/dataset/records', import.meta.url).pathname;
const ROUNDS = 5;

export const seedBenchmark: Benchmark = {
  name: 'seed',
  run: async () => {
    const reading = readDataset(DATASET);
    if (!reading.ok) throw new Error(`the dataset has ${reading.faults.length} faults`);
    const { records } = reading;
    const all = [records.sources, records.nodes, records.relations, records.figures, records.disagreements].flat();
    const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-seed-'));
    let round = 0;
    const ours = async (): Promise<void> => {
      const store = await openStore(`sqlite:${join(folder, `ours-${(round += 1)}.db`)}`);
      const summary = await seedStore(store, records);
      check(summary.added === all.length, `${summary.added} added of ${all.length}`);
      await store.close();
    };
    const plain = (): void => {
      const database = new Database(join(folder, `plain-${(round += 1)}.db`));
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.exec('CREATE TABLE record (id TEXT PRIMARY KEY, json TEXT NOT NULL)');
      const insert = database.prepare('INSERT INTO record (id, json) VALUES (?, ?)');
      database.exec('BEGIN');
      for (const record of all) insert.run(record.id, JSON.stringify(record));
      database.exec('COMMIT');
      database.close();
    };
    try {
      const store = await openStore(`sqlite:${join(folder, 'twice.db')}`);
      await seedStore(store, records);
      const again = await seedStore(store, records);
      check(again.added + again.changed + again.removed === 0, 'seeding twice changed something');
      await store.close();
      const taken = await inTurns(ROUNDS, ours, plain);
      const ratio = taken.peer / taken.ours;
      return [
        {
          name: 'seed',
          value: all.length / taken.ours,
          unit: 'records a second',
          peer: 'plain INSERTs of the same records as JSON',
          peerValue: all.length / taken.peer,
          ratio,
          goal: 'at least 0.05 of the peer',
          pass: ratio >= 0.05,
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
