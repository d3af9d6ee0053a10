import type {
  EvidenceKind,
  Held,
  NodeId,
  NodeType,
  PartialDate,
  Period,
  RelationFamily,
  RelationId,
  RelationType,
  SourceId,
} from '#vocabulary';

/** The three ways to look at one answer. Changing the view changes nothing else. */
export const VIEWS = ['LIST', 'GRAPH', 'TABLE'] as const;
export type View = (typeof VIEWS)[number];

/** CLUSTER: clusters in one place. GROUP: groups without one place (cooperatives, scattered trades). */
type Scope = 'CLUSTER' | 'GROUP';

/** What is asked: "Which SMI clusters are tied to large industry?" and its filters; null filters nothing. */
export interface Question {
  readonly scope: Scope;
  readonly place: NodeId | null;
  readonly sector: NodeId | null;
  readonly largeIndustry: NodeId | null;
  /** Keeps what held, or possibly held, then. */
  readonly asOf: PartialDate | null;
  /** Kinds of evidence that count; at least DOCUMENTED. */
  readonly evidence: readonly EvidenceKind[];
}

export const DOCUMENTED_ONLY: readonly EvidenceKind[] = ['DOCUMENTED'];
export const WITH_INFERRED: readonly EvidenceKind[] = ['DOCUMENTED', 'GENERAL_KNOWLEDGE', 'INFERRED'];

/** How far the evidence asked for reaches: what a source says, what is widely known as well, or also what is inferred. */
export type EvidenceReach = 'DOCUMENTED' | 'GENERAL' | 'ANY';

export function evidenceReach(evidence: readonly EvidenceKind[]): EvidenceReach {
  if (evidence.includes('INFERRED')) return 'ANY';
  return evidence.includes('GENERAL_KNOWLEDGE') ? 'GENERAL' : 'DOCUMENTED';
}

export const FIRST_QUESTION: Question = {
  scope: 'CLUSTER',
  place: null,
  sector: null,
  largeIndustry: null,
  asOf: null,
  evidence: DOCUMENTED_ONLY,
};

/** Whether two questions ask the same. */
export function sameQuestion(a: Question, b: Question): boolean {
  return (
    a.scope === b.scope &&
    a.place === b.place &&
    a.sector === b.sector &&
    a.largeIndustry === b.largeIndustry &&
    a.asOf === b.asOf &&
    a.evidence.length === b.evidence.length &&
    a.evidence.every((kind) => b.evidence.includes(kind))
  );
}

/** A node as far as the page knows it. */
export interface KnownNode {
  readonly id: NodeId;
  readonly type: NodeType;
  readonly name: string;
  /** As in `CLUSTER`, `KABUPATEN`; null when the type has no kinds. */
  readonly kind: string | null;
  /** Names of the places it lies in, narrowest first, such as ['Kab. Tegal', 'Central Java']; empty when none is known. */
  readonly places: readonly string[];
  /** All relations it has under the question's date and evidence (sum of its relation groups); null until asked. */
  readonly relationCount: number | null;
}

/** A relation as far as the page knows it. Its evidence is asked for when it is opened. */
export interface KnownRelation {
  readonly id: RelationId;
  readonly type: RelationType;
  readonly family: RelationFamily;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly period: Period;
  /** Whether it held at the question's date; null when no date was asked. */
  readonly held: Held | null;
  readonly evidenceClass: EvidenceKind;
  /** True when it is one side of a disagreement between sources. */
  readonly disputed: boolean;
}

/** The best-evidenced kind of a tie, as the API names it, strongest claim first. */
export const TIE_KINDS = ['GOODS_OBSERVED', 'SUPPLY_AGREED', 'SUPPORT', 'SAME_PROGRAMME', 'POTENTIAL'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

type TieDirection = 'OUTPUT' | 'INPUT' | 'SUPPORT' | 'PROGRAMME';

/** The five factors whose product is the strength; each above 0, at most 1. */
export interface TieFactors {
  readonly kind: number;
  readonly goodsSteps: number;
  readonly standIns: number;
  readonly evidence: number;
  readonly recency: number;
}

/** One way from the cluster to the firm. `relations[i]` joins `nodes[i]` and `nodes[i + 1]`, in either direction. */
export interface TieChain {
  readonly nodes: readonly NodeId[];
  readonly relations: readonly RelationId[];
  readonly strength: number;
  readonly factors: TieFactors;
  readonly evidenceClass: EvidenceKind;
  readonly kind: TieKind;
  readonly direction: TieDirection;
}

/** `cluster>firm`: a tie is named by its two ends. */
export type TieId = `${string}>${string}`;

export function tieId(cluster: NodeId, largeIndustry: NodeId): TieId {
  return `${cluster}>${largeIndustry}`;
}

/** A tie between a cluster (or group) and a large industry. Its nodes and relations are among the known ones. */
export interface Tie {
  readonly id: TieId;
  readonly cluster: NodeId;
  readonly largeIndustry: NodeId;
  /** 0 to 1. */
  readonly strength: number;
  readonly strengthAnyEvidence: number;
  readonly factors: TieFactors;
  readonly evidenceClass: EvidenceKind;
  readonly kind: TieKind;
  readonly directions: readonly TieDirection[];
  /** How the best chain runs, in words of the answer's language. */
  readonly description: string;
  /** Best first; the first is the route shown. At least one, at most 50. */
  readonly chains: readonly TieChain[];
  readonly chainCount: number;
  readonly chainCountAnyEvidence: number;
  readonly lastCertainDay: PartialDate | null;
  readonly heldAtReferenceDay: Held;
  /** Distinct sources of all its chains. */
  readonly sourceCount: number;
}

/** The numbers of the sentence above the list. */
interface AnswerSummary {
  readonly clusterCount: number;
  readonly tiedClusterCount: number;
  readonly relationCount: number;
  readonly sourceCount: number;
  readonly newestEvidence: PartialDate | null;
  readonly inferredTieCount: number;
  readonly byKind: readonly { readonly kind: TieKind; readonly count: number }[];
}

/** What the API answered to a question. */
export interface Answer {
  /** In the API's order: evidence class, then strength descending. */
  readonly ties: readonly Tie[];
  /** Ties there are; more than `ties.length` when the answer was cut. */
  readonly totalCount: number;
  /** Clusters in scope without a tie, by name. */
  readonly untied: readonly NodeId[];
  readonly summary: AnswerSummary;
  readonly revision: string;
}

/** Selected or pointed at. `relations` are those drawn as one line, or just one; never empty. */
export type Selection =
  | { readonly kind: 'node'; readonly id: NodeId }
  | { readonly kind: 'tie'; readonly id: TieId }
  | { readonly kind: 'relations'; readonly ids: readonly RelationId[] }
  | { readonly kind: 'source'; readonly id: SourceId };

/** A group of a node's relations: of one type, in one direction, to one type of node. */
export interface GroupKey {
  readonly of: NodeId;
  readonly relationType: RelationType;
  readonly direction: 'OUT' | 'IN';
  readonly nodeType: NodeType;
}

/** One text per group, for maps and React keys. */
export function groupId(group: GroupKey): string {
  return `${group.of} ${group.direction} ${group.relationType} ${group.nodeType}`;
}

/** How much of something there is. */
export interface Extent {
  readonly nodes: number;
  readonly relations: number;
}

/** A group that was opened, with exactly what it brought. It holds the node it starts from, too. */
export interface Expansion {
  readonly group: GroupKey;
  /** Other ends, in the API's order, without repeats. */
  readonly nodes: readonly NodeId[];
  /** In the API's order, without repeats. */
  readonly relations: readonly RelationId[];
  /** The whole group's size under the filters. */
  readonly total: Extent;
  /** Cursor for "show more"; null when all of it is there. */
  readonly endCursor: string | null;
}

/** Where a request stands. Nothing about time: the shell decides when a wait is long. */
export type RequestState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly message: string };

export const IDLE: RequestState = { status: 'idle' };
export const LOADING: RequestState = { status: 'loading' };

/** Everything the page knows and shows, as plain values. What is drawn is derived from it (`visibleGraph`). */
export interface Exploration {
  readonly question: Question;
  /** The last answer; it stays while the next one is awaited, and when that fails. */
  readonly answer: Answer | null;
  /** The question that `answer` answers; differs from `question` while the next answer is awaited. */
  readonly answered: Question | null;
  readonly request: RequestState;
  readonly view: View;
  readonly selection: Selection | null;
  readonly hover: Selection | null;
  readonly nodes: Readonly<Record<NodeId, KnownNode>>;
  readonly relations: Readonly<Record<RelationId, KnownRelation>>;
  /** Nodes that a person put into the picture, oldest first. */
  readonly placed: readonly NodeId[];
  /** Oldest first; one per group. */
  readonly expansions: readonly Expansion[];
  /** Groups being opened, or that failed to open, by `groupId`. */
  readonly expanding: Readonly<Record<string, RequestState>>;
}

export const NEW_EXPLORATION: Exploration = {
  question: FIRST_QUESTION,
  answer: null,
  answered: null,
  request: IDLE,
  view: 'GRAPH',
  selection: null,
  hover: null,
  nodes: {},
  relations: {},
  placed: [],
  expansions: [],
  expanding: {},
};
