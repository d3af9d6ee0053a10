import { describe, expect, test } from 'vitest';
import { OPEN, parsePartialDate, parsePeriod, periodBounds } from '#vocabulary';
import { recencyOf } from '../../api/analysis/ties/relation-measures.ts';
import { AnalysisRequestError } from '../../api/analysis/request-error.ts';
import type { TiesRequest } from '../../api/analysis/ties/tie-types.ts';
import { findTies } from '../../api/analysis/ties/ties.ts';
import { TIE_WEIGHTS } from '../../api/analysis/ties/weights.ts';
import { nodeId, projectionOf, type TestGraph, type TestNode, type TestRelation } from './graph-of-records.ts';

const referenceDay = parsePartialDate('2020-12-31');

const NODES: readonly TestNode[] = [
  { id: 'c1', type: 'SmiCluster', kind: 'CLUSTER', name: 'Kuning' },
  { id: 'c2', type: 'SmiCluster', kind: 'CLUSTER', name: 'Anggrek' },
  { id: 'g1', type: 'SmiCluster', kind: 'GROUP', name: 'Scattered makers' },
  { id: 'm1', type: 'SmallIndustry' },
  { id: 'm2', type: 'SmallIndustry' },
  { id: 'f1', type: 'Facility' },
  { id: 'p1', type: 'Programme' },
  { id: 'b1', type: 'Agency' },
  { id: 'L1', type: 'LargeIndustry' },
  { id: 'L2', type: 'LargeIndustry' },
  { id: 'L3', type: 'LargeIndustry' },
  { id: 'L4', type: 'LargeIndustry' },
  { id: 'place', type: 'Regency' },
  { id: 'wide', type: 'Province' },
  { id: 'metal', type: 'Sector' },
  { id: 'casting', type: 'Sector' },
];

/** Relations written 'from TYPE to', with ids in their order. */
function graph(...written: readonly (string | [string, Partial<TestRelation>])[]): TestGraph {
  return {
    nodes: NODES,
    relations: written.map((entry, i): TestRelation => {
      const [text, more] = typeof entry === 'string' ? [entry, {}] : entry;
      const [from = '', type, to = ''] = text.split(' ');
      return { id: `r${String(i + 1).padStart(2, '0')}`, from, to, type: type as TestRelation['type'], ...more };
    }),
  };
}

async function chains(drawn: TestGraph, request: TiesRequest = {}): Promise<readonly string[]> {
  const { ties } = findTies(await projectionOf(drawn), { referenceDay, ...request });
  return ties.flatMap((tie) => tie.chains.map(({ nodes }) => nodes.join(' '))).sort();
}

describe('a chain', () => {
  test.each([
    [
      'goes out over one to three goods steps, no more',
      graph('c1 SUPPLIES L1', 'L1 SUPPLIES L2', 'L2 SUPPLIES L3', 'L3 SUPPLIES L4'),
      ['c1 L1', 'c1 L1 L2', 'c1 L1 L2 L3'],
    ],
    ['comes in against the goods', graph('L1 SUPPLIES m1', 'm1 SUPPLIES c1'), ['c1 m1 L1']],
    ['keeps to one direction of goods', graph('c1 SUPPLIES m1', 'L1 SUPPLIES m1'), []],
    ['does not pass through another cluster', graph('c1 SUPPLIES c2', 'c2 SUPPLIES L1'), ['c2 L1']],
    ['does not walk on scrap', graph('c1 SUPPLIES m1', ['m1 SUPPLIES L1', { carries: 'SCRAP' }]), []],
    ['ends at the owner of a facility', graph('c1 SUPPLIES f1', 'f1 FACILITY_OF L1'), ['c1 f1 L1']],
    [
      'does not run through an owner to its facility',
      graph('f1 FACILITY_OF L1', 'c1 SUPPLIES L1', 'f1 SUPPLIES L2'),
      ['c1 L1'],
    ],
    ['takes up to two stand-ins', graph('m1 MEMBER_OF b1', 'b1 REPRESENTS c1', 'm1 SUPPLIES L1'), ['c1 b1 m1 L1']],
    ['takes no third stand-in', graph('m1 MEMBER_OF m2', 'm2 MEMBER_OF b1', 'b1 REPRESENTS c1', 'm1 SUPPLIES L1'), []],
    [
      "gives a part's tie to the whole, never the whole's to its part",
      graph('c1 PART_OF c2', 'c1 SUPPLIES L1', 'c2 SUPPLIES L2'),
      ['c1 L1', 'c2 L2', 'c2 c1 L1'],
    ],
    [
      'reads a probable twin either way',
      graph('c1 SAME_AS_PROBABLY c2', 'c1 SUPPLIES L1', 'c2 SUPPLIES L2'),
      ['c1 L1', 'c1 c2 L2', 'c2 L2', 'c2 c1 L1'],
    ],
    [
      'takes support from the firm, not from a programme or agency on the way',
      graph('L1 FOSTERS c1', 'b1 TRAINS c1', 'L2 SUPPORTS c1'),
      ['c1 L1'],
    ],
    ['does not lengthen support', graph('L1 FOSTERS c1', 'L1 SUPPLIES L2'), ['c1 L1']],
    [
      'is a shared programme only where the firm takes part',
      graph('p1 SUPPORTS c1', 'p1 DRAWS_FROM m1', 'm1 MEMBER_OF c1', 'p1 INVOLVES L1', 'p1 INVOLVES b1'),
      ['c1 m1 p1 L1', 'c1 p1 L1'],
    ],
    ['is no shared agency', graph('b1 SUPPORTS c1', 'b1 INVOLVES L1'), []],
    [
      'is no requirement, place, origin or ownership',
      graph('c1 NEEDS_LINKAGE_WITH L1', 'c1 LOCATED_WITH L2', 'c1 GREW_FROM L3', 'L4 OWNS c1'),
      [],
    ],
    [
      'visits no node twice',
      graph('m1 MEMBER_OF c1', 'm1 SUPPLIES m2', 'm2 SUPPLIES m1', 'm1 SUPPLIES L1'),
      ['c1 m1 L1'],
    ],
  ])('%s', async (_, drawn, expected) => {
    expect(await chains(drawn)).toEqual([...expected].sort());
  });

  test('of weaker evidence is left out, counted apart, and never makes a documented tie stronger', async () => {
    const projection = await projectionOf(
      graph(
        ['L1 FOSTERS c1', { period: { attested: ['2000'] } }],
        ['c1 SUPPLIES L1', { evidence: 'INFERRED', period: { attested: ['2020'] } }],
      ),
    );
    const [documented] = findTies(projection, { referenceDay }).ties;
    const [both] = findTies(projection, { referenceDay, evidence: ['DOCUMENTED', 'INFERRED'] }).ties;
    expect([documented?.strength, documented?.strengthAnyEvidence]).toEqual([both?.strength, documented?.strength]);
    expect(both?.strengthAnyEvidence).toBeGreaterThan(both?.strength ?? 1);
    expect([both?.evidenceClass, both?.chainCount, both?.chainCountAnyEvidence]).toEqual(['DOCUMENTED', 1, 2]);
    expect(both?.directions).toEqual(['OUTPUT', 'SUPPORT']);
    expect(both?.kind).toBe('SUPPORT');
  });

  test('that is known to go on certainly holds to the reference day; of an undated one nothing is certain', async () => {
    const projection = await projectionOf(
      graph(['c1 SUPPLIES L1', { period: { from: '2015', to: OPEN } }], 'c2 SUPPLIES L2'),
    );
    const days = findTies(projection, { referenceDay }).ties.map(({ lastCertainDay }) => lastCertainDay);
    expect(days).toEqual(['2020-12-31', null]);
  });
});

describe('recency', () => {
  const day = 18_627; // 2020-12-31
  test.each([
    ['is 1 while it is known to hold', { from: '2015', to: '..' }, 1],
    ['halves five years after the last certain day', { attested: ['2015-12-31'] }, 0.5],
    ['ages what has not begun by then alike', { from: '2025-12-31' }, 0.5],
    ['has a floor', { from: '1950', to: '1960' }, 0.1],
    ['of what has no date is a quarter', {}, 0.25],
    ['of what is only known to have no end is a quarter too', { to: '..' }, 0.25],
    ['of what always holds is 1', { from: '..', to: '..' }, 1],
  ])('%s', (_, period, expected) => {
    expect(recencyOf(periodBounds(parsePeriod(period)), day, TIE_WEIGHTS)).toBeCloseTo(expected, 3);
  });
});

describe('the filters of ties', () => {
  const drawn = graph(
    'c1 SUPPLIES L1',
    'c2 SUPPLIES L1',
    'c1 SUPPLIES L2',
    'g1 SUPPLIES L1',
    'c1 LOCATED_IN place',
    'place LOCATED_IN wide',
    'c2 IN_SECTOR casting',
    'casting CLASSIFIED_UNDER metal',
    ['L3 FOSTERS c1', { evidence: 'INFERRED' }],
  );
  const pairs = async (request: TiesRequest) =>
    findTies(await projectionOf(drawn), { referenceDay, ...request }).ties.map(
      (tie) => `${tie.cluster} ${tie.largeIndustry}`,
    );

  test.each<[string, TiesRequest, readonly string[]]>([
    ['place, over any number of steps', { place: nodeId('wide') }, ['c1 L1', 'c1 L2']],
    ['sector, and those below it', { sector: nodeId('metal') }, ['c2 L1']],
    ['cluster', { cluster: nodeId('c1') }, ['c1 L1', 'c1 L2']],
    ['large industry', { largeIndustry: nodeId('L2') }, ['c1 L2']],
    ['scope', { scope: 'GROUP' }, ['g1 L1']],
    ['strength', { minimumStrength: 0.26 }, []],
  ])('keep by %s', async (_, request, expected) => {
    expect(await pairs(request)).toEqual(expected);
  });

  test('leave a summary that says what is in scope, tied, not tied by name, and what inferred evidence would add', async () => {
    const projection = await projectionOf(drawn);
    const summary = (request: TiesRequest) => findTies(projection, { referenceDay, ...request }).summary;
    expect(summary({ largeIndustry: nodeId('L3') })).toEqual({
      clusterCount: 2,
      tiedClusterCount: 0,
      untiedClusters: ['c2', 'c1'],
      byKind: [],
      relations: [],
      inferredTieCount: 1,
    });
    expect(summary({ largeIndustry: nodeId('L3'), minimumStrength: 0.1 }).inferredTieCount).toBe(0);
    expect(summary({}).relations).toEqual(['r01', 'r02', 'r03']);
  });

  test('of a place take its clusters on the evidence asked for or general knowledge, not on inference unless asked', async () => {
    const projection = await projectionOf(
      graph(['c1 LOCATED_IN place', { evidence: 'INFERRED' }], 'c2 LOCATED_IN place', [
        'place LOCATED_IN wide',
        { evidence: 'GENERAL_KNOWLEDGE' },
      ]),
    );
    const inWide = (request: TiesRequest): readonly string[] =>
      findTies(projection, { referenceDay, place: nodeId('wide'), ...request }).summary.untiedClusters;
    expect(inWide({})).toEqual(['c2']);
    expect(inWide({ evidence: ['GENERAL_KNOWLEDGE'] })).toEqual([]);
    expect(inWide({ evidence: ['DOCUMENTED', 'INFERRED'] })).toEqual(['c2', 'c1']);
  });

  const aPlace = 'the id of a Country or Province or Regency or Locality';
  test.each<[string, string, TiesRequest]>([
    ['place', aPlace, { place: nodeId('nowhere') }],
    ['place', aPlace, { place: nodeId('c1') }],
    ['sector', 'the id of a Sector', { sector: nodeId('place') }],
    ['cluster', 'the id of a SmiCluster', { cluster: nodeId('m1') }],
    ['cluster', 'scope: GROUP', { cluster: nodeId('g1') }],
    ['largeIndustry', 'the id of a LargeIndustry', { largeIndustry: nodeId('c1') }],
    ['minimumStrength', 'a number from 0 to 1', { minimumStrength: 1.5 }],
    ['minimumStrength', 'a number from 0 to 1', { minimumStrength: Number.NaN }],
  ])('refuse a wrong %s, naming it and that %s would be right', async (argument, expected, request) => {
    const projection = await projectionOf(drawn);
    const refused = (): unknown => findTies(projection, request);
    expect(refused).toThrow(AnalysisRequestError);
    expect(refused).toThrow(expect.objectContaining({ argument, expected }));
  });
});

test('a tie with more chains than are listed counts them all and lists the best', async () => {
  const count = 60;
  const members = Array.from({ length: count }, (_, i): TestNode => ({
    id: `n${String(i).padStart(2, '0')}`,
    type: 'SmallIndustry',
  }));
  const drawn: TestGraph = {
    nodes: [...NODES, ...members],
    relations: members.flatMap(({ id }, i): TestRelation[] => [
      { id: `m${id}`, type: 'MEMBER_OF', from: id, to: 'c1' },
      { id: `s${id}`, type: 'SUPPLIES', from: id, to: 'L1', period: { attested: [String(1990 + (i % 30))] } },
    ]),
  };
  const [tie] = findTies(await projectionOf(drawn), { referenceDay }).ties;
  expect([tie?.chainCount, tie?.chains.length, tie?.relations.length]).toEqual([count, 50, count * 2]);
  expect(tie?.chains.slice(0, 2).map(({ nodes }) => nodes[1])).toEqual(['n29', 'n59']);
  expect(tie?.strength).toBe(Math.max(...(tie?.chains ?? []).map(({ strength }) => strength)));
});
