/**
 * The records of the graph, as the dataset, the stores and the API exchange them. Nothing here is engine-specific.
 * Absent knowledge is `null`, never an empty string.
 */
import type { EvidenceKind } from './evidence.ts';
import type { DisagreementId, FigureId, NodeId, RelationId, SourceId } from './ids.ts';
import type { Measure, Unit } from './measures.ts';
import type { AliasKind, Language } from './names.ts';
import type { NodeType, SectorScheme } from './node-types.ts';
import type { PartialDate } from './partial-date.ts';
import type { Period } from './period.ts';
import type { CarriedKind, RelationType, TargetStatus } from './relation-types.ts';

/** What a record of any kind may carry. */
export interface Restrictable {
  /**
   * Only those whose role may see it are answered with it, or with anything that rests on it alone (`openEdition` of api/edition
   * has the rules). Absent for everything else, so that the mark changes no other record's digest.
   */
  readonly restricted?: true;
}

/** One source that was read, or honestly named as not seen. Never a sentence of it. */
export interface Source extends Restrictable {
  readonly id: SourceId;
  readonly title: string;
  readonly publisher: string;
  /** null when no source was seen (general knowledge and our own inference). */
  readonly url: string | null;
  /** Date of publication or statement as far as known. */
  readonly date: PartialDate | null;
  /** BCP 47 tag of the source's language. */
  readonly language: string | null;
  /** Licence, or "facts only". */
  readonly licence: string;
  /** Our own words on the source itself, such as two dates that differ. */
  readonly note: string | null;
  /** Fact ids about the source itself (its title, publisher, dates). */
  readonly facts: readonly string[];
}

/** One piece of evidence for a node, a relation or a figure. */
export interface Evidence {
  readonly source: SourceId;
  readonly kind: EvidenceKind;
  /** Our own words, or null. */
  readonly note: string | null;
  /** Ids of the collected facts this rests on, ascending, such as A058. */
  readonly facts: readonly string[];
}

export interface Name {
  readonly language: Language;
  readonly text: string;
}

export interface Alias {
  readonly text: string;
  readonly kind: AliasKind;
}

/** Kinds a node may have are those of its type in NODE_TYPES. */
export interface NodeRecord extends Restrictable {
  readonly id: NodeId;
  readonly type: NodeType;
  /** The primary name, as shown. */
  readonly name: string;
  /** Names by language, in the order of LANGUAGES; those that differ from none may be absent. */
  readonly names: readonly Name[];
  readonly aliases: readonly Alias[];
  readonly kind: string | null;
  /** Kemendagri code of a place, ISO code of a country, code of a sector in its scheme. */
  readonly code: string | null;
  readonly scheme: SectorScheme | null;
  /** Degrees north and east (WGS 84). Both or neither. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** When the node exists, as far as sourced. */
  readonly period: Period;
  /** One or two sentences in our own words, or null. */
  readonly description: string | null;
  /** Evidence that the node exists under its names; may be empty for nodes that only relations speak of. */
  readonly evidence: readonly Evidence[];
}

export interface RelationRecord extends Restrictable {
  readonly id: RelationId;
  readonly type: RelationType;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly period: Period;
  /** SUPPLIES: `from`'s part of `to`'s recorded purchases; OWNS: part held. 0–1, null unknown. */
  readonly share: number | null;
  /** SUPPLIES only. */
  readonly carries: CarriedKind | null;
  /** SECTOR_INPUT: value in million rupiah. */
  readonly valueMillionRp: number | null;
  /** SECTOR_INPUT: value / output of `to`. */
  readonly coefficient: number | null;
  /** TARGETS only. */
  readonly status: TargetStatus | null;
  /** Position or part played, for HOLDS_POSITION_IN, IMPLEMENTS and the like. */
  readonly role: string | null;
  /** The disagreement this relation is one side of, or null. */
  readonly disagreement: DisagreementId | null;
  /** At least one. */
  readonly evidence: readonly Evidence[];
}

export interface FigureRecord extends Restrictable {
  readonly id: FigureId;
  readonly about: NodeId;
  readonly measure: Measure;
  /** The node that narrows the count, such as a sector of a place's firms; null for the whole. */
  readonly within: NodeId | null;
  readonly value: number | null;
  readonly unit: Unit | null;
  /** For TEXT measures: our own words. For numbers: null. */
  readonly text: string | null;
  /** True when the source says "about". */
  readonly approximate: boolean;
  /** Whose count by which rule, in our own words, or null. */
  readonly definition: string | null;
  readonly period: Period;
  readonly disagreement: DisagreementId | null;
  /** At least one. */
  readonly evidence: readonly Evidence[];
}

/** A question on which sources differ; both sides are kept, nothing is averaged. */
export interface DisagreementRecord extends Restrictable {
  readonly id: DisagreementId;
  readonly about: NodeId;
  /** What they disagree on, in our own words, such as "What the makers of Tegal make". */
  readonly question: string;
}

/** A whole dataset, or the part of it that a write changes. */
export interface GraphRecords {
  readonly sources: readonly Source[];
  readonly nodes: readonly NodeRecord[];
  readonly relations: readonly RelationRecord[];
  readonly figures: readonly FigureRecord[];
  readonly disagreements: readonly DisagreementRecord[];
}

/** Analyses age evidence to this day by default: the dataset's own, never the wall clock. */
export const REFERENCE_DAY = '2025-12-31';
