/** Who may see restricted records is told which they are; to everybody else nothing is marked. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { evidence, figure, node, records, relation, source } from '../fixtures/records.ts';
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
