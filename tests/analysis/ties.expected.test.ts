import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePartialDate, type EvidenceKind } from '#vocabulary';
import type { Tie, TieChain, TieScope } from '../../api/analysis/ties/tie-types.ts';
import { findTies } from '../../api/analysis/ties/ties.ts';
import { TIE_WEIGHTS } from '../../api/analysis/ties/weights.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { cell, crosswalk, expectedRows, fixtureGraph, type Row } from './expected-files.ts';
import { projectionOf } from './graph-of-records.ts';
import { realProjection } from './real-projection.ts';

const WITH_INFERRED: readonly EvidenceKind[] = ['DOCUMENTED', 'INFERRED'];
const STAND_IN_WORDS = {
  MEMBER_OF: 'member',
  REPRESENTS: 'organisation',
  PART_OF: 'part',
  SAME_AS_PROBABLY: 'probable twin',
};

/** The expected files' words for a chain: 'SUPPLIES via member, tier 2'; of a shared programme they name no stand-in. */
function inWords(chain: TieChain): string {
  const via = new Set([
    ...chain.standIns.map((type) => STAND_IN_WORDS[type]),
    ...(chain.goodsStepCount > 1 ? [`tier ${String(chain.goodsStepCount)}`] : []),
  ]);
  return via.size === 0 || chain.claim === 'SHARED_PROGRAMME'
    ? chain.claim
    : `${chain.claim} via ${[...via].sort().join(', ')}`;
}

/** Parts of a chain in words in no order that matters. */
function sameWords(text: string): string {
  const [claim, via] = text.split(' via ');
  return via === undefined ? text : `${String(claim)} via ${via.split(', ').sort().join(', ')}`;
}

function facts(tie: Tie) {
  return {
    pair: `${tie.cluster} ${tie.largeIndustry}`,
    evidence: tie.evidenceClass,
    strength: tie.strength.toFixed(4),
    strengthAnyEvidence: tie.strengthAnyEvidence.toFixed(4),
    kind: sameWords(inWords(tie.best)),
    direction: tie.best.direction.toLowerCase(),
    K: tie.best.factors.kind,
    goodsSteps: Math.max(1, tie.best.goodsStepCount),
    standIns: tie.best.factors.standIns.toFixed(2),
    confidence: tie.best.factors.evidence,
    chains: tie.chainCount,
    chainsAnyEvidence: tie.chainCountAnyEvidence,
    held: tie.heldAtReferenceDay,
  };
}

describe('the ties of the fixture', () => {
  let projection: Projection;
  beforeAll(async () => {
    projection = await projectionOf(fixtureGraph());
  });

  test.each([
    ['documented', {}],
    ['with_inferred', { evidence: WITH_INFERRED }],
    ['documented_as_of_2020-12-31', { asOf: parsePartialDate('2020-12-31') }],
  ])('are as expected, in order: %s', (mode, filter) => {
    const expected = expectedRows('fixture-ties.csv')
      .filter((row) => cell(row, 'mode') === mode)
      .map((row) => ({
        pair: `${cell(row, 'cluster')} ${cell(row, 'firm')}`,
        evidence: cell(row, 'evidence'),
        strength: cell(row, 'strength'),
        strengthAnyEvidence: cell(row, 'strength_any_evidence'),
        kind: sameWords(cell(row, 'kind')),
        direction: cell(row, 'direction'),
        K: Number(cell(row, 'K')),
        goodsSteps: Number(cell(row, 'g')),
        standIns: Number(cell(row, 'M')).toFixed(2),
        confidence: Number(cell(row, 'C')),
        recency: Number(cell(row, 'R')),
        chains: Number(cell(row, 'chains')),
        chainsAnyEvidence: Number(cell(row, 'all_chains')),
        held: cell(row, 'held_2020_12_31'),
        bestChain: cell(row, 'best_chain'),
      }));
    const answer = findTies(projection, { ...filter, referenceDay: parsePartialDate('2020-12-31') });
    const found = answer.ties.map((tie) => ({
      ...facts(tie),
      recency: Number(tie.best.factors.recency.toFixed(4)),
      bestChain: tie.best.relations.join(' > '),
    }));
    expect(expected.length).toBeGreaterThan(3);
    expect(found).toEqual(expected);
  });
});

describe('the ties of the real dataset', () => {
  let projection: Projection;
  const ids = crosswalk();
  const own = (row: Row, column: string): string => ids.get(cell(row, column)) ?? `unknown ${cell(row, column)}`;
  beforeAll(async () => {
    projection = await realProjection();
  });

  /** Rows that are equal in all that orders them stand in the order of our own ids, not of the page's. */
  function expectedTies(scope: TieScope, inferred: boolean) {
    const rows = expectedRows('real-ties.csv').filter(
      (row) =>
        cell(row, 'scope') === scope.toLowerCase() && cell(row, 'inferred_included') === (inferred ? 'yes' : 'no'),
    );
    const ordered = rows.map((row) => {
      const pair = `${own(row, 'cluster_id')} ${own(row, 'firm_id')}`;
      const steps = cell(row, 'best_chain').split(' > ').length;
      const columns = ['evidence', 'strength', 'chains', 'last_certain_day', 'recency'].map((name) => cell(row, name));
      return { row, pair, level: [...columns, steps].join('|') };
    });
    const firstOfLevel = (level: string): number => ordered.findIndex((other) => other.level === level);
    return ordered.sort((a, b) => firstOfLevel(a.level) - firstOfLevel(b.level) || (a.pair < b.pair ? -1 : 1));
  }

  test.each([
    ['CLUSTER', false, 15],
    ['CLUSTER', true, 32],
    ['GROUP', false, 6],
    ['GROUP', true, 6],
  ] as const)('are those computed independently: scope %s, inferred %s, %i ties', (scope, inferred, count) => {
    const expected = expectedTies(scope, inferred).map(({ row, pair }) => ({
      pair,
      evidence: cell(row, 'evidence'),
      strength: cell(row, 'strength'),
      strengthAnyEvidence: cell(row, 'strength_any_evidence'),
      kind: sameWords(cell(row, 'kind')),
      direction: cell(row, 'direction'),
      K: Number(cell(row, 'K')),
      goodsSteps: Number(cell(row, 'goods_steps')),
      standIns: cell(row, 'structural'),
      confidence: Number(cell(row, 'confidence')),
      recency: cell(row, 'recency'),
      chains: Number(cell(row, 'chains')),
      chainsAnyEvidence: Number(cell(row, 'chains_any_evidence')),
      held: cell(row, 'held_at_reference_day'),
      lastCertainDay: cell(row, 'last_certain_day'),
      directions: cell(row, 'all_directions').split('+').sort(),
    }));
    const answer = findTies(projection, { scope, evidence: inferred ? WITH_INFERRED : undefined });
    const found = answer.ties.map((tie) => ({
      ...facts(tie),
      recency: tie.best.factors.recency.toFixed(4),
      lastCertainDay: tie.lastCertainDay ?? '',
      directions: tie.directions.map((direction) => direction.toLowerCase()).sort(),
    }));
    expect(found).toEqual(expected);
    expect(found).toHaveLength(count);
  });

  test('tie 5 of 25 clusters, 9 with inferred evidence, which adds 17 ties; kinds are counted', () => {
    const { summary } = findTies(projection, {});
    expect([summary.clusterCount, summary.tiedClusterCount, summary.untiedClusters.length]).toEqual([25, 5, 20]);
    expect(summary.inferredTieCount).toBe(17);
    expect(summary.byKind).toEqual([
      { kind: 'GOODS_OBSERVED', count: 7 },
      { kind: 'SUPPLY_AGREED', count: 2 },
      { kind: 'SUPPORT', count: 3 },
      { kind: 'SAME_PROGRAMME', count: 3 },
    ]);
    const withInferred = findTies(projection, { evidence: WITH_INFERRED }).summary;
    expect([withInferred.tiedClusterCount, withInferred.inferredTieCount]).toEqual([9, 17]);
  });

  test('keep 13 of 15 when only what held or possibly held at the end of 2025 counts', () => {
    expect(findTies(projection, { asOf: parsePartialDate('2025-12-31') }).ties).toHaveLength(13);
  });
});

test('the weights are those of the expected results, under our names', () => {
  const { standIn, facilityOwner, ...rest } = TIE_WEIGHTS;
  const expected: unknown = JSON.parse(readFileSync(new URL('../expected/tie-weights.json', import.meta.url), 'utf8'));
  expect({
    kind: rest.kind,
    evidence: rest.evidence,
    structural: { ...standIn, FACILITY_OF: facilityOwner },
    tier: rest.furtherGoodsStep,
    half_life: rest.halfLifeYears,
    floor: rest.leastRecency,
    unknown_date: rest.recencyWithoutDate,
    max_goods: rest.mostGoodsSteps,
    max_struct: rest.mostStandIns,
  }).toEqual(expected);
});
