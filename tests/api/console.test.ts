import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LANGUAGES } from '#vocabulary';
import { questionText, variablesText } from '../../web/console/examples/example.ts';
import { EXAMPLE_GROUPS } from '../../web/console/examples/index.ts';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

const EXAMPLES = EXAMPLE_GROUPS.flatMap(({ examples }) => examples);
const NOTHING = { sources: [], nodes: [], relations: [], figures: [], disagreements: [] };
const STYLE_HASH = 'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8=';

/** Every path of an answer without list positions, with whether anything stands there in any of its places. */
function told(value: unknown, path: string, seen: Map<string, boolean>): Map<string, boolean> {
  const empty = value === null || (Array.isArray(value) && value.length === 0);
  seen.set(path, !empty || seen.get(path) === true);
  if (Array.isArray(value)) for (const item of value) told(item, path, seen);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) told(part, `${path}.${name}`, seen);
  }
  return seen;
}

/** Paths at which an answer says nothing anywhere. */
const silentPaths = (answer: unknown): readonly string[] =>
  [...told(answer, 'answer', new Map())].filter(([, something]) => !something).map(([path]) => path);

describe('the worked examples of the console', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  it.each(EXAMPLES)('$id is answered, and every field that it asks for says something', async (example) => {
    const answer = await api.ask(questionText(example, 'en'), z.record(z.string(), z.unknown()), example.variables);
    expect(silentPaths(answer)).toEqual([]);
  });

  it('reach every question of the schema', async () => {
    const { __schema: schema } = await api.ask(
      '{ __schema { queryType { fields { name } } } }',
      z.object({ __schema: z.object({ queryType: z.object({ fields: z.array(z.object({ name: z.string() })) }) }) }),
    );
    const asked = EXAMPLES.map(({ query }) => query).join('\n');
    const missing = schema.queryType.fields.filter(({ name }) => !new RegExp(`^ {10}${name}\\b`, 'm').test(asked));
    expect(missing).toEqual([]);
  });

  it('have ids and operation names of their own, and are told in every language', () => {
    const names = EXAMPLES.map(({ query }) => /query (\w+)/.exec(query)?.[1]);
    expect(new Set(names).size).toBe(EXAMPLES.length);
    expect(names).not.toContain(undefined);
    expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(EXAMPLES.length);
    for (const language of LANGUAGES) {
      for (const { title, comment } of EXAMPLES) {
        expect(title[language].length).toBeGreaterThan(3);
        expect(comment[language]).toMatch(/[.。]$/);
      }
    }
  });

  it('stand in the editor with their words as comments and no indentation of our sources', () => {
    for (const example of EXAMPLES) {
      const lines = questionText(example, 'id').split('\n');
      expect(lines.slice(0, 2)).toEqual([`# ${example.title.id}`, `# ${example.comment.id}`]);
      expect(lines[2]).toMatch(/^query \w+/);
      expect(lines.at(-2)).toBe('}');
      expect(JSON.parse(variablesText(example) || 'null')).toEqual(example.variables ?? null);
    }
  });
});

describe('the console over HTTP', () => {
  let api: ApiUnderTest;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sentra-console-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Sentra console</title>');
    writeFileSync(join(folder, 'assets', 'editor-1a2b.js'), 'export {};');
    api = await openApi(NOTHING, { consoleFolder: folder, pageFolder: folder, styleHashes: [STYLE_HASH] });
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const directives = async (path: string): Promise<ReadonlyMap<string, string>> => {
    const policy = (await fetch(api.url + path)).headers.get('content-security-policy') ?? '';
    return new Map(
      policy
        .split(';')
        .map((directive) => directive.trim().split(' '))
        .map(([name = '', ...rest]) => [name, rest.join(' ')]),
    );
  };

  it('is a page with a style policy of its own and all else as strict as elsewhere', async () => {
    const response = await fetch(`${api.url}/console`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('Sentra console');
    const relaxed = await directives('/console');
    const strict = await directives('/');
    expect(relaxed.get('style-src')).toBe("'self' 'unsafe-inline'");
    expect(strict.get('style-src')).toBe(`'self' '${STYLE_HASH}'`);
    expect([...relaxed].filter(([name]) => name !== 'style-src')).toEqual(
      [...strict].filter(([name]) => name !== 'style-src'),
    );
    expect(relaxed.get('script-src')).toBe("'self'");
    expect(relaxed.get('worker-src')).toBe("'self'");
    for (const header of ['x-frame-options', 'x-content-type-options', 'referrer-policy']) {
      expect(response.headers.get(header)).toBe((await fetch(api.url)).headers.get(header));
    }
  });

  it.each([
    '/',
    '/console/assets/editor-1a2b.js',
    '/console/',
    '/console/index.html',
    '/console/other',
    '/graphql',
    '/x',
  ])('%s keeps the strict policy', async (path) => {
    const { headers } = await fetch(api.url + path, { redirect: 'manual' });
    expect(headers.get('content-security-policy')).toContain(`style-src 'self' '${STYLE_HASH}'`);
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
  });

  it('lets its files be kept for ever, and sends /console/ to /console', async () => {
    const file = await fetch(`${api.url}/console/assets/editor-1a2b.js`);
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const slash = await fetch(`${api.url}/console/`, { redirect: 'manual' });
    expect(slash.status).toBe(308);
    expect(slash.headers.get('location')).toBe('/console');
  });

  it('that is not built says how to build it', async () => {
    const bare = await openApi(NOTHING);
    const response = await fetch(`${bare.url}/console`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      errors: [{ message: 'The console is not built; `npm run build` builds it.', extensions: { code: 'NOT_FOUND' } }],
    });
    await bare.close();
  });
});
