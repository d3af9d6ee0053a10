/** Who may ask for which field and which route: every pair, made from the schema and from the server’s own routes, asked over HTTP. */
import fastify from 'fastify';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  parse,
  type GraphQLInputType,
} from 'graphql';
import { isEnumType, isInputObjectType, isRequiredArgument, isRequiredInputField } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT_FIELD_RULES } from '../../api/access/field-rules.ts';
import { faultsOfFieldRules, rightsNeeded } from '../../api/access/needed-rights.ts';
import { RIGHTS, rightsOf, ROLES, type Right, type Role } from '../../api/access/rights.ts';
import { typeDefs } from '../../api/schema/generated/type-defs.ts';
import { requireFieldRules } from '../../api/schema/generate.ts';
import { requireRouteRules, ROUTE_RULES, ruleOfRoute } from '../../api/server/access/route-rules.ts';
import { node, records } from '../fixtures/records.ts';
import { openGuarded, refusalOf, type GuardedApi } from './guarded-api.ts';
import { send } from '../api/raw-request.ts';

const schema = buildSchema(typeDefs);

/** Fits the type, whatever it means. */
function sample(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return `[${sample(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${required.map((field) => `${field.name}: ${sample(field.type)}`).join(', ')} }`;
  }
  return { Int: '1', Float: '0.5', Boolean: 'true', PartialDate: '"2018"' }[getNamedType(type).name] ?? '"x:y"';
}

/** The shortest question for each field of Query. */
const QUESTIONS = Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => {
  const args = field.args.filter(isRequiredArgument).map((one) => `${one.name}: ${sample(one.type)}`);
  const below = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return { field: field.name, query: `{ ${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`}${below} }` };
});

const ASKERS = ['nobody', ...ROLES] as const;
const SETTINGS = [
  ['as it is', {}],
  ['with any question open', { SENTRA_QUESTIONS: 'any' }],
  ['with any question shut', { SENTRA_QUESTIONS: 'listed' }],
] as const satisfies readonly (readonly [string, { readonly SENTRA_QUESTIONS?: string }])[];

/** Routes that are asked with POST. */
const WITH_POST: ReadonlySet<string> = new Set(['/graphql', '/access/sign-out', '/access/exported']);

const { Query: RULES = {} } = ROOT_FIELD_RULES;

describe.each(SETTINGS)('a server %s', (_how, settings) => {
  let guarded: GuardedApi;
  beforeAll(async () => {
    guarded = await openGuarded(
      { ...settings, SENTRA_ALLOWANCE: '900000000,900000000' },
      { records: records({ nodes: [node('cluster:a')] }) },
    );
  });
  afterAll(() => guarded.close());

  const may = (role: Role, right: Right): boolean => {
    const open = 'SENTRA_QUESTIONS' in settings ? settings.SENTRA_QUESTIONS === 'any' : null;
    return rightsOf(role, { askAny: open, introspect: null, readMetrics: null }).has(right);
  };

  it.each(ASKERS)('answers to %s each field of Query that they may ask for, and no other', async (asker) => {
    expect(QUESTIONS.length).toBeGreaterThan(40);
    for (const { field, query } of QUESTIONS) {
      const answer = await guarded.ask(query, asker === 'nobody' ? undefined : guarded.keys[asker]);
      const rule = RULES[field];
      expect(rule, `${field} has a rule`).toBeDefined();
      if (rule === undefined) continue;
      if (asker === 'nobody') {
        expect(refusalOf(answer), field).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
        continue;
      }
      const missing = (['askListed', 'askAny', rule] as const).find((right) => !may(asker, right));
      if (missing === undefined) {
        expect([200, 400], `${field}: ${answer.body.slice(0, 200)}`).toContain(answer.status);
        expect(answer.body, field).not.toMatch(/FORBIDDEN|UNAUTHENTICATED|VALIDATION|PARSE/);
      } else expect(refusalOf(answer), field).toMatchObject({ status: 403, code: 'FORBIDDEN', right: missing });
    }
  });

  it.each(ASKERS)('tells of its schema to %s only with the right to', async (asker) => {
    for (const query of [
      '{ __schema { types { name } } }',
      '{ dataset { revision } __type(name: "Query") { name } }',
    ]) {
      const answer = await guarded.ask(query, asker === 'nobody' ? undefined : guarded.keys[asker]);
      const missing =
        asker === 'nobody' ? null : (['askAny', 'introspect'] as const).find((right) => !may(asker, right));
      if (missing === undefined) expect(answer.status).toBe(200);
      else
        expect(refusalOf(answer)).toMatchObject(missing === null ? { status: 401 } : { status: 403, right: missing });
    }
  });

  it.each(ASKERS)('opens to %s the routes that their rights open, and no other', async (asker) => {
    for (const [route, rule] of Object.entries(ROUTE_RULES)) {
      const path = route.replace('*', 'a');
      const method = WITH_POST.has(route) ? 'POST' : 'GET';
      const authorization = asker === 'nobody' ? {} : { authorization: `Bearer ${guarded.keys[asker]}` };
      const answer = await send(guarded.api.url, {
        method,
        path,
        headers: { ...authorization, 'content-type': 'application/json' },
        body: method === 'POST' ? '{}' : undefined,
      });
      const expected =
        rule === 'OPEN' ? null : asker === 'nobody' ? 401 : rule === 'KNOWN' || may(asker, rule) ? null : 403;
      if (expected === null) expect([401, 403], `${asker} ${method} ${path}`).not.toContain(answer.status);
      else expect(refusalOf(answer), `${asker} ${method} ${path}`).toMatchObject({ status: expected });
    }
  });
});

describe('the table of route rules', () => {
  it('keeps a server with a route that has none from starting', () => {
    const app = fastify();
    requireRouteRules(app);
    expect(() => app.get('/health/live', () => '')).not.toThrow();
    expect(() => app.get('/planted', () => '')).toThrow(/\/planted has no rule/);
  });
});

describe('the table of field rules', () => {
  it('has a rule for every field of Query and every type, and none that is about nothing', () => {
    expect(faultsOfFieldRules(schema)).toEqual([]);
  });

  it.each([
    ['a field of Query', 'extend type Query { planted: Int }', 'Query.planted has no rule'],
    ['a type', 'type Planted { a: Int } extend type Dataset { planted: Planted }', 'Planted has no rule'],
    ['an interface', 'interface Planted { a: Int }', 'Planted has no rule'],
    ['a first mutation', 'type Mutation { plant: Int }', 'Mutation.plant has no rule'],
  ])('fails the build where %s has none', (_what, planted, fault) => {
    expect(faultsOfFieldRules(buildSchema(`${typeDefs}\n${planted}`))).toEqual([fault]);
    expect(() => requireFieldRules(`${typeDefs}\n${planted}`)).toThrow(fault);
  });

  it('fails the build where a rule is about nothing', () => {
    const without = typeDefs.replace(/^ {2}"[^"\n]*"\n {2}overview: Overview!$/m, '');
    expect(faultsOfFieldRules(buildSchema(without))).toEqual([
      'the rule of Query.overview is about nothing in the schema',
    ]);
  });

  it('is asked of all operations and fragments of a document, wherever a field stands', () => {
    const document = parse(
      'query A { dataset { revision } } query B { ...F } fragment F on Query { node(id: "x") { ...on SmiCluster { id } } s: __schema { types { name } } }',
    );
    expect([...rightsNeeded(schema, document)].toSorted()).toEqual(['askListed', 'introspect']);
    expect([...rightsNeeded(schema, parse('{ __typename }'))]).toEqual([]);
  });

  it('leaves what has no rule to those who may do everything', () => {
    const planted = buildSchema(`${typeDefs}\nextend type Query { planted: Int }`);
    expect([...rightsNeeded(planted, parse('{ planted }'))]).toEqual(['manageKeys']);
    expect(ruleOfRoute('/planted')).toBe('manageKeys');
    expect(RIGHTS).toContain('manageKeys');
  });
});
