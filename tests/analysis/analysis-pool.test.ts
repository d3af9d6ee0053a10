import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePartialDate, REFERENCE_DAY } from '#vocabulary';
import { ANALYSES, type AnalysisName, type AnalysisRequest } from '../../api/analysis/worker/analyses.ts';
import { createAnalysisPool, type AnalysisPool } from '../../api/analysis/worker/analysis-pool.ts';
import { startWorker } from '../../api/analysis/worker/analysis-thread.ts';
import { putTogether, takeApart } from '../../api/analysis/worker/answer-lists.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { industryOf } from '../fixtures/industry-of.ts';
import { TWO_SECTORS } from '../fixtures/two-sectors.ts';
import { nodeId } from './graph-of-records.ts';
import { realProjection } from './real-projection.ts';

const asOf = parsePartialDate(REFERENCE_DAY);
const AHM = nodeId('large-industry:astra-honda-motor');

/** A question for each analysis that has something to say on the real data. */
const QUESTIONS: { readonly [N in AnalysisName]: AnalysisRequest<N> } = {
  ties: { evidence: ['DOCUMENTED', 'INFERRED'] },
  paths: { from: nodeId('programme:smidep'), to: nodeId('agency:jica') },
  tiers: { root: AHM, depth: 3, asOf, relationTypes: ['SUPPLIES', 'AGREED_TO_SUPPLY'] },
  centrality: { measure: 'BETWEENNESS' },
  fragility: { asOf, concentrationBy: 'PLACE', mainSectors: new Set() },
  removal: { node: nodeId('large-industry:rachmat-perdana-adhimetal') },
  communities: { filter: {}, quality: 'CPM', resolution: 0.03, seed: 1 },
  communitySweep: { filter: {}, quality: 'CPM', resolution: 0.03, seed: 1 },
  gaps: { scope: 'CLUSTER', wide: true },
  whatIf: { nodes: [nodeId('large-industry:komatsu-indonesia')], places: [], part: 1, asOf, depth: 3 },
  coverage: { evidence: ['DOCUMENTED', 'INFERRED'] },
  phases: {},
  criteria: {},
  placeProfiles: { places: [nodeId('province:35')] },
  placeRelatedness: { place: nodeId('province:35') },
  inputOutputFile: {
    id: 'own-two',
    csv: TWO_SECTORS,
    about: JSON.stringify({
      name: 'Two sectors',
      year: '2009',
      unit: 'MILLION_RUPIAH',
      source: { title: 'A drawn table', publisher: 'Nobody', licence: 'facts only' },
    }),
  },
};

const NAMES = Object.keys(QUESTIONS).filter((name): name is AnalysisName => Object.hasOwn(ANALYSES, name));

describe('analyses in other threads', () => {
  let pool: AnalysisPool;
  let real: Projection;
  let large: Projection;
  let middling: Projection;
  beforeAll(async () => {
    pool = createAnalysisPool({ threads: 1, deadlineMs: 120_000, inline: () => false });
    real = await realProjection();
    large = await industryOf(6_000, 30_000);
    middling = await industryOf(1_200, 4_800);
  }, 120_000);
  afterAll(() => pool.close());

  it.each(NAMES)('%s: the same answer as on the event loop', async (name) => {
    const answer = await askOf(pool, name, real);
    expect(answer).toEqual(answerOf(name, real));
    expect(JSON.stringify(answer).length).toBeGreaterThan(80);
  });

  it('long answers arrive whole, in the same order', async () => {
    const request = { measure: 'DEGREE' } as const;
    expect(await pool.ask('centrality', large, request)).toEqual(ANALYSES.centrality(large, request));
  });

  it('others have their turns meanwhile: hundreds, where on the event loop there would be none', async () => {
    const answer = pool.ask('centrality', middling, { measure: 'BETWEENNESS' });
    const first = Promise.race([answer, Promise.resolve(null)]);
    expect(await first).toBeNull();
    let turns = 0;
    for (let found = null; found === null; turns += 1) {
      found = await Promise.race([answer, nextTurn().then(() => null)]);
    }
    expect((await answer).ranks.length).toBeGreaterThan(1_000);
    expect(turns).toBeGreaterThan(300);
  });

  it('a question that cannot be answered is refused as it is on the event loop', async () => {
    const request = { filter: {}, quality: 'CPM', resolution: 0, seed: 1 } as const;
    await expect(pool.ask('communities', real, request)).rejects.toMatchObject({
      name: 'AnalysisRequestError',
      argument: 'resolution',
      expected: 'a number above 0',
    });
  });

  it('one that takes too long is stopped, and so is one that nobody waits for; those behind them are answered', async () => {
    const controller = new AbortController();
    const late = pool.ask('centrality', large, { measure: 'BETWEENNESS' }, { deadlineMs: 1 });
    const given = pool.ask('communitySweep', large, QUESTIONS.communitySweep, { signal: controller.signal });
    const behind = pool.ask('ties', real, QUESTIONS.ties);
    await expect(late).rejects.toMatchObject({ name: 'AnalysisStopped', reason: 'DEADLINE' });
    controller.abort();
    await expect(given).rejects.toMatchObject({ name: 'AnalysisStopped', reason: 'CANCELLED' });
    expect(await behind).toEqual(ANALYSES.ties(real, QUESTIONS.ties));
    const gone = pool.ask('ties', real, QUESTIONS.ties, { signal: controller.signal });
    await expect(gone).rejects.toMatchObject({ reason: 'CANCELLED' });
  });

  it('a thread that dies takes its own question along and no other: that one is told so, the next is answered', async () => {
    let started = 0;
    const start = (): Worker => {
      started += 1;
      if (started > 1) return startWorker();
      return new Worker("require('node:worker_threads').parentPort.on('message', () => process.exit(3))", {
        eval: true,
      });
    };
    const fragile = createAnalysisPool({ threads: 1, inline: () => false, start });
    try {
      const lost = fragile.ask('ties', real, QUESTIONS.ties);
      const next = fragile.ask('ties', real, QUESTIONS.ties);
      await expect(lost).rejects.toMatchObject({ name: 'AnalysisStopped', reason: 'LOST' });
      await expect(lost).rejects.toThrow('ties ended before it answered: the thread ended with code 3');
      expect(await next).toEqual(ANALYSES.ties(real, QUESTIONS.ties));
      expect(started).toBe(2);
    } finally {
      await fragile.close();
    }
  });

  it('small graphs are answered at once, without any thread; a pool that is closed answers nobody', async () => {
    const usual = createAnalysisPool({ threads: 0 });
    expect(await usual.ask('ties', real, QUESTIONS.ties)).toEqual(ANALYSES.ties(real, QUESTIONS.ties));
    const waiting = usual.ask('communitySweep', real, QUESTIONS.communitySweep);
    const told = waiting.catch((error: unknown) => error);
    // It waits for a thread by then.
    await nextTurn();
    await nextTurn();
    await usual.close();
    expect(await told).toMatchObject({ name: 'AnalysisStopped', reason: 'CLOSED' });
    await expect(usual.ask('ties', real, QUESTIONS.ties)).rejects.toMatchObject({ reason: 'CLOSED' });
  });
});

function askOf<N extends AnalysisName>(pool: AnalysisPool, name: N, projection: Projection): Promise<object> {
  return pool.ask(name, projection, QUESTIONS[name]);
}

function answerOf<N extends AnalysisName>(name: N, projection: Projection): object {
  return ANALYSES[name](projection, QUESTIONS[name]);
}

describe('an answer whose long lists travel apart', () => {
  const numbers = fc.array(fc.nat(9), { minLength: 498, maxLength: 503 });
  const pairs = fc
    .uniqueArray(fc.nat(100_000), { minLength: 498, maxLength: 503 })
    .map((keys) => new Map(keys.map((key) => [key, String(key)])));

  it('is put together as it was, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.record({ few: fc.array(fc.nat(9), { maxLength: 5 }), many: numbers, map: pairs, none: fc.constant(null) }),
        fc.record({ many: numbers, deep: fc.record({ many: numbers }), count: fc.nat() }),
        (top, summary) => {
          const answer = { ...top, summary };
          const { head, lists } = takeApart(answer);
          expect(lists.every(({ entries }) => entries.length > 500)).toBe(true);
          expect(putTogether(head, lists)).toEqual(answer);
        },
      ),
      { numRuns: 200 },
    );
  });
});
