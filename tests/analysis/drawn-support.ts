/** Graphs thick with support: who supports whom, through whom, where and when, and who buys; with decoys. */
import fc from 'fast-check';
import { EVIDENCE_KINDS_BY_STRENGTH, type RelationType } from '#vocabulary';
import { endsOf, type TestGraph, type TestNode, type TestRelation } from './graph-of-records.ts';

const NODES: readonly TestNode[] = [
  { id: 'c1', type: 'SmiCluster', kind: 'CLUSTER' },
  { id: 'c2', type: 'SmiCluster', kind: 'CLUSTER' },
  { id: 'd1', type: 'SmiCluster', kind: 'GROUP' },
  { id: 'm1', type: 'SmallIndustry' },
  { id: 'm2', type: 'SmallIndustry' },
  { id: 'a1', type: 'Organisation', kind: 'COOPERATIVE' },
  { id: 'u1', type: 'Organisation', kind: 'FIRM_OF_UNKNOWN_SIZE' },
  { id: 'f1', type: 'Facility' },
  { id: 'p1', type: 'Programme', kind: 'PROGRAMME' },
  { id: 'p2', type: 'Programme', kind: 'PHASE' },
  { id: 'g1', type: 'Agency' },
  { id: 'g2', type: 'Agency' },
  { id: 'b1', type: 'FundingSource' },
  { id: 'L1', type: 'LargeIndustry' },
  { id: 'l1', type: 'Locality', kind: 'VILLAGE' },
  { id: 'x1', type: 'Regency', kind: 'KABUPATEN' },
  { id: 'y1', type: 'Province' },
  { id: 'k1', type: 'Market' },
];

/** What support walks on, more often what is needed to reach anybody, and decoys. */
const TYPES: readonly RelationType[] = [
  'SUPPORTS',
  'SUPPORTS',
  'FOSTERS',
  'FUNDS',
  'TRAINS',
  'GIVES_EQUIPMENT_TO',
  'DRAWS_FROM',
  'PLANS_TO_SUPPORT',
  'INVESTS_IN',
  'INVESTS_IN',
  'AGREED_TO_COOPERATE',
  'AGREED_TO_COOPERATE',
  'AGENCY_OF',
  'AGENCY_OF',
  'MEMBER_OF',
  'MEMBER_OF',
  'REPRESENTS',
  'LOCATED_IN',
  'LOCATED_IN',
  'LOCATED_IN',
  'TARGETS',
  'TARGETS',
  'IMPLEMENTS',
  'IMPLEMENTS',
  'FACILITY_OF',
  'SUPPLIES',
  'SUPPLIES',
  'DISTRIBUTES_THROUGH',
  'AGREED_TO_SUPPLY',
  'EXPORTS_TO',
  'CERTIFIES',
  'PART_OF',
  'SAME_AS_PROBABLY',
  'INVOLVES',
  'LOCATED_WITH',
];
export const SUPPORT_PERIODS = [
  {},
  { from: '2017' },
  { from: '2015', to: '..' },
  { from: '..' },
  { from: '2012', to: '2014' },
  { from: '2014', to: '2017-03' },
  { to: '2016' },
  { attested: ['2019-06'] },
  { attested: ['2013'] },
  { from: '2016', attested: ['2021'] },
  { from: '2030' },
] as const;

/** Of what graphs are drawn. */
interface DrawnFrom {
  readonly nodes: readonly TestNode[];
  readonly types: readonly RelationType[];
  readonly periods: readonly NonNullable<TestRelation['period']>[];
  /** Relations. */
  readonly least: number;
  readonly most: number;
}

/** Relations among the nodes as the vocabulary allows them, parallel ones and cycles included; one supply in four is of scrap. */
export function drawnGraph({ nodes, types, periods, least, most }: DrawnFrom): fc.Arbitrary<TestGraph> {
  const relation = fc.constantFrom(...types).chain((type) =>
    fc.record({
      type: fc.constant(type),
      ends: fc.constantFrom(...endsOf(nodes, type)),
      period: fc.constantFrom(...periods),
      evidence: fc.constantFrom(...EVIDENCE_KINDS_BY_STRENGTH, 'DOCUMENTED' as const, 'DOCUMENTED' as const),
      status: fc.constantFrom('COMMITTED' as const, 'INITIAL_TARGET' as const, 'TARGETED' as const),
      scrap: fc.nat(3),
    }),
  );
  return fc.array(relation, { minLength: least, maxLength: most, size: 'max' }).map((drawn) => ({
    nodes,
    relations: drawn.map(({ ends, status, scrap, ...rest }, i): TestRelation => ({
      ...rest,
      ...ends,
      id: `r${String(i).padStart(3, '0')}`,
      status: rest.type === 'TARGETS' ? status : null,
      carries: rest.type === 'SUPPLIES' && scrap === 0 ? 'SCRAP' : null,
    })),
  }));
}

export const graphOfSupport = drawnGraph({ nodes: NODES, types: TYPES, periods: SUPPORT_PERIODS, least: 6, most: 45 });
