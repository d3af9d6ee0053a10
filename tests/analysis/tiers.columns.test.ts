/** What a trace must not show: that its columns grow, are used again and are shared by no two traces. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePartialDate } from '#vocabulary';
import { orderLargestFirst } from '../../api/analysis/tiers/largest-first.ts';
import { tellTrace } from '../../api/analysis/tiers/tell-trace.ts';
import type { TiersAnswer, TiersRequest } from '../../api/analysis/tiers/tier-types.ts';
import { followTiers, traceTiers } from '../../api/analysis/tiers/tiers.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { nodeId, projectionOf, type TestGraph, type TestRelation } from './graph-of-records.ts';

const supplies = (from: string, to: string, share: number | null = null): TestRelation => ({
  id: `${from}>${to}`,
  type: 'SUPPLIES',
  from,
  to,
  share,
});

const makers = Array.from({ length: 300 }, (_, i) => `m${i}`);
/** `many` buys of 300 makers and sells to `over`; `few` of one maker; of `over` more is stated than there is. */
const graph: TestGraph = {
  nodes: ['many', 'few', 'over', 'above', ...makers].map((id) => ({ id, type: 'LargeIndustry' })),
  relations: [
    ...makers.map((maker, i) => supplies(maker, 'many', i % 3 === 0 ? 1 / 512 : null)),
    supplies('m7', 'few', 0.5),
    supplies('many', 'over', 0.7),
    supplies('few', 'over', 0.7),
    supplies('over', 'above', 0.9),
    supplies('few', 'above'),
  ],
};

describe('traces one after the other', () => {
  let projection: Projection;
  beforeAll(async () => {
    projection = await projectionOf(graph);
  });
  const request = (root: string, more: Partial<TiersRequest> = {}): TiersRequest => ({
    root: nodeId(root),
    depth: 3,
    asOf: parsePartialDate('2020'),
    ...more,
  });
  /** As nobody has traced before. */
  const alone = async (asked: TiersRequest): Promise<TiersAnswer> => traceTiers(await projectionOf(graph), asked);

  test('tell the same as each by itself, from small to large and back, either way', async () => {
    const asked = [
      request('few'),
      request('many'),
      request('few'),
      request('m7', { direction: 'DOWNSTREAM', depth: 1 }),
      request('many', { depth: 1 }),
      request('m7'),
    ];
    for (const one of asked) expect(traceTiers(projection, one)).toEqual(await alone(one));
  });

  test('are untouched by one that is refused halfway, at a buyer whose shares exceed the whole', async () => {
    for (let round = 0; round < 2; round += 1) {
      expect(() => traceTiers(projection, request('above'))).toThrow("'over' add up to 1.4");
      for (const one of [request('many'), request('few')])
        expect(traceTiers(projection, one)).toEqual(await alone(one));
    }
  });

  test('are untouched by one that is followed while another is read, and by a reader that fails', async () => {
    const both = followTiers(projection, request('many'), (outer) => {
      const inner = traceTiers(projection, request('few'));
      return { outer: tellTrace(projection, outer), inner };
    });
    expect(both).toEqual({ outer: await alone(request('many')), inner: await alone(request('few')) });
    const failing = () =>
      followTiers(projection, request('many'), () => {
        throw new Error('the reader fails');
      });
    expect(failing).toThrow('the reader fails');
    expect(traceTiers(projection, request('few'))).toEqual(both.inner);
  });
});

test.each([
  ['few different parts', [0, 0.25, 1]],
  ['many', Array.from({ length: 40 }, (_, i) => i / 40)],
])('the largest parts come first and equal ones stay as they stand, with %s', (_, values) => {
  const part = fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 200 }), fc.nat(5), fc.nat(5), (parts, before, after) => {
      const low = Float64Array.from(parts, ([a]) => a);
      const high = Float64Array.from(parts, ([, b]) => b);
      const places = Array.from(parts.keys()).toReversed();
      const sorted = places.toSorted((a, b) => (low[b] ?? 0) - (low[a] ?? 0) || (high[b] ?? 0) - (high[a] ?? 0));
      const [head, tail] = [Array.from({ length: before }, () => -1), Array.from({ length: after }, () => -2)];
      const column = Int32Array.from([...head, ...places, ...tail]);
      orderLargestFirst(column, before, before + parts.length, { low, high });
      expect([...column]).toEqual([...head, ...sorted, ...tail]);
    }),
  );
});
