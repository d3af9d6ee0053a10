/** Small parts that every answer is put together from. */
import {
  firstDay,
  lastDay,
  type EvidenceKind,
  type Labels,
  type NodeId,
  type PartialDate,
  type RelationId,
  type RelationType,
} from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../projection/projection.ts';
import type { Answer, AnswerFigure, Cell, Column, Said } from './question-types.ts';
import type { Words } from './words.ts';

/** A text that is the same whatever was found. */
export function plainly(labels: Labels): Said {
  return { en: () => labels.en, id: () => labels.id, ja: () => labels.ja };
}

/** A sentence in the three languages. */
export function said(en: (w: Words) => string, id: (w: Words) => string, ja: (w: Words) => string): Said {
  return { en, id, ja };
}

export function nodesCell(...nodes: readonly NodeId[]): Cell {
  return nodes.length === 0 ? { kind: 'UNKNOWN' } : { kind: 'NODES', nodes };
}

export function numberCell(value: number | null, digits = 0): Cell {
  return value === null ? { kind: 'UNKNOWN' } : { kind: 'NUMBER', value, digits };
}

export function dateCell(date: PartialDate | null): Cell {
  return date === null ? { kind: 'UNKNOWN' } : { kind: 'DATE', date };
}

export function wordsCell(labels: Labels): Cell {
  return { kind: 'WORDS', said: plainly(labels) };
}

export function column(id: string, en: string, indonesian: string, ja: string, numeric = false): Column {
  return { id, title: { en, id: indonesian, ja }, numeric };
}

/** Figures by name, in the order given. */
function figures(named: Readonly<Record<string, number | string | null>>): readonly AnswerFigure[] {
  return Object.entries(named).map(([name, value]) => ({ name, value }));
}

/** What is left to say of an answer, with the rest as it usually is. */
export function answerOf(
  parts: Pick<Answer, 'said' | 'table' | 'view'> &
    Partial<Omit<Answer, 'said' | 'table' | 'view' | 'figures'>> & {
      readonly figures: Readonly<Record<string, number | string | null>>;
    },
): Answer {
  const { relations = [], restsOn = [], sources = [], unknown = [] } = parts;
  return {
    said: parts.said,
    table: parts.table,
    view: parts.view,
    figures: figures(parts.figures),
    relations: [...new Set(relations)].toSorted(),
    restsOn: [...new Set(restsOn)].toSorted(),
    sources: [...new Set(sources)].toSorted(),
    unknown,
  };
}

/** The node that an id names; the question's parameters were checked, so it is there. */
export function indexOf(projection: Projection, id: NodeId): NodeIndex {
  const node = projection.nodeIndex(id);
  if (node === undefined) throw new Error(`the projection does not hold '${id}', which was checked`);
  return node;
}

/** Relations of some types at a node, of some evidence, ascending. */
export function relationsAt(
  projection: Projection,
  node: NodeIndex,
  direction: 'OUT' | 'IN',
  types: readonly RelationType[],
  evidence: readonly EvidenceKind[] = ['DOCUMENTED'],
): readonly RelationIndex[] {
  const { offsets, relations } = direction === 'OUT' ? projection.outgoing : projection.incoming;
  return [...relations.subarray(offsets[node], offsets[node + 1])].filter(
    (relation) =>
      types.includes(projection.relationType(relation)) && evidence.includes(projection.relationEvidence(relation)),
  );
}

/** Ids of relations. */
export function idsOf(projection: Projection, relations: readonly RelationIndex[]): readonly RelationId[] {
  return relations.map((relation) => projection.relationId(relation));
}

/** The last date on which a relation was seen to hold, as written; null when none is. */
export function lastSeen(projection: Projection, relation: RelationIndex): PartialDate | null {
  const { from, to, attested } = projection.relationPeriod(relation);
  const dates = [from, to, ...attested].filter((date): date is PartialDate => date !== null && date !== '..');
  return dates.toSorted((a, b) => lastDay(b) - lastDay(a))[0] ?? null;
}

/** The first date on which a relation is known to hold, as written; null when none is. */
export function firstSeen(projection: Projection, relation: RelationIndex): PartialDate | null {
  const { from, to, attested } = projection.relationPeriod(relation);
  const dates = [from, ...attested, to].filter((date): date is PartialDate => date !== null && date !== '..');
  return dates.toSorted((a, b) => firstDay(a) - firstDay(b))[0] ?? null;
}
