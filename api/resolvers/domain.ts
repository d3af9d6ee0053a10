/** Fields of the domain types: each states only what sets it apart from any other node. */
import type { RelationType } from '#vocabulary';
import type { Resolvers } from '../schema/generated/resolver-types.ts';
import { nodeFields } from './node.ts';
import { connectionOfChosen, inScope, insidePlace, sectorsFrom, sourcesOf } from './places.ts';
import { wholeNode } from './projected.ts';
import { NOT_INFERRED, relatedConnection, relatedList } from './related.ts';

const HELP: readonly RelationType[] = ['SUPPORTS', 'FOSTERS', 'FUNDS', 'TRAINS', 'GIVES_EQUIPMENT_TO'];

const supplyFields = {
  suppliesTo: relatedConnection({ relationTypes: ['SUPPLIES'], direction: 'OUT' }),
  suppliedBy: relatedConnection({ relationTypes: ['SUPPLIES'], direction: 'IN' }),
};

const placeFields = {
  clusters: insidePlace('SmiCluster'),
  largeIndustries: insidePlace('LargeIndustry'),
};

/** Regencies and provinces lie directly in the place above. */
const OFFICIAL = { relationTypes: ['LOCATED_IN'], direction: 'IN' } as const;

export const domainResolvers = {
  SmiCluster: {
    ...nodeFields,
    ...supplyFields,
    sectors: relatedList({ relationTypes: ['IN_SECTOR'], direction: 'OUT', nodeTypes: ['Sector'] }),
    members: relatedConnection({ relationTypes: ['MEMBER_OF'], direction: 'IN' }),
    supportedBy: relatedConnection({ relationTypes: HELP, direction: 'IN' }),
  },
  SmallIndustry: {
    ...nodeFields,
    ...supplyFields,
    clusters: relatedList({ relationTypes: ['MEMBER_OF'], direction: 'OUT', nodeTypes: ['SmiCluster'] }),
  },
  LargeIndustry: {
    ...nodeFields,
    ...supplyFields,
    facilities: relatedConnection({ relationTypes: ['FACILITY_OF'], direction: 'IN' }),
  },
  Facility: { ...nodeFields, ...supplyFields },
  Organisation: { ...nodeFields, ...supplyFields },
  Agency: {
    ...nodeFields,
    programmes: relatedConnection({ relationTypes: ['IMPLEMENTS'], direction: 'OUT', nodeTypes: ['Programme'] }),
  },
  Programme: {
    ...nodeFields,
    supports: relatedConnection({ relationTypes: HELP, direction: 'OUT', nodeTypes: ['SmiCluster'] }),
    implementers: relatedConnection({ relationTypes: ['IMPLEMENTS'], direction: 'IN' }),
    targets: relatedConnection({ relationTypes: ['TARGETS'], direction: 'OUT' }),
    phases: relatedList({ relationTypes: ['PART_OF'], direction: 'IN', nodeTypes: ['Programme'] }),
  },
  FundingSource: nodeFields,
  Sector: {
    ...nodeFields,
    scheme: async (sector, _args, context) => (await wholeNode(sector, context)).scheme,
    clusters: async (sector, args, context) => {
      const { projection } = context.snapshot;
      const start = projection.nodeIndex(sector.id);
      const sectors = start === undefined ? [] : [...sectorsFrom(start, projection)];
      const makers = sectors.flatMap((one) => [...sourcesOf(one, ['IN_SECTOR'], projection)]);
      const clusters = [...new Set(makers)].filter((node) => projection.nodeType(node) === 'SmiCluster');
      const list = `in-sector:${sector.id}:${args.scope ?? ''}`;
      return connectionOfChosen(list, inScope(clusters, args.scope, projection), args, context);
    },
  },
  Product: nodeFields,
  Market: nodeFields,
  Country: {
    ...nodeFields,
    ...placeFields,
    provinces: relatedConnection({ ...OFFICIAL, nodeTypes: ['Province'] }, NOT_INFERRED),
  },
  Province: {
    ...nodeFields,
    ...placeFields,
    regencies: relatedConnection({ ...OFFICIAL, nodeTypes: ['Regency'] }, NOT_INFERRED),
  },
  Regency: {
    ...nodeFields,
    ...placeFields,
    provinces: relatedList({ relationTypes: ['LOCATED_IN'], direction: 'OUT', nodeTypes: ['Province'] }),
    designations: relatedList({ relationTypes: ['DESIGNATED_AS'], direction: 'OUT', nodeTypes: ['Designation'] }),
  },
  Locality: { ...nodeFields, ...placeFields },
  Criterion: nodeFields,
  Designation: nodeFields,
  Person: nodeFields,
} satisfies Pick<
  Resolvers,
  | 'SmiCluster'
  | 'SmallIndustry'
  | 'LargeIndustry'
  | 'Facility'
  | 'Organisation'
  | 'Agency'
  | 'Programme'
  | 'FundingSource'
  | 'Sector'
  | 'Product'
  | 'Market'
  | 'Country'
  | 'Province'
  | 'Regency'
  | 'Locality'
  | 'Criterion'
  | 'Designation'
  | 'Person'
>;
