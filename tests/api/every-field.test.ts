import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GraphRecords } from '#vocabulary';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';
import { nodeTypes, schema, selection } from './schema-walk.ts';
import { TWO_SECTORS } from '../fixtures/two-sectors.ts';

/** Nodes of a type that are asked for every field: enough to meet absent and present values. */
const NODES_PER_TYPE = 12;

/** A table that somebody brings along. */
const TABLE_FILE = `{ name: "Two sectors", year: "2009", csv: ${JSON.stringify(TWO_SECTORS)},
  source: { title: "A drawn table", publisher: "Nobody", licence: "facts only" } }`;

describe('every field of the schema answers', () => {
  let api: ApiUnderTest;
  let records: GraphRecords;
  beforeAll(async () => {
    records = realRecords();
    api = await openApi(records);
  });
  afterAll(() => api.close());

  const Named = z.object({ __typename: z.string(), id: z.string() });

  it.each(nodeTypes().map((type) => ({ name: type.name, type })))('on nodes of type $name', async ({ name, type }) => {
    const ids = records.nodes.filter((node) => node.type === name).map((node) => node.id);
    expect(ids.length).toBeGreaterThan(0);
    const query = `query($ids: [ID!]!) { nodes(ids: $ids) { ... on ${name} ${selection(type, 2)} } }`;
    const { nodes } = await api.ask(query, z.object({ nodes: z.array(Named) }), { ids: ids.slice(0, NODES_PER_TYPE) });
    expect(nodes.map((node) => node.id)).toEqual(ids.slice(0, NODES_PER_TYPE));
    expect(new Set(nodes.map((node) => node.__typename))).toEqual(new Set([name]));
  });

  function everythingOf(typeName: string, depth = 3): string {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
    return selection(type, depth);
  }

  const roots: readonly { readonly question: string; readonly type: string }[] = [
    { question: 'dataset', type: 'Dataset' },
    { question: 'overview', type: 'Overview' },
    { question: 'search(text: "pasuruan")', type: 'SearchResult' },
    { question: 'neighbourhood(of: ["agency:jica"])', type: 'Neighbourhood' },
    {
      question: 'clustersTiedToLargeIndustry(evidence: [DOCUMENTED, GENERAL_KNOWLEDGE, INFERRED])',
      type: 'TieConnection',
    },
    { question: 'clustersTiedToLargeIndustry(scope: GROUP)', type: 'TieConnection' },
    { question: 'paths(from: "programme:smidep", to: "agency:jica")', type: 'PathConnection' },
    {
      question: 'tiers(root: "large-industry:astra-honda-motor", asOf: "2025-12-31")',
      type: 'TierPathConnection',
    },
    { question: 'sources(first: 5)', type: 'SourceConnection' },
    { question: 'vocabulary', type: 'Vocabulary' },
    { question: 'picture', type: 'Picture' },
    { question: 'communities(first: 3)', type: 'CommunityConnection' },
    { question: 'communitySweep', type: 'CommunitySweep' },
    { question: 'inputOutput', type: 'InputOutputTable' },
    { question: `readInputOutput(file: ${TABLE_FILE})`, type: 'InputOutputTable' },
    {
      question: 'finalDemandEffect(changes: [{ sector: "6", percent: -10 }])',
      type: 'FinalDemandEffect',
    },
    { question: 'gaps(wide: true, first: 5)', type: 'GapConnection' },
    { question: 'answer(question: "supply-route")', type: 'QuestionAnswer' },
    { question: 'understand(text: "which clusters in Pasuruan have no large buyer?")', type: 'Understanding' },
    {
      question:
        'whatIf(asOf: "2025-12-31", shocks: [{ close: ["large-industry:komatsu-indonesia"] }, { closePlaces: ["regency:33.28"], finalDemand: [{ sector: "6", percent: -10 }] }])',
      type: 'WhatIf',
    },
    { question: 'list(first: 5)', type: 'NodeConnection' },
  ];
  it.each(roots)('of $question', async ({ question, type }) => {
    const data = await api.ask(
      `{ answer: ${question} ${everythingOf(type)} }`,
      z.object({ answer: z.object({ __typename: z.string() }) }),
    );
    expect(data.answer.__typename).toBe(type);
  });

  it('of every relation, figure and disagreement around a cluster that sources differ on', async () => {
    const disagreement = records.disagreements[0];
    expect(disagreement).toBeDefined();
    const { node } = await api.ask(
      `query($id: ID!) { node(id: $id) { disagreements ${everythingOf('Disagreement')} } }`,
      z.object({ node: z.object({ disagreements: z.array(Named) }) }),
      { id: disagreement?.about },
    );
    expect(node.disagreements.map((one) => one.id)).toContain(disagreement?.id);
  });

  it('of relations among drawn nodes, which are exactly those between them', async () => {
    const ids = ['agency:jica', 'programme:smidep', 'province:35', 'country:id'].filter((id) =>
      records.nodes.some((node) => node.id === id),
    );
    const { relationsAmong } = await api.ask(
      `query($ids: [ID!]!) { relationsAmong(ids: $ids) ${everythingOf('Relation', 1)} }`,
      z.object({ relationsAmong: z.array(Named) }),
      { ids },
    );
    const among = records.relations.filter((relation) => ids.includes(relation.from) && ids.includes(relation.to));
    expect(among.length).toBeGreaterThan(1);
    expect(relationsAmong.map((relation) => relation.id)).toEqual(among.map((relation) => relation.id).sort());
  });
});
