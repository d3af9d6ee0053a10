import type { Labels } from './names.ts';
import type { NodeType } from './node-types.ts';
import type { RelationFamily } from './relation-families.ts';

export interface RelationTypeDefinition {
  readonly family: RelationFamily;
  /** Types that may stand at the start; 'ANY' for every type. */
  readonly from: readonly NodeType[] | 'ANY';
  /** Types that may stand at the end; 'ANY' for every type. */
  readonly to: readonly NodeType[] | 'ANY';
  /** How it reads forwards: "A supplies B". */
  readonly label: Labels;
  /** How it reads backwards: "B supplied by A". */
  readonly reverseLabel: Labels;
  readonly description: string;
}

/** Those who make, trade or gather goods, or stand for somebody who does. */
const MAKERS = [
  'SmiCluster',
  'SmallIndustry',
  'LargeIndustry',
  'Facility',
  'Organisation',
] as const satisfies readonly NodeType[];

/** Every type of relation there is. The key is the TypeScript literal, the Neo4j relation type and the enum value. */
export const RELATION_TYPES = {
  SUPPLIES: {
    family: 'supply',
    from: MAKERS,
    to: MAKERS,
    label: { en: 'supplies', id: 'memasok', ja: '供給する' },
    reverseLabel: { en: 'supplied by', id: 'dipasok oleh', ja: '供給を受ける' },
    description: 'Goods were seen, by a source, to go from the first to the second.',
  },
  DISTRIBUTES_THROUGH: {
    family: 'supply',
    from: MAKERS,
    to: MAKERS,
    label: { en: 'distributes through', id: 'menyalurkan lewat', ja: '流通を委ねる' },
    reverseLabel: { en: 'distributes for', id: 'menyalurkan untuk', ja: '流通を担う' },
    description: "The second sells the first's goods on.",
  },
  POTENTIAL_SUPPLY: {
    family: 'supply',
    from: MAKERS,
    to: MAKERS,
    label: { en: 'could supply', id: 'berpotensi memasok', ja: '供給の可能性がある' },
    reverseLabel: { en: 'could be supplied by', id: 'berpotensi dipasok oleh', ja: '供給を受ける可能性がある' },
    description: 'A fit that nobody has documented as supply.',
  },
  PRODUCES: {
    family: 'supply',
    from: MAKERS,
    to: ['Product'],
    label: { en: 'produces', id: 'memproduksi', ja: '生産する' },
    reverseLabel: { en: 'produced by', id: 'diproduksi oleh', ja: '生産元' },
    description: 'The first makes the second.',
  },
  PRODUCES_FOR: {
    family: 'supply',
    from: MAKERS,
    to: MAKERS,
    label: { en: 'makes goods for the brand', id: 'memproduksi untuk merek', ja: 'ブランド向けに生産する' },
    reverseLabel: { en: 'has goods made by', id: 'produknya dibuat oleh', ja: '生産委託先' },
    description: 'Goods are made under the brand of the second.',
  },
  USES_INPUT: {
    family: 'supply',
    from: [...MAKERS, 'Sector', 'Product'],
    to: ['Product'],
    label: { en: 'uses as input', id: 'memakai bahan', ja: '原材料とする' },
    reverseLabel: { en: 'is input of', id: 'menjadi bahan bagi', ja: '原材料となる先' },
    description: 'The second is a material of the first.',
  },
  IMPORTS_FROM: {
    family: 'supply',
    from: MAKERS,
    to: ['Country', 'Market'],
    label: { en: 'imports inputs from', id: 'mengimpor bahan dari', ja: '原材料を輸入する' },
    reverseLabel: { en: 'exports inputs to', id: 'mengekspor bahan ke', ja: '原材料の輸出先' },
    description: "The first's inputs come from the second.",
  },
  EXPORTS_TO: {
    family: 'supply',
    from: MAKERS,
    to: ['Country', 'Market'],
    label: { en: 'exports to', id: 'mengekspor ke', ja: '輸出する' },
    reverseLabel: { en: 'imports from', id: 'mengimpor dari', ja: '輸入元' },
    description: "The first's goods are sold in the second.",
  },
  AGREED_TO_SUPPLY: {
    family: 'agreement',
    from: MAKERS,
    to: MAKERS,
    label: { en: 'agreed to supply', id: 'sepakat memasok', ja: '供給に合意した' },
    reverseLabel: { en: 'agreed to be supplied by', id: 'sepakat dipasok oleh', ja: '供給を受ける合意' },
    description: 'A signed agreement that the first will supply the second; no goods were seen.',
  },
  AGREED_TO_COOPERATE: {
    family: 'agreement',
    from: [...MAKERS, 'Agency'],
    to: [...MAKERS, 'Agency'],
    label: { en: 'agreed to cooperate with', id: 'sepakat bekerja sama dengan', ja: '協力に合意した' },
    reverseLabel: { en: 'agreed to cooperate with', id: 'sepakat bekerja sama dengan', ja: '協力に合意した' },
    description: 'A signed agreement or stated partnership whose content is not supply, or not stated.',
  },
  NEEDS_LINKAGE_WITH: {
    family: 'requirement',
    from: ['Sector', 'SmiCluster', 'SmallIndustry'],
    to: ['Sector', 'LargeIndustry'],
    label: { en: 'needs linkage with', id: 'perlu keterkaitan dengan', ja: '連携が必要' },
    reverseLabel: { en: 'linkage needed by', id: 'keterkaitan dibutuhkan oleh', ja: '連携を求められる' },
    description: 'Somebody says that a linkage must be strengthened; it is not a link between firms.',
  },
  ASKS_FOR: {
    family: 'requirement',
    from: ['Criterion'],
    to: ['Criterion', 'FundingSource', 'Designation', 'Market'],
    label: { en: 'asks for', id: 'mensyaratkan', ja: '求める' },
    reverseLabel: { en: 'asked for by', id: 'disyaratkan oleh', ja: '求められる' },
    description: 'A criterion includes, requires or considers the second.',
  },
  AIMS_AT: {
    family: 'requirement',
    from: ['Programme', 'Agency'],
    to: ['Criterion', 'Market'],
    label: { en: 'aims at', id: 'bertujuan', ja: '目指す' },
    reverseLabel: { en: 'aimed at by', id: 'menjadi tujuan', ja: '目標とされる' },
    description: 'What a programme wants to reach.',
  },
  SECTOR_INPUT: {
    family: 'inputOutput',
    from: ['Sector'],
    to: ['Sector'],
    label: { en: 'is input of', id: 'menjadi input bagi', ja: '投入される' },
    reverseLabel: { en: 'takes input from', id: 'mengambil input dari', ja: '投入を受ける' },
    description:
      'Flow of an input-output table: value in million rupiah, and coefficient a = value / output of the second.',
  },
  SUPPORTS: {
    family: 'support',
    from: ['Programme', 'Agency', 'Organisation', 'Facility', 'LargeIndustry'],
    to: [...MAKERS, 'Agency', 'Programme'],
    label: { en: 'supports', id: 'membina', ja: '支援する' },
    reverseLabel: { en: 'supported by', id: 'dibina oleh', ja: '支援を受ける' },
    description: 'Support of any kind by a programme, agency or centre.',
  },
  FOSTERS: {
    family: 'support',
    from: ['LargeIndustry', 'Organisation', 'Agency'],
    to: MAKERS,
    label: { en: 'fosters', id: 'menjadi bapak asuh', ja: '育成する' },
    reverseLabel: { en: 'fostered by', id: 'diasuh oleh', ja: '育成を受ける' },
    description: 'Lasting care for a maker by a firm or foundation.',
  },
  FUNDS: {
    family: 'support',
    from: ['FundingSource', 'LargeIndustry', 'Agency', 'Programme', 'Organisation'],
    to: [...MAKERS, 'Locality', 'Programme'],
    label: { en: 'funds', id: 'mendanai', ja: '資金を出す' },
    reverseLabel: { en: 'funded by', id: 'didanai oleh', ja: '資金を受ける' },
    description: 'The first pays for the second.',
  },
  TRAINS: {
    family: 'support',
    from: ['Agency', 'Organisation', 'Programme', 'LargeIndustry', 'Facility'],
    to: MAKERS,
    label: { en: 'trains', id: 'melatih', ja: '研修する' },
    reverseLabel: { en: 'trained by', id: 'dilatih oleh', ja: '研修を受ける' },
    description: 'The first trains the makers of the second.',
  },
  CERTIFIES: {
    family: 'support',
    from: ['Agency', 'Organisation'],
    to: MAKERS,
    label: { en: 'certifies', id: 'menyertifikasi', ja: '認証する' },
    reverseLabel: { en: 'certified by', id: 'disertifikasi oleh', ja: '認証を受ける' },
    description: 'The first certifies the goods of the second.',
  },
  GIVES_EQUIPMENT_TO: {
    family: 'support',
    from: ['Agency', 'Programme', 'Organisation', 'LargeIndustry'],
    to: MAKERS,
    label: { en: 'gives equipment to', id: 'memberi peralatan kepada', ja: '設備を供与する' },
    reverseLabel: { en: 'given equipment by', id: 'mendapat peralatan dari', ja: '設備の供与を受ける' },
    description: 'Machines or tools were handed over.',
  },
  PLANS_TO_SUPPORT: {
    family: 'support',
    from: ['Agency', 'Programme'],
    to: MAKERS,
    label: { en: 'plans to support', id: 'berencana membina', ja: '支援を計画する' },
    reverseLabel: { en: 'support planned by', id: 'direncanakan dibina oleh', ja: '支援が計画されている' },
    description: 'Support was announced; nobody documents that it came.',
  },
  IMPLEMENTS: {
    family: 'support',
    from: ['Agency', 'Organisation'],
    to: ['Programme'],
    label: { en: 'implements', id: 'melaksanakan', ja: '実施する' },
    reverseLabel: { en: 'implemented by', id: 'dilaksanakan oleh', ja: '実施機関' },
    description: 'The first carries the programme out; role says how.',
  },
  TARGETS: {
    family: 'support',
    from: ['Programme'],
    to: ['Province', 'Regency', 'Country'],
    label: { en: 'targets', id: 'menyasar', ja: '対象とする' },
    reverseLabel: { en: 'targeted by', id: 'menjadi sasaran', ja: '対象となる' },
    description: 'A place of the programme; status says whether committed, an initial target, or targeted.',
  },
  INVOLVES: {
    family: 'support',
    from: ['Programme'],
    to: ['LargeIndustry', 'Organisation', 'Agency', 'Person'],
    label: { en: 'involves', id: 'melibatkan', ja: '参加させる' },
    reverseLabel: { en: 'involved in', id: 'terlibat dalam', ja: '参加する' },
    description: 'The second takes part in the programme.',
  },
  DRAWS_FROM: {
    family: 'support',
    from: ['Programme'],
    to: ['SmiCluster', 'Regency', 'Province', 'Organisation', 'Locality'],
    label: { en: 'draws makers from', id: 'mengambil IKM dari', ja: '参加企業の出身' },
    reverseLabel: { en: 'makers drawn by', id: 'IKM-nya diikutkan dalam', ja: '参加企業を出す' },
    description: 'The programme takes its small makers from the second.',
  },
  INVESTS_IN: {
    family: 'support',
    from: ['Agency', 'Programme', 'LargeIndustry'],
    to: ['Facility', 'Locality'],
    label: { en: 'invests in', id: 'berinvestasi di', ja: '投資する' },
    reverseLabel: { en: 'built with money of', id: 'dibangun dengan dana', ja: '投資を受ける' },
    description: 'The first paid for building or equipping the second.',
  },
  RESEARCHES: {
    family: 'support',
    from: ['Facility', 'Agency'],
    to: ['Product'],
    label: { en: 'researches', id: 'meneliti', ja: '研究する' },
    reverseLabel: { en: 'researched by', id: 'diteliti oleh', ja: '研究元' },
    description: 'The first does research on making the second.',
  },
  LOCATED_IN: {
    family: 'place',
    from: 'ANY',
    to: ['Country', 'Province', 'Regency', 'Locality'],
    label: { en: 'located in', id: 'berada di', ja: '所在する' },
    reverseLabel: { en: 'location of', id: 'lokasi dari', ja: '所在地とする' },
    description: 'The first lies in the second; the period says when a place belonged to another.',
  },
  LOCATED_WITH: {
    family: 'place',
    from: MAKERS,
    to: MAKERS,
    label: { en: 'located with', id: 'berlokasi bersama', ja: '同じ場所にある' },
    reverseLabel: { en: 'located with', id: 'berlokasi bersama', ja: '同じ場所にある' },
    description: 'Both are in one place; no tie follows from it.',
  },
  CONCENTRATED_IN: {
    family: 'place',
    from: ['Sector', 'Product'],
    to: ['Country', 'Province', 'Regency'],
    label: { en: 'concentrated in', id: 'terpusat di', ja: '集中する' },
    reverseLabel: { en: 'concentration of', id: 'pusat dari', ja: '集中地' },
    description: 'Most makers of the first are in the second.',
  },
  MEMBER_OF: {
    family: 'membership',
    from: ['SmallIndustry', 'LargeIndustry', 'Organisation', 'Person', 'Facility'],
    to: ['SmiCluster', 'Organisation', 'LargeIndustry'],
    label: { en: 'member of', id: 'anggota', ja: '所属する' },
    reverseLabel: { en: 'has member', id: 'beranggotakan', ja: '会員' },
    description: 'The first belongs to the second.',
  },
  REPRESENTS: {
    family: 'membership',
    from: ['Organisation', 'SmiCluster'],
    to: ['SmiCluster'],
    label: { en: 'represents', id: 'mewakili', ja: '代表する' },
    reverseLabel: { en: 'represented by', id: 'diwakili oleh', ja: '代表される' },
    description: 'The first speaks or acts for the makers of the second.',
  },
  PART_OF: {
    family: 'membership',
    from: ['SmiCluster', 'Programme', 'Sector', 'Product', 'Facility', 'LargeIndustry'],
    to: ['SmiCluster', 'Programme', 'Sector', 'Product', 'Facility', 'LargeIndustry'],
    label: { en: 'part of', id: 'bagian dari', ja: '一部である' },
    reverseLabel: { en: 'has part', id: 'mencakup', ja: '含む' },
    description: 'The first lies wholly in the second, of the same type.',
  },
  SAME_AS_PROBABLY: {
    family: 'membership',
    from: 'ANY',
    to: 'ANY',
    label: { en: 'probably the same as', id: 'kemungkinan sama dengan', ja: 'おそらく同一' },
    reverseLabel: { en: 'probably the same as', id: 'kemungkinan sama dengan', ja: 'おそらく同一' },
    description: 'Two records that seem to be one thing; always inferred, never merged.',
  },
  FACILITY_OF: {
    family: 'membership',
    from: ['Facility'],
    to: ['LargeIndustry', 'Organisation', 'Agency'],
    label: { en: 'facility of', id: 'fasilitas milik', ja: '施設である' },
    reverseLabel: { en: 'has facility', id: 'memiliki fasilitas', ja: '保有施設' },
    description: 'The second owns or runs the first.',
  },
  OWNS: {
    family: 'membership',
    from: ['LargeIndustry', 'Organisation', 'Agency'],
    to: ['LargeIndustry', 'Organisation'],
    label: { en: 'owns', id: 'memiliki', ja: '所有する' },
    reverseLabel: { en: 'owned by', id: 'dimiliki oleh', ja: '所有者' },
    description: 'Corporate ownership; share is the part held.',
  },
  GREW_FROM: {
    family: 'membership',
    from: ['SmiCluster', 'SmallIndustry'],
    to: ['LargeIndustry', 'SmiCluster', 'Facility'],
    label: { en: 'grew from', id: 'tumbuh dari', ja: 'から生まれた' },
    reverseLabel: { en: 'gave rise to', id: 'melahirkan', ja: 'を生んだ' },
    description: 'History, not a tie.',
  },
  FORMED_FROM: {
    family: 'membership',
    from: ['LargeIndustry', 'Organisation', 'Agency'],
    to: ['Organisation', 'LargeIndustry', 'Agency'],
    label: { en: 'formed from', id: 'dibentuk dari', ja: 'から設立された' },
    reverseLabel: { en: 'merged into', id: 'dilebur ke dalam', ja: 'に統合された' },
    description: 'The first came out of the second.',
  },
  IN_SECTOR: {
    family: 'membership',
    from: [...MAKERS, 'Product', 'Programme'],
    to: ['Sector'],
    label: { en: 'in sector', id: 'bergerak di sektor', ja: '業種' },
    reverseLabel: { en: 'sector of', id: 'sektor dari', ja: '業種に属するもの' },
    description: 'What the first makes, as a source calls it, or by classification.',
  },
  CLASSIFIED_UNDER: {
    family: 'membership',
    from: ['Sector', 'Product'],
    to: ['Sector'],
    label: { en: 'classified under', id: 'tergolong dalam', ja: 'に分類される' },
    reverseLabel: { en: 'includes', id: 'mencakup', ja: 'を含む' },
    description: 'A narrower branch and a wider one.',
  },
  PRECEDES: {
    family: 'membership',
    from: ['Programme'],
    to: ['Programme'],
    label: { en: 'precedes', id: 'mendahului', ja: '先行する' },
    reverseLabel: { en: 'follows', id: 'melanjutkan', ja: '後継である' },
    description: 'The second follows on the first.',
  },
  COOPERATES_WITH: {
    family: 'governance',
    from: ['Country', 'Agency', 'Organisation'],
    to: ['Country', 'Agency', 'Organisation'],
    label: { en: 'cooperates with', id: 'bekerja sama dengan', ja: '協力する' },
    reverseLabel: { en: 'cooperates with', id: 'bekerja sama dengan', ja: '協力する' },
    description: 'Public cooperation between states, agencies and bodies.',
  },
  AGENCY_OF: {
    family: 'governance',
    from: ['Agency'],
    to: ['Country', 'Province', 'Regency'],
    label: { en: 'agency of', id: 'lembaga dari', ja: 'の機関' },
    reverseLabel: { en: 'has agency', id: 'memiliki lembaga', ja: '機関を持つ' },
    description: 'The public body of a country or place.',
  },
  UNIT_OF: {
    family: 'governance',
    from: ['Agency'],
    to: ['Agency'],
    label: { en: 'unit of', id: 'unit dari', ja: 'の部局' },
    reverseLabel: { en: 'has unit', id: 'memiliki unit', ja: '部局を持つ' },
    description: 'A part of a larger public body.',
  },
  ACTS_THROUGH: {
    family: 'governance',
    from: ['Agency'],
    to: ['Agency'],
    label: { en: 'acts through', id: 'bertindak melalui', ja: 'を通じて行う' },
    reverseLabel: { en: 'acts for', id: 'bertindak untuk', ja: 'のために行う' },
    description: 'The first does its part through the second.',
  },
  LEADS: {
    family: 'governance',
    from: ['Person'],
    to: ['Agency', 'Organisation', 'Programme'],
    label: { en: 'leads', id: 'memimpin', ja: '率いる' },
    reverseLabel: { en: 'led by', id: 'dipimpin oleh', ja: 'の長' },
    description: 'The person heads the second.',
  },
  HOLDS_POSITION_IN: {
    family: 'governance',
    from: ['Person'],
    to: ['Agency', 'Organisation', 'LargeIndustry'],
    label: { en: 'holds a position in', id: 'menjabat di', ja: 'の役職にある' },
    reverseLabel: { en: 'has office holder', id: 'dijabat oleh', ja: 'の役職者' },
    description: 'The person holds the position named in role.',
  },
  STATES: {
    family: 'governance',
    from: ['Person', 'Agency'],
    to: ['Criterion', 'Programme', 'SmiCluster'],
    label: { en: 'stated', id: 'menyatakan', ja: '述べた' },
    reverseLabel: { en: 'stated by', id: 'dinyatakan oleh', ja: '述べた人' },
    description: 'The first is quoted on the second.',
  },
  OPENED: {
    family: 'governance',
    from: ['Person', 'Agency'],
    to: ['Facility'],
    label: { en: 'opened', id: 'meresmikan', ja: '開所した' },
    reverseLabel: { en: 'opened by', id: 'diresmikan oleh', ja: '開所者' },
    description: 'The first inaugurated the second.',
  },
  ATTENDED_OPENING_OF: {
    family: 'governance',
    from: ['Person', 'Agency'],
    to: ['Facility'],
    label: { en: 'attended the opening of', id: 'menghadiri peresmian', ja: '開所式に出席した' },
    reverseLabel: { en: 'opening attended by', id: 'peresmiannya dihadiri', ja: '開所式の出席者' },
    description: 'The first was present at the opening.',
  },
  FOUNDED: {
    family: 'governance',
    from: ['Agency', 'Organisation'],
    to: ['Agency', 'Organisation'],
    label: { en: 'founded', id: 'mendirikan', ja: '設立した' },
    reverseLabel: { en: 'founded by', id: 'didirikan oleh', ja: '設立者' },
    description: 'The first set the second up.',
  },
  DESIGNATED_AS: {
    family: 'governance',
    from: ['Regency', 'Province', 'Locality'],
    to: ['Designation'],
    label: { en: 'designated as', id: 'ditetapkan sebagai', ja: 'に指定された' },
    reverseLabel: { en: 'designation of', id: 'penetapan bagi', ja: '指定された地域' },
    description: 'The place has the status.',
  },
  SELECTED_BY: {
    family: 'governance',
    from: ['Programme'],
    to: ['Criterion'],
    label: { en: 'chooses by', id: 'memilih berdasarkan', ja: 'で選定する' },
    reverseLabel: { en: 'chooses for', id: 'dasar pemilihan', ja: '選定に使う' },
    description: 'The programme chooses its places by the criterion.',
  },
} as const satisfies Record<string, RelationTypeDefinition>;

export type RelationType = keyof typeof RELATION_TYPES;

/** Status of a TARGETS relation; never upgraded: what was committed is not thereby implemented. */
export const TARGET_STATUSES = ['COMMITTED', 'INITIAL_TARGET', 'TARGETED'] as const;
export type TargetStatus = (typeof TARGET_STATUSES)[number];

/** What a supply relation carries; scrap is not walked on by ties. */
export const CARRIED_KINDS = ['GOODS', 'SCRAP'] as const;
export type CarriedKind = (typeof CARRIED_KINDS)[number];

function allows(ends: readonly NodeType[] | 'ANY', type: NodeType): boolean {
  return ends === 'ANY' || ends.includes(type);
}

/** Whether the vocabulary lets a relation of this type join these two types of node. */
export function endsAllowed(type: RelationType, from: NodeType, to: NodeType): boolean {
  const definition: RelationTypeDefinition = RELATION_TYPES[type];
  return allows(definition.from, from) && allows(definition.to, to);
}

export function isRelationType(text: string): text is RelationType {
  return Object.hasOwn(RELATION_TYPES, text);
}
