import type { EvidenceKind, Language } from '#vocabulary';

/** A piece of evidence as it was asked for. */
export interface SaidEvidence {
  readonly kind: EvidenceKind;
  readonly note: string | null;
  readonly source: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string;
    readonly url: string | null;
    readonly date: string | null;
    readonly language: string | null;
    readonly licence: string;
    readonly restricted?: boolean;
  };
}

interface Named {
  readonly name: string;
  readonly names: readonly { readonly language: Language; readonly text: string }[];
}

/** What is said of a relation, as it was asked for. */
interface SaidOfRelation {
  readonly id: string;
  readonly share: number | null;
  readonly carries: string | null;
  readonly valueMillionRp: number | null;
  readonly coefficient: number | null;
  readonly status: string | null;
  readonly role: string | null;
  readonly restricted?: boolean;
  readonly evidence: readonly SaidEvidence[];
}

/** What is said of a node, as it was asked for. */
export interface SaidOfNode {
  readonly id: string;
  readonly code: string | null;
  readonly coordinates: { readonly latitude: number; readonly longitude: number } | null;
  readonly description: string | null;
  readonly restricted?: boolean;
  readonly evidence: readonly SaidEvidence[];
  readonly figures: readonly {
    readonly id: string;
    readonly measure: string;
    readonly value: number | null;
    readonly unit: string | null;
    readonly text: string | null;
    readonly approximate: boolean;
    readonly definition: string | null;
    readonly within: Named | null;
    readonly period: { readonly from: string | null; readonly to: string | null; readonly attested: readonly string[] };
    readonly disagreement: unknown;
    readonly restricted?: boolean;
    readonly evidence: readonly SaidEvidence[];
  }[];
  /** Of clusters only. */
  readonly sectors?: readonly Named[];
}

/** What has been asked for so far, by id. What is missing is not known yet. */
export interface Said {
  readonly relations: ReadonlyMap<string, SaidOfRelation>;
  readonly nodes: ReadonlyMap<string, SaidOfNode>;
}

/** The name in the language, else the first. */
export function nameIn({ name, names }: Named, language: Language): string {
  return names.find((candidate) => candidate.language === language)?.text ?? name;
}
