/** Questions that are too large are refused before anything is looked up; what people ask fits. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  Lexer,
  parse,
  print,
  Source,
  TokenKind,
  typeFromAST,
  visit,
  type DocumentNode,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { questionCost } from '../../api/server/question-limits/cost.ts';
import { LIMITS } from '../../api/server/question-limits/limits.ts';
import { listSize, pageSize } from '../../api/server/question-limits/list-sizes.ts';
import { shapeOf } from '../../api/server/question-limits/shape.ts';
import { countText, type TextCount } from '../../api/server/question-limits/text-count.ts';
import { EXAMPLE_GROUPS } from '../../web/console/examples/index.ts';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';
import { ANALYSIS_DOCUMENTS, DOCUMENTS } from './documents.ts';
import { RandomQuestions } from './random-questions.ts';
import { schema } from './schema-walk.ts';

const RANDOM_QUESTIONS = Number(process.env['SENTRA_RANDOM_QUESTIONS'] ?? 600);
const LONGEST_PAGE = 200;

/** What GraphQL's own parser finds in a text. */
function countedByParser(text: string): TextCount {
  const lexer = new Lexer(new Source(text));
  let [tokens, level, nesting] = [0, 0, 0];
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    tokens += 1;
    level += token.kind === TokenKind.BRACE_L ? 1 : token.kind === TokenKind.BRACE_R ? -1 : 0;
    nesting = Math.max(nesting, level);
  }
  let [fields, aliases, directives] = [0, 0, 0];
  visit(parse(text), {
    Field: ({ alias }) => {
      fields += 1;
      aliases += alias === undefined ? 0 : 1;
    },
    Directive: () => {
      directives += 1;
    },
  });
  return { tokens, nesting, fields, aliases, directives };
}

describe('a text that is counted before it is parsed', () => {
  const TRICKS = [
    'query on($on: Int = 3) @on(on: 1) { on on: on(on: "on") ... on Query { on } ...f @skip(if: true) }\nfragment f on Query { on }',
    '{ a(x: "} @a \\" b: c", y: """} { @b \\""" x: y""", z: [{ k: { l: -1.5e+3 } }]) # } { : @\n b: c { d } }',
    'query ($v: [ID!]! = ["x"], $w: In = { a: { b: 1 } }) { x: y(a: $v, b: $w) @include(if: $v) { ...F ...on T @a { z } } }',
    '\ufeff{,,a,,b\r\n\tc}',
    'subscription { a } mutation m { b: c }',
  ];
  const texts = [...TRICKS, explorersText(), ...Object.values({ ...DOCUMENTS, ...ANALYSIS_DOCUMENTS })];

  it.each(texts)('has the counts that the parser finds: %s', (text) => {
    expect(countText(text)).toEqual(countedByParser(text));
  });

  it('has them of random questions too', () => {
    const questions = new RandomQuestions(20_261_129, ['agency:jica']);
    for (let at = 0; at < 300; at += 1) {
      const text = questions.next();
      expect(countText(text)).toEqual(countedByParser(text));
    }
  });

  it('is counted to its end whatever it is, and never has more words than characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: fc.constantFrom(...'{}():@".,$#a1-\\ \n') }),
        (a, b) => {
          for (const text of [a, b, a + b]) {
            const { tokens, ...others } = countText(text);
            expect(tokens).toBeLessThanOrEqual(text.length);
            expect(Math.min(...Object.values(others)), text).toBeGreaterThanOrEqual(-text.length);
          }
        },
      ),
    );
  });
});

describe('a question', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  it('that names pages in variables is counted by them', async () => {
    const query = 'query($n: Int!) { sources(first: $n) { nodes { relations(first: $n) { nodes { id } } } } }';
    const [failure] = await api.refuse(query, { n: 200 });
    expect(failure?.extensions.code).toBe('QUESTION_TOO_LARGE');
    await api.ask(query, z.unknown(), { n: 5 });
  });

  it('is counted at once, however many types each of its levels may be of, and though it goes round in circles', () => {
    const level = (levels: number): string =>
      levels === 0
        ? '{ id }'
        : `{ id ... on Province { regencies(first: 2) { nodes { places ${level(levels - 1)} } } } }`;
    const deep = parse(`{ list(first: 2) { nodes ${level(40)} } }`);
    expect(costOf(deep, {}, pageSize)).toBeGreaterThan(2);
    const round =
      '{ list(first: 2) { nodes { ...F } } } fragment F on Province { regencies(first: 2) { nodes { ...F places { ...F } } } }';
    expect(costOf(parse(round), {}, pageSize)).toBeGreaterThan(2);
    expect(costOf(parse('query($v: None) { none(v: $v) { x } dataset(x: $v) { none } }'), {}, listSize)).toBe(1);
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
    const text = print(document);
    expect(text.length).toBeLessThan(LIMITS.characters);
    expect(countText(text).tokens).toBeLessThan(LIMITS.tokens);
    expect(countText(text).nesting).toBeLessThan(LIMITS.nesting);
    expect(countText(text, LIMITS)).toEqual(countText(text));
  });
});
