/** Who may see restricted records is told which they are; to everybody else nothing is marked. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseDisagreementId, type FigureRecord } from '#vocabulary';
import { disagreement, evidence, figure, node, records, relation, source } from '../fixtures/records.ts';
import { openApi } from '../api/api-under-test.ts';
import { serveEditions } from './served-editions.ts';

const HIDDEN = { restricted: true } as const;
const GRAPH = records({
  sources: [source(), source('source:secret', HIDDEN)],
  nodes: [node('cluster:a', { evidence: [evidence()] }), node('market:hidden', HIDDEN)],
  relations: [
    relation('cluster:a', 'SUPPLIES', 'market:hidden'),
    relation('cluster:a', 'SUPPLIES', 'cluster:a', { key: 'secret', ...HIDDEN }),
  ],
  figures: [figure('cluster:a', 'MAKERS', { value: 3, unit: 'COUNT', ...HIDDEN })],
});
const MARKED = z.object({ id: z.string(), restricted: z.boolean() });

const side = (key: string, cluster: string, disagreement: string, more: Partial<FigureRecord> = {}): FigureRecord =>
  figure(cluster, 'MAKERS', { key, value: 3, unit: 'COUNT', disagreement: parseDisagreementId(disagreement), ...more });

/** Counts that contradict each other: both open; one of them marked, or of a marked source; three, of which one is marked; the question alone. */
const DISPUTED = records({
  sources: [source(), source('source:secret', HIDDEN)],
  nodes: ['open', 'figure', 'source', 'three', 'question'].map((name) => node(`cluster:${name}`)),
  figures: [
    side('1', 'cluster:open', 'disagreement:open'),
    side('2', 'cluster:open', 'disagreement:open'),
    side('1', 'cluster:figure', 'disagreement:figure'),
    side('2', 'cluster:figure', 'disagreement:figure', HIDDEN),
    side('1', 'cluster:source', 'disagreement:source'),
    side('2', 'cluster:source', 'disagreement:source', { evidence: [evidence('source:secret')] }),
    side('1', 'cluster:three', 'disagreement:three'),
    side('2', 'cluster:three', 'disagreement:three', { evidence: [evidence(), evidence('source:secret')] }),
    side('3', 'cluster:three', 'disagreement:three', HIDDEN),
    side('1', 'cluster:question', 'disagreement:question'),
    side('2', 'cluster:question', 'disagreement:question'),
  ],
  disagreements: [
    ...['open', 'figure', 'source', 'three'].map((name) => disagreement(`disagreement:${name}`, `cluster:${name}`)),
    { ...disagreement('disagreement:question', 'cluster:question'), ...HIDDEN },
  ],
});
const ASKED =
  '{ list { nodes { id figures { id disagreement { id } } disagreements { id restricted figures { id } } } } }';
const TOLD = z.object({
  list: z.object({
    nodes: z.array(
      z.object({
        figures: z.array(z.object({ disagreement: z.object({ id: z.string() }).nullable() })),
        disagreements: z.array(MARKED.extend({ figures: z.array(z.object({ id: z.string() })) })),
      }),
    ),
  }),
});

describe('a disagreement of which not everybody sees every side', () => {
  it('is marked to whoever sees them all', async () => {
    const api = await openApi(DISPUTED);
    try {
      const { list } = await api.ask(ASKED, TOLD);
      const told = list.nodes.flatMap(({ disagreements }) => disagreements);
      expect(Object.fromEntries(told.map(({ id, restricted }) => [id, restricted]))).toEqual({
        'disagreement:open': false,
        'disagreement:figure': true,
        'disagreement:source': true,
        'disagreement:three': true,
        'disagreement:question': true,
      });
    } finally {
      await api.close();
    }
  });

  it('cannot be told from what stands alone by anybody else; with two open sides it is between those', async () => {
    const served = await serveEditions(DISPUTED);
    const text = await served.ask(ASKED);
    const wordsOf = await Promise.all(
      ['figure', 'source'].map((name) =>
        served.ask(`{ node(id: "cluster:${name}") { figures { disagreement { id question } } disagreements { id } } }`),
      ),
    );
    await served.close();
    for (const answer of wordsOf) {
      expect(answer).toContain('{"figures":[{"disagreement":null}],"disagreements":[]}');
    }
    for (const secret of ['true', 'disagreement:figure', 'disagreement:source', 'disagreement:question', '#3']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('"disagreements":[{"id":"disagreement:open","restricted":false');
    expect(text).toContain(
      '"disagreements":[{"id":"disagreement:three","restricted":false,"figures":[{"id":"cluster:three~MAKERS#1"},{"id":"cluster:three~MAKERS#2"}]}]',
    );
  });
});

describe('marks', () => {
  it('are told to whoever may see what is marked', async () => {
    const api = await openApi(GRAPH);
    try {
      const answer = await api.ask(
        `{ list { nodes { id restricted } } sources { nodes { id restricted } }
           neighbourhood(of: ["cluster:a"]) { relations { id restricted } }
           node(id: "cluster:a") { figures { id restricted } } }`,
        z.object({
          list: z.object({ nodes: z.array(MARKED) }),
          sources: z.object({ nodes: z.array(MARKED) }),
          neighbourhood: z.object({ relations: z.array(MARKED) }),
          node: z.object({ figures: z.array(MARKED) }),
        }),
      );
      const all = [answer.list.nodes, answer.sources.nodes, answer.neighbourhood.relations, answer.node.figures].flat();
      expect(Object.fromEntries(all.map(({ id, restricted }) => [id, restricted]))).toEqual({
        'cluster:a': false,
        'market:hidden': true,
        'source:survey': false,
        'source:secret': true,
        'cluster:a--SUPPLIES--market:hidden': false,
        'cluster:a--SUPPLIES--cluster:a#secret': true,
        'cluster:a~MAKERS': true,
      });
      const { picture } = await api.ask(
        '{ picture { nodes { ids restricted } } }',
        z.object({
          picture: z.object({ nodes: z.object({ ids: z.array(z.string()), restricted: z.array(z.number()) }) }),
        }),
      );
      expect(Object.fromEntries(picture.nodes.ids.map((id, at) => [id, picture.nodes.restricted[at]]))).toEqual({
        'cluster:a': 0,
        'market:hidden': 1,
      });
      const projected = await api.ask(
        '{ search(text: "hidden") { nodes { id restricted } } }',
        z.object({ search: z.object({ nodes: z.array(MARKED) }) }),
      );
      expect(projected.search.nodes).toEqual([{ id: 'market:hidden', restricted: true }]);
    } finally {
      await api.close();
    }
  });

  it('are told to nobody else, for there is nothing that is marked', async () => {
    const served = await serveEditions(GRAPH);
    const answer = await served.ask(
      '{ list { totalCount nodes { id restricted } } sources { totalCount nodes { id restricted } } search(text: "hidden") { totalCount } }',
    );
    await served.close();
    expect(answer).not.toContain('true');
    expect(answer).not.toContain('hidden');
    expect(answer).toContain('"list":{"totalCount":1');
  });
});
