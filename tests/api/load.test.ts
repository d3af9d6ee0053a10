/** More is asked than can be answered; answers that take too long; people who go away before the answer. */
import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { AnalysisPool } from '../../api/analysis/worker/analysis-pool.ts';
import { answerTimeMs } from '../../api/server/answer-time.ts';
import { Admission, ADMISSION } from '../../api/server/door/admission.ts';
import { EventLoopLag } from '../../api/server/door/event-loop-lag.ts';
import type { DatasetSummary } from '../../api/store/graph-store.ts';
import { openApi, PATIENT_ADMISSION, realRecords, type ApiUnderTest } from './api-under-test.ts';
import { question } from './attacks.ts';
import { send, type RawAnswer } from './raw-request.ts';

const STORED = question('{ dataset { revision } }');
const PLAIN = question('{ __typename }');
const FAILED = z.object({ errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).min(1) });
const codeOf = ({ body }: RawAnswer): string | undefined => FAILED.parse(JSON.parse(body)).errors[0]?.extensions.code;

/** One measure of /metrics. */
async function measured(api: ApiUnderTest, name: string): Promise<number> {
  const { body } = await send(api.url, { method: 'GET', path: '/metrics', headers: {} });
  return Number(new RegExp(`^${name} (.*)$`, 'm').exec(body)?.[1] ?? Number.NaN);
}

let api: ApiUnderTest | null = null;
afterEach(async () => {
  await api?.close();
  api = null;
});

/** The store says how many hold a question to it, and answers them all when told. */
function slowStore({ store }: ApiUnderTest): { readonly held: () => number; readonly answer: () => void } {
  const answered = new EventEmitter().setMaxListeners(0);
  let held = 0;
  const summary: DatasetSummary = {
    engine: 'sqlite',
    revision: 'r',
    nodeCount: 0,
    relationCount: 0,
    figureCount: 0,
    sourceCount: 0,
  };
  Object.assign(store, {
    dataset: () => {
      held += 1;
      return new Promise((resolve) => answered.once('now', () => resolve(summary)));
    },
  });
  return { held: () => held, answer: () => answered.emit('now') };
}

describe('more questions than can be answered at once', () => {
  it('200 at ten places: ten answered, ten wait, the rest is told 503 at once; health answers; nothing is left', async () => {
    const admission = { ...PATIENT_ADMISSION, most: 10, mostWaiting: 10, patienceMs: 60_000 };
    const opened = await openApi(realRecords(), { limits: { admission } });
    api = opened;
    const slow = slowStore(opened);
    const all = Array.from({ length: 200 }, () => send(opened.url, STORED));
    let away = 0;
    for (const one of all) void one.then(({ status }) => (away += status === 503 ? 1 : 0));
    await vi.waitFor(() => expect(away).toBe(180), 20_000);
    expect(slow.held()).toBe(10);
    expect(await measured(opened, 'sentra_questions_answering')).toBe(10);
    expect(await measured(opened, 'sentra_questions_waiting')).toBe(10);
    for (const path of ['/health/live', '/health/ready']) {
      expect((await send(opened.url, { method: 'GET', path, headers: {} })).status).toBe(200);
    }
    slow.answer();
    await vi.waitFor(() => expect(slow.held()).toBe(20));
    slow.answer();
    const answers = await Promise.all(all);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    const shed = answers.filter(({ status }) => status === 503);
    expect(new Set(shed.map(codeOf))).toEqual(new Set(['BUSY']));
    expect(new Set(shed.map(({ headers }) => headers['retry-after']))).toEqual(new Set(['1']));
    expect(await measured(opened, 'sentra_questions_answering')).toBe(0);
    expect(await measured(opened, 'sentra_questions_waiting')).toBe(0);
    expect(await measured(opened, 'sentra_questions_shed_total')).toBe(180);
  }, 60_000);

  it('who waits too long for a place is told so', async () => {
    const admission = { ...PATIENT_ADMISSION, most: 1, mostWaiting: 10, patienceMs: 20 };
    const opened = await openApi(realRecords(), { limits: { admission } });
    api = opened;
    const slow = slowStore(opened);
    const first = send(opened.url, STORED);
    await vi.waitFor(() => expect(slow.held()).toBe(1));
    const second = await send(opened.url, PLAIN);
    expect([second.status, codeOf(second)]).toEqual([503, 'BUSY']);
    slow.answer();
    expect((await first).status).toBe(200);
    expect((await send(opened.url, PLAIN)).status).toBe(200);
  });
});

describe('the event loop', () => {
  it('counts as behind when it is late again and again, not after one long turn; then all but a few are sent away until it has caught up', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    try {
      const clock = vi.spyOn(performance, 'now');
      let [now, late] = [0, 0];
      const never = new AbortController().signal;
      clock.mockImplementation(() => now + late);
      const lag = new EventLoopLag();
      const turn = (lateMs: number): void => {
        now += 100 + late;
        late = lateMs;
        vi.advanceTimersByTime(100);
      };
      turn(0);
      turn(1_500);
      turn(0);
      expect(lag.meanMs).toBeLessThan(ADMISSION.behindMs);
      for (let turns = 0; turns < 10; turns += 1) turn(800);
      expect(lag.meanMs).toBeGreaterThan(ADMISSION.behindMs);
      const admitted = new Admission({ ...ADMISSION, most: 20 }, lag);
      for (let asked = 0; asked < 10; asked += 1) void admitted.admit(() => new Promise(() => undefined), never);
      expect(admitted.load).toMatchObject({ inside: 8, waiting: 0, shed: 2 });
      for (let turns = 0; turns < 10; turns += 1) turn(0);
      expect(lag.meanMs).toBeLessThan(ADMISSION.behindMs);
      lag.stop();
    } finally {
      vi.useRealTimers();
      vi.restoreAllMocks();
    }
  });
});

/** Analyses that never end by themselves. */
function endless(): { readonly pool: AnalysisPool; readonly begun: () => number; readonly ended: () => number } {
  let [begun, ended] = [0, 0];
  return {
    pool: {
      ask: (_name, _projection, _request, options) => {
        begun += 1;
        return new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => {
            ended += 1;
            reject(new Error('given up'));
          });
        });
      },
      close: async () => undefined,
    },
    begun: () => begun,
    ended: () => ended,
  };
}

const ANALYSED = question('{ communities(resolution: 0.37) { totalCount } }');

describe('an answer that nobody gets', () => {
  it('that takes longer than it may is 503 and when to ask again, and its analysis ends', async () => {
    const { pool, begun, ended } = endless();
    const opened = await openApi(realRecords(), { analyses: pool, limits: { answerMs: 300 } });
    api = opened;
    const late = await send(opened.url, ANALYSED);
    expect([late.status, codeOf(late)]).toEqual([503, 'TOOK_TOO_LONG']);
    expect(late.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    expect([begun(), ended()]).toEqual([1, 1]);
    await vi.waitFor(async () => expect(await measured(opened, 'sentra_questions_answering')).toBe(0));
  });

  it('takes 5 s of a graph like the dataset, whoever else is being answered, and 28 s of the largest', () => {
    const limits = [0, 1_613, 5_000, 10_000, 100_000, 1_000_000].map(answerTimeMs);
    expect(limits).toEqual([5_000, 5_000, 5_000, 6_000, 24_000, 28_000]);
  });

  it('is given up by the size of its graph where no other limit is set', async () => {
    const { pool, ended } = endless();
    api = await openApi(realRecords(), { analyses: pool, limits: { answerMs: null } });
    const late = await send(api.url, ANALYSED);
    expect([late.status, codeOf(late), ended()]).toEqual([503, 'TOOK_TOO_LONG', 1]);
    expect(late.body).toContain('longer than 5 s');
  });

  it('since whoever asked has gone is given up, its analysis and its place too', async () => {
    const { pool, begun, ended } = endless();
    const opened = await openApi(realRecords(), { analyses: pool });
    api = opened;
    const gone = new AbortController();
    const asked = fetch(`${opened.url}/graphql`, { method: 'POST', ...bodyOf(ANALYSED), signal: gone.signal });
    await vi.waitFor(() => expect(begun()).toBe(1));
    gone.abort();
    await expect(asked).rejects.toThrow('aborted');
    await vi.waitFor(() => expect(ended()).toBe(1));
    await vi.waitFor(async () => expect(await measured(opened, 'sentra_questions_answering')).toBe(0));
  });
});

function bodyOf({ headers, body = '' }: typeof ANALYSED): RequestInit {
  return { headers, body };
}
