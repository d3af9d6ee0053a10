import type {
  EvidenceKind,
  NodeFamily,
  NodeId,
  NodeType,
  Period,
  RelationFamily,
  RelationId,
  RelationType,
} from '#vocabulary';
import type { TieId } from './answer.ts';
import type { Grouping, GroupNodeId } from './arrangement.ts';
import { drawnNodes } from './drawn-nodes.ts';
import type { Exploration } from './exploration.ts';
import { groupedGraph } from './grouping.ts';
import type { Extent } from './groups.ts';
import { evidenceReach } from './question.ts';
import type { KnownRelation } from './known.ts';
import { bundleLines, type Bundle } from './bundles.ts';
import { lineWidth } from './line-width.ts';
import { previewed } from './preview.ts';
import { withStates } from './states.ts';
import { visibleNodes } from './visible-nodes.ts';
import { remainingOf } from './remaining.ts';

/** The smaller line under a node's name; null when there is nothing to say. */
export type SecondLine =
  | { readonly kind: 'places'; readonly places: readonly string[] }
  /** When its tie held, as far as known; `agreed` when supply was agreed and none was seen. */
  | { readonly kind: 'period'; readonly period: Period; readonly agreed: boolean };

export interface VisibleNode {
  readonly id: NodeId;
  readonly type: NodeType;
  readonly family: NodeFamily;
  readonly name: string;
  readonly second: SecondLine | null;
  /** A cluster in scope without a tie. */
  readonly hollow: boolean;
  /** A cluster or firm of the answer all of whose ties are inferred. */
  readonly inferred: boolean;
  readonly selected: boolean;
  /** One of several that are acted on together. */
  readonly marked: boolean;
  /** Placed by hand; no layout moves it. */
  readonly pinned: boolean;
  /** Only those whose role may see restricted records see it; absent: everybody does. A group is no record. */
  readonly restricted?: boolean;
  /** Relations it has under the question's filters, and how many of them no line shows; null until counted. */
  readonly relationCount: number | null;
  readonly hidden: number | null;
  /** The node it was brought from by an expansion; null for what the answer or a person put there. */
  readonly parent: NodeId | null;
  /** Whether groups were opened from it. */
  readonly expanded: boolean;
  /** What it stands for when it is a group drawn as one node; null for a node of the data. */
  readonly group: VisibleGroup | null;
}

/** Nodes drawn as one, by what they have in common. The node's id is then a {@link GroupNodeId}. */
interface VisibleGroup {
  readonly id: GroupNodeId;
  readonly grouping: Grouping;
  /** The place, sector or cluster they have in common; null for a community, and for those of which it is not known. */
  readonly by: NodeId | null;
  /** In the order they would be drawn in; at least one. */
  readonly members: readonly NodeId[];
  /** How many of each type, most first. */
  readonly types: readonly { readonly type: NodeType; readonly count: number }[];
  /** Relations between its members, which no line shows. */
  readonly inside: number;
}

/** Text on a line: a number of stand-ins ("4 firms"), what the relation says ("fosters"), or that both take part in one programme. */
export type LineLabel =
  | { readonly kind: 'through'; readonly count: number; readonly firmsOnly: boolean }
  | { readonly kind: 'type'; readonly type: RelationType }
  | { readonly kind: 'programme' }
  /** Relations between groups. */
  | { readonly kind: 'count'; readonly count: number };

/** What of a line is not plainly so: ids among its relations and stand-ins; each list is short, and mostly empty. */
export interface Doubtful {
  /** Not documented themselves. A line looks inferred when its weakest part is. */
  readonly inferred: readonly RelationId[];
  /** Held only possibly at the date. */
  readonly possible: readonly RelationId[];
  readonly disputed: readonly RelationId[];
}

/** Relations drawn as one line, in the direction of the goods, money or care. */
export interface VisibleLine {
  readonly id: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly family: RelationFamily;
  /** False where neither end is first (cooperation, probable twins, a shared programme): then no arrow is drawn. */
  readonly directed: boolean;
  /** The ties that run along it, strongest first. */
  readonly ties: readonly TieId[];
  /** The relations it counts, in order of id (between groups: in the order of what was gathered); at least one. */
  readonly relations: readonly RelationId[];
  /** Memberships and facilities passed over on the way, in order of id. */
  readonly standIns: readonly RelationId[];
  /** Types of `relations`, without repeats. */
  readonly types: readonly RelationType[];
  readonly evidenceClass: EvidenceKind;
  /** Nothing on it is documented. */
  readonly inferred: boolean;
  /** It held only possibly at the question's date. */
  readonly possible: boolean;
  readonly disputed: boolean;
  readonly doubtful: Doubtful;
  readonly label: LineLabel | null;
  /** Whether the label stands on the line at rest, or only when it is pointed at or selected. */
  readonly labelAtRest: boolean;
  /** Width in pixels at zoom 1. */
  readonly width: number;
  readonly selected: boolean;
}

/** What is drawn, whoever draws it: the canvas, the table, the legend and the spoken summary read the same. */
export interface VisibleGraph {
  /** Answer first (ties' order, then clusters without a tie), then what was placed, then what was brought. */
  readonly nodes: readonly VisibleNode[];
  readonly lines: readonly VisibleLine[];
  /** Of `nodes`, the clusters without a tie. */
  readonly untied: readonly NodeId[];
  readonly shown: Extent;
  /** As many as there would be were every open group shown whole, no tie cut and nothing hidden. */
  readonly total: Extent;
  /** Nodes left out because a person hid them, in the order they would be drawn in. */
  readonly hiddenNodes: readonly NodeId[];
  /** Ties that inferred evidence would add; 0 when it was asked for. */
  readonly hiddenInferredTies: number;
}

export { lineWidth } from './line-width.ts';

/**
 * Derives what is drawn. A tie is a line from its cluster towards its firm; the steps through members, organisations
 * and facilities that are not in the picture are folded into it, and unfold when they are. A chain through another
 * firm runs along that firm's own relation. A line is never without both its ends.
 */
export function visibleGraph(exploration: Exploration): VisibleGraph {
  return withStates(groupedGraph(plainGraph(exploration), exploration), exploration);
}

/** Without what is selected, marked and pinned: that is put on last, so that a picture is not derived again for it. */
function plainGraph(exploration: Exploration): VisibleGraph {
  const drawn = drawnNodes(exploration);
  const hiddenNodes = [...drawn.keys()].filter((id) => exploration.hidden.includes(id));
  const hidden = new Set(hiddenNodes);
  const all = bundleLines(exploration, drawn);
  const bundles = all.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to));
  const lines = bundles.map((bundle) => toLine(bundle, exploration));
  const nodes = visibleNodes(exploration, drawn, bundles);
  const held = new Set(all.flatMap((bundle) => [...bundle.relations]));
  const remaining = remainingOf(exploration, held);
  const cutTies = exploration.answer === null ? 0 : exploration.answer.totalCount - exploration.answer.ties.length;
  return {
    nodes,
    lines,
    untied: (exploration.answer?.untied ?? []).filter((id) => drawn.has(id) && !hidden.has(id)),
    hiddenNodes,
    shown: { nodes: nodes.length, relations: new Set(lines.flatMap((line) => line.relations)).size },
    total: {
      nodes: drawn.size + remaining.nodes + cutTies,
      relations: held.size + remaining.relations + cutTies,
    },
    hiddenInferredTies:
      evidenceReach((exploration.answered ?? exploration.question).evidence) === 'ANY'
        ? 0
        : (exploration.answer?.summary.inferredTieCount ?? 0),
  };
}

function toLine(bundle: Bundle, exploration: Exploration): VisibleLine {
  const relations = [...bundle.relations].sort();
  const standIns = [...bundle.standIns].sort();
  return {
    id: bundle.id,
    from: bundle.from,
    to: bundle.to,
    family: bundle.family,
    directed: bundle.directed,
    ties: [...bundle.ties],
    relations,
    standIns,
    types: [...bundle.types].sort(),
    evidenceClass: bundle.evidenceClass,
    inferred: bundle.inferred,
    possible: bundle.possible,
    disputed: bundle.disputed,
    doubtful: doubtfulOf([...relations, ...standIns], exploration),
    label: bundle.label,
    labelAtRest: bundle.labelAtRest,
    width: lineWidth(bundle.family, relations.length),
    selected: false,
  };
}

function doubtfulOf(ids: readonly RelationId[], { relations }: Exploration): Doubtful {
  const where = (keep: (relation: KnownRelation) => boolean): readonly RelationId[] => {
    const kept = ids.filter((id) => {
      const relation = relations[id];
      return relation !== undefined && keep(relation);
    });
    return kept.length === 0 ? NONE : kept;
  };
  return {
    inferred: where(({ evidenceClass }) => evidenceClass !== 'DOCUMENTED'),
    possible: where(({ held }) => held === 'POSSIBLY'),
    disputed: where(({ disputed }) => disputed),
  };
}

const NONE: readonly RelationId[] = [];

/** What was derived last, layer by layer. */
interface Derived {
  readonly from: Exploration;
  readonly plain: VisibleGraph;
  readonly gathered: VisibleGraph;
  readonly graph: VisibleGraph;
}

let last: Derived | null = null;

/**
 * As {@link visibleGraph}, giving back the same object as long as nothing it is derived from has changed (hovering, waiting and
 * changing the view do not). Opening a group gathers anew; selecting, marking and pinning change only what they are about, in
 * time proportional to it. One memory for all readers: canvas, table and panels look at the same state.
 */
export function visibleGraphNow(exploration: Exploration): VisibleGraph {
  if (last === null || last.from !== exploration) last = derivedFrom(exploration, last);
  return last.graph;
}

function derivedFrom(exploration: Exploration, before: Derived | null): Derived {
  const samePlain = before !== null && derivesTheSame(before.from, exploration);
  const plain = samePlain ? before.plain : previewed(plainGraph(exploration), exploration, lineWidth);
  const sameGathered = samePlain && gathersTheSame(before.from, exploration);
  const gathered = sameGathered ? before.gathered : groupedGraph(plain, exploration);
  const same = sameGathered && standsTheSame(before.from, exploration);
  return { from: exploration, plain, gathered, graph: same ? before.graph : withStates(gathered, exploration) };
}

function standsTheSame(a: Exploration, b: Exploration): boolean {
  return a.selection === b.selection && a.marked === b.marked && a.pinned === b.pinned;
}

function gathersTheSame(a: Exploration, b: Exploration): boolean {
  return a.grouping === b.grouping && a.opened === b.opened && a.groupingFacts === b.groupingFacts;
}

function derivesTheSame(a: Exploration, b: Exploration): boolean {
  return (
    a.answer === b.answer &&
    a.preview === b.preview &&
    a.nodes === b.nodes &&
    a.relations === b.relations &&
    a.counts === b.counts &&
    a.placed === b.placed &&
    a.placedRelations === b.placedRelations &&
    a.expansions === b.expansions &&
    a.ways === b.ways &&
    a.lit === b.lit &&
    a.hidden === b.hidden &&
    a.picture === b.picture
  );
}
