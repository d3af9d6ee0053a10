import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createExplorer, type Explorer } from '../../web/src/actions/explorer.ts';
import { NO_EXPANSION_FILTER, type GroupKey } from '../../web/src/exploration/groups.ts';
import { DOCUMENTED_ONLY, WITH_INFERRED } from '../../web/src/exploration/question.ts';
import { createExploration } from '../../web/src/exploration/store.ts';
import { visibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { KAYABA, node, relation, TEGAL, tegal, ties } from './fixture/api-answers.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Answers that come when the test lets them. */
interface Server {
  readonly asked: { readonly operation: string; readonly variables: Variables }[];
  /** Holds the answers to an operation back until the returned function is called. */
  readonly hold: (operation: string) => () => void;
}

function serve(): Server {
  const asked: Server['asked'] = [];
  const held = new Map<string, Promise<void>>();
  const answers: Readonly<Record<string, (variables: Variables) => object>> = {
    Ties: ({ evidence }) => ({
      clustersTiedToLargeIndustry: { ...ties(), totalCount: Array.isArray(evidence) && evidence.length > 1 ? 2 : 1 },
    }),
    RelationCounts: ({ ids }) => ({
      nodes: (Array.isArray(ids) ? ids : []).map((id: unknown) => ({ id, relationGroups: [{ count: 5 }] })),
    }),
    Neighbourhood: ({ after }) => {
      const id = after === null ? 'large-industry:one' : 'large-industry:two';
      return {
        neighbourhood: {
          nodes: [tegal, node(id, 'LargeIndustry', id)],
          relations: [relation(`${TEGAL}--SUPPLIES--${id}`, TEGAL, id)],
          shown: { nodes: 2, relations: 1 },
          total: { nodes: 3, relations: 2 },
          groups: [],
          pageInfo: { hasNextPage: after === null, endCursor: 'next' },
        },
      };
    },
  };
  // It answers whatever was given up, too: a late answer must do no harm.
  vi.stubGlobal('fetch', async (_: unknown, options: RequestInit) => {
    const { query, variables }: { query: string; variables: Variables } = JSON.parse(String(options.body));
    const operation = /query (\w+)/.exec(query)?.[1] ?? '';
    asked.push({ operation, variables });
    await held.get(operation);
    return new Response(JSON.stringify({ data: answers[operation]?.(variables) }));
  });
  const hold = (operation: string): (() => void) => {
    let release: (() => void) | undefined;
    held.set(
      operation,
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    return () => {
      held.delete(operation);
      release?.();
    };
  };
  return { asked, hold };
}

const group: GroupKey = { of: TEGAL, relationType: 'SUPPLIES', direction: 'OUT', nodeType: 'LargeIndustry' };
let explorer: Explorer;
let server: Server;
const state = (): ReturnType<Explorer['store']['getState']> => explorer.store.getState();
const settled = async (): Promise<void> => vi.waitFor(() => expect(state().request.status).toBe('idle'));
/** Everything under way has come to its end. */
const quiet = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

beforeEach(async () => {
  server = serve();
  explorer = createExplorer(createExploration(), 'en');
  explorer.askAgain();
  await settled();
});
afterEach(() => vi.unstubAllGlobals());

describe('undoing while something is awaited', () => {
  it('gives up only the question that is awaited, and its late answer changes nothing', async () => {
    explorer.hide([KAYABA]);
    const release = server.hold('Ties');
    explorer.ask({ evidence: WITH_INFERRED });
    explorer.undo();
    expect(state().question.evidence).toEqual(DOCUMENTED_ONLY);
    expect(state().hidden).toEqual([KAYABA]);
    const before = state();
    release();
    await quiet();
    expect(state()).toBe(before);
    explorer.undo();
    expect(state().hidden).toEqual([]);
  });

  it('gives up only the group that is awaited, and its late page changes nothing', async () => {
    explorer.hide([KAYABA]);
    const release = server.hold('Neighbourhood');
    const expanding = explorer.expand([group]);
    explorer.undo();
    expect(state().expanding).toEqual({});
    release();
    await expanding;
    await quiet();
    expect(state().expansions).toEqual([]);
    expect(explorer.steps().past).toEqual([{ kind: 'HIDE', nodes: [KAYABA] }]);
  });

  it('a jump to an earlier step gives it up as well', async () => {
    explorer.hide([KAYABA]);
    const release = server.hold('Ties');
    explorer.ask({ evidence: WITH_INFERRED });
    explorer.undo(1);
    release();
    await quiet();
    expect(state().hidden).toEqual([]);
    expect(state().question.evidence).toEqual(DOCUMENTED_ONLY);
  });
});

describe('undoing a question', () => {
  it('restores its answer, its open groups and its counts without asking, and doing it again does not ask either', async () => {
    await explorer.expand([group]);
    await quiet();
    const before = state();
    explorer.ask({ evidence: WITH_INFERRED });
    await settled();
    await quiet();
    const after = state();
    expect(after.expansions).toHaveLength(1);
    expect(explorer.steps().past.map(({ kind }) => kind)).toEqual(['EXPAND', 'ASK']);
    const asked = server.asked.length;
    explorer.undo();
    expect(state().answer).toBe(before.answer);
    expect(visibleGraph(state())).toEqual(visibleGraph(before));
    explorer.redo();
    expect(visibleGraph(state())).toEqual(visibleGraph(after));
    await quiet();
    expect(server.asked).toHaveLength(asked);
  });

  it('asks for its words again when another language is spoken meanwhile, and keeps what can be done again', async () => {
    explorer.ask({ evidence: WITH_INFERRED });
    await settled();
    explorer.speak('id');
    await settled();
    explorer.undo();
    expect(state().request.status).toBe('loading');
    await settled();
    expect(state().answer?.language).toBe('id');
    expect(state().answered?.evidence).toEqual(DOCUMENTED_ONLY);
    expect(explorer.steps().future).toHaveLength(1);
  });
});

describe('what is opened while another question is awaited', () => {
  it('is asked for again under the filters of the answer that came first', async () => {
    const releaseGroup = server.hold('Neighbourhood');
    const expanding = explorer.expand([group]);
    explorer.ask({ evidence: WITH_INFERRED });
    await settled();
    releaseGroup();
    await expanding;
    const evidences = server.asked
      .filter(({ operation }) => operation === 'Neighbourhood')
      .map(({ variables }) => variables['filter']);
    expect(evidences.at(-1)).toMatchObject({ evidence: WITH_INFERRED });
    expect(state().expansions).toHaveLength(1);
    expect(explorer.steps().past.map(({ kind }) => kind)).toEqual(['ASK', 'EXPAND']);
  });

  it('that is closed before the answer comes stays closed', async () => {
    await explorer.expand([group]);
    const release = server.hold('Neighbourhood');
    explorer.ask({ evidence: WITH_INFERRED });
    await vi.waitFor(() =>
      expect(server.asked.filter(({ operation }) => operation === 'Neighbourhood')).toHaveLength(2),
    );
    explorer.collapse(group);
    release();
    await settled();
    expect(state().expansions).toEqual([]);
  });
});

describe('a group', () => {
  it('shows more from where it ended, as a step of its own', async () => {
    await explorer.expand([group]);
    await explorer.showMore(group);
    expect(state().expansions[0]?.nodes).toEqual(['large-industry:one', 'large-industry:two']);
    expect(explorer.steps().past.at(-1)).toEqual({ kind: 'SHOW_MORE', group });
    explorer.undo();
    expect(state().expansions[0]?.nodes).toEqual(['large-industry:one']);
    expect(state().expansions[0]?.endCursor).toBe('next');
  });

  it('may have an evidence of its own, and keeps it when the question changes', async () => {
    await explorer.expand([group], { ...NO_EXPANSION_FILTER, evidence: WITH_INFERRED });
    explorer.ask({ evidence: ['DOCUMENTED', 'GENERAL_KNOWLEDGE'] });
    await settled();
    const filters = server.asked
      .filter(({ operation }) => operation === 'Neighbourhood')
      .map(({ variables }) => variables['filter']);
    expect(filters).toEqual([
      expect.objectContaining({ evidence: WITH_INFERRED }),
      expect.objectContaining({ evidence: WITH_INFERRED }),
    ]);
    expect(state().expansions[0]?.filter.evidence).toEqual(WITH_INFERRED);
  });
});
