import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

const ARTICLE = 'source:netralnews-2017';
const ARTICLE_FACTS = Array.from({ length: 105 }, (_, i) => `A${String(i + 1).padStart(3, '0')}`);

const EvidencePieces = z.array(z.object({ facts: z.array(z.string()), source: z.object({ id: z.string() }) }));
const Cited = z.object({
  totalCount: z.number(),
  nodes: z.array(z.object({ evidence: EvidencePieces })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

describe('the facts of the article', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  async function factsOf(source: string, part: 'relations' | 'figures' | 'nodes'): Promise<readonly string[]> {
    const facts: string[] = [];
    let after: string | null = null;
    do {
      const { source: answer }: { source: Record<string, z.infer<typeof Cited>> } = await api.ask(
        `query($id: ID!, $after: String) { source(id: $id) { ${part}(first: 100, after: $after) { totalCount nodes { evidence { facts source { id } } } pageInfo { hasNextPage endCursor } } } }`,
        z.object({ source: z.record(z.string(), Cited) }),
        { id: source, after },
      );
      const page = Cited.parse(answer[part]);
      for (const { evidence } of page.nodes) {
        for (const piece of evidence) if (piece.source.id === source) facts.push(...piece.facts);
      }
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return facts;
  }

  it('are all reachable, each with the article as its evidence', async () => {
    const { source: article } = await api.ask(
      'query($id: ID!) { source(id: $id) { url facts } }',
      z.object({ source: z.object({ url: z.string().startsWith('https://'), facts: z.array(z.string()) }) }),
      { id: ARTICLE },
    );
    const found = new Set([
      ...article.facts,
      ...(await factsOf(ARTICLE, 'relations')),
      ...(await factsOf(ARTICLE, 'figures')),
      ...(await factsOf(ARTICLE, 'nodes')),
    ]);
    expect(ARTICLE_FACTS.filter((fact) => !found.has(fact))).toEqual([]);
  });
});
