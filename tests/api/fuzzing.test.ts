/**
 * Questions that fit the schema, with values that nobody should send: whatever they are, the answer is one that the schema allows or a
 * refusal, never a failure of the server and never late. `SENTRA_FUZZ_RUNS` draws more, and then looks at what each question cost: work,
 * in CPU time, and not how long others kept the machine busy.
 */
import fc from 'fast-check';
import { Kind, parse, visit, type DocumentNode, type OperationDefinitionNode, type TypeNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as operations from '../../web/src/requests/generated/operations.ts';
import { EXAMPLE_GROUPS } from '../../web/console/examples/index.ts';
import { answerFaults } from './answer-faults.ts';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';
import { ANALYSIS_DOCUMENTS, DOCUMENTS } from './documents.ts';
import { RandomQuestions } from './random-questions.ts';
import { schema } from './schema-walk.ts';

const RUNS = Number(process.env['SENTRA_FUZZ_RUNS'] ?? 250);
/** Seconds of CPU, of all threads, ours among them; only where more is drawn. */
const MOST_CPU_S = process.env['SENTRA_FUZZ_RUNS'] === undefined ? Number.POSITIVE_INFINITY : 5;

const Answer = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) }))
    .min(1)
    .optional(),
});

const TEXTS = [
  '',
  '\u0000',
  '\ud800',
  'x\udfff',
  '\ufeff',
  '🏭',
  "'; DROP TABLE node; --",
  '{}',
  '../../etc/passwd',
  '__proto__',
  'a'.repeat(5_000),
  '2025-13-45',
  '..',
  'agency:jica',
  'cluster:',
  'node:%00',
];
const NUMBERS = [
  0,
  -0,
  -1,
  1,
  200,
  201,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_649,
  2 ** 53,
  1e308,
  -1e308,
  5e-324,
  0.1,
];
const someText = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('\ud800', '\udc00').map((half) => `a${half}b`),
);
const someNumber = fc.oneof(
  fc.constantFrom(...NUMBERS),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);
const scalar = fc.oneof(someText, someNumber, fc.boolean(), fc.constant(null));
const anything = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'x', ''), scalar) },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 300 }, (_, at) => `node:${at}`)) },
);

/** Of about the declared type, so that more than its form is looked at; or of any. */
function valueOf(type: TypeNode): fc.Arbitrary<unknown> {
  if (type.kind === Kind.NON_NULL_TYPE) return valueOf(type.type);
  if (type.kind === Kind.LIST_TYPE) return fc.oneof(fc.array(valueOf(type.type), { maxLength: 4 }), anything);
  const name = type.name.value;
  const near = name === 'Int' || name === 'Float' ? someNumber : name === 'Boolean' ? fc.boolean() : someText;
  const named = schema.getType(name);
  const values = named !== undefined && 'getValues' in named ? named.getValues().map((value) => value.name) : [];
  return fc.oneof(near, anything, ...(values.length === 0 ? [] : [fc.constantFrom(...values)]));
}

interface Asked {
  readonly query: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: fc.Arbitrary<Record<string, unknown>>;
}

function asked(query: string): readonly Asked[] {
  const document = parse(query);
  return document.definitions.flatMap((operation) => {
    if (operation.kind !== Kind.OPERATION_DEFINITION) return [];
    const values = (operation.variableDefinitions ?? []).map(
      ({ variable, type }) => [variable.name.value, fc.option(valueOf(type), { nil: undefined })] as const,
    );
    return [{ query, document, operation, variables: fc.record(Object.fromEntries(values)) }];
  });
}

/** Its literals, one at a time, become variables: so that they can be of any value. */
function withVariables(query: string): string {
  const declared: string[] = [];
  const types: Readonly<Record<string, string>> = { StringValue: 'String', IntValue: 'Int', FloatValue: 'Float' };
  const spots: { readonly start: number; readonly end: number; readonly name: string }[] = [];
  visit(parse(query), {
    Argument: ({ value, name }) => {
      const type = name.value === 'id' || name.value === 'root' || name.value === 'node' ? 'ID' : types[value.kind];
      if (type === undefined || value.loc === undefined || (value.kind !== Kind.STRING && value.kind !== Kind.INT))
        return;
      const variable = `$v${spots.length}`;
      declared.push(`${variable}: ${type}!`);
      spots.push({ start: value.loc.start, end: value.loc.end, name: variable });
    },
  });
  const text = spots
    .toReversed()
    .reduce((so, { start, end, name }) => so.slice(0, start) + name + so.slice(end), query);
  return declared.length === 0 ? query : text.replace(/^\s*(?:query\s*\w*\s*)?\{/, `query (${declared.join(', ')}) {`);
}

describe('whatever values a question comes with', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(async () => {
    await api.close();
    if (Number.isFinite(MOST_CPU_S)) console.log(`the costliest: ${most.seconds.toFixed(2)} s of CPU, ${most.body}`);
  });
  const most = { seconds: 0, body: '' };

  async function ask(
    { query, document, operation }: Asked,
    variables: Record<string, unknown>,
  ): Promise<'answered' | 'refused'> {
    const body = JSON.stringify({ query, variables, operationName: operation.name?.value });
    const before = process.cpuUsage();
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const text = await response.text();
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    const told = `${body.slice(0, 2_000)}\n${text.slice(0, 500)}`;
    if (seconds > most.seconds) Object.assign(most, { seconds, body: body.slice(0, 300) });
    expect(seconds, told).toBeLessThan(MOST_CPU_S);
    expect(response.status, told).toBeLessThan(500);
    const { data, errors } = Answer.parse(JSON.parse(text));
    for (const { extensions } of errors ?? []) expect(extensions.code, told).not.toBe('INTERNAL_SERVER_ERROR');
    if (data === undefined || data === null) {
      expect(errors, told).toBeDefined();
      return 'refused';
    }
    expect(answerFaults(schema, document, operation, data), told).toEqual([]);
    return errors === undefined ? 'answered' : 'refused';
  }

  const texts = [
    ...Object.values(operations).map(String),
    ...Object.values({ ...DOCUMENTS, ...ANALYSIS_DOCUMENTS }).map(withVariables),
    ...EXAMPLE_GROUPS.flatMap(({ examples }) => examples.map(({ query }) => withVariables(query))),
  ];
  const all = texts.flatMap(asked);

  it('the explorer’s, the examples’ and the documents’ questions are answered or refused', async () => {
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(all.length - 1).chain((which) => fc.tuple(fc.constant(which), all[which]?.variables ?? fc.constant({}))),
        async ([which, variables]) => {
          const one = all[which];
          if (one === undefined) throw new Error('no such question');
          const outcome = await ask(one, variables);
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(outcomes.get('refused')).toBeGreaterThan(RUNS / 10);
    expect(outcomes.get('answered')).toBeGreaterThan(RUNS / 50);
  }, 3_600_000);

  it('many wrong values are each told as wrong input, and how many are told is said', async () => {
    const query = 'query ($kinds: [EvidenceKind!]) { coverage(evidence: $kinds) { totalCount } }';
    const told = await api.refuse(query, { kinds: Array.from({ length: 300 }, (_, at) => `KIND_${at}`) });
    expect(new Set(told.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
    expect(told.length).toBeLessThan(30);
    expect(told.at(-1)?.message).toContain('Too many errors');
  });

  it('no language at all is told as wrong input, and a language that is not given is English', async () => {
    const query =
      'query ($in: Language) { vocabulary { nodeTypes { label(language: $in) } relationTypes { label(language: $in) } } }';
    const told = await api.refuse(query, { in: null });
    expect(new Set(told.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
    expect(await api.refuse(query, {})).toEqual([]);
  });

  it('random ones with good values are answered as the schema says', async () => {
    const ids = realRecords().nodes.map(({ id }) => id);
    const questions = new RandomQuestions(20_261_130, ids);
    let answered = 0;
    for (let at = 0; at < RUNS / 2; at += 1) {
      const [one] = asked(questions.next());
      if (one !== undefined && (await ask(one, {})) === 'answered') answered += 1;
    }
    expect(answered).toBeGreaterThan(RUNS / 8);
  }, 3_600_000);
});
