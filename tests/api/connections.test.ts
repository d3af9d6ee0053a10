import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isObjectType } from 'graphql';
import { z } from 'zod';
import type { GraphRecords, NodeType } from '#vocabulary';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';
import { connectionFields, nodeTypes, schema, type ConnectionField } from './schema-walk.ts';

const NODE_TYPE_NAMES = new Set(nodeTypes().map((type) => type.name));
const PAGED = connectionFields().filter(({ takesAfter }) => takesAfter);

/** Arguments that root fields need besides the page. */
const ROOT_ARGUMENTS: Readonly<Record<string, string>> = {
  search: 'text: "a"',
  neighbourhood: 'of: ["province:35"]',
  paths: 'from: "programme:smidep", to: "agency:jica"',
  tiers: 'root: "large-industry:astra-honda-motor", asOf: "2025-12-31"',
  centrality: 'measure: DEGREE',
  fragility: 'asOf: "2025-12-31"',
  placeRelatedness: 'place: "province:35"',
};

describe('connections', () => {
  let api: ApiUnderTest;
  let records: GraphRecords;
  beforeAll(async () => {
    records = realRecords();
    api = await openApi(records);
  });
  afterAll(() => api.close());

  /** A whole question for a field, with the field's arguments and selection. */
  function question({ parent, field }: ConnectionField, args: string, selected: string, nodeId?: string): string {
    if (parent === 'Query') {
      const needed = ROOT_ARGUMENTS[field.name];
      return `{ ${field.name}(${[needed, args].filter((text) => text !== undefined).join(', ')}) ${selected} }`;
    }
    if (parent === 'QuestionAnswer') {
      return `{ answer(question: "tied-clusters") { ${field.name}(${args}) ${selected} } }`;
    }
    if (parent === 'Source') return `{ sources(first: 1) { nodes { ${field.name}(${args}) ${selected} } } }`;
    if (parent === 'Community') return `{ communities(first: 1) { nodes { ${field.name}(${args}) ${selected} } } }`;
    const id = nodeId ?? records.nodes.find((node) => node.type === (parent as NodeType))?.id;
    return `{ node(id: "${id}") { ... on ${parent} { ${field.name}(${args}) ${selected} } } }`;
  }

  const countOf = ({ field }: ConnectionField): string => {
    const type = schema.getType(String(field.type).replace('!', ''));
    const counts = ['totalCount', 'bridgeCount'];
    const count = isObjectType(type) ? counts.find((name) => name in type.getFields()) : undefined;
    return count === undefined ? '{ total { relations } }' : `{ ${count} }`;
  };

  it.each(connectionFields().map((field) => ({ name: `${field.parent}.${field.field.name}`, field })))(
    '$name takes a page of 1 to its limit and nothing else',
    async ({ field }) => {
      for (const first of [-1, 0, 10_000]) {
        const [failure] = await api.refuse(question(field, `first: ${first}`, countOf(field)));
        expect(failure?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
        expect(failure?.extensions.expected).toMatch(/from 1 to \d+/);
      }
      expect(await api.refuse(question(field, 'first: 1', countOf(field)))).toEqual([]);
    },
  );

  it.each(PAGED.map((field) => ({ name: `${field.parent}.${field.field.name}`, field })))(
    "$name refuses another list's cursor",
    async ({ field }) => {
      const after = Buffer.from(JSON.stringify(['another list', 'x', 'y'])).toString('base64url');
      const [failure] = await api.refuse(question(field, `after: "${after}"`, countOf(field)));
      expect(failure?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    },
  );

  it.each(
    PAGED.filter(({ parent, field }) => NODE_TYPE_NAMES.has(parent) || field.name === 'list').map((field) => ({
      name: `${field.parent}.${field.field.name}`,
      field,
    })),
  )('$name gives the same nodes page by page as at once, each once', async ({ field }) => {
    const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
    const Page = z.object({ totalCount: z.number(), nodes: z.array(z.object({ id: z.string() })), pageInfo });
    const read = async (args: string, nodeId?: string) => {
      const asked = question(field, args, '{ totalCount nodes { id } pageInfo { hasNextPage endCursor } }', nodeId);
      if (field.parent === 'Query') return (await api.ask(asked, z.object({ list: Page }))).list;
      const { node } = await api.ask(asked, z.object({ node: z.record(z.string(), Page) }));
      return Page.parse(node[field.field.name]);
    };
    const filters = field.parent === 'Query' ? 'types: [Province, Country], ' : '';
    const candidates =
      field.parent === 'Query'
        ? [undefined]
        : records.nodes
            .filter((node) => node.type === field.parent)
            .map((node) => node.id)
            .slice(0, 40);
    for (const nodeId of candidates) {
      const whole = await read(`${filters}first: 200`, nodeId);
      expect(whole.nodes).toHaveLength(Math.min(200, whole.totalCount));
      expect(whole.pageInfo.hasNextPage).toBe(whole.totalCount > 200);
      if (whole.totalCount < 2 || whole.totalCount > 200) continue;
      const first = Math.ceil(whole.totalCount / 3);
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: z.infer<typeof Page> = await read(
          `${filters}first: ${first}${after === null ? '' : `, after: "${after}"`}`,
          nodeId,
        );
        expect(page.totalCount).toBe(whole.totalCount);
        seen.push(...page.nodes.map((node) => node.id));
        expect(page.pageInfo.hasNextPage).toBe(seen.length < whole.totalCount);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(whole.nodes.map((node) => node.id));
      return;
    }
  });
});
