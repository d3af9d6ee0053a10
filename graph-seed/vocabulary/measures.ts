import type { Labels } from './names.ts';

export interface MeasureDefinition {
  readonly label: Labels;
  /** How it is counted: NUMBER figures have a value, TEXT figures a text. */
  readonly form: 'NUMBER' | 'TEXT';
}

/** What a figure about a node says. Number figures of one measure, day and narrowing that differ are a disagreement. */
export const MEASURES = {
  MAKERS: { form: 'NUMBER', label: { en: 'makers', id: 'pelaku usaha', ja: '生産者数' } },
  WORKERS: { form: 'NUMBER', label: { en: 'workers', id: 'tenaga kerja', ja: '従業者数' } },
  MEMBERS: { form: 'NUMBER', label: { en: 'members', id: 'anggota', ja: '会員数' } },
  CLUSTERS: { form: 'NUMBER', label: { en: 'SMI clusters (sentra)', id: 'sentra IKM', ja: 'クラスター数' } },
  MICRO_SMALL_FIRMS: {
    form: 'NUMBER',
    label: { en: 'micro and small firms', id: 'industri mikro dan kecil', ja: '零細・小企業数' },
  },
  SMALL_MEDIUM_FIRMS: {
    form: 'NUMBER',
    label: { en: 'small and medium firms', id: 'industri kecil dan menengah', ja: '中小企業数' },
  },
  MEDIUM_FIRMS: { form: 'NUMBER', label: { en: 'medium firms', id: 'industri sedang', ja: '中企業数' } },
  LARGE_FIRMS: { form: 'NUMBER', label: { en: 'large firms', id: 'industri besar', ja: '大企業数' } },
  LARGE_MEDIUM_FIRMS: {
    form: 'NUMBER',
    label: { en: 'large and medium firms', id: 'industri besar dan sedang', ja: '大中企業数' },
  },
  FIRMS: { form: 'NUMBER', label: { en: 'firms', id: 'perusahaan', ja: '企業数' } },
  SHARE_OF_FIRMS: { form: 'NUMBER', label: { en: 'share of firms', id: 'bagian perusahaan', ja: '企業の割合' } },
  SHARE_OF_CLUSTERS: {
    form: 'NUMBER',
    label: { en: 'share of clusters', id: 'bagian sentra', ja: 'クラスターの割合' },
  },
  SHARE_OF_LABOUR: {
    form: 'NUMBER',
    label: { en: 'share of industrial labour', id: 'bagian tenaga kerja industri', ja: '工業労働力の割合' },
  },
  SHARE_OF_OUTPUT: {
    form: 'NUMBER',
    label: { en: 'share of manufacturing output', id: 'bagian output manufaktur', ja: '製造業産出の割合' },
  },
  SHARE_OF_INPUT: { form: 'NUMBER', label: { en: 'share of input', id: 'bagian bahan', ja: '投入の割合' } },
  PROVINCES: { form: 'NUMBER', label: { en: 'provinces', id: 'provinsi', ja: '州の数' } },
  REGENCIES: { form: 'NUMBER', label: { en: 'regencies and cities', id: 'kabupaten dan kota', ja: '県・市の数' } },
  DISTRICTS: { form: 'NUMBER', label: { en: 'districts', id: 'kecamatan', ja: '郡の数' } },
  VILLAGES: { form: 'NUMBER', label: { en: 'villages', id: 'desa dan kelurahan', ja: '村の数' } },
  CAPACITY: { form: 'NUMBER', label: { en: 'capacity', id: 'kapasitas', ja: '能力' } },
  PRODUCTION: { form: 'NUMBER', label: { en: 'production', id: 'produksi', ja: '生産量' } },
  FUNDING: { form: 'NUMBER', label: { en: 'funding', id: 'pendanaan', ja: '資金額' } },
  AGREEMENTS: { form: 'NUMBER', label: { en: 'agreements signed', id: 'nota kesepahaman', ja: '合意件数' } },
  GROUPS: { form: 'NUMBER', label: { en: 'groups', id: 'kelompok', ja: 'グループ数' } },
  AREA: { form: 'NUMBER', label: { en: 'area', id: 'luas', ja: '面積' } },
  OUTPUT: { form: 'NUMBER', label: { en: 'output', id: 'output', ja: '産出額' } },
  HOUSEHOLD_CONSUMPTION: {
    form: 'NUMBER',
    label: { en: 'household consumption', id: 'konsumsi rumah tangga', ja: '家計消費' },
  },
  NPISH_CONSUMPTION: {
    form: 'NUMBER',
    label: { en: 'consumption of non-profit bodies', id: 'konsumsi LNPRT', ja: '対家計民間非営利団体消費' },
  },
  GOVERNMENT_CONSUMPTION: {
    form: 'NUMBER',
    label: { en: 'government consumption', id: 'konsumsi pemerintah', ja: '政府消費' },
  },
  FIXED_CAPITAL_FORMATION: {
    form: 'NUMBER',
    label: { en: 'gross fixed capital formation', id: 'pembentukan modal tetap bruto', ja: '総固定資本形成' },
  },
  INVENTORY_CHANGE: {
    form: 'NUMBER',
    label: { en: 'change in inventories', id: 'perubahan inventori', ja: '在庫変動' },
  },
  GOODS_EXPORTS: { form: 'NUMBER', label: { en: 'exports of goods', id: 'ekspor barang', ja: '財の輸出' } },
  SERVICE_EXPORTS: { form: 'NUMBER', label: { en: 'exports of services', id: 'ekspor jasa', ja: 'サービスの輸出' } },
  PRODUCT_TAXES: {
    form: 'NUMBER',
    label: {
      en: 'taxes less subsidies on products',
      id: 'pajak dikurang subsidi atas produk',
      ja: '生産物に課される税（控除：補助金）',
    },
  },
  IMPORTED_INPUT: { form: 'NUMBER', label: { en: 'imported input', id: 'konsumsi antara impor', ja: '輸入中間投入' } },
  COMPENSATION: {
    form: 'NUMBER',
    label: { en: 'compensation of employees', id: 'kompensasi tenaga kerja', ja: '雇用者報酬' },
  },
  OPERATING_SURPLUS: {
    form: 'NUMBER',
    label: { en: 'gross operating surplus', id: 'surplus usaha bruto', ja: '総営業余剰' },
  },
  PRODUCTION_TAXES: {
    form: 'NUMBER',
    label: {
      en: 'other taxes less subsidies on production',
      id: 'pajak dikurang subsidi lainnya atas produksi',
      ja: '生産に課されるその他の税（控除：補助金）',
    },
  },
  GOAL: { form: 'TEXT', label: { en: 'goal', id: 'tujuan', ja: '目標' } },
  INSTRUMENT: { form: 'TEXT', label: { en: 'instrument', id: 'cara', ja: '手段' } },
  OUTCOME: { form: 'TEXT', label: { en: 'outcome', id: 'hasil', ja: '成果' } },
  STATUS: { form: 'TEXT', label: { en: 'status', id: 'status', ja: '状況' } },
  DEFINITION: { form: 'TEXT', label: { en: 'definition', id: 'definisi', ja: '定義' } },
  POLICY: {
    form: 'TEXT',
    label: { en: 'policy that affects it', id: 'kebijakan yang memengaruhi', ja: '影響する政策' },
  },
  HISTORY: { form: 'TEXT', label: { en: 'history', id: 'riwayat', ja: '経緯' } },
  NAME: { form: 'TEXT', label: { en: 'name in the source', id: 'nama dalam sumber', ja: '出典での名称' } },
  STATEMENT: { form: 'TEXT', label: { en: 'statement', id: 'pernyataan', ja: '発言' } },
  CLASSIFICATION: {
    form: 'TEXT',
    label: { en: 'classification in the source', id: 'penggolongan dalam sumber', ja: '出典での分類' },
  },
} as const satisfies Record<string, MeasureDefinition>;

export type Measure = keyof typeof MEASURES;

/** Units of a number figure. */
export const UNITS = [
  'COUNT',
  'PERCENT',
  'TONNES_PER_YEAR',
  'KG_PER_DAY',
  'RUPIAH',
  'MILLION_RUPIAH',
  'HECTARES',
  'PAIRS',
] as const;
export type Unit = (typeof UNITS)[number];
