import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { node, records, source } from '../fixtures/records.ts';
import { openApi, type ApiUnderTest } from './api-under-test.ts';

const Found = z.object({ search: z.object({ totalCount: z.number(), nodes: z.array(z.object({ id: z.string() })) }) });
const SEARCH = '{ search(text: "workshop") { totalCount nodes { id } } }';
/** Descriptions stand in the store only. */
const SEARCH_MORE = '{ search(text: "workshop") { totalCount nodes { id description } } }';
const GOING = node('small-industry:going', { name: 'Going workshop' });
const STAYING = node('small-industry:staying', { name: 'Staying workshop' });

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi(records({ sources: [source()], nodes: [GOING, STAYING] }));
});
afterEach(() => api.close());

describe('a dataset that changes under an answer', () => {
  it('is said so once; asked again, the question is answered from what is there now', async () => {
    await api.store.write({ put: records({}), remove: [{ kind: 'node', id: GOING.id }] });
    const failures = await api.refuse(SEARCH_MORE);
    expect(failures.map(({ extensions }) => extensions.code)).toContain('DATASET_CHANGED');
    const { search } = await api.ask(SEARCH, Found);
    expect(search).toEqual({ totalCount: 1, nodes: [{ id: STAYING.id }] });
  });

  it('answers what the projection knows whole, of the revision that it names', async () => {
    const before = await api.store.revision();
    await api.store.write({ put: records({ nodes: [{ ...GOING, name: 'Renamed workshop' }] }), remove: [] });
    const { search } = await api.ask(
      '{ search(text: "going") { revision nodes { id name names { text } kind code type } } }',
      z.object({ search: z.object({ revision: z.string(), nodes: z.array(z.object({ name: z.string() })) }) }),
    );
    expect(search).toMatchObject({ revision: before, nodes: [{ name: 'Going workshop' }] });
  });

  it('a node written a moment ago is said to be new, and found by the next question', async () => {
    const added = node('small-industry:added', { name: 'Added' });
    await api.store.write({ put: records({ nodes: [added] }), remove: [] });
    const PATHS = `{ paths(from: "${added.id}", to: "${STAYING.id}") { totalCount } }`;
    expect((await api.refuse(PATHS)).map(({ extensions }) => extensions.code)).toEqual(['DATASET_CHANGED']);
    expect(await api.ask(PATHS, z.unknown())).toEqual({ paths: { totalCount: 0 } });
  });
});
