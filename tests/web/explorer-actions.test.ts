import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parsePartialDate } from '#vocabulary';
import { createExplorer, type Explorer } from '../../web/src/actions/explorer.ts';
import type { GroupKey } from '../../web/src/exploration/groups.ts';
import { DOCUMENTED_ONLY, WITH_INFERRED } from '../../web/src/exploration/question.ts';
import { createExploration } from '../../web/src/exploration/store.ts';
import { CEPER, KAYABA, node, relation, TEGAL, tegal, ties } from './fixture/api-answers.ts';

interface Asked {
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A server that answers by operation; what it was asked can be read. */
function serve(answers: Readonly<Record<string, (variables: Asked['variables']) => unknown>>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (_: unknown, options: RequestInit) => {
    const { query, variables }: { query: string; variables: Asked['variables'] } = JSON.parse(String(options.body));
    const operation = /query (\w+)/.exec(query)?.[1] ?? '';
    asked.push({ operation, variables });
    const body = await answers[operation]?.(variables);
    if (options.signal?.aborted === true) throw new DOMException('aborted', 'AbortError');
    return new Response(JSON.stringify(body ?? { errors: [{ message: `no answer to ${operation}` }] }));
  });
  return asked;
}

const answered = { Ties: () => ({ data: { clustersTiedToLargeIndustry: ties() } }) };
const counted = {
  RelationCounts: ({ ids }: Asked['variables']) => ({
    data: {
      nodes: (Array.isArray(ids) ? ids : []).map((id: unknown) => ({
        id,
        relationGroups: [{ count: 2 }, { count: 3 }],
      })),
    },
  }),
};

let explorer: Explorer;
beforeEach(() => {
  explorer = createExplorer(createExploration(), 'en');
});
afterEach(() => vi.unstubAllGlobals());
const state = (): ReturnType<Explorer['store']['getState']> => explorer.store.getState();
const settled = async (): Promise<void> => vi.waitFor(() => expect(state().request.status).not.toBe('loading'));

describe('asking the question', () => {
  it('asks for documented ties of clusters first, and shows what comes', async () => {
    const asked = serve({ ...answered, ...counted });
    explorer.askAgain();
    expect(state().request.status).toBe('loading');
    await settled();
    expect(asked[0]).toMatchObject({ operation: 'Ties', variables: { scope: 'CLUSTER', evidence: ['DOCUMENTED'] } });
    expect(state().answer?.ties.map((tie) => tie.id)).toEqual([`${TEGAL}>${KAYABA}`]);
    expect(state().answer?.untied).toEqual([CEPER]);
    expect(state().nodes[TEGAL]).toMatchObject({ name: 'Metal of Tegal', places: ['Tegal Regency'] });
  });

  it('then counts the relations of every node in the picture', async () => {
    serve({ ...answered, ...counted });
    explorer.askAgain();
    await vi.waitFor(() => expect(state().counts[KAYABA]).toBe(5));
  });

  it('needs no counts to have an answer', async () => {
    serve(answered);
    explorer.askAgain();
    await settled();
    expect(state().answer).not.toBeNull();
    expect(state().request.status).toBe('idle');
  });

  it('keeps the old answer and names the fault when the database is away', async () => {
    serve({ ...answered, ...counted });
    explorer.askAgain();
    await settled();
    serve({ Ties: () => ({ errors: [{ message: 'x', extensions: { code: 'STORE_UNAVAILABLE' } }] }) });
    explorer.ask({ evidence: WITH_INFERRED });
    await settled();
    expect(state().request).toEqual({ status: 'failed', message: 'STORE_UNAVAILABLE' });
    expect(state().answer).not.toBeNull();
    expect(state().answered?.evidence).toEqual(DOCUMENTED_ONLY);
  });

  it('gives the first question up when a second is asked before its answer', async () => {
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    serve({
      ...counted,
      Ties: async ({ scope }) => {
        if (scope === 'CLUSTER') await held;
        return { data: { clustersTiedToLargeIndustry: ties(`of ${String(scope)}`) } };
      },
    });
    explorer.askAgain();
    explorer.ask({ scope: 'GROUP' });
    await settled();
    release?.();
    await Promise.resolve();
    expect(state().answer?.revision).toBe('of GROUP');
  });

  it('goes back to the question on screen when it is cancelled', async () => {
    serve({ ...answered, ...counted });
    explorer.askAgain();
    await settled();
    serve({ Ties: () => new Promise(() => undefined) });
    explorer.ask({ asOf: parsePartialDate('2017') });
    explorer.cancel();
    expect(state().question.asOf).toBeNull();
    expect(state().request.status).toBe('idle');
  });

  it('says whether a relation held at the date that was asked', async () => {
    serve({ ...answered, ...counted });
    explorer.ask({ asOf: parsePartialDate('2017') });
    await settled();
    expect(Object.values(state().relations).map(({ held }) => held)).toEqual(['POSSIBLY']);
  });
});

describe('an answer that was cut', () => {
  const page = (cursor: string | null): object => ({
    ...ties(),
    totalCount: 2,
    pageInfo: { hasNextPage: cursor !== null, endCursor: cursor },
  });

  it('goes on where it ended, and keeps what was there', async () => {
    const asked = serve({
      ...counted,
      Ties: ({ after }) => ({ data: { clustersTiedToLargeIndustry: page(after === null ? 'second' : null) } }),
    });
    explorer.askAgain();
    await settled();
    await explorer.moreTies();
    expect(asked.filter(({ operation }) => operation === 'Ties').map(({ variables }) => variables['after'])).toEqual([
      null,
      'second',
    ]);
    expect(state().answer?.ties).toHaveLength(2);
  });

  it('says so when the data have changed in between', async () => {
    serve({
      ...counted,
      Ties: ({ after }) =>
        after === null
          ? { data: { clustersTiedToLargeIndustry: page('second') } }
          : { errors: [{ message: 'changed', extensions: { code: 'DATASET_CHANGED' } }] },
    });
    explorer.askAgain();
    await settled();
    await explorer.moreTies();
    expect(state().request).toEqual({ status: 'failed', message: 'DATASET_CHANGED' });
    expect(state().answer?.ties).toHaveLength(1);
  });
});

describe('a group of relations', () => {
  const group: GroupKey = { of: TEGAL, relationType: 'SUPPLIES', direction: 'OUT', nodeType: 'LargeIndustry' };
  const neighbourhood = (hasNextPage: boolean, id: string): object => ({
    data: {
      neighbourhood: {
        nodes: [tegal, node(id, 'LargeIndustry', id)],
        relations: [relation(`${TEGAL}--SUPPLIES--${id}`, TEGAL, id)],
        shown: { nodes: 2, relations: 1 },
        total: { nodes: 3, relations: 2 },
        groups: [],
        pageInfo: { hasNextPage, endCursor: 'next' },
      },
    },
  });

  it('is asked for with exactly its filter, then page by page', async () => {
    const asked = serve({
      ...answered,
      ...counted,
      Neighbourhood: ({ after }) =>
        after === null ? neighbourhood(true, 'large-industry:one') : neighbourhood(false, 'large-industry:two'),
    });
    explorer.askAgain();
    await settled();
    await explorer.expand([group]);
    expect(asked.find(({ operation }) => operation === 'Neighbourhood')?.variables).toEqual({
      of: [TEGAL],
      first: 25,
      after: null,
      filter: {
        evidence: ['DOCUMENTED'],
        relationTypes: ['SUPPLIES'],
        direction: 'OUT',
        nodeTypes: ['LargeIndustry'],
      },
    });
    expect(state().expansions[0]).toMatchObject({ total: { nodes: 2, relations: 2 }, endCursor: 'next' });
    await explorer.expand([group]);
    expect(state().expansions[0]?.nodes).toEqual(['large-industry:one', 'large-industry:two']);
    expect(state().expansions[0]?.endCursor).toBeNull();
  });

  it('that is open is asked for anew when the evidence changes, and stays open', async () => {
    const asked = serve({ ...answered, ...counted, Neighbourhood: () => neighbourhood(false, 'large-industry:one') });
    explorer.askAgain();
    await settled();
    await explorer.expand([group]);
    explorer.ask({ evidence: WITH_INFERRED });
    await settled();
    await vi.waitFor(() => expect(state().expansions[0]?.nodes).toEqual(['large-industry:one']));
    const evidences = asked
      .filter(({ operation }) => operation === 'Neighbourhood')
      .map(({ variables }) => variables['filter']);
    expect(evidences).toEqual([
      expect.objectContaining({ evidence: DOCUMENTED_ONLY }),
      expect.objectContaining({ evidence: WITH_INFERRED }),
    ]);
  });

  it('that cannot be opened says why and leaves the picture', async () => {
    serve({ ...answered, ...counted });
    explorer.askAgain();
    await settled();
    await explorer.expand([group]);
    expect(state().expansions).toEqual([]);
    expect(Object.values(state().expanding)).toEqual([{ status: 'failed', message: 'UNEXPECTED' }]);
  });
});

describe('going back', () => {
  it('leads through what was selected before, wherever it was selected, and then closes', () => {
    explorer.selectNode(TEGAL);
    explorer.store.setState({ selection: { kind: 'node', id: KAYABA } });
    explorer.back();
    expect(state().selection).toEqual({ kind: 'node', id: TEGAL });
    explorer.back();
    expect(state().selection).toBeNull();
  });

  it('forgets the way once everything was closed', () => {
    explorer.selectNode(TEGAL);
    explorer.selectNode(KAYABA);
    explorer.close();
    explorer.selectNode(CEPER);
    explorer.back();
    expect(state().selection).toBeNull();
  });
});

describe('another language', () => {
  it('renames what is known at once and asks for the words of the ties anew', async () => {
    const asked = serve({ ...answered, ...counted });
    explorer.askAgain();
    await settled();
    explorer.speak('id');
    expect(state().nodes[TEGAL]).toMatchObject({ name: 'Logam Tegal', places: ['Kabupaten Tegal'] });
    await settled();
    expect(asked.filter(({ operation }) => operation === 'Ties').at(-1)?.variables['language']).toBe('id');
  });
});
