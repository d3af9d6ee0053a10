/** Questions that are too large are refused before anything is looked up; what people ask fits. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getNamedType, isListType, getNullableType, Kind, parse, typeFromAST, type DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { questionCost } from '../../api/server/question-limits/cost.ts';
import { LIMITS } from '../../api/server/question-limits/limits.ts';
import { listSize, pageSize } from '../../api/server/question-limits/list-sizes.ts';
import { shapeOf } from '../../api/server/question-limits/shape.ts';
import { EXAMPLE_GROUPS } from '../../web/console/examples/index.ts';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';
import { ANALYSIS_DOCUMENTS, DOCUMENTS } from './documents.ts';
import { RandomQuestions } from './random-questions.ts';
import { schema } from './schema-walk.ts';

const RANDOM_QUESTIONS = Number(process.env['SENTRA_RANDOM_QUESTIONS'] ?? 600);
const LONGEST_PAGE = 200;

const within = (levels: number): string =>
  `{ province(code: "35") ${'{ clusters { nodes { regency'.repeat(levels)} { id } ${'} } }'.repeat(levels)} }`;
const times = (count: number, one: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => one(at)).join(' ');
const bomb = `{ ...f0 } ${times(12, (at) => `fragment f${at} on Query { ${at < 11 ? `...f${at + 1} ...f${at + 1}` : times(4, (n) => `a${n}: dataset { revision }`)} }`)}`;

const ATTACKS: readonly (readonly [what: string, measure: string, query: string])[] = [
  ['20 levels of fields', 'depth', within(6)],
  ['2,000 levels of fields', 'characters', within(660)],
  ['2,000 bare braces', 'nesting', '{a'.repeat(2_000)],
  [
    'nodes by pages within pages',
    'pages',
    '{ list(first: 200) { nodes { ... on SmiCluster { suppliesTo(first: 200) { nodes { id } } } } } }',
  ],
  [
    'pages within pages within pages',
    'pages',
    '{ sources(first: 200) { nodes { relations(first: 200) { nodes { fromNode { id } } } } } }',
  ],
  ['1,000 aliases', 'characters', `{ ${times(1_000, (at) => `a${at}: dataset { revision }`)} }`],
  ['150 aliases', 'aliases', `{ ${times(150, (at) => `a${at}: dataset { revision }`)} }`],
  ['10,000 times the same field', 'characters', `{ dataset { ${times(10_000, () => 'revision')} } }`],
  ['2,100 times the same field', 'fields', `{ dataset { ${times(2_100, () => 'revision')} } }`],
  ['5,000 directives', 'characters', `{ dataset { revision ${times(5_000, () => '@skip(if: false)')} } }`],
  ['200 directives', 'directives', `{ dataset { revision ${times(200, () => '@skip(if: false)')} } }`],
  ['fragments that double eleven times', 'fields', bomb],
];

const Refused = z.object({
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ code: z.string(), measure: z.string(), asked: z.number(), limit: z.number() }),
      }),
    )
    .length(1),
});

describe('a question', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  it.each(ATTACKS)('with %s is refused for its %s, before anything is looked up', async (_what, measure, query) => {
    api.takeCalls();
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(400);
    const { errors } = Refused.parse(await response.json());
    const [{ extensions, message } = { extensions: null, message: '' }] = errors;
    expect(extensions).toMatchObject({ code: 'QUESTION_TOO_LARGE', measure });
    expect(extensions?.asked).toBeGreaterThan(extensions?.limit ?? 0);
    expect(message).toContain(String(extensions?.limit));
    expect([...api.takeCalls().keys()]).toEqual([]);
  });

  it('that names pages in variables is counted by them', async () => {
    const query = 'query($n: Int!) { sources(first: $n) { nodes { relations(first: $n) { nodes { id } } } } }';
    const [failure] = await api.refuse(query, { n: 200 });
    expect(failure?.extensions.code).toBe('QUESTION_TOO_LARGE');
    await api.ask(query, z.unknown(), { n: 5 });
  });

  it('never answers with more objects than were counted', async () => {
    const ids = realRecords().nodes.map(({ id }) => id);
    const questions = new RandomQuestions(20_261_128, ids);
    let answered = 0;
    for (let at = 0; at < RANDOM_QUESTIONS; at += 1) {
      const query = questions.next();
      const document = parse(query);
      const counted = costOf(document, {}, listSize);
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      const { data, errors } = z
        .object({
          data: z.unknown().optional(),
          errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional(),
        })
        .parse(await response.json());
      if (errors !== undefined) {
        expect(errors.map(({ extensions }) => extensions.code)).toContain('QUESTION_TOO_LARGE');
        continue;
      }
      answered += 1;
      expect(objectsIn(data) - 1, query).toBeLessThanOrEqual(counted);
    }
    expect(answered).toBeGreaterThan(RANDOM_QUESTIONS / 2);
  }, 600_000);
});

function objectsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item: unknown) => sum + objectsIn(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + objectsIn(Object.values(value));
}

function costOf(document: DocumentNode, variables: Readonly<Record<string, unknown>>, sizeOf: typeof listSize): number {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no operation');
  return questionCost(schema, document, operation, variables, sizeOf);
}

/** Every operation of a text, each with the longest pages and lists of ids that it can be given. */
function operationsOf(
  text: string,
): readonly { readonly name: string; readonly document: DocumentNode; readonly variables: Record<string, unknown> }[] {
  const { definitions } = parse(text);
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const variables: Record<string, unknown> = {};
    for (const { variable, type } of definition.variableDefinitions ?? []) {
      const declared = typeFromAST(schema, type.kind === Kind.NON_NULL_TYPE ? type.type : type);
      if (declared === undefined) throw new Error(`a variable of no type: ${variable.name.value}`);
      const many = isListType(getNullableType(declared));
      const named = getNamedType(declared).name;
      if (named === 'Int') variables[variable.name.value] = LONGEST_PAGE;
      if (named === 'ID' && many) variables[variable.name.value] = Array.from({ length: LONGEST_PAGE }, () => 'x');
    }
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition, ...fragments] };
    return [{ name: definition.name?.value ?? text.slice(0, 60), document, variables }];
  });
}

function explorersText(): string {
  const folder = 'web/src/requests';
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

describe('within the limits', () => {
  const asked = [
    ...operationsOf(explorersText()),
    ...Object.values({ ...DOCUMENTS, ...ANALYSIS_DOCUMENTS }).flatMap(operationsOf),
    ...EXAMPLE_GROUPS.flatMap(({ examples }) => examples.flatMap(({ query }) => operationsOf(query))),
  ];

  it.each(asked)('is $name, with the longest pages', ({ document, variables }) => {
    expect(costOf(document, variables, pageSize)).toBeLessThan(LIMITS.pages);
    expect(costOf(document, variables, listSize)).toBeLessThan(LIMITS.cost);
    const shape = shapeOf(document);
    for (const measure of ['depth', 'fields', 'aliases', 'directives'] as const) {
      expect(shape[measure], measure).toBeLessThan(LIMITS[measure]);
    }
  });
});
