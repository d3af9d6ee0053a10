import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { node, records, source } from '../fixtures/records.ts';
import { openApi, type ApiUnderTest } from './api-under-test.ts';

const Found = z.object({ search: z.object({ totalCount: z.number(), nodes: z.array(z.object({ id: z.string() })) }) });
const SEARCH = '{ search(text: "workshop") { totalCount nodes { id } } }';
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
    const failures = await api.refuse(SEARCH);
    expect(failures.map(({ extensions }) => extensions.code)).toContain('DATASET_CHANGED');
    const { search } = await api.ask(SEARCH, Found);
    expect(search).toEqual({ totalCount: 1, nodes: [{ id: STAYING.id }] });
  });
});
