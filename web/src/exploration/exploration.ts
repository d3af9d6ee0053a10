import type { NodeId, PartialDate, RelationId } from '#vocabulary';
import type { Answer } from './answer.ts';
import type { Grouping, GroupNodeId, Layout, Position } from './arrangement.ts';
import { NO_GROUPING_FACTS, type GroupingFacts } from './belonging.ts';
import type { Expansion } from './groups.ts';
import type { HeldPicture } from './held-picture.ts';
import type { KnownNode, KnownRelation } from './known.ts';
import {
  NO_LOOK_FACTS,
  PLAIN_LOOKS,
  USUAL_COMMUNITIES,
  type CommunitiesBy,
  type LookFacts,
  type Looks,
  type Removed,
} from './looks.ts';
import { FIRST_QUESTION, type Question } from './question.ts';
import type { Selection } from './selection.ts';
import type { Step } from './step.ts';
import type { Lit, Way } from './way.ts';

/** The ways to look at one answer, in the order of the keys 1 to 4. Changing the view changes nothing else. */
export const VIEWS = ['LIST', 'GRAPH', 'MAP', 'TABLE'] as const;
export type View = (typeof VIEWS)[number];

/** Where a request stands. Nothing about time: the shell decides when a wait is long. */
export type RequestState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly message: string };

/** A picture that would be large: ungrouped, or with a group opened. */
interface TooLarge {
  readonly open: GroupNodeId | 'ALL';
  /** Nodes and lines that would then be drawn. */
  readonly elements: number;
}

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
  /** The play of the years that `question` is asked by; null when a person asked it. */
  readonly play: number | null;
  readonly view: View;
  /** The one thing that the details show. */
  readonly selection: Selection | null;
  /** What was selected last, also after it was closed: a picture that cannot be read whole opens around it. */
  readonly lookedAt: Selection | null;
  readonly hover: Selection | null;
  /** Nodes marked to be acted on together, oldest first. */
  readonly marked: readonly NodeId[];
  readonly nodes: Readonly<Record<NodeId, KnownNode>>;
  readonly relations: Readonly<Record<RelationId, KnownRelation>>;
  /** Relations that a node has under the answered question's date and evidence; absent until counted. */
  readonly counts: Readonly<Record<NodeId, number>>;
  /** Nodes that a person put into the picture, oldest first. */
  readonly placed: readonly NodeId[];
  /** Relations that came with placed nodes: drawn where both their ends are. */
  readonly placedRelations: readonly RelationId[];
  /** Oldest first; one per group. */
  readonly expansions: readonly Expansion[];
  /** Groups being opened, or that failed to open, by `groupId`. */
  readonly expanding: Readonly<Record<string, RequestState>>;
  /** Nodes that a person took out of the picture, oldest first; whatever else holds them there, they are not drawn. */
  readonly hidden: readonly NodeId[];
  /** Of `hidden`, those that stood where a picture of its own began: they come back with another question. */
  readonly setAside: readonly NodeId[];
  /** Where nodes stand that were placed by hand; no layout moves them. */
  readonly pinned: Readonly<Record<NodeId, Position>>;
  readonly layout: Layout;
  readonly grouping: Grouping;
  /** Groups of the grouping whose members are drawn, oldest first. */
  readonly opened: readonly GroupNodeId[];
  /** Ways of a path that were added to the picture, oldest first. */
  readonly ways: readonly Way[];
  /** A way that is looked at before it is added: drawn and lit for as long as it is; null when none is. */
  readonly lit: Lit | null;
  /** A part of the graph that was put into the picture whole; null when none was. */
  readonly picture: HeldPicture | null;
  /** Where the request for a part of the graph, or for what nodes belong to, stands. */
  readonly showing: RequestState;
  /** What was asked for that would draw more than a picture should hold at once, until a person confirms it or leaves it. */
  readonly tooLarge: TooLarge | null;
  /** What is known for gathering nodes by `grouping`. */
  readonly groupingFacts: GroupingFacts;
  /** What sizes and colours say beside what they always say. */
  readonly looks: Looks;
  /** What is known for drawing `looks`. */
  readonly lookFacts: LookFacts;
  /** What communities are looked for by, for gathering and colouring; a choice, and no step. */
  readonly communitiesBy: CommunitiesBy;
  /** What the picture is looked at without; null: nothing. */
  readonly removed: Removed | null;
  /** A date that is looked at before it is asked for (`previewAsOf`); null when none is. */
  readonly preview: PartialDate | null;
  /** What led from the state before to this one; null at the beginning. */
  readonly step: Step | null;
}

export const NEW_EXPLORATION: Exploration = {
  question: FIRST_QUESTION,
  answer: null,
  answered: null,
  request: IDLE,
  play: null,
  view: 'GRAPH',
  selection: null,
  lookedAt: null,
  hover: null,
  marked: [],
  nodes: {},
  relations: {},
  counts: {},
  placed: [],
  placedRelations: [],
  expansions: [],
  expanding: {},
  hidden: [],
  setAside: [],
  pinned: {},
  layout: 'LAYERED',
  grouping: 'NONE',
  opened: [],
  ways: [],
  lit: null,
  picture: null,
  showing: IDLE,
  tooLarge: null,
  groupingFacts: NO_GROUPING_FACTS,
  looks: PLAIN_LOOKS,
  lookFacts: NO_LOOK_FACTS,
  communitiesBy: USUAL_COMMUNITIES,
  removed: null,
  preview: null,
  step: null,
};
