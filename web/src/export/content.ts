import type {
  EvidenceKind,
  Held,
  Language,
  NodeFamily,
  NodeId,
  NodeType,
  PartialDate,
  Period,
  RelationFamily,
  RelationId,
  RelationType,
} from '#vocabulary';

/** What an export is of: everything that is drawn, or only the marked nodes and the relations among them. */
const SCOPES = ['VIEW', 'MARKED'] as const;
export type ExportScope = (typeof SCOPES)[number];

/** One line of the statement that every export carries: a name for programs, and words for people. */
export interface StatementLine {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** What the view shows and on what ground: every export says it, so that a file found years later can still be judged. */
export interface Statement {
  readonly language: Language;
  /** The question in words. */
  readonly question: string;
  /** Its answer in one sentence, with its numbers. */
  readonly answer: string;
  /** The filters in words, in the order of the filter bar; empty when none narrows the question. */
  readonly filters: readonly StatementLine[];
  readonly asOf: PartialDate | null;
  readonly revision: string;
  /** When it was made: ISO 8601, UTC. */
  readonly madeAt: string;
  readonly scope: ExportScope;
  readonly shown: { readonly nodes: number; readonly relations: number };
  readonly total: { readonly nodes: number; readonly relations: number };
  /** Nodes that a person took out of the picture; they are not in the export. */
  readonly hidden: number;
  /** All of the above as lines, in the order in which they are read. */
  readonly lines: readonly StatementLine[];
}

/** A source as an export lists it. */
export interface ExportedSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly licence: string | null;
  /** Only for those whose role may see it; absent for everything else. */
  readonly restricted?: true;
}

/** One piece of evidence: which source, what kind of support, and a note in our own words. */
export interface ExportedEvidence {
  readonly source: string;
  readonly kind: EvidenceKind;
  readonly note: string | null;
}

/** A node of the view. */
export interface ExportedNode {
  readonly id: NodeId;
  readonly type: NodeType;
  readonly typeLabel: string;
  readonly family: NodeFamily;
  readonly name: string;
  /** False: no node of the picture, but a stand-in on the way of a line, such as the member through which a cluster supplies. */
  readonly drawn: boolean;
  /** The name of the group it is drawn in; null when it is drawn by itself. */
  readonly group: string | null;
  readonly kind: string | null;
  readonly code: string | null;
  /** Narrowest first. */
  readonly places: readonly string[];
  readonly sectors: readonly string[];
  /** Degrees, WGS 84. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly description: string | null;
  /** Relations of it in the export, and all it has under the filters (null: not counted). */
  readonly relationsShown: number;
  readonly relationsTotal: number | null;
  /** The strongest evidence among its relations in the export; null when it has none there. */
  readonly evidenceClass: EvidenceKind | null;
  /** Whether a relation of it in the export held at the date asked for; null when no date was asked or it has none. */
  readonly held: Held | null;
  /** Whether a relation of it in the export is one side of a disagreement. */
  readonly disputed: boolean;
  /** Where it stands in the picture, in pixels at zoom 1, y downwards; null when no picture was drawn. */
  readonly x: number | null;
  readonly y: number | null;
  /** Only for those whose role may see it; absent for everything else. */
  readonly restricted?: true;
  /** Evidence of its existence under its names. */
  readonly evidence: readonly ExportedEvidence[];
}

/** A relation of the view. */
export interface ExportedRelation {
  readonly id: RelationId;
  /** False: on no line of the picture, but folded into one on the way of it, such as a membership. */
  readonly drawn: boolean;
  readonly type: RelationType;
  readonly typeLabel: string;
  readonly family: RelationFamily;
  readonly from: NodeId;
  readonly fromName: string;
  readonly to: NodeId;
  readonly toName: string;
  readonly period: Period;
  readonly periodText: string;
  readonly held: Held | null;
  readonly evidenceClass: EvidenceKind;
  readonly evidenceLabel: string;
  readonly disputed: boolean;
  readonly share: number | null;
  readonly carries: string | null;
  readonly valueMillionRp: number | null;
  readonly coefficient: number | null;
  readonly status: string | null;
  readonly role: string | null;
  /** Only for those whose role may see it; absent for everything else. */
  readonly restricted?: true;
  /** Strongest first. */
  readonly evidence: readonly ExportedEvidence[];
}

/** A number or a statement about a node of the view. */
export interface ExportedFigure {
  readonly id: string;
  readonly about: NodeId;
  readonly aboutName: string;
  readonly measure: string;
  readonly measureLabel: string;
  readonly within: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly text: string | null;
  readonly approximate: boolean;
  readonly definition: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly attested: readonly string[];
  readonly disputed: boolean;
  /** Only for those whose role may see it; absent for everything else. */
  readonly restricted?: true;
  readonly evidence: readonly ExportedEvidence[];
}

/** Everything that goes into a file, whatever its form. */
export interface ExportContent {
  readonly statement: Statement;
  /** Those drawn, in the picture's order, then the stand-ins. */
  readonly nodes: readonly ExportedNode[];
  /** Those on the lines between its nodes, and those folded into them; both ends of each are among the nodes. */
  readonly relations: readonly ExportedRelation[];
  readonly figures: readonly ExportedFigure[];
  /** Every distinct source of the above, newest first, undated last. */
  readonly sources: readonly ExportedSource[];
}

/** Ids of the sources of some evidence, without repeats, in its order. */
export function sourceIds(evidence: readonly ExportedEvidence[]): readonly string[] {
  return [...new Set(evidence.map(({ source }) => source))];
}
