import { beforeAll, describe, expect, test } from 'vitest';
import { parsePartialDate } from '#vocabulary';
import { AnalysisRequestError } from '../../api/analysis/request-error.ts';
import type { TierPath, TiersRequest } from '../../api/analysis/tiers/tier-types.ts';
import { traceTiers } from '../../api/analysis/tiers/tiers.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { cell, expectedRows, fixtureGraph } from './expected-files.ts';
import { nodeId, projectionOf, type TestGraph } from './graph-of-records.ts';

const AT_2020 = parsePartialDate('2020-12-31');

const row = ({ tier, nodes, contribution, end }: TierPath) => ({
  tier,
  path: nodes.join(' < '),
  low: Number(contribution.low.toFixed(6)),
  high: Number(contribution.high.toFixed(6)),
  end: end ?? '',
});

describe('the tiers of the fixture above L1', () => {
  let projection: Projection;
  const trace = (request: Partial<TiersRequest>) =>
    traceTiers(projection, { root: nodeId('L1'), depth: 4, asOf: AT_2020, ...request });
  beforeAll(async () => {
    projection = await projectionOf(fixtureGraph());
  });

  test('are as expected, way by way', () => {
    const expected = expectedRows('fixture-tiers.csv').map((line) => ({
      tier: Number(cell(line, 'tier')),
      path: cell(line, 'path'),
      low: Number(cell(line, 'low')),
      high: Number(cell(line, 'high')),
      end: cell(line, 'end').toUpperCase(),
    }));
    const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : 1);
    expect(trace({}).paths.map(row).toSorted(byPath)).toEqual(expected.toSorted(byPath));
  });

  test('stand by tier, the largest stated part first', () => {
    expect(trace({}).paths.map((path) => `${path.tier} ${path.nodes.at(-1)}`)).toEqual([
      '1 t1',
      '1 m3',
      '2 m1',
      '2 m2',
      '2 L2',
      '3 L1',
      '3 L2',
      '4 L1',
    ]);
  });

  test('add up per node, the cycle left out', () => {
    const totals = trace({}).nodes.map(({ node, tier, pathCount, contribution: { low, high } }) => [
      node,
      tier,
      pathCount,
      Number(low.toFixed(6)),
      Number(high.toFixed(6)),
    ]);
    expect(totals).toEqual([
      ['t1', 1, 1, 0.5, 0.5],
      ['m3', 1, 1, 0, 0.5],
      ['m1', 2, 1, 0.3, 0.3],
      ['m2', 2, 1, 0.1, 0.1],
      ['L2', 2, 2, 0.05, 0.35],
    ]);
  });

  test.each([1, 2, 3, 4, 5, 6])('keep the whole in balance at depth %i', (depth) => {
    const { balance } = trace({ depth });
    const { end, unattributed, cycle, truncated } = balance ?? { end: 0, unattributed: 0, cycle: 0, truncated: 0 };
    expect(end + unattributed + cycle + truncated).toBeCloseTo(1, 12);
  });

  test('say where they were cut: at depth 1 t1 has suppliers, m3 has none', () => {
    const { paths, balance } = trace({ depth: 1 });
    expect(paths.map((path) => [path.nodes.at(-1), path.end])).toEqual([
      ['t1', 'TRUNCATED'],
      ['m3', null],
    ]);
    expect(balance?.truncated).toBeCloseTo(0.5, 12);
  });

  test('mark what only possibly held, and what is weakest on the way', () => {
    const held = new Map(trace({}).paths.map((path) => [path.nodes.join('<'), path.held]));
    expect(held.get('L1<t1')).toBe('YES');
    expect(held.get('L1<m3')).toBe('POSSIBLY');
    expect(held.get('L1<t1<m1<L2')).toBe('POSSIBLY');
  });

  test('refuse shares of different times: at 2013 to 2018 the shares of t1 would exceed the whole', () => {
    const overfull: TestGraph = {
      nodes: fixtureGraph().nodes,
      relations: fixtureGraph().relations.map((relation) =>
        relation.id === 'r21' ? { ...relation, period: { from: '2012', to: '..' } } : relation,
      ),
    };
    return expect(
      projectionOf(overfull).then((drawn) => traceTiers(drawn, { root: nodeId('L1'), depth: 2, asOf: AT_2020 })),
    ).rejects.toThrow(/shares of 't1' add up to 1\.3 at 2020-12-31/);
  });

  test('downstream of m1: what part of each buyer comes from it; no balance is claimed', () => {
    const { paths, balance } = trace({ root: nodeId('m1'), direction: 'DOWNSTREAM' });
    expect(paths.map(row)).toEqual(
      [
        { tier: 1, path: 'm1 < t1', low: 0.6, high: 0.6, end: '' },
        { tier: 2, path: 'm1 < t1 < L1', low: 0.3, high: 0.3, end: '' },
        { tier: 3, path: 'm1 < t1 < L1 < L2', low: 0.06, high: 0.06, end: '' },
        { tier: 4, path: 'm1 < t1 < L1 < L2 < m1', low: 0, high: 0.06, end: 'CYCLE' },
        { tier: 4, path: 'm1 < t1 < L1 < L2 < t1', low: 0.006, high: 0.006, end: 'CYCLE' },
      ].toSorted((a, b) => a.tier - b.tier || b.low - a.low),
    );
    expect(balance).toBeNull();
  });

  test.each<[string, Partial<TiersRequest>]>([
    ['depth', { depth: 0 }],
    ['depth', { depth: 7 }],
    ['depth', { depth: 1.5 }],
    ['root', { root: nodeId('nobody') }],
    ['relationTypes', { relationTypes: ['MEMBER_OF'] }],
  ])('refuse what cannot be asked, naming %s', (argument, request) => {
    expect(() => trace(request)).toThrow(AnalysisRequestError);
    expect(() => trace(request)).toThrow(expect.objectContaining({ argument }));
  });

  test('take agreements only when asked: an MoU is no supply', () => {
    const suppliers = (request: Partial<TiersRequest>) =>
      trace({ depth: 1, ...request }).paths.map((path) => path.nodes.at(-1));
    expect(suppliers({})).not.toContain('a1');
    expect(suppliers({ relationTypes: ['SUPPLIES', 'AGREED_TO_SUPPLY'] })).toContain('a1');
  });
});
