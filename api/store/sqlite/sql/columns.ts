/** Columns of the five kinds of record, and how a row of them is read. Each reader starts at column 0. */
import type { NodeId, PartialDate, Period, PeriodBounds, RelationId, Source } from '#vocabulary';
import type { StoredFigure, StoredNode, StoredRelation } from '../../graph-store.ts';
import * as read from '../row.ts';
import type { Row } from '../row.ts';

/** Seven columns. */
const PERIOD = (table: string): string =>
  ['period_from', 'period_to', 'attested', 'earliest_start', 'latest_start', 'earliest_end', 'latest_end']
    .map((column) => `${table}.${column}`)
    .join(', ');

function period(row: Row, at: number): Period {
  return {
    from: read.brandedOrNull<PartialDate>(row, at),
    to: read.brandedOrNull<PartialDate>(row, at + 1),
    attested: read.list<PartialDate>(row, at + 2),
  };
}

function bounds(row: Row, at: number): PeriodBounds {
  return {
    earliestStart: read.number(row, at),
    latestStart: read.number(row, at + 1),
    earliestEnd: read.number(row, at + 2),
    latestEnd: read.number(row, at + 3),
  };
}

/** Of a node `n`. */
export const NODE_COLUMNS = `n.id, n.type, n.name, n.names, n.aliases, n.kind, n.code, n.scheme, n.latitude, n.longitude,
  n.description, ${PERIOD('n')}, n.sort_name, n.restricted`;
/** Where `n.sort_name` stands. */
export const SORT_NAME_COLUMN = 18;

export function nodeOf(row: Row): StoredNode {
  return {
    id: read.branded<NodeId>(row, 0),
    type: read.nodeType(row, 1),
    name: read.text(row, 2),
    names: read.list<StoredNode['names'][number]>(row, 3),
    aliases: read.list<StoredNode['aliases'][number]>(row, 4),
    kind: read.textOrNull(row, 5),
    code: read.textOrNull(row, 6),
    scheme: read.brandedOrNull<NonNullable<StoredNode['scheme']>>(row, 7),
    latitude: read.numberOrNull(row, 8),
    longitude: read.numberOrNull(row, 9),
    description: read.textOrNull(row, 10),
    period: period(row, 11),
    ...read.restricted(row, 19),
  };
}

/** Of a relation `r`, with the tables of {@link RELATION_JOINS}. */
export const RELATION_COLUMNS = `r.id, r.type, f.id, t.id, ${PERIOD('r')}, r.evidence_class, r.share, r.carries,
  r.value_million_rp, r.coefficient, r.status, r.role, d.id, r.restricted`;
export const RELATION_JOINS = `JOIN node f ON f.key = r.from_node JOIN node t ON t.key = r.to_node
  LEFT JOIN disagreement d ON d.key = r.disagreement`;

export function relationOf(row: Row): StoredRelation {
  return {
    id: read.branded<RelationId>(row, 0),
    type: read.relationType(row, 1),
    from: read.branded<NodeId>(row, 2),
    to: read.branded<NodeId>(row, 3),
    period: period(row, 4),
    bounds: bounds(row, 7),
    evidenceClass: read.evidenceKind(row, 11),
    share: read.numberOrNull(row, 12),
    carries: read.brandedOrNull<NonNullable<StoredRelation['carries']>>(row, 13),
    valueMillionRp: read.numberOrNull(row, 14),
    coefficient: read.numberOrNull(row, 15),
    status: read.brandedOrNull<NonNullable<StoredRelation['status']>>(row, 16),
    role: read.textOrNull(row, 17),
    disagreement: read.brandedOrNull<NonNullable<StoredRelation['disagreement']>>(row, 18),
    ...read.restricted(row, 19),
  };
}

/** Of a figure `g`, with the tables of {@link FIGURE_JOINS}. */
export const FIGURE_COLUMNS = `g.id, a.id, g.measure, w.id, g.value, g.unit, g.text, g.approximate, g.definition,
  ${PERIOD('g')}, d.id, g.restricted`;
export const FIGURE_JOINS = `JOIN node a ON a.key = g.about LEFT JOIN node w ON w.key = g.within
  LEFT JOIN disagreement d ON d.key = g.disagreement`;

export function figureOf(row: Row): StoredFigure {
  return {
    id: read.branded<StoredFigure['id']>(row, 0),
    about: read.branded<NodeId>(row, 1),
    measure: read.branded<StoredFigure['measure']>(row, 2),
    within: read.brandedOrNull<NodeId>(row, 3),
    value: read.numberOrNull(row, 4),
    unit: read.brandedOrNull<NonNullable<StoredFigure['unit']>>(row, 5),
    text: read.textOrNull(row, 6),
    approximate: read.number(row, 7) === 1,
    definition: read.textOrNull(row, 8),
    period: period(row, 9),
    bounds: bounds(row, 12),
    disagreement: read.brandedOrNull<NonNullable<StoredFigure['disagreement']>>(row, 16),
    ...read.restricted(row, 17),
  };
}

/** Of a source `s`. */
export const SOURCE_COLUMNS =
  's.id, s.title, s.publisher, s.url, s.date, s.language, s.licence, s.note, s.facts, s.restricted';

export function sourceOf(row: Row): Source {
  return {
    id: read.branded<Source['id']>(row, 0),
    title: read.text(row, 1),
    publisher: read.text(row, 2),
    url: read.textOrNull(row, 3),
    date: read.brandedOrNull<PartialDate>(row, 4),
    language: read.textOrNull(row, 5),
    licence: read.text(row, 6),
    note: read.textOrNull(row, 7),
    facts: read.list<string>(row, 8),
    ...read.restricted(row, 9),
  };
}
