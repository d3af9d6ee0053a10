/** Small random graphs, thick with what ties and paths walk on and with decoys. */
import fc from 'fast-check';
import { EVIDENCE_KINDS_BY_STRENGTH, parsePeriod, type NodeType, type RelationType } from '#vocabulary';
import type { PlainNode, PlainRelation } from './brute-force-ties.ts';
import { endsOf, type TestGraph, type TestNode, type TestRelation } from './graph-of-records.ts';

const NODES: readonly TestNode[] = [
  ['c1', 'SmiCluster', 'CLUSTER'],
  ['c2', 'SmiCluster', 'CLUSTER'],
  ['g1', 'SmiCluster', 'GROUP'],
  ['m1', 'SmallIndustry', null],
  ['m2', 'SmallIndustry', null],
  ['a1', 'Organisation', 'COOPERATIVE'],
  ['f1', 'Facility', null],
  ['p1', 'Programme', 'PROGRAMME'],
  ['L1', 'LargeIndustry', null],
  ['L2', 'LargeIndustry', null],
  ['L3', 'LargeIndustry', null],
].map(([id, type, kind]) => ({ id: String(id), type: type as NodeType, kind: kind ?? null }));

const TYPES: readonly RelationType[] = [
  'SUPPLIES',
  'SUPPLIES',
  'SUPPLIES',
  'DISTRIBUTES_THROUGH',
  'AGREED_TO_SUPPLY',
  'POTENTIAL_SUPPLY',
  'MEMBER_OF',
  'MEMBER_OF',
  'REPRESENTS',
  'PART_OF',
  'SAME_AS_PROBABLY',
  'FOSTERS',
  'FUNDS',
  'AGREED_TO_COOPERATE',
  'FACILITY_OF',
  'SUPPORTS',
  'DRAWS_FROM',
  'INVOLVES',
  'NEEDS_LINKAGE_WITH',
  'LOCATED_WITH',
  'GREW_FROM',
  'OWNS',
];

const PERIODS = [
  {},
  { from: '2017' },
  { from: '2015', to: '..' },
  { from: '..', to: '..' },
  { from: '..' },
  { to: '..' },
  { from: '2012', to: '2014' },
  { attested: ['2019-06'] },
  { from: '2016', attested: ['2021'] },
  { from: '2030' },
] as const;

const relation = fc.constantFrom(...TYPES).chain((type) =>
  fc.record({
    type: fc.constant(type),
    ends: fc.constantFrom(...endsOf(NODES, type)),
    period: fc.constantFrom(...PERIODS),
    evidence: fc.constantFrom(...EVIDENCE_KINDS_BY_STRENGTH, 'DOCUMENTED' as const, 'DOCUMENTED' as const),
    scrap: fc.nat(9),
  }),
);

/** `least` to `most` relations among eleven nodes; parallel ones and cycles included. */
export function randomGraph(least: number, most: number): fc.Arbitrary<TestGraph> {
  return fc.array(relation, { minLength: least, maxLength: most, size: 'max' }).map((drawn) => ({
    nodes: NODES,
    relations: drawn.map(({ scrap, ends, ...rest }, i): TestRelation => ({
      ...rest,
      ...ends,
      id: `r${String(i).padStart(3, '0')}`,
      carries: scrap === 0 ? 'SCRAP' : null,
    })),
  }));
}

const FIRMS = ['L1', 'L2', 'L3', 'm1', 'm2', 'c1'];
const SUPPLY_PERIODS = [
  {},
  {},
  { from: '2015', to: '..' },
  { from: '2012', to: '2014' },
  { attested: ['2019-06'] },
] as const;

/**
 * Mostly goods among six firms, with stated and unstated shares, parallel relations, cycles, and decoys of every kind.
 * @param largest the largest share of one relation
 * @param withThemselves whether a firm may supply itself
 */
export function graphWithShares(largest: number, withThemselves: boolean): fc.Arbitrary<TestGraph> {
  const supply = fc.record({
    from: fc.constantFrom(...FIRMS),
    to: fc.constantFrom(...FIRMS),
    share: fc.constantFrom(null, null, 0.05, 0.1, 0.2, largest),
    period: fc.constantFrom(...SUPPLY_PERIODS),
    evidence: fc.constantFrom('DOCUMENTED', 'DOCUMENTED', 'GENERAL_KNOWLEDGE', 'INFERRED'),
  });
  return fc
    .tuple(randomGraph(4, 14), fc.array(supply, { minLength: 4, maxLength: 20, size: 'max' }))
    .map(([{ nodes, relations }, goods]) => ({
      nodes,
      relations: [
        ...relations,
        ...goods
          .filter(({ from, to }) => withThemselves || from !== to)
          .map((drawn, i) => ({ ...drawn, id: `s${i}`, type: 'SUPPLIES' as const })),
      ],
    }));
}

export function plainNodes(graph: TestGraph): readonly PlainNode[] {
  return graph.nodes.map(({ id, type, kind = null }) => ({ id, type, kind }));
}

export function plainRelations(graph: TestGraph): readonly PlainRelation[] {
  return graph.relations.map(({ id, type, from, to, period = {}, evidence = 'DOCUMENTED', carries }) => ({
    id,
    type,
    from,
    to,
    period: parsePeriod(period),
    evidence,
    scrap: carries === 'SCRAP',
  }));
}
