import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

/** What no client may ever read. */
const INSIDE = /node_modules|\/work\/|\.ts\b|\.js:|\bat [A-Za-z.<>]+ \(|SELECT |FROM node|sqlite3?|stacktrace/i;

describe('bad input', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(async () => {
    // Whatever was asked, it still answers.
    await api.ask('{ dataset { revision } }', z.object({ dataset: z.object({ revision: z.string() }) }));
    await api.close();
  });

  const cases: readonly { readonly what: string; readonly query: string; readonly argument: string }[] = [
    { what: 'an unknown node', query: '{ node(id: "province:99") { id } }', argument: 'id' },
    { what: 'no id at all', query: '{ node(id: "East Java") { id } }', argument: 'id' },
    { what: 'an unknown type of id', query: '{ node(id: "planet:mars") { id } }', argument: 'id' },
    {
      what: 'one unknown node of several',
      query: '{ nodes(ids: ["province:35", "province:99"]) { id } }',
      argument: 'ids',
    },
    { what: 'no nodes', query: '{ nodes(ids: []) { id } }', argument: 'ids' },
    { what: 'an unknown relation of several', query: '{ relations(ids: ["a--b--c"]) { id } }', argument: 'ids' },
    { what: 'no relations', query: '{ relations(ids: []) { id } }', argument: 'ids' },
    { what: 'an unknown code', query: '{ province(code: "99") { id } }', argument: 'code' },
    { what: 'a code of another kind of place', query: '{ regency(code: "35") { id } }', argument: 'code' },
    { what: 'a province as a cluster', query: '{ cluster(id: "province:35") { id } }', argument: 'id' },
    { what: 'an agency as a large industry', query: '{ largeIndustry(id: "agency:jica") { id } }', argument: 'id' },
    { what: 'an unknown relation', query: '{ relation(id: "a--b--c") { id } }', argument: 'id' },
    { what: 'an unknown source', query: '{ source(id: "source:nobody") { id } }', argument: 'id' },
    { what: 'a source that is a node', query: '{ source(id: "province:35") { id } }', argument: 'id' },
    {
      what: 'an unknown node around which to look',
      query: '{ neighbourhood(of: ["agency:nobody"]) { total { nodes } } }',
      argument: 'of',
    },
    {
      what: 'a month that is none',
      query: '{ clustersTiedToLargeIndustry(asOf: "2017-13") { totalCount } }',
      argument: 'asOf',
    },
    {
      what: 'a day that is none',
      query: '{ clustersTiedToLargeIndustry(referenceDay: "2017-02-29") { totalCount } }',
      argument: 'referenceDay',
    },
    {
      what: 'a date inside a filter',
      query: '{ neighbourhood(of: ["agency:jica"], filter: { asOf: "soon" }) { total { nodes } } }',
      argument: 'filter.asOf',
    },
    {
      what: 'a date deep inside',
      query: '{ node(id: "province:35") { ... on Province { regencies(asOf: "17") { totalCount } } } }',
      argument: 'asOf',
    },
    { what: 'a search for nothing', query: '{ search(text: "  ") { totalCount } }', argument: 'text' },
    {
      what: 'a kind that the type has not',
      query: '{ list(types: [SmiCluster], kinds: ["KOTA"]) { totalCount } }',
      argument: 'kinds',
    },
    {
      what: 'a kind of types without kinds',
      query: '{ list(types: [Sector, Province], kinds: ["KOTA"]) { totalCount } }',
      argument: 'kinds',
    },
    { what: 'a cursor of nobody', query: '{ list(after: "bm9ib2R5") { totalCount } }', argument: 'after' },
    {
      what: 'a place that is none',
      query: '{ clustersTiedToLargeIndustry(place: "agency:jica") { totalCount } }',
      argument: 'place',
    },
    {
      what: 'a sector that is none',
      query: '{ clustersTiedToLargeIndustry(sector: "province:35") { totalCount } }',
      argument: 'sector',
    },
    {
      what: 'a strength above one',
      query: '{ clustersTiedToLargeIndustry(minimumStrength: 1.5) { totalCount } }',
      argument: 'minimumStrength',
    },
    {
      what: 'no evidence at all',
      query: '{ clustersTiedToLargeIndustry(evidence: []) { totalCount } }',
      argument: 'evidence',
    },
    {
      what: 'a path to itself',
      query: '{ paths(from: "agency:jica", to: "agency:jica") { totalCount } }',
      argument: 'to',
    },
    {
      what: 'more paths than there can be',
      query: '{ paths(from: "programme:smidep", to: "agency:jica", first: 51) { totalCount } }',
      argument: 'first',
    },
    {
      what: 'a path of no length',
      query: '{ paths(from: "programme:smidep", to: "agency:jica", maxLength: 0) { totalCount } }',
      argument: 'maxLength',
    },
    {
      what: 'an end excluded',
      query: '{ paths(from: "programme:smidep", to: "agency:jica", excludeNodes: ["agency:jica"]) { totalCount } }',
      argument: 'excludeNodes',
    },
  ];
  it.each(cases)(
    '$what is BAD_USER_INPUT that names $argument and what would be right',
    async ({ query, argument }) => {
      const [failure, ...others] = await api.refuse(query);
      expect(others).toEqual([]);
      expect(failure?.extensions.code).toBe('BAD_USER_INPUT');
      expect(failure?.extensions.argument).toBe(argument);
      expect(failure?.extensions.expected).toMatch(/\w{3}/);
      expect(failure?.message).toContain(argument);
      expect(JSON.stringify(failure)).not.toMatch(INSIDE);
    },
  );

  it('kinds of types without kinds are to be left out', async () => {
    const [failure] = await api.refuse('{ list(types: [Province], kinds: ["KOTA"]) { totalCount } }');
    expect(failure?.message).toBe('kinds: these types have no kinds; leave kinds out');
  });

  it("a cursor of another list is refused, and of this list it isn't", async () => {
    const Page = z.object({ list: z.object({ pageInfo: z.object({ endCursor: z.string() }) }) });
    const { list } = await api.ask('{ list(first: 1) { pageInfo { endCursor } } }', Page);
    const after = list.pageInfo.endCursor;
    expect(
      await api.refuse('query($after: String) { list(first: 1, after: $after) { totalCount } }', { after }),
    ).toEqual([]);
    const [failure] = await api.refuse('query($after: String) { sources(after: $after) { totalCount } }', { after });
    expect(failure?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });

  it.each([
    'evidence: [DOCUMENTED]',
    'asOf: "2017"',
    'referenceDay: "2020"',
    'scope: GROUP',
    'place: "country:id"',
    'sector: "sector:kbli-25"',
    'cluster: "cluster:metal-tegal"',
    'largeIndustry: "large-industry:komatsu-indonesia"',
    'minimumStrength: 0.01',
  ])('a cursor of ties asked without (%s) is refused with it, and goes on with its own question', async (other) => {
    const Page = z.object({
      clustersTiedToLargeIndustry: z.object({ pageInfo: z.object({ endCursor: z.string() }) }),
    });
    const ties = 'clustersTiedToLargeIndustry(evidence: [INFERRED, DOCUMENTED], first: 1';
    const answer = await api.ask(`{ ${ties}) { pageInfo { endCursor } } }`, Page);
    const after = `after: "${answer.clustersTiedToLargeIndustry.pageInfo.endCursor}"`;
    const reordered = ties.replace('INFERRED, DOCUMENTED', 'DOCUMENTED, INFERRED');
    expect(await api.refuse(`{ ${reordered}, ${after}) { totalCount } }`)).toEqual([]);
    const changed = other.startsWith('evidence') ? ties.replace(/evidence: \[.*?\]/, other) : `${ties}, ${other}`;
    const [failure] = await api.refuse(`{ ${changed}, ${after}) { totalCount } }`);
    expect(failure?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    expect(failure?.message).toContain('not made by this list');
  });

  it('a search text of 100 kB is refused by its length and not repeated', async () => {
    const [failure] = await api.refuse('query($text: String!) { search(text: $text) { totalCount } }', {
      text: 'x'.repeat(100_000),
    });
    expect(failure?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'text' });
    expect(failure?.message).toContain('100000');
    expect(failure?.message.length).toBeLessThan(200);
  });

  it('an unknown field is named without a guess at what was meant', async () => {
    const [failure] = await api.refuse('{ dataset { revison } }');
    expect(failure?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(failure?.message).toContain('revison');
    expect(failure?.message).not.toMatch(/did you mean/i);
  });

  it('an unknown value in a variable is named without a guess at what was meant', async () => {
    const [failure] = await api.refuse('query($types: [NodeType!]) { list(types: $types) { totalCount } }', {
      types: ['SmiCluste'],
    });
    expect(failure?.extensions.code).toBe('BAD_USER_INPUT');
    expect(failure?.message).toContain('SmiCluste');
    expect(failure?.message).not.toMatch(/did you mean/i);
  });

  it('many searches in one request are refused together, and one of ordinary words is not', async () => {
    const aliases = Array.from(
      { length: 60 },
      (_, index) => `s${index}: search(text: "pasuruan metal") { totalCount }`,
    );
    const failures = await api.refuse(`{ ${aliases.join(' ')} }`);
    expect(failures.map((failure) => failure.extensions.code)).toContain('QUESTION_TOO_LARGE');
  });

  it('a text of more words than any name is refused', async () => {
    const [failure] = await api.refuse(`{ search(text: "${'k s m p '.repeat(20)}") { totalCount } }`);
    expect(failure?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'text',
      expected: 'a text of 1 to 20 words',
    });
  });

  it('lists in lists without end are refused instead of built', async () => {
    let inner = '{ nodes { id } }';
    for (let depth = 0; depth < 4; depth += 1) {
      inner = `{ nodes { provinces { regencies(first: 200) ${inner} } } }`;
    }
    const failures = await api.refuse(
      `{ list(types: [Province], first: 200) { nodes { ... on Province { regencies(first: 200) ${inner} } } } }`,
    );
    expect(failures.map((failure) => failure.extensions.code)).toContain('QUESTION_TOO_LARGE');
  }, 60_000);
});
