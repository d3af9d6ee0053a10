/** What a question needs, by the table of field-rules.ts, and whether that table is whole. */
import {
  isInterfaceType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { ROOT_FIELD_RULES, TYPE_RULES } from './field-rules.ts';
import type { Right } from './rights.ts';

const INTROSPECTION: Readonly<Record<string, Right | null>> = {
  __schema: 'introspect',
  __type: 'introspect',
  // Says no more than what was asked for.
  __typename: null,
};

function ruleOf(type: string, field: string): Right | undefined {
  const root = ROOT_FIELD_RULES[type];
  return root === undefined ? TYPE_RULES[type] : root[field];
}

/** What lacks a rule and which rules are about nothing, a line each; none: the table is whole. */
export function faultsOfFieldRules(schema: GraphQLSchema): readonly string[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'),
  );
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((root) =>
    root === null || root === undefined ? [] : [root],
  );
  const isRoot = (name: string): boolean => roots.some((root) => root.name === name);
  const places = [
    ...roots.flatMap((root) => Object.keys(root.getFields()).map((field) => `${root.name}.${field}`)),
    ...types.filter(({ name }) => !isRoot(name)).map(({ name }) => name),
  ];
  const rules = [
    ...Object.entries(ROOT_FIELD_RULES).flatMap(([root, fields]) =>
      Object.keys(fields).map((field) => `${root}.${field}`),
    ),
    ...Object.keys(TYPE_RULES),
  ];
  const [placed, ruled] = [new Set(places), new Set(rules)];
  return [
    ...places.filter((place) => !ruled.has(place)).map((place) => `${place} has no rule`),
    ...rules.filter((rule) => !placed.has(rule)).map((rule) => `the rule of ${rule} is about nothing in the schema`),
  ];
}

/**
 * The rights that a question asks for, all its operations and fragments together.
 * @param document fits the schema
 */
export function rightsNeeded(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<Right> {
  const needed = new Set<Right>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: ({ name: { value: field } }) => {
        const type = info.getParentType()?.name;
        if (type?.startsWith('__') === true) return;
        const rule = field in INTROSPECTION ? INTROSPECTION[field] : ruleOf(type ?? '', field);
        // What nobody thought of is for those who may do everything.
        if (rule !== null) needed.add(rule ?? 'manageKeys');
      },
    }),
  );
  return needed;
}
