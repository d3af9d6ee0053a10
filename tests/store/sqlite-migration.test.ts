/** Files of earlier formats: opened with a copy kept, whole whenever the process ends, and answering as before. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { datasetRevision } from '../../api/seeding/seed-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { openSqliteStore } from '../../api/store/sqlite/open-sqlite.ts';
import { drawnBelow } from '../fixtures/drawn-numbers.ts';
import { node, records } from '../fixtures/records.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { programFile } from '../programs/program.ts';
import { refusal } from './asking.ts';
import { answersOf, everything } from './every-answer.ts';

const STATEMENTS = readFileSync('tests/fixtures/format-1/tiny-industry.sql', 'utf8');
const WHO = tinyIndustry.nodes.map(({ id }) => id);
const KILLS = 10;

const folder = mkdtempSync(join(tmpdir(), 'sentra-formats-'));
let made = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In a folder of its own. */
function fileOfFormat1(more = ''): string {
  const own = join(folder, String((made += 1)));
  mkdirSync(own);
  const path = join(own, 'graph.db');
  const file = new Database(path);
  file.exec(STATEMENTS + more);
  file.close();
  return path;
}

const KINDS = ['source', 'node', 'disagreement', 'relation', 'figure'];
/** What made a file of format 1 one of format 2, as Sentra did it then. */
const FORMAT_2 = `${['dataset', ...KINDS]
  .map((table) => `ALTER TABLE ${table} ADD COLUMN restricted INTEGER NOT NULL DEFAULT 0;`)
  .join('\n')}
${KINDS.flatMap((kind) =>
  ['INSERT', 'UPDATE OF restricted'].map(
    (event) => `CREATE TRIGGER ${kind}_restricted_on_${event.slice(0, 6).toLowerCase()} AFTER ${event} ON ${kind}
      WHEN NEW.restricted <> 0 BEGIN UPDATE dataset SET restricted = 1; END;`,
  ),
).join('\n')}
PRAGMA user_version = 2;`;

function filesBeside(path: string): string[] {
  return readdirSync(join(path, '..'))
    .filter((name) => name.startsWith(`${basename(path)}.before`))
    .sort();
}

function ask(path: string, sql: string): unknown[] {
  const file = new Database(path, { readonly: true });
  try {
    return file.prepare(sql).raw().all();
  } finally {
    file.close();
  }
}

const formatOf = (path: string): unknown => ask(path, 'PRAGMA user_version')[0];

/** Tables with their columns, indexes and triggers, however their text is laid out. */
function shapeOf(path: string): unknown {
  const names = ask(path, "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name");
  const columns = ask(
    path,
    `SELECT t.name, c.name, c.type, c."notnull", c.dflt_value FROM sqlite_schema t, pragma_table_info(t.name) c
     WHERE t.type = 'table' ORDER BY t.name, c.name`,
  );
  return [names, columns];
}

describe('a file of format 1', () => {
  it('answers as it did, under the same revision, and is then shaped like a new one', async () => {
    const path = fileOfFormat1();
    const told: unknown[] = [];
    const store = await openSqliteStore(path, { onMigrated: (done) => told.push(done) });
    expect(await everything(store, WHO)).toEqual(await answersOf(tinyIndustry, WHO));
    expect(await store.revision()).toBe(datasetRevision(tinyIndustry));
    expect(await store.marks()).toBe('');
    expect(await store.takeIn({ whole: true })).toEqual({ takenIn: 0, faults: [], faultCount: 0 });
    await store.close();
    expect(told).toEqual([{ from: 1, to: 3, backup: `${path}.before-format-3` }]);

    const fresh = join(folder, 'fresh.db');
    await (await openStore(`sqlite:${fresh}`)).close();
    expect(shapeOf(path)).toEqual(shapeOf(fresh));
    expect(formatOf(path)).toEqual([3]);
  });

  it.each([
    ['in which nothing was ever marked', '', false],
    ['in which a node is marked', 'UPDATE node SET restricted = 1 WHERE key = 1;', true],
    ['in which one was', 'UPDATE source SET restricted = 1; UPDATE source SET restricted = 0;', true],
  ])('as one of format 2 %s says so, and is shaped like a new one', async (_which, more, marked) => {
    const path = fileOfFormat1(`${FORMAT_2}\n${more}`);
    const store = await openStore(`sqlite:${path}`);
    expect((await store.marks()) !== '').toBe(marked);
    const before = await store.marks();
    await store.write({ put: records({ nodes: [node('market:hidden', { restricted: true })] }), remove: [] });
    expect(await store.marks()).not.toBe(before);
    await store.close();
    expect(formatOf(`${path}.before-format-3`)).toEqual([2]);
    const fresh = join(folder, `fresh-${made}.db`);
    await (await openStore(`sqlite:${fresh}`)).close();
    expect(shapeOf(path)).toEqual(shapeOf(fresh));
  });

  it('keeps marks from then on', async () => {
    const path = fileOfFormat1();
    const hidden = node('market:hidden', { restricted: true });
    const store = await openStore(`sqlite:${path}`);
    await store.write({ put: records({ nodes: [hidden] }), remove: [] });
    expect(await store.marks()).not.toBe('');
    await store.close();
    const again = await openStore(`sqlite:${path}`);
    expect((await again.nodesById([hidden.id])).get(hidden.id)?.restricted).toBe(true);
    await again.close();
  });

  it('leaves a copy as it was, which nobody else may read and which opens again', async () => {
    const path = fileOfFormat1();
    await (await openStore(`sqlite:${path}`)).close();
    const backup = `${path}.before-format-3`;
    expect(filesBeside(path)).toEqual([basename(backup)]);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    expect(formatOf(backup)).toEqual([1]);
    expect(ask(backup, 'PRAGMA integrity_check')).toEqual([['ok']]);
    expect(ask(backup, 'SELECT revision FROM dataset')).toEqual([[datasetRevision(tinyIndustry)]]);

    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
    copyFileSync(backup, path);
    const store = await openStore(`sqlite:${path}`);
    expect(await everything(store, WHO)).toEqual(await answersOf(tinyIndustry, WHO));
    await store.close();
    expect(filesBeside(path)).toEqual([basename(backup), `${basename(backup)}.2`]);
  });

  it('also keeps what stood in the log only', async () => {
    const path = fileOfFormat1();
    const other = new Database(path);
    other.exec(
      "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; UPDATE source SET note = 'late' WHERE key = 1",
    );
    const store = await openStore(`sqlite:${path}`);
    await store.close();
    other.close();
    expect(ask(`${path}.before-format-3`, 'SELECT note FROM source WHERE key = 1')).toEqual([['late']]);
    expect(ask(path, 'SELECT note FROM source WHERE key = 1')).toEqual([['late']]);
  });

  it('is left as it was when no copy can be kept', async () => {
    const path = fileOfFormat1();
    mkdirSync(`${path}.before-format-3.partial`);
    expect((await refusal(openStore(`sqlite:${path}`))).code).toBe('STORE_NOT_WRITABLE');
    expect(formatOf(path)).toEqual([1]);
    expect(ask(path, 'SELECT count(*) FROM node')).toEqual([[12]]);
  });

  it('is brought up once when two open it at the same time', async () => {
    const path = fileOfFormat1();
    const stores = await Promise.all([openStore(`sqlite:${path}`), openStore(`sqlite:${path}`)]);
    for (const store of stores) expect(await store.revision()).toBe(datasetRevision(tinyIndustry));
    for (const store of stores) await store.close();
    expect(filesBeside(path)).toHaveLength(1);
  });

  it('is whole, with every copy that has its name, whenever the process is killed', { timeout: 120_000 }, async () => {
    const many = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO node SELECT NULL, 'market:m-' || i, '', 'Market', 'M', '', '[]', '[]', NULL, NULL, NULL, NULL, NULL, NULL,
        NULL, NULL, '[]', 0, 0, 0, 0 FROM n;`;
    const below = drawnBelow(20_251_128);
    const script = await programFile('open-until-killed');
    let path = fileOfFormat1(many);
    const seen = new Set<unknown>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = spawn(process.execPath, [script, path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      setTimeout(() => child.kill('SIGKILL'), below(160));
      await once(child, 'close');
      const format = JSON.stringify(formatOf(path));
      seen.add(format);
      expect(['[1]', '[3]']).toContain(format);
      expect(ask(path, 'PRAGMA integrity_check')).toEqual([['ok']]);
      expect(ask(path, 'SELECT count(*) FROM node')).toEqual([[20_012]]);
      const copies = filesBeside(path).filter((name) => !name.includes('.partial'));
      for (const copy of copies) {
        expect(formatOf(join(path, '..', copy))).toEqual([1]);
        expect(ask(join(path, '..', copy), 'SELECT count(*) FROM node')).toEqual([[20_012]]);
      }
      if (format === '[3]') {
        expect(copies.length).toBeGreaterThan(0);
        await (await openStore(`sqlite:${path}`)).close();
        path = fileOfFormat1(many);
      }
    }
    await (await openStore(`sqlite:${path}`)).close();
    expect(formatOf(path)).toEqual([3]);
    expect(seen.has('[1]')).toBe(true);
  });
});
