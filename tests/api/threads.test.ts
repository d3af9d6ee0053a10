/** Every document asked twice: of analyses on the event loop, and of analyses in other threads. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAnalysisPool } from '../../api/analysis/worker/analysis-pool.ts';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';
import { ANALYSIS_DOCUMENTS, DOCUMENTS } from './documents.ts';

const { ties, paths, whatIf, communitySweep } = DOCUMENTS;

describe('analyses in other threads, through GraphQL', () => {
  let here: ApiUnderTest;
  let there: ApiUnderTest;
  beforeAll(async () => {
    const records = realRecords();
    here = await openApi(records, { analyses: createAnalysisPool({ inline: () => true }) });
    there = await openApi(records, { analyses: createAnalysisPool({ threads: 1, inline: () => false }) });
  }, 120_000);
  afterAll(async () => {
    await here?.close();
    await there?.close();
  });

  it.each(Object.entries({ ties, paths, whatIf, communitySweep, ...ANALYSIS_DOCUMENTS }))(
    'the document on %s has the same answer',
    async (_, text) => {
      const shape = z.record(z.string(), z.unknown());
      expect(await there.ask(text, shape)).toEqual(await here.ask(text, shape));
    },
  );

  it('a question that cannot be answered as asked says so alike', async () => {
    const query = '{ tiers(root: "large-industry:astra-honda-motor", asOf: "2025-12-31", depth: 9) { totalCount } }';
    expect(await there.refuse(query)).toEqual(await here.refuse(query));
    const resolution = '{ communities(resolution: 0) { totalCount } }';
    const refused = await there.refuse(resolution);
    expect(refused).toEqual(await here.refuse(resolution));
    expect(refused[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'resolution' });
  });

  it('one whose time is over is told to ask for less, and the same question may be asked again', async () => {
    const records = realRecords();
    const analyses = createAnalysisPool({ threads: 1, inline: () => false, deadlineMs: 1 });
    const hurried = await openApi(records, { analyses });
    try {
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const [refusal] = await hurried.refuse('{ communitySweep { nodeCount } }');
        expect(refusal?.extensions.code).toBe('QUESTION_TOO_LARGE');
        expect(refusal?.message).toMatch(/a part of the graph/);
      }
    } finally {
      await hurried.close();
    }
  });
});
