import { strongestEvidence, type EvidenceKind, type NodeId, type RelationId, type RelationType } from '#vocabulary';
import type { TieId } from './answer.ts';
import type { GroupNodeId } from './arrangement.ts';
import { lineWidth } from './line-width.ts';
import type { Doubtful, VisibleLine } from './visible-graph.ts';

/** A group on the way to being drawn; it learns how many relations it has inside. */
interface LineGroup {
  readonly id: GroupNodeId;
  inside: number;
}

/** What is gathered between two ends. */
interface Gathered {
  readonly first: VisibleLine;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly relations: Set<RelationId>;
  readonly standIns: Set<RelationId>;
  readonly ties: Set<TieId>;
  readonly types: Set<RelationType>;
  readonly evidence: Set<EvidenceKind>;
  readonly doubtful: Readonly<Record<keyof Doubtful, Set<RelationId>>>;
  inferred: boolean;
  possible: boolean;
  disputed: boolean;
}

/** Lines between what is drawn, and for each member of a group its relations with others of it. */
export interface GatheredLines {
  readonly lines: readonly VisibleLine[];
  readonly strengths: ReadonlyMap<NodeId, number>;
}

/**
 * Lines between two nodes that stand for themselves stay as they are; all others between the same two ends become one for each
 * family and direction. Those inside a group are counted in it. O(lines).
 */
export function gatherLines(lines: readonly VisibleLine[], groupOf: ReadonlyMap<NodeId, LineGroup>): GatheredLines {
  const kept: VisibleLine[] = [];
  const strengths = new Map<NodeId, number>();
  const byEnds = new Map<NodeId, Map<NodeId, Gathered[]>>();
  for (const line of lines) {
    const [fromGroup, toGroup] = [groupOf.get(line.from), groupOf.get(line.to)];
    if (fromGroup === undefined && toGroup === undefined) kept.push(line);
    else if (fromGroup !== undefined && fromGroup === toGroup) {
      fromGroup.inside += line.relations.length;
      strengths.set(line.from, (strengths.get(line.from) ?? 0) + line.relations.length);
      strengths.set(line.to, (strengths.get(line.to) ?? 0) + line.relations.length);
    } else {
      const [from, to] = [fromGroup?.id ?? line.from, toGroup?.id ?? line.to];
      add(byEnds, line, !line.directed && to < from ? to : from, !line.directed && to < from ? from : to);
    }
  }
  for (const byTo of byEnds.values()) for (const all of byTo.values()) for (const one of all) kept.push(lineOf(one));
  return { lines: kept, strengths };
}

function add(byEnds: Map<NodeId, Map<NodeId, Gathered[]>>, line: VisibleLine, from: NodeId, to: NodeId): void {
  const byTo = byEnds.get(from) ?? new Map<NodeId, Gathered[]>();
  byEnds.set(from, byTo);
  const between = byTo.get(to) ?? [];
  byTo.set(to, between);
  const known = between.find(({ first }) => first.family === line.family && first.directed === line.directed);
  const gathered = known ?? newGathered(line, from, to);
  if (known === undefined) between.push(gathered);
  for (const id of line.relations) gathered.relations.add(id);
  for (const id of line.standIns) gathered.standIns.add(id);
  for (const id of line.ties) gathered.ties.add(id);
  for (const type of line.types) gathered.types.add(type);
  gathered.evidence.add(line.evidenceClass);
  gathered.inferred &&= line.inferred;
  gathered.possible &&= line.possible;
  gathered.disputed ||= line.disputed;
  for (const kind of DOUBTS) for (const id of line.doubtful[kind]) gathered.doubtful[kind].add(id);
}

const DOUBTS = ['inferred', 'possible', 'disputed'] as const satisfies readonly (keyof Doubtful)[];

function newGathered(first: VisibleLine, from: NodeId, to: NodeId): Gathered {
  const sets = { relations: new Set<RelationId>(), standIns: new Set<RelationId>(), ties: new Set<TieId>() };
  const more = { types: new Set<RelationType>(), evidence: new Set<EvidenceKind>() };
  const doubtful = {
    inferred: new Set<RelationId>(),
    possible: new Set<RelationId>(),
    disputed: new Set<RelationId>(),
  };
  return { first, from, to, ...sets, ...more, doubtful, inferred: true, possible: true, disputed: false };
}

/** As sure as its surest part. */
function lineOf(gathered: Gathered): VisibleLine {
  const { first, from, to, inferred, possible, disputed, doubtful } = gathered;
  const relations = [...gathered.relations];
  return {
    id: `${from}|${first.family}${first.directed ? '>' : ''}|${to}`,
    from,
    to,
    family: first.family,
    directed: first.directed,
    ties: [...gathered.ties],
    relations,
    standIns: [...gathered.standIns],
    types: [...gathered.types].sort(),
    evidenceClass: strongestEvidence(gathered.evidence) ?? first.evidenceClass,
    inferred,
    possible,
    disputed,
    doubtful: {
      inferred: [...doubtful.inferred],
      possible: [...doubtful.possible],
      disputed: [...doubtful.disputed],
    },
    label: { kind: 'count', count: relations.length },
    labelAtRest: false,
    width: lineWidth(first.family, relations.length),
    selected: false,
  };
}
