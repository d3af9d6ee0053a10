import type { Labels } from './names.ts';

/**
 * A group of node types that a reader sees as one kind of thing: it decides shape and colour in the explorer.
 * Order is the order of the legend.
 */
export const NODE_FAMILIES = {
  smallMakers: { label: { en: 'Small makers', id: 'Industri kecil', ja: '小規模生産者' } },
  largeIndustry: { label: { en: 'Large industry', id: 'Industri besar', ja: '大企業' } },
  support: { label: { en: 'Support', id: 'Pembinaan', ja: '支援' } },
  goods: { label: { en: 'Goods and markets', id: 'Barang dan pasar', ja: '財と市場' } },
  places: { label: { en: 'Places', id: 'Wilayah', ja: '地域' } },
  rules: { label: { en: 'Rules and people', id: 'Aturan dan orang', ja: '制度と人' } },
} as const satisfies Record<string, { label: Labels }>;

export type NodeFamily = keyof typeof NODE_FAMILIES;

export interface NodeTypeDefinition {
  /** The family that gives the type its shape and colour. */
  readonly family: NodeFamily;
  /** Start of every id of this type, as in `cluster:tegal-metal`. Unique. */
  readonly idPrefix: string;
  readonly label: Labels;
  readonly plural: Labels;
  /** One sentence for the glossary and the GraphQL schema. */
  readonly description: string;
  /** Values that `kind` may take on a node of this type; empty when the type has no kinds. */
  readonly kinds: readonly string[];
}

/** Every type of node there is. The key is the TypeScript literal, the Neo4j label, the GraphQL type and enum value. */
export const NODE_TYPES = {
  SmiCluster: {
    family: 'smallMakers',
    idPrefix: 'cluster',
    label: { en: 'SMI cluster', id: 'Sentra IKM', ja: '中小企業クラスター' },
    plural: { en: 'SMI clusters', id: 'Sentra IKM', ja: '中小企業クラスター' },
    description:
      'Many small and medium makers of one product (Indonesian: sentra). kind CLUSTER works in one place; kind GROUP, such as a cooperative or a trade scattered over the country, has no one place.',
    kinds: ['CLUSTER', 'GROUP'],
  },
  SmallIndustry: {
    family: 'smallMakers',
    idPrefix: 'small-industry',
    label: { en: 'Small industry', id: 'Industri kecil', ja: '中小企業' },
    plural: { en: 'Small industries', id: 'Industri kecil', ja: '中小企業' },
    description: 'One small or medium maker: a firm, workshop or craftsman.',
    kinds: [],
  },
  LargeIndustry: {
    family: 'largeIndustry',
    idPrefix: 'large-industry',
    label: { en: 'Large industry', id: 'Industri besar', ja: '大企業' },
    plural: { en: 'Large industries', id: 'Industri besar', ja: '大企業' },
    description: 'A large firm (100 workers and more): a buyer, an input maker or a trader.',
    kinds: [],
  },
  Facility: {
    family: 'largeIndustry',
    idPrefix: 'facility',
    label: { en: 'Facility', id: 'Fasilitas', ja: '施設' },
    plural: { en: 'Facilities', id: 'Fasilitas', ja: '施設' },
    description: 'A plant, smelter, warehouse, centre or other built place of work.',
    kinds: [],
  },
  Agency: {
    family: 'support',
    idPrefix: 'agency',
    label: { en: 'Agency', id: 'Lembaga', ja: '機関' },
    plural: { en: 'Agencies', id: 'Lembaga', ja: '機関' },
    description: 'A public body: a ministry, directorate, government, development agency or technical institute.',
    kinds: [],
  },
  Programme: {
    family: 'support',
    idPrefix: 'programme',
    label: { en: 'Programme', id: 'Program', ja: 'プログラム' },
    plural: { en: 'Programmes', id: 'Program', ja: 'プログラム' },
    description: 'A programme or one of its phases.',
    kinds: ['PROGRAMME', 'PHASE'],
  },
  Organisation: {
    family: 'support',
    idPrefix: 'organisation',
    label: { en: 'Organisation', id: 'Organisasi', ja: '団体' },
    plural: { en: 'Organisations', id: 'Organisasi', ja: '団体' },
    description:
      'An association, cooperative, foundation, group of growers, consultant, brand owner or firm of unknown size.',
    kinds: [
      'ASSOCIATION',
      'COOPERATIVE',
      'FOUNDATION',
      'GROWERS',
      'CONSULTANT',
      'BRAND',
      'FIRM_OF_UNKNOWN_SIZE',
      'HOLDING',
      'NETWORK',
    ],
  },
  FundingSource: {
    family: 'support',
    idPrefix: 'funding',
    label: { en: 'Funding source', id: 'Sumber dana', ja: '資金源' },
    plural: { en: 'Funding sources', id: 'Sumber dana', ja: '資金源' },
    description: 'A budget or fund that pays for support.',
    kinds: [],
  },
  Sector: {
    family: 'goods',
    idPrefix: 'sector',
    label: { en: 'Sector', id: 'Sektor', ja: '業種' },
    plural: { en: 'Sectors', id: 'Sektor', ja: '業種' },
    description:
      'A branch of economic activity. scheme says whose: KBLI_2020 (divisions of two digits and classes of four), BPS_IO_17 (the 17 products of the 2020 input-output table) or NAMED (as a source calls it).',
    kinds: [],
  },
  Product: {
    family: 'goods',
    idPrefix: 'product',
    label: { en: 'Product', id: 'Produk', ja: '製品' },
    plural: { en: 'Products', id: 'Produk', ja: '製品' },
    description: 'Goods or material: what is made, used or traded.',
    kinds: [],
  },
  Market: {
    family: 'goods',
    idPrefix: 'market',
    label: { en: 'Market', id: 'Pasar', ja: '市場' },
    plural: { en: 'Markets', id: 'Pasar', ja: '市場' },
    description: 'Where goods are sold: the domestic or international market, or a region abroad.',
    kinds: [],
  },
  Country: {
    family: 'places',
    idPrefix: 'country',
    label: { en: 'Country', id: 'Negara', ja: '国' },
    plural: { en: 'Countries', id: 'Negara', ja: '国' },
    description: 'A country, with its ISO 3166 alpha-2 code.',
    kinds: [],
  },
  Province: {
    family: 'places',
    idPrefix: 'province',
    label: { en: 'Province', id: 'Provinsi', ja: '州' },
    plural: { en: 'Provinces', id: 'Provinsi', ja: '州' },
    description: 'A province of Indonesia, with its Kemendagri code.',
    kinds: [],
  },
  Regency: {
    family: 'places',
    idPrefix: 'regency',
    label: { en: 'Regency or city', id: 'Kabupaten atau kota', ja: '県・市' },
    plural: { en: 'Regencies and cities', id: 'Kabupaten dan kota', ja: '県・市' },
    description: 'A regency (KABUPATEN) or city (KOTA), with its Kemendagri code.',
    kinds: ['KABUPATEN', 'KOTA'],
  },
  Locality: {
    family: 'places',
    idPrefix: 'locality',
    label: { en: 'Locality', id: 'Lokalitas', ja: '地区' },
    plural: { en: 'Localities', id: 'Lokalitas', ja: '地区' },
    description: 'A place inside a regency: a district, village or industrial estate.',
    kinds: ['DISTRICT', 'VILLAGE', 'ESTATE'],
  },
  Criterion: {
    family: 'rules',
    idPrefix: 'criterion',
    label: { en: 'Criterion', id: 'Kriteria', ja: '選定基準' },
    plural: { en: 'Criteria', id: 'Kriteria', ja: '選定基準' },
    description: 'Why a place or industry is chosen for support, or what a criterion asks for.',
    kinds: [],
  },
  Designation: {
    family: 'rules',
    idPrefix: 'designation',
    label: { en: 'Designation', id: 'Penetapan', ja: '指定' },
    plural: { en: 'Designations', id: 'Penetapan', ja: '指定' },
    description: 'A status given by a rule, such as being on a list of underdeveloped regencies.',
    kinds: [],
  },
  Person: {
    family: 'rules',
    idPrefix: 'person',
    label: { en: 'Person', id: 'Orang', ja: '人物' },
    plural: { en: 'People', id: 'Orang', ja: '人物' },
    description: 'A person who holds a public position or made a statement.',
    kinds: [],
  },
} as const satisfies Record<string, NodeTypeDefinition>;

export type NodeType = keyof typeof NODE_TYPES;

/** Whose classification a sector's code belongs to. */
export const SECTOR_SCHEMES = ['KBLI_2020', 'BPS_IO_17', 'NAMED'] as const;
export type SectorScheme = (typeof SECTOR_SCHEMES)[number];
