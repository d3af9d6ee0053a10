/** Orders that the interface promises and that engines would sort differently, or cannot sort at all. */
import { EVIDENCE_KINDS, EVIDENCE_KINDS_BY_STRENGTH, NODE_TYPES, RELATION_TYPES } from '#vocabulary';
import type { Evidence, EvidenceKind, NodeType, PartialDate, RelationType } from '#vocabulary';
import type { Overview, RelationGroup } from './graph-store.ts';

/** By bytes; for the ASCII texts (ids, types, dates) that every order of ours ends in. */
export function compareAscii(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Which kind of subject an id belongs to, by its form. */
export function subjectKind(id: string): 'node' | 'relation' | 'figure' {
  if (id.includes('--')) return 'relation';
  return id.includes('~') ? 'figure' : 'node';
}

/** A piece of evidence with what its order needs. */
export interface DatedEvidence {
  readonly evidence: Evidence;
  readonly sourceDate: PartialDate | null;
  /** Its place in the record. */
  readonly position: number;
}

/**
 * Strongest kind first, then source date descending by text (of two dates that begin alike the more exact one first;
 * undated last), then source id, then as written in the record.
 */
export function orderedEvidence(pieces: readonly DatedEvidence[]): readonly Evidence[] {
  return [...pieces]
    .sort(
      (a, b) =>
        EVIDENCE_KINDS[a.evidence.kind].rank - EVIDENCE_KINDS[b.evidence.kind].rank ||
        compareAscii(b.sourceDate ?? '', a.sourceDate ?? '') ||
        compareAscii(a.evidence.source, b.evidence.source) ||
        a.position - b.position,
    )
    .map((piece) => piece.evidence);
}

/** Count descending, then relation type, direction, node type ascending by text. */
export function orderedGroups(groups: readonly RelationGroup[]): readonly RelationGroup[] {
  return [...groups].sort(
    (a, b) =>
      b.count - a.count ||
      compareAscii(a.relationType, b.relationType) ||
      compareAscii(a.direction, b.direction) ||
      compareAscii(a.nodeType, b.nodeType),
  );
}

function inOrder<T extends string>(order: readonly T[], counts: ReadonlyMap<T, number>): [T, number][] {
  return order.flatMap((type): [T, number][] => {
    const count = counts.get(type);
    return count === undefined ? [] : [[type, count]];
  });
}

function keysOf<T extends string>(words: Readonly<Record<T, unknown>>): T[] {
  return Object.keys(words).filter((key): key is T => Object.hasOwn(words, key));
}

/** So many relations of one type and evidence class. */
export interface RelationCount {
  readonly type: RelationType;
  readonly evidence: EvidenceKind;
  readonly count: number;
}

/** Puts an engine's counts in the vocabulary's order; types of node with none are left out. */
export function overviewOf(
  nodes: readonly (readonly [NodeType, number])[],
  counts: readonly RelationCount[],
): Overview {
  const relations = new Map<RelationType, number>();
  const classes = new Map<EvidenceKind, number>();
  for (const { type, evidence, count } of counts) {
    relations.set(type, (relations.get(type) ?? 0) + count);
    classes.set(evidence, (classes.get(evidence) ?? 0) + count);
  }
  const some = new Map(nodes.filter(([, count]) => count > 0));
  return {
    nodeTypes: inOrder(keysOf<NodeType>(NODE_TYPES), some).map(([type, count]) => ({ type, count })),
    relationTypes: inOrder(keysOf<RelationType>(RELATION_TYPES), relations).map(([type, count]) => ({
      type,
      family: RELATION_TYPES[type].family,
      count,
    })),
    evidence: inOrder(EVIDENCE_KINDS_BY_STRENGTH, classes).map(([kind, count]) => ({ kind, count })),
  };
}
