import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EVIDENCE_KINDS_BY_STRENGTH, RELATION_TYPES } from '#vocabulary';
import { QUESTIONS } from '../../api/questions/library.ts';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

const Named = z.object({ id: z.string(), name: z.string() });
const Asked = z.object({
  question: z.object({ id: z.string() }),
  title: z.string(),
  parameters: z.array(z.object({ name: z.string(), value: z.string().nullable(), text: z.string().nullable() })),
});
const Understood = z.object({
  understand: z.object({
    kind: z.string(),
    asked: z.array(Asked),
    unclear: z.object({ parameter: z.string(), text: z.string(), candidates: z.array(Named) }).nullable(),
    nearest: z.array(Asked),
  }),
});
const Answered = z.object({
  answer: z.object({
    title: z.string(),
    sentences: z.array(z.string()),
    figures: z.array(z.object({ name: z.string(), value: z.number().nullable(), text: z.string().nullable() })),
    columns: z.array(z.object({ id: z.string(), title: z.string(), numeric: z.boolean() })),
    table: z.object({
      totalCount: z.number(),
      nodes: z.array(
        z.object({
          cells: z.array(
            z.object({ text: z.string(), known: z.boolean(), value: z.number().nullable(), nodes: z.array(Named) }),
          ),
        }),
      ),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
    relations: z.array(z.object({ id: z.string() })),
    relationCount: z.number(),
    sources: z.array(z.object({ id: z.string(), title: z.string() })),
    sourceCount: z.number(),
    unknown: z.array(z.string()),
    view: z.object({ kind: z.string(), from: Named.nullable(), to: Named.nullable(), nodes: z.array(Named) }),
    revision: z.string(),
  }),
});

/** A key such as GOODS_OBSERVED or INFERRED, an id such as cluster:metal-tegal, or what a program prints for nothing. */
const LEFT_UNTRANSLATED = new RegExp(
  `\\b[A-Z]+_[A-Z_]+\\b|\\b(?:${[...Object.keys(RELATION_TYPES), ...EVIDENCE_KINDS_BY_STRENGTH].join('|')})\\b|\\b[a-z]+(?:-[a-z]+)?:[a-z0-9-]{3}|undefined|null|NaN|\\[object`,
);

const ASK = `query($question: ID!, $parameters: [ParameterValue!], $language: Language, $first: Int, $after: String) {
  answer(question: $question, parameters: $parameters, language: $language) {
    title sentences figures { name value text } columns { id title numeric }
    table(first: $first, after: $after) {
      totalCount nodes { cells { text known value nodes { id name } } } pageInfo { hasNextPage endCursor }
    }
    relations { id } relationCount sources { id title } sourceCount unknown
    view { kind from { id name } to { id name } nodes { id name } } revision
  }
}`;
const UNDERSTAND = `query($text: String!, $language: Language) {
  understand(text: $text, language: $language) {
    kind asked { question { id } title parameters { name value text } }
    unclear { parameter text candidates { id name } }
    nearest { question { id } title parameters { name value text } }
  }
}`;

describe('named questions through the API', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  const answer = async (question: string, variables: Readonly<Record<string, unknown>> = {}) =>
    (await api.ask(ASK, Answered, { question, ...variables })).answer;
  const understand = async (text: string, language = 'en') =>
    (await api.ask(UNDERSTAND, Understood, { text, language })).understand;

  it('the library lists every question with its texts in the language and parameters that name what fits', async () => {
    const { questions } = await api.ask(
      `{ questions(language: id) { id listed title askedBy analysis wording { text parameter }
        parameters { name label kind nodeTypes choices { id name } default { value text node { id name } } } } }`,
      z.object({
        questions: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            wording: z.array(z.object({ text: z.string().nullable(), parameter: z.string().nullable() })),
            parameters: z.array(
              z.object({
                name: z.string(),
                kind: z.string(),
                choices: z.array(Named),
                default: z.object({ value: z.string().nullable(), node: Named.nullable() }),
              }),
            ),
          }),
        ),
      }),
    );
    const route = questions.find(({ id }) => id === 'supply-route');
    expect(route?.title).toBe(
      'Melalui siapa Sentra IKM logam Ngingas memasok PT Astra Honda Motor, dan kapan terakhir diketahui?',
    );
    expect(route?.wording.flatMap(({ parameter }) => parameter ?? [])).toEqual(['cluster', 'firm']);
    const [cluster, firm] = route?.parameters ?? [];
    expect(cluster?.choices).toHaveLength(25);
    expect(firm?.choices.map(({ id }) => id)).toContain('large-industry:kayaba');
    expect(firm?.default.node?.name).toBe('PT Astra Honda Motor');
  });

  it('an answer has words, figures, a table in pages whose nodes can be opened, and who says so', async () => {
    const first = await answer('tied-clusters', { first: 10 });
    expect(first.sentences[0]).toContain('15 documented ties join 5 of 25 clusters');
    expect(first.figures).toContainEqual({ name: 'ties', value: 15, text: null });
    expect(first.table.totalCount).toBe(15);
    expect(first.table.nodes).toHaveLength(10);
    expect(first.table.nodes[0]?.cells[0]?.nodes).toEqual([
      { id: 'cluster:metal-tegal', name: 'Metal industry cluster of Tegal' },
    ]);
    const rest = await answer('tied-clusters', { first: 10, after: first.table.pageInfo.endCursor });
    expect(rest.table.nodes).toHaveLength(5);
    expect(rest.table.pageInfo.hasNextPage).toBe(false);
    expect(first.sources.length).toBe(first.sourceCount);
    expect(first.sourceCount).toBeGreaterThan(5);
    expect(first.relations).toHaveLength(first.relationCount);
  });

  it('the same answer comes in three languages, with the same figures', async () => {
    const [en, id, ja] = await Promise.all(
      ['en', 'id', 'ja'].map((language) => answer('buyers-for-cluster', { language })),
    );
    expect(id?.figures).toEqual(en?.figures);
    expect(ja?.figures).toEqual(en?.figures);
    expect(id?.sentences[0]).toContain('480,7 km');
    expect(ja?.title).toContain('結びつけられる大企業');
  });

  it.each(QUESTIONS.map(({ id }) => ({ id })))(
    '$id answers over HTTP in every language: no part is empty, no word of the vocabulary is left as its key',
    async ({ id }) => {
      const [en, indonesian, ja] = await Promise.all(
        (['en', 'id', 'ja'] as const).map((language) => answer(id, { language, first: 200 })),
      );
      if (en === undefined || indonesian === undefined || ja === undefined) throw new Error('three languages');
      for (const one of [en, indonesian, ja]) {
        const cells = one.table.nodes.flatMap((row) => row.cells);
        const texts = [one.title, ...one.sentences, ...one.unknown, ...one.columns.map(({ title }) => title)];
        expect(one.sentences.length).toBeGreaterThan(0);
        expect(one.columns.length).toBeGreaterThan(1);
        expect(one.table.totalCount).toBeGreaterThan(0);
        expect(one.sourceCount).toBeGreaterThan(0);
        for (const text of [...texts, ...cells.filter(({ known }) => known).map((cell) => cell.text)]) {
          expect(text.trim()).not.toBe('');
          expect(text).not.toMatch(LEFT_UNTRANSLATED);
        }
      }
      for (const other of [indonesian, ja]) {
        expect(other.figures).toEqual(en.figures);
        expect(other.relations).toEqual(en.relations);
        expect(other.title).not.toBe(en.title);
        for (const [at, sentence] of en.sentences.entries()) expect(other.sentences[at]).not.toBe(sentence);
        for (const [at, sentence] of en.unknown.entries()) expect(other.unknown[at]).not.toBe(sentence);
      }
    },
  );

  it('a parameter changes the answer, and null asks without one', async () => {
    const asked = (value: string | null) => ({ parameters: [{ name: 'place', value }] });
    expect((await answer('clusters-without-buyer', asked('province:35'))).figures).toContainEqual({
      name: 'clusters',
      value: 6,
      text: null,
    });
    expect((await answer('clusters-without-buyer', asked(null))).title).toBe(
      'Which clusters have no documented large buyer?',
    );
  });

  it('an answer from a table names its source', async () => {
    const { sources, relationCount } = await answer('final-demand-falls');
    expect(relationCount).toBe(0);
    expect(sources.map(({ id }) => id)).toContain('source:bps-input-output-2020');
  });

  it.each([
    ['clusters-without-support', { place: 'province:35' }, 'PROGRAMMES', { of: { id: 'province:35' } }],
    ['supports-of-cluster', {}, 'PROGRAMMES', { of: { id: 'cluster:coffee-dogiyai' } }],
    ['province-on-days', { place: 'regency:33.28' }, 'PLACES', { place: { id: 'regency:33.28' } }],
    ['final-demand-falls', { percent: '20' }, 'WHAT_IF', { sector: { code: '6' }, percent: -20 }],
    ['key-sectors', {}, 'INPUT_OUTPUT', { picture: 'LINKAGES' }],
    ['output-that-depends', {}, 'INPUT_OUTPUT', { picture: 'EXTRACTION' }],
    ['inferred-only', {}, 'NODES', { inferred: true }],
  ] as const)('%s is shown with what it was asked with', async (question, given, kind, parts) => {
    const { answer: found } = await api.ask(
      `query($question: ID!, $parameters: [ParameterValue!]) { answer(question: $question, parameters: $parameters) {
        view { kind of { id } place { id } sector { ... on Sector { code } } percent picture inferred } } }`,
      z.object({ answer: z.object({ view: z.looseObject({ kind: z.string() }) }) }),
      { question, parameters: Object.entries(given).map(([name, value]) => ({ name, value })) },
    );
    expect(found.view).toMatchObject({ kind, ...parts });
  });

  it('a typed question is matched with its parameters, in either language', async () => {
    const { kind, asked } = await understand('IKM mana yang memasok pt dharma polimetal', 'en');
    expect(kind).toBe('UNDERSTOOD');
    expect(asked[0]?.title).toBe('Which SMIs supply PT Dharma Polimetal?');
    expect(asked[0]?.parameters).toEqual([
      { name: 'firm', value: 'large-industry:dharma-polimetal', text: 'PT Dharma Polimetal' },
    ]);
  });

  it('an ambiguous name is asked back, an unknown one refused with the nearest three', async () => {
    const twice = await understand('which clusters in Pasuruan have no large buyer?');
    expect(twice.kind).toBe('NAME_UNCLEAR');
    expect(twice.unclear).toMatchObject({ parameter: 'place', text: 'Pasuruan' });
    expect(twice.unclear?.candidates.map(({ id }) => id)).toEqual(['regency:35.14', 'regency:35.75']);
    const refused = await understand('What will the price of tin be next year?');
    expect(refused.kind).toBe('NOT_UNDERSTOOD');
    expect(refused.asked).toEqual([]);
    expect(refused.nearest).toHaveLength(3);
  });

  it.each([
    ['{ answer(question: "weather") { title } }', 'question'],
    ['{ answer(question: "tied-clusters", parameters: [{ name: "colour", value: "red" }]) { title } }', 'parameters'],
    [
      '{ answer(question: "tied-clusters", parameters: [{ name: "place" }, { name: "place" }]) { title } }',
      'parameters',
    ],
    ['{ answer(question: "tied-clusters", parameters: [{ name: "place", value: "nowhere" }]) { title } }', 'place'],
    [
      '{ answer(question: "tied-clusters", parameters: [{ name: "place", value: "cluster:metal-tegal" }]) { title } }',
      'place',
    ],
    [
      '{ answer(question: "supply-route", parameters: [{ name: "cluster", value: "cluster:hoe-makers" }]) { title } }',
      'cluster',
    ],
    ['{ answer(question: "supply-route", parameters: [{ name: "firm", value: null }]) { title } }', 'firm'],
    [
      '{ answer(question: "final-demand-falls", parameters: [{ name: "percent", value: "120" }]) { title } }',
      'percent',
    ],
    ['{ understand(text: " ") { kind } }', 'text'],
  ])('%s names what is wrong', async (query, argument) => {
    const [error] = await api.refuse(query);
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
