import { beforeAll, describe, expect, it } from 'vitest';
import { readCriteria } from '../../api/analysis/programmes/criteria.ts';
import { comparePhases } from '../../api/analysis/programmes/phases.ts';
import type { PhasePlace } from '../../api/analysis/programmes/phase-types.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { nodeId, projectionOf, type TestGraph } from './graph-of-records.ts';
import { realProjection } from './real-projection.ts';

/** Two phases of p: the first in y1, the second in y1 and, only committed, in y2; c3 lies where no phase targets anything. */
const DRAWN: TestGraph = {
  nodes: [
    { id: 'p', type: 'Programme' },
    { id: 'p1', type: 'Programme', kind: 'PHASE' },
    { id: 'p2', type: 'Programme', kind: 'PHASE' },
    { id: 'q', type: 'Programme' },
    { id: 'c1', type: 'SmiCluster', kind: 'CLUSTER' },
    { id: 'c2', type: 'SmiCluster', kind: 'CLUSTER' },
    { id: 'c3', type: 'SmiCluster', kind: 'CLUSTER' },
    { id: 's1', type: 'Sector', scheme: 'NAMED' },
    { id: 'k1', type: 'Sector', scheme: 'KBLI_2020', code: '1520' },
    { id: 'o1', type: 'Product' },
    { id: 'x1', type: 'Regency' },
    { id: 'y1', type: 'Province' },
    { id: 'y2', type: 'Province' },
    { id: 'y3', type: 'Province' },
    { id: 'e1', type: 'Criterion' },
    { id: 'e2', type: 'Criterion' },
    { id: 'b1', type: 'FundingSource' },
    { id: 'd1', type: 'Designation' },
  ],
  relations: [
    { id: 'r01', type: 'PART_OF', from: 'p1', to: 'p' },
    { id: 'r02', type: 'PART_OF', from: 'p2', to: 'p' },
    { id: 'r03', type: 'PRECEDES', from: 'p1', to: 'p2' },
    { id: 'r04', type: 'PRECEDES', from: 'q', to: 'p1' },
    { id: 'r05', type: 'TARGETS', from: 'p1', to: 'y1', status: 'TARGETED' },
    { id: 'r06', type: 'TARGETS', from: 'p2', to: 'y1', status: 'COMMITTED' },
    { id: 'r07', type: 'TARGETS', from: 'p2', to: 'y1', status: 'INITIAL_TARGET' },
    { id: 'r08', type: 'TARGETS', from: 'p2', to: 'y2', status: 'COMMITTED' },
    { id: 'r09', type: 'TARGETS', from: 'p2', to: 'x1', status: 'COMMITTED' },
    { id: 'r10', type: 'SUPPORTS', from: 'p1', to: 'c1' },
    { id: 'r11', type: 'SUPPORTS', from: 'p2', to: 'c2' },
    { id: 'r12', type: 'SUPPORTS', from: 'p2', to: 'c3', evidence: 'INFERRED' },
    { id: 'r13', type: 'LOCATED_IN', from: 'c1', to: 'y1' },
    { id: 'r14', type: 'LOCATED_IN', from: 'c2', to: 'x1' },
    { id: 'r15', type: 'LOCATED_IN', from: 'x1', to: 'y2', period: { to: '2020' } },
    { id: 'r16', type: 'LOCATED_IN', from: 'x1', to: 'y3', period: { from: '2020' } },
    { id: 'r17', type: 'LOCATED_IN', from: 'c3', to: 'y3' },
    { id: 'r18', type: 'IN_SECTOR', from: 'c1', to: 's1' },
    { id: 'r19', type: 'IN_SECTOR', from: 'c1', to: 'k1' },
    { id: 'r20', type: 'PRODUCES', from: 'c1', to: 'o1' },
    { id: 'r21', type: 'PRODUCES', from: 'c2', to: 'o1' },
    { id: 'r22', type: 'SELECTED_BY', from: 'p2', to: 'e1' },
    { id: 'r23', type: 'ASKS_FOR', from: 'e1', to: 'b1' },
    { id: 'r24', type: 'ASKS_FOR', from: 'e1', to: 'e2' },
    { id: 'r25', type: 'ASKS_FOR', from: 'e1', to: 'd1' },
    { id: 'r26', type: 'DESIGNATED_AS', from: 'x1', to: 'd1' },
    { id: 'r27', type: 'FUNDS', from: 'b1', to: 'c1' },
  ],
};

describe('phases', () => {
  const phases = async (request: Parameters<typeof comparePhases>[1]) =>
    comparePhases(await projectionOf(DRAWN), request).comparisons;

  it('stand side by side by province: both, then the earlier, then the later, each with what its clusters make', async () => {
    const [only, ...others] = await phases({});
    expect(others).toEqual([]);
    expect(only).toMatchObject({ earlier: 'p1', later: 'p2', relations: ['r03'], bothCount: 1 });
    expect(only?.places.map(({ province }) => province)).toEqual(['y1', 'y2']);
    expect(only?.places[0]?.earlier).toEqual({
      status: 'TARGETED',
      targets: ['r05'],
      // A class of KBLI is our own reading and no word of a source; a named sector goes before a product.
      clusters: [{ cluster: 'c1', makes: ['s1'], relations: ['r10', 'r18'] }],
    });
  });

  it('keep an initial target and a mere commitment apart, and count a place that changed provinces for the one that is targeted', async () => {
    const [only] = await phases({});
    expect(only?.places.map(({ later }) => later?.status)).toEqual(['INITIAL_TARGET', 'COMMITTED']);
    expect(only?.places[1]?.later).toMatchObject({
      targets: ['r08', 'r09'],
      clusters: [{ cluster: 'c2', makes: ['o1'] }],
    });
  });

  it('show what is inferred only when asked, in a province of its own that nothing targets', async () => {
    const [only] = await phases({ evidence: ['DOCUMENTED', 'INFERRED'] });
    expect(only?.places.at(-1)).toMatchObject({ province: 'y3', earlier: null, later: { status: null, targets: [] } });
  });

  it('are found from the whole programme or one phase, and not from another', async () => {
    expect(await phases({ programme: nodeId('p') })).toHaveLength(1);
    expect(await phases({ programme: nodeId('p2') })).toHaveLength(1);
    expect(await phases({ programme: nodeId('q') })).toHaveLength(0);
    await expect(phases({ programme: nodeId('c1') })).rejects.toThrow("'c1' is a SmiCluster");
  });
});

describe('criteria', () => {
  it('are followed down to what they ask for, and silence is told apart from nothing that could tell', async () => {
    const { programmes } = readCriteria(await projectionOf(DRAWN), {});
    expect(programmes).toHaveLength(1);
    const [read] = programmes;
    expect(read).toMatchObject({ programme: 'p2', criteria: [{ criterion: 'e1', relations: ['r22'] }] });
    expect(read?.criteria[0]?.demands.map(({ demand, asked }) => [demand, asked])).toEqual([
      ['b1', ['r23']],
      ['d1', ['r25']],
      ['e2', ['r24']],
    ]);
    expect(read?.places.map(({ place }) => place)).toEqual(['x1', 'y1']);
    expect(
      read?.places.map(({ findings }) =>
        findings.map(({ demand, finding, relations }) => [demand, finding, relations]),
      ),
    ).toEqual([
      [
        ['b1', 'NONE_RECORDED', []],
        ['d1', 'RECORDED', ['r26']],
        ['e2', 'NOT_HELD', []],
      ],
      [
        ['b1', 'RECORDED', ['r27']],
        ['d1', 'NONE_RECORDED', []],
        ['e2', 'NOT_HELD', []],
      ],
    ]);
  });
});

describe('linkage with large industry', () => {
  const linkage = { id: 'criterion:linkage-supporting-large', type: 'Criterion' } as const;
  const chosen: TestGraph = {
    nodes: [...DRAWN.nodes, linkage],
    relations: [
      ...DRAWN.relations,
      { id: 'r28', type: 'SELECTED_BY', from: 'p2', to: linkage.id },
      { id: 'r29', type: 'DRAWS_FROM', from: 'p2', to: 'x1' },
    ],
  };

  it('is asked of clusters alone, where a programme draws from a whole regency too', async () => {
    const [read] = readCriteria(await projectionOf(chosen), {}).programmes;
    const [place] = read?.places ?? [];
    expect(place).toMatchObject({ place: 'x1', clusters: ['c2'] });
    expect(place?.findings.find(({ demand }) => demand === linkage.id)?.finding).toBe('NONE_RECORDED');
  });

  it('and a budget are not read for a place in which somebody lies by inference only', async () => {
    const inferred: TestGraph = {
      nodes: DRAWN.nodes,
      relations: DRAWN.relations.map((one) => (one.id === 'r13' ? { ...one, evidence: 'INFERRED' } : one)),
    };
    const [read] = readCriteria(await projectionOf(inferred), {}).programmes;
    const budgets = read?.places.flatMap(({ findings }) => findings.filter(({ demand }) => demand === 'b1')) ?? [];
    expect(budgets.map(({ finding }) => finding)).toEqual(['NONE_RECORDED', 'NONE_RECORDED']);
  });
});

describe('phases and criteria of the real dataset', () => {
  let projection: Projection;
  beforeAll(async () => {
    projection = await realProjection();
  });

  it('East Java alone is in both phases: footwear, then ship components and metal casting', () => {
    const [smidep, ...others] = comparePhases(projection, {}).comparisons;
    expect(others).toEqual([]);
    const makes = (side: PhasePlace['earlier']) => side?.clusters.flatMap((one) => one.makes);
    const both = smidep?.places.filter(({ earlier, later }) => earlier !== null && later !== null) ?? [];
    expect(both.map((place) => [place.province, makes(place.earlier), makes(place.later)])).toEqual([
      ['province:35', ['sector:footwear'], ['sector:metal-casting', 'sector:ship-components']],
    ]);
    expect(smidep?.bothCount).toBe(1);
  });

  it('three provinces of the follow-up are initial targets and two have only committed', () => {
    const [smidep] = comparePhases(projection, { programme: nodeId('programme:smidep') }).comparisons;
    const later = smidep?.places.filter((place) => place.later !== null) ?? [];
    const of = (status: string) =>
      later
        .filter((place) => place.later?.status === status)
        .map(({ province }) => String(province))
        .sort();
    expect(of('INITIAL_TARGET')).toEqual(['province:35', 'province:73', 'province:91']);
    expect(of('COMMITTED')).toEqual(['province:19', 'province:74']);
    expect(smidep?.places.filter((place) => place.earlier !== null)).toHaveLength(5);
  });

  it('of five places the data hold a tie of West Bangka and, by general knowledge, that Dogiyai was on the list; of budgets nothing', () => {
    const { programmes } = readCriteria(projection, { evidence: ['DOCUMENTED', 'GENERAL_KNOWLEDGE', 'INFERRED'] });
    expect(programmes.map(({ programme }) => programme)).toEqual(['programme:smidep-follow-up']);
    const [read] = programmes;
    expect(read?.places.map(({ place }) => String(place)).sort()).toEqual([
      'regency:19.05',
      'regency:35.75',
      'regency:73.71',
      'regency:74.05',
      'regency:94.06',
    ]);
    const recorded = read?.places.flatMap(({ place, findings }) =>
      findings.filter(({ finding }) => finding === 'RECORDED').map(({ demand }) => `${place} ${demand}`),
    );
    expect(recorded?.sort()).toEqual([
      'regency:19.05 criterion:linkage-supporting-large',
      'regency:94.06 designation:underdeveloped-2015-2019',
    ]);
    const notHeld = new Set(
      read?.places.flatMap(({ findings }) =>
        findings.filter(({ finding }) => finding === 'NOT_HELD').map(({ demand }) => String(demand)),
      ),
    );
    expect([...notHeld].sort()).toEqual([
      'criterion:border-area',
      'criterion:entrepreneurs',
      'funding:apbn',
      'funding:deconcentration',
    ]);
  });
});
