import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

/** A field of a list is one question to the store, however long the list is. */
describe('questions to the store', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  async function callsOf(query: string): Promise<ReadonlyMap<string, number>> {
    api.takeCalls();
    await api.ask(query, z.looseObject({}));
    return api.takeCalls();
  }

  const fields: readonly { readonly what: string; readonly query: (first: number) => string }[] = [
    {
      what: 'a neighbourhood with ends, places, evidence, sources and their counts',
      query: (first) =>
        `{ neighbourhood(of: ["province:35", "agency:jica"], first: ${first}) { nodes { name places { name } } groups { count } relations { fromNode { name } toNode { name } evidence { source { title relationCount } } disagreement { question } } } }`,
    },
    {
      what: 'nodes with everything that they have',
      query: (first) =>
        `{ list(first: ${first}, types: [SmiCluster, LargeIndustry]) { nodes { name evidence { kind } figures { value evidence { note } within { name } } disagreements { question } relationGroups { count } places { name } ... on SmiCluster { sectors { name } suppliesTo { totalCount nodes { name } } supportedBy { totalCount } members { nodes { name } } } ... on LargeIndustry { suppliedBy { nodes { name } } } } } }`,
    },
    {
      what: 'regencies with clusters with sectors',
      query: (first) =>
        `{ province(code: "35") { regencies(first: ${first}) { nodes { name clusters { nodes { name sectors { name } } } designations { name } provinces { name } } } } }`,
    },
    {
      what: 'ties with routes, evidence and sources',
      query: (first) =>
        `{ clustersTiedToLargeIndustry(first: ${first}) { nodes { cluster { name } largeIndustry { name } sourceCount route { nodes { name } relations { evidence { source { title } } } } evidence { source { title } } chains { route { relations { type } } } } summary { untiedClusters { name } sourceCount newestEvidence } } }`,
    },
    {
      what: 'sources with what rests on them',
      query: (first) =>
        `{ sources(first: ${first}) { nodes { title relationCount nodeCount figureCount relations(first: 5) { nodes { fromNode { name } } } figures(first: 5) { nodes { value } } nodes(first: 5) { nodes { name } } } } }`,
    },
    {
      what: 'matches of a search',
      query: (first) =>
        `{ search(text: "metal", first: ${first}) { nodes { name } matches { node { places { name } } } } }`,
    },
  ];
  it('relations by id, with their evidence and sources, come in the order asked for, by one question each', async () => {
    const some = await api.ask(
      '{ neighbourhood(of: ["province:35"], first: 40) { relations { id } } }',
      z.object({ neighbourhood: z.object({ relations: z.array(z.object({ id: z.string() })) }) }),
    );
    const ids = some.neighbourhood.relations.map(({ id }) => id).toReversed();
    const query = `{ relations(ids: ${JSON.stringify(ids)}) { id evidence { source { title licence } } } }`;
    api.takeCalls();
    const { relations } = await api.ask(query, z.object({ relations: z.array(z.looseObject({ id: z.string() })) }));
    expect(relations.map(({ id }) => id)).toEqual(ids);
    expect(ids.length).toBe(40);
    for (const [name, count] of api.takeCalls()) expect({ name, count }).toEqual({ name, count: 1 });
  });

  it.each(fields)('$what: as many for a long list as for a short one', async ({ query }) => {
    const few = await callsOf(query(2));
    const many = await callsOf(query(100));
    for (const [name, count] of many) {
      // A deeper list may need a question that the short one had nothing to ask with; never one an item.
      expect({ name, count }).toEqual({ name, count: Math.min(count, (few.get(name) ?? 0) + 3) });
      expect(count).toBeLessThanOrEqual(6);
    }
  });

  it('a second question of a search or a tie does not walk the store again', async () => {
    const calls = await callsOf('{ search(text: "tegal") { totalCount } clustersTiedToLargeIndustry { totalCount } }');
    expect([...calls]).toEqual([]);
  });
});
