import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVIDENCE_KINDS, NODE_TYPES, RELATION_TYPES } from '#vocabulary';
import { Connection } from '../../api/store/sqlite/connection.ts';
import { LEFT_OUT, TABLES } from '../../api/store/sqlite/schema.ts';
import Database from 'libsql';

const SQL = new URL('../../api/store/sqlite/sql/', import.meta.url);

interface Statement {
  readonly name: string;
  readonly text: string;
}

function isTexted(value: object): value is { text: string } {
  return 'text' in value && typeof value.text === 'string' && 'parameters' in value;
}

/** Everything with a text and parameters, however deep in what a module exports. */
function statementsIn(name: string, value: unknown): Statement[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isTexted(value)) return [{ name, text: value.text }];
  return Object.entries(value).flatMap(([key, part]) => statementsIn(`${name}.${key}`, part));
}

async function allStatements(): Promise<Statement[]> {
  const files = readdirSync(SQL).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(
    files.map(async (file): Promise<[string, unknown]> => [file, await import(new URL(file, SQL).href)]),
  );
  return modules.flatMap(([file, module]) => statementsIn(file, { ...(module as object) }));
}

describe('every statement to SQLite', async () => {
  const statements = await allStatements();

  it('is found by this sweep', () => {
    expect(statements.length).toBeGreaterThan(50);
    expect(statements.map(({ name }) => name)).toContain('neighbourhood.ts.neighbourhoodPage');
    expect(statements.map(({ name }) => name)).toContain('write-lookups.ts.usesOf.node.0');
  });

  it.each(statements)('$name holds no value in its text', ({ text }) => {
    expect(text).not.toMatch(/['"`]/);
    const words = new Set(text.split(/[^A-Za-z_]+/));
    const values = [NODE_TYPES, RELATION_TYPES, EVIDENCE_KINDS].flatMap((types) => Object.keys(types));
    expect(values.filter((value) => words.has(value))).toEqual([]);
  });

  it.each(statements)('$name is understood by SQLite', ({ text }) => {
    const database = new Database(':memory:');
    database.exec(`${TABLES}${LEFT_OUT}`);
    expect(() => database.prepare(`EXPLAIN ${text}`)).not.toThrow();
    database.close();
  });
});

describe('a parameter', () => {
  const echo = (value: unknown) => ({
    text: 'SELECT :value',
    parameters: () => ({ value: value as string }),
    value: (row: readonly unknown[]) => row[0],
  });

  it.each([true, undefined, Number.NaN, Number.POSITIVE_INFINITY, {}, 1n])(
    '%s is refused before the driver sees it',
    (value) => {
      const connection = new Connection(':memory:');
      expect(() => connection.ask(echo(value), undefined)).toThrow(TypeError);
      connection.close();
    },
  );

  it.each(['', "it's", '漆器 \u{20BB7} é', 0, -1.5, 2 ** 53 - 1, null])('%s comes back as it went in', (value) => {
    const connection = new Connection(':memory:');
    expect(connection.ask(echo(value), undefined)).toEqual([value]);
    connection.close();
  });
});

describe('the contract', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.startsWith('contract'));

  it.each([...files, 'model.ts', 'asking.ts'])('%s knows no engine and skips nothing', (file) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    expect(text).not.toMatch(/sqlite|libsql|neo4j|cypher|bolt/i);
    expect(text).not.toMatch(/\.(?:skip|skipIf|runIf|only|todo|fails)\b/);
    expect(text).not.toMatch(/engine\s*(?:===|!==)/);
  });
});
