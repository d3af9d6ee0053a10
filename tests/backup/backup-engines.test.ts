/** One backup is for both engines: the graph moves from SQLite to Neo4j and back, and nothing of it is lost. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { readBackup } from '../../api/backup/read-backup.ts';
import { restore } from '../../api/backup/restore.ts';
import { writeBackup } from '../../api/backup/write-backup.ts';
import { datasetRevision } from '../../api/seeding/seed-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { node } from '../fixtures/records.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { realRecords } from '../api/api-under-test.ts';
import { withNeo4j } from '../store/neo4j-under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'sentra-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function withMark(graph: GraphRecords): GraphRecords {
  return { ...graph, nodes: [...graph.nodes, node('market:hidden', { restricted: true })] };
}

withNeo4j((neo4j) => {
  describe('a backup', () => {
    it.each<readonly [string, () => GraphRecords]>([
      ['the tiny industry', () => withMark(tinyIndustry)],
      ['the whole dataset', () => withMark(realRecords())],
    ])(
      'of %s moves to Neo4j and back, digest for digest and byte for byte',
      { timeout: 300_000 },
      async (name, graphOf) => {
        const graph = graphOf();
        const path = (which: string): string => join(folder, `${name} ${which}`);
        const sqlite = await openStore('sqlite::memory:');
        await sqlite.write({ put: graph, remove: [] });
        await writeBackup(sqlite, path('sqlite'));
        await sqlite.close();

        const there = await neo4j.openEmpty();
        const moved = await restore(there, await readBackup(path('sqlite')));
        expect(moved.revision).toBe(datasetRevision(graph));
        expect(await there.marks()).not.toBe('');
        expect(await there.takeIn({ whole: true })).toMatchObject({ takenIn: 0, faultCount: 0 });
        await writeBackup(there, path('neo4j'));
        await there.close();

        const back = await openStore('sqlite::memory:');
        expect((await restore(back, await readBackup(path('neo4j')))).revision).toBe(datasetRevision(graph));
        await back.close();
        expect(readFileSync(path('neo4j')).equals(readFileSync(path('sqlite')))).toBe(true);
      },
    );
  });
});
