import { beforeAll, describe, expect, it } from 'vitest';
import { findGaps } from '../../api/analysis/gaps/gaps.ts';
import { LEAST_CORE_FIT, type Gap, type GapsAnswer } from '../../api/analysis/gaps/gap-types.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { cell, crosswalk, expectedRows, type Row } from './expected-files.ts';
import { nodeId } from './graph-of-records.ts';
import { realProjection } from './real-projection.ts';

describe('gaps of the real dataset', () => {
  const ours = crosswalk();
  const rows = expectedRows('real-gaps.csv');
  const keyOf = (row: Row): string =>
    `${String(ours.get(cell(row, 'cluster_id')))} ${String(ours.get(cell(row, 'firm_id')))}`;
  const gapKey = (gap: Gap): string => `${gap.cluster} ${gap.largeIndustry}`;
  let projection: Projection;
  let core: GapsAnswer;
  let wide: GapsAnswer;
  beforeAll(async () => {
    projection = await realProjection();
    core = findGaps(projection, {});
    wide = findGaps(projection, { wide: true });
  });

  /** The page's low, high, level and the rest of one row. */
  const said = (row: Row) => ({
    level: cell(row, 'level'),
    fit: Number(cell(row, 'F')),
    direction: cell(row, 'direction').toUpperCase(),
    km: cell(row, 'km') === '' ? null : cell(row, 'km'),
    support: Number(cell(row, 'support')),
    low: Number(cell(row, 'score_low')).toFixed(4),
    high: Number(cell(row, 'score_high')).toFixed(4),
  });
  const found = (gap: Gap) => ({
    level: gap.level,
    fit: gap.fit.value,
    direction: gap.fit.direction,
    km: gap.distance === null ? null : gap.distance.km.toFixed(1),
    support: gap.support.value,
    low: gap.low.toFixed(4),
    high: gap.high.toFixed(4),
  });

  it('are the 51 core candidates of the worked results, with every part of their scores', () => {
    const expected = rows.filter((row) => cell(row, 'scope') === 'core');
    expect(expected).toHaveLength(51);
    const bySaid = new Map(expected.map((row) => [keyOf(row), said(row)]));
    const byFound = new Map(core.gaps.map((gap) => [gapKey(gap), found(gap)]));
    expect(byFound).toEqual(bySaid);
  });

  it('stand in the order of the worked results wherever scores differ', () => {
    const scores = (list: readonly { readonly low: string; readonly high: string }[]) =>
      list.map(({ low, high }) => `${low} ${high}`);
    const expected = rows.filter((row) => cell(row, 'scope') === 'core').map(said);
    expect(scores(core.gaps.map(found))).toEqual(scores(expected));
  });

  it('name the twelve clusters whose product nobody large in the data makes or uses, and the one whose product is unknown', () => {
    const expected = rows.filter((row) => cell(row, 'scope') === 'none');
    expect(expected).toHaveLength(12);
    const reasons = new Map(core.withoutCandidate.map(({ cluster, reason }) => [String(cluster), reason]));
    expect([...reasons.keys()].sort()).toEqual(expected.map((row) => ours.get(cell(row, 'cluster_id'))).sort());
    expect([...reasons].filter(([, reason]) => reason === 'CLASS_UNKNOWN')).toEqual([
      ['cluster:sentra-konawe', 'CLASS_UNKNOWN'],
    ]);
  });

  it('hold every wide candidate of the worked results too, when asked for; ours also pair classes of one group that they left out', () => {
    const expected = rows.filter((row) => cell(row, 'scope') === 'wide');
    expect(expected).toHaveLength(7);
    const byFound = new Map(wide.gaps.map((gap) => [gapKey(gap), found(gap)]));
    for (const row of expected) expect(byFound.get(keyOf(row)), keyOf(row)).toEqual(said(row));
    const further = wide.gaps.filter(
      (gap) => gap.fit.value < LEAST_CORE_FIT && !expected.some((row) => keyOf(row) === gapKey(gap)),
    );
    expect(further.every(({ fit }) => fit.rule === 'SAME_GROUP')).toBe(true);
  });

  it('show what an inferred chain already says of a pair, and which documented tie has no goods', () => {
    const gapOf = (cluster: string, firm: string) => core.gaps.find((gap) => gapKey(gap) === `${cluster} ${firm}`);
    const ship = gapOf('cluster:ship-components-pasuruan', 'large-industry:pal-indonesia');
    expect(ship?.inferredTie).toHaveLength(1);
    expect(ship?.documentedTie).toEqual([]);
    const pewter = gapOf('cluster:pewter-west-bangka', 'large-industry:timah');
    expect(pewter).toMatchObject({ level: 'NO_SUPPLY', fit: { rule: 'PRODUCT', clusterSide: 'product:tin' } });
    expect(pewter?.documentedTie.length).toBeGreaterThan(0);
  });

  it('leave out a firm that owns the works in question: Barry Callebaut stands behind its grinder in Makassar', () => {
    const firms = new Set(core.gaps.map((gap) => String(gap.largeIndustry)));
    expect(firms).toContain('large-industry:barry-callebaut-comextra');
    expect(firms).not.toContain('large-industry:barry-callebaut');
  });

  it('within fifty kilometres of PT PAL are the two that fit its product, and what lies at an unknown distance is counted apart', () => {
    const near = findGaps(projection, {
      largeIndustry: nodeId('large-industry:pal-indonesia'),
      withinKm: 50,
    });
    expect(near.gaps.slice(0, 2).map((gap) => gap.cluster)).toEqual([
      'cluster:ship-components-pasuruan',
      'cluster:metal-kota-pasuruan',
    ]);
    expect(near.gaps.every((gap) => gap.distance !== null && gap.distance.km <= 50)).toBe(true);
    expect(near.unknownDistanceCount).toBe(0);
  });
});
