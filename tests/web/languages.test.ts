import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { first as enFirst } from '../../web/src/languages/en/first.ts';
import { later as enLater } from '../../web/src/languages/en/later.ts';
import { first as idFirst } from '../../web/src/languages/id/first.ts';
import { later as idLater } from '../../web/src/languages/id/later.ts';
import { first as jaFirst } from '../../web/src/languages/ja/first.ts';
import { later as jaLater } from '../../web/src/languages/ja/later.ts';

const en = { ...enFirst, ...enLater };
const id = { ...idFirst, ...idLater };
const ja = { ...jaFirst, ...jaLater };

const SOURCE = join(import.meta.dirname, '../../web/src');

/** Every text by its path, as in `answer.kind.SUPPORT`. */
function texts(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(path + key, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, text] of texts(value, `${path}${key}.`)) found.set(inner, text);
    }
  }
  return found;
}

const english = texts(en);
const withoutSingular = [...english.keys()].filter((key) => !key.endsWith('_one'));
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\w+\}\}|<\w+\/>/g)].map(([name]) => name).sort();

/** Texts that are right to be the same in two languages: names, units and signs. */
const SHARED: ReadonlySet<string> = new Set([
  'programmes.column.status',
  'app.name',
  'unit.COUNT',
  'unit.PERCENT',
  'unit.HECTARES',
  'unit.RUPIAH',
  'question.sentence',
  'details.status',
  'fragility.relation',
  'untied.km',
  // Two phrases and what stands between them.
  'state.wayOut',
  'history.measures.PAGERANK',
  'ranks.measures.PAGERANK',
  // The same word in Indonesian, and what only puts figures side by side.
  'inputOutput.title',
  'inputOutput.tableName',
  'inputOutput.below',
  'inputOutput.amountPart',
  'inputOutput.titleUnit',
  'inputOutput.titlePlain',
  'inputOutput.fact.output',
  'inputOutput.column.output',
  'ranks.analysis.INPUT_OUTPUT',
]);

for (const [language, tree] of [
  ['Indonesian', id],
  ['Japanese', ja],
] as const) {
  describe(`the texts in ${language}`, () => {
    const translated = texts(tree);

    it('have every key of English and no other', () => {
      expect([...translated.keys()].sort()).toEqual([...withoutSingular].sort());
    });

    it('are translated, not copied', () => {
      const copied = withoutSingular.filter((key) => !SHARED.has(key) && translated.get(key) === english.get(key));
      expect(copied).toEqual([]);
    });

    it('are never empty where English says something', () => {
      const empty = withoutSingular.filter((key) => english.get(key) !== '' && translated.get(key)?.trim() === '');
      expect(empty).toEqual([]);
    });

    it('name the same values as English', () => {
      const differing = withoutSingular.filter(
        (key) => placeholders(translated.get(key) ?? '').join() !== placeholders(english.get(key) ?? '').join(),
      );
      expect(differing).toEqual([]);
    });
  });
}

it('every singular in English has its plural', () => {
  const alone = [...english.keys()].filter(
    (key) => key.endsWith('_one') && !english.has(key.replace(/_one$/, '_other')),
  );
  expect(alone).toEqual([]);
});

/** The word list of the design: these words are decided. */
it('the decided words are used', () => {
  expect([en.search.label, id.search.label, ja.search.label]).toEqual(['Search', 'Cari', '検索']);
  expect([id.view.GRAPH, id.view.TABLE, ja.view.GRAPH, ja.view.TABLE]).toEqual(['Graf', 'Tabel', 'グラフ', '表']);
  expect([id.filter.PLACE, ja.filter.PLACE]).toEqual(['Wilayah', '地域']);
  expect([id.filter.SECTOR, ja.filter.SECTOR]).toEqual(['Sektor', '業種']);
  expect([id.filter.ASOF, ja.filter.ASOF]).toEqual(['Per tanggal', '時点']);
  expect([id.filter.EVIDENCE, ja.filter.EVIDENCE]).toEqual(['Bukti', '根拠']);
  expect([id.filter.documented, ja.filter.documented]).toEqual(['Terdokumentasi', '文書あり']);
  expect([id.details.expand, ja.details.expand]).toEqual(['Perluas', '展開']);
});

interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly value?: unknown;
  readonly name?: { readonly name?: unknown };
}

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Attributes whose text a person reads or hears. */
const SPOKEN_ATTRIBUTES: ReadonlySet<unknown> = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label']);
const HAS_LETTERS = /\p{L}/u;

/** Texts that stand in JSX itself, or in an attribute that is read aloud. */
function literalsIn(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node)) for (const item of node) literalsIn(item, found);
  else if (isSyntax(node)) {
    if (node.type === 'JSXText' && HAS_LETTERS.test(String(node.value))) found.push(String(node.value).trim());
    const attribute = node.type === 'JSXAttribute' && SPOKEN_ATTRIBUTES.has(node.name?.name);
    if (attribute && isSyntax(node.value) && node.value.type === 'Literal') found.push(String(node.value.value));
    for (const value of Object.values(node)) literalsIn(value, found);
  }
  return found;
}

describe('components', () => {
  it('are searched for texts in a way that finds them', () => {
    const planted = parseAst('const a = <p title="Hello">Text <b>{t("key")}</b></p>', { lang: 'tsx' });
    expect(literalsIn(planted)).toEqual(['Hello', 'Text']);
  });

  it('hold no text of their own', () => {
    const components = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.tsx'),
    );
    expect(components.length).toBeGreaterThan(20);
    const found = components.flatMap((name) =>
      literalsIn(parseAst(readFileSync(join(SOURCE, name), 'utf8'), { lang: 'tsx' })).map((text) => `${name}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});
