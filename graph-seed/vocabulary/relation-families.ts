import type { Labels } from './names.ts';

export interface RelationFamilyDefinition {
  readonly label: Labels;
  readonly description: string;
}

/** What a relation carries. Kinds that a reader must not mix are different families. */
export const RELATION_FAMILIES = {
  supply: {
    label: { en: 'Supply', id: 'Pasokan', ja: '供給' },
    description: 'Goods that went, or could go, from one to the other; what is made, used and exported.',
  },
  agreement: {
    label: { en: 'Agreement', id: 'Kesepakatan', ja: '合意' },
    description: 'A signed intention; it is not supply.',
  },
  requirement: {
    label: { en: 'Requirement', id: 'Persyaratan', ja: '要件' },
    description: 'What is wanted or asked for; it is not a link that exists.',
  },
  inputOutput: {
    label: { en: 'Sector input', id: 'Input sektor', ja: '産業連関' },
    description: 'A flow of an input-output table between two of its products.',
  },
  support: {
    label: { en: 'Support', id: 'Pembinaan', ja: '支援' },
    description: 'Money, training, equipment, certification and programmes.',
  },
  place: {
    label: { en: 'Place', id: 'Wilayah', ja: '地域' },
    description: 'Where something is.',
  },
  membership: {
    label: { en: 'Membership', id: 'Keanggotaan', ja: '所属' },
    description: 'What belongs to, represents, owns, stems from or is probably the same as what.',
  },
  governance: {
    label: { en: 'Governance', id: 'Tata kelola', ja: '統治' },
    description: 'Public bodies, positions, statements and designations.',
  },
} as const satisfies Record<string, RelationFamilyDefinition>;

export type RelationFamily = keyof typeof RELATION_FAMILIES;
