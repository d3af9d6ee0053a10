/** What a named question is, what it takes and what its answer holds. Nothing here is in one language only. */
import type {
  FigureId,
  FigureRecord,
  Labels,
  Language,
  NodeId,
  NodeType,
  PartialDate,
  PeriodBounds,
  RelationId,
  SectorScheme,
  SourceId,
} from '#vocabulary';
import type { InputOutputTable } from '../projection/input-output-table.ts';
import type { Projection } from '../projection/projection.ts';
import type { Values } from './values.ts';
import type { Words } from './words.ts';

/** Who asks such a question in their work. */
type Asker = 'MINISTRY' | 'JICA' | 'PROVINCE' | 'REGENCY' | 'BUYER';

/** The analysis whose numbers the answer is made of (ANALYSIS.md). */
type AnalysisName =
  | 'TIES'
  | 'TIERS'
  | 'PATHS'
  | 'GAPS'
  | 'FRAGILITY'
  | 'WHAT_IF'
  | 'INPUT_OUTPUT'
  | 'COVERAGE'
  | 'SENTRA_RULE'
  | 'AS_OF'
  | 'RECORDS';

/** A text in every language, made from computed figures when it is said. */
export type Said = Readonly<Record<Language, (words: Words) => string>>;

interface NamedParameter {
  /** As in `{place}` of the question's texts. Unique within the question. */
  readonly name: string;
  readonly label: Labels;
}

export interface NodeParameter extends NamedParameter {
  readonly kind: 'NODE';
  readonly types: readonly NodeType[];
  /** Keeps nodes of this kind only, such as CLUSTER; absent: any. */
  readonly nodeKind?: string;
  /** Keeps sectors of this scheme only; absent: any. */
  readonly scheme?: SectorScheme;
  /** Whether the question can be asked without. */
  readonly optional: boolean;
  /** null: none. One that the dataset does not hold counts as none. */
  readonly default: NodeId | null;
}

export interface NumberParameter extends NamedParameter {
  readonly kind: 'NUMBER';
  readonly default: number;
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  /** Written behind it, such as km; absent: none. */
  readonly unit?: string;
}

export interface DateParameter extends NamedParameter {
  readonly kind: 'DATE';
  readonly default: PartialDate;
  /** Whether the question can be asked without; absent: no. */
  readonly optional?: boolean;
}

export type ParameterDefinition = NodeParameter | NumberParameter | DateParameter;

/** A figure about a node, as far as a question needs it. */
type KnownFigure = Pick<
  FigureRecord,
  'id' | 'about' | 'measure' | 'within' | 'value' | 'unit' | 'approximate' | 'period'
> & { readonly bounds: PeriodBounds };

/** What questions are answered from. */
export interface Ground {
  readonly projection: Projection;
  /** Oldest first; those of files last. */
  readonly tables: readonly InputOutputTable[];
  /** Figures about nodes, which no projection keeps. */
  readonly figuresOf: (nodes: readonly NodeId[]) => Promise<readonly KnownFigure[]>;
}

/** One cell of an answer's table. */
export type Cell =
  | { readonly kind: 'NODES'; readonly nodes: readonly NodeId[] }
  | { readonly kind: 'NUMBER'; readonly value: number; readonly digits: number }
  /** As stated and as possible. */
  | { readonly kind: 'RANGE'; readonly low: number; readonly high: number; readonly digits: number }
  | { readonly kind: 'DATE'; readonly date: PartialDate }
  | { readonly kind: 'WORDS'; readonly said: Said }
  /** No source says. */
  | { readonly kind: 'UNKNOWN' };

export interface Column {
  readonly id: string;
  readonly title: Labels;
  /** Whether its cells are numbers, for their alignment. */
  readonly numeric: boolean;
}

export interface AnswerTable {
  readonly columns: readonly Column[];
  /** One cell a column. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Where the explorer shows the answer as a picture. */
export type AnswerView =
  | {
      readonly kind: 'TIES';
      readonly place: NodeId | null;
      readonly largeIndustry: NodeId | null;
      readonly inferred: boolean;
    }
  | { readonly kind: 'PATHS'; readonly from: NodeId; readonly to: NodeId }
  | { readonly kind: 'TIERS'; readonly root: NodeId; readonly direction: 'UPSTREAM' | 'DOWNSTREAM' }
  | { readonly kind: 'GAPS'; readonly cluster: NodeId | null; readonly largeIndustry: NodeId | null }
  | { readonly kind: 'FRAGILITY'; readonly without: NodeId | null }
  /** Which support reached whom; about a cluster, place or supporter; null: about all. */
  | { readonly kind: 'PROGRAMMES'; readonly of: NodeId | null }
  /** What the data hold of a place. */
  | { readonly kind: 'PLACES'; readonly place: NodeId }
  /** What a change of final demand moves. */
  | { readonly kind: 'WHAT_IF'; readonly sector: NodeId; readonly percent: number }
  | { readonly kind: 'INPUT_OUTPUT'; readonly picture: 'LINKAGES' | 'EXTRACTION'; readonly sector: NodeId | null }
  /** The nodes of the table on the canvas, with what is recorded between them. */
  | {
      readonly kind: 'NODES';
      readonly nodes: readonly NodeId[];
      /** Whether what is inferred between them shows as well; absent: no. */
      readonly inferred?: boolean;
    };

/** A number or date that the words are made of, for programs and for acknowledging a change. */
export interface AnswerFigure {
  readonly name: string;
  /** null: unknown. */
  readonly value: number | string | null;
}

export interface Answer {
  /** One to three sentences. */
  readonly said: readonly Said[];
  readonly figures: readonly AnswerFigure[];
  readonly table: AnswerTable;
  /** Behind the figures; without repeats, ascending. */
  readonly relations: readonly RelationId[];
  /** Figures of the dataset behind them. */
  readonly restsOn: readonly FigureId[];
  /** Sources beside those of the relations and figures, such as that of a table. */
  readonly sources: readonly SourceId[];
  /** What is unknown, left out or easily misread; each a sentence. */
  readonly unknown: readonly Said[];
  readonly view: AnswerView;
}

/** How a question is worded. */
interface Phrasings {
  /** The first is the question's own text; the others are understood as well. See grammar/template.ts for how they are written. */
  readonly en: readonly [string, ...string[]];
  readonly id: readonly [string, ...string[]];
  /** Said, not understood. */
  readonly ja: string;
}

export interface QuestionDefinition {
  /** Unique; part of addresses and expected answers, so it stays. */
  readonly id: string;
  /** Rows of the list of named questions that it answers, such as Q01. */
  readonly listed: readonly string[];
  readonly askedBy: Asker;
  readonly analysis: AnalysisName;
  readonly parameters: readonly ParameterDefinition[];
  readonly phrasings: Phrasings;
  /** @throws AnalysisRequestError when the parameters ask for what cannot be answered */
  readonly answer: (values: Values, ground: Ground) => Answer | Promise<Answer>;
}
