import type { Labels } from './names.ts';

export interface EvidenceKindDefinition {
  readonly label: Labels;
  readonly description: string;
  /** 0 is strongest. The evidence class of a relation is the strongest among its pieces. */
  readonly rank: number;
}

/** What kind of support a source gives, strongest first. */
export const EVIDENCE_KINDS = {
  DOCUMENTED: {
    label: { en: 'Documented', id: 'Terdokumentasi', ja: '文書あり' },
    description: 'A source that was read says so.',
    rank: 0,
  },
  GENERAL_KNOWLEDGE: {
    label: { en: 'General knowledge', id: 'Pengetahuan umum', ja: '一般知識' },
    description: 'Widely known, but no source was read for it.',
    rank: 1,
  },
  INFERRED: {
    label: { en: 'Inferred', id: 'Dugaan', ja: '推定' },
    description: 'Concluded by us from other facts; no source says so.',
    rank: 2,
  },
} as const satisfies Record<string, EvidenceKindDefinition>;

export type EvidenceKind = keyof typeof EVIDENCE_KINDS;

/** The kinds in order of strength. */
export const EVIDENCE_KINDS_BY_STRENGTH: readonly EvidenceKind[] = ['DOCUMENTED', 'GENERAL_KNOWLEDGE', 'INFERRED'];

/** The strongest kind among the pieces, or null when there are none. */
export function strongestEvidence(kinds: Iterable<EvidenceKind>): EvidenceKind | null {
  let best: EvidenceKind | null = null;
  for (const kind of kinds) {
    if (best === null || EVIDENCE_KINDS[kind].rank < EVIDENCE_KINDS[best].rank) best = kind;
  }
  return best;
}
