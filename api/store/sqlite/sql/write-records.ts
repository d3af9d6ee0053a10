/** One statement a kind of record: a new one is inserted, one of the same id is replaced under its key. */
import { periodBounds, strongestEvidence } from '#vocabulary';
import type {
  DisagreementRecord,
  Evidence,
  FigureRecord,
  NodeRecord,
  Period,
  RelationRecord,
  Restrictable,
  Source,
} from '#vocabulary';
import type { RecordKind } from '../../graph-store.ts';
import { sortName } from '../../sort-name.ts';
import type { Command } from '../question.ts';
import type { SqlValue } from '../row.ts';

/** A record with the digest it is known by. */
export interface Digested<T> {
  readonly record: T;
  readonly digest: string;
}

/** Columns to fill; those that `references` names hold the key of the record whose id is given. */
function upsert(
  table: RecordKind,
  columns: readonly string[],
  references: Readonly<Record<string, RecordKind>> = {},
): string {
  const values = columns.map((column) => {
    const other = references[column];
    return other === undefined ? '?' : `(SELECT key FROM ${other} WHERE id = ?)`;
  });
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;
}

const PERIOD = ['period_from', 'period_to', 'attested', 'earliest_start', 'latest_start', 'earliest_end', 'latest_end'];

function periodValues(period: Period): SqlValue[] {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = periodBounds(period);
  const { from, to, attested } = period;
  return [from, to, JSON.stringify(attested), earliestStart, latestStart, earliestEnd, latestEnd];
}

/** Nothing but 0 and 1 stands there: libsql binds no truth values. */
function markValue({ restricted }: Restrictable): number {
  return restricted === true ? 1 : 0;
}

const SOURCE = [
  'id',
  'digest',
  'title',
  'publisher',
  'url',
  'date',
  'language',
  'licence',
  'note',
  'facts',
  'restricted',
];
export const putSource: Command<Digested<Source>> = {
  text: upsert('source', SOURCE),
  parameters: ({ record: s, digest }) => [
    s.id,
    digest,
    s.title,
    s.publisher,
    s.url,
    s.date,
    s.language,
    s.licence,
    s.note,
    JSON.stringify(s.facts),
    markValue(s),
  ],
};

const NODE = ['id', 'digest', 'type', 'name', 'sort_name', 'names', 'aliases', 'kind', 'code', 'scheme'];
const NODE_MORE = ['latitude', 'longitude', 'description', 'restricted'];
export const putNode: Command<Digested<NodeRecord>> = {
  text: upsert('node', [...NODE, ...NODE_MORE, ...PERIOD]),
  parameters: ({ record: n, digest }) => [
    n.id,
    digest,
    n.type,
    n.name,
    sortName(n.name),
    JSON.stringify(n.names),
    JSON.stringify(n.aliases),
    n.kind,
    n.code,
    n.scheme,
    n.latitude,
    n.longitude,
    n.description,
    markValue(n),
    ...periodValues(n.period),
  ],
};

export const putDisagreement: Command<Digested<DisagreementRecord>> = {
  text: upsert('disagreement', ['id', 'digest', 'about', 'question', 'restricted'], { about: 'node' }),
  parameters: ({ record: d, digest }) => [d.id, digest, d.about, d.question, markValue(d)],
};

const RELATION = ['id', 'digest', 'type', 'from_node', 'to_node', 'evidence_class', 'share', 'carries'];
const RELATION_MORE = ['value_million_rp', 'coefficient', 'status', 'role', 'restricted', 'disagreement'];
export const putRelation: Command<Digested<RelationRecord>> = {
  text: upsert('relation', [...RELATION, ...RELATION_MORE, ...PERIOD], {
    from_node: 'node',
    to_node: 'node',
    disagreement: 'disagreement',
  }),
  parameters: ({ record: r, digest }) => [
    r.id,
    digest,
    r.type,
    r.from,
    r.to,
    strongestEvidence(r.evidence.map(({ kind }) => kind)),
    r.share,
    r.carries,
    r.valueMillionRp,
    r.coefficient,
    r.status,
    r.role,
    markValue(r),
    r.disagreement,
    ...periodValues(r.period),
  ],
};

const FIGURE = ['id', 'digest', 'about', 'measure', 'within', 'value', 'unit', 'text', 'approximate', 'definition'];
export const putFigure: Command<Digested<FigureRecord>> = {
  text: upsert('figure', [...FIGURE, 'restricted', 'disagreement', ...PERIOD], {
    about: 'node',
    within: 'node',
    disagreement: 'disagreement',
  }),
  parameters: ({ record: f, digest }) => [
    f.id,
    digest,
    f.about,
    f.measure,
    f.within,
    f.value,
    f.unit,
    f.text,
    f.approximate ? 1 : 0,
    f.definition,
    markValue(f),
    f.disagreement,
    ...periodValues(f.period),
  ],
};

export interface PlacedEvidence {
  readonly subject: number;
  readonly position: number;
  readonly piece: Evidence;
}

const putEvidence = (kind: 'node' | 'relation' | 'figure'): Command<PlacedEvidence> => ({
  text: `INSERT INTO ${kind}_evidence (subject, position, source, kind, note, facts)
    VALUES (?, ?, (SELECT key FROM source WHERE id = ?), ?, ?, ?)`,
  parameters: ({ subject, position, piece }) => [
    subject,
    position,
    piece.source,
    piece.kind,
    piece.note,
    JSON.stringify(piece.facts),
  ],
});

const dropEvidence = (kind: 'node' | 'relation' | 'figure'): Command<number> => ({
  text: `DELETE FROM ${kind}_evidence WHERE subject = ?`,
  parameters: (subject) => [subject],
});

export const evidenceOf = {
  node: { put: putEvidence('node'), drop: dropEvidence('node') },
  relation: { put: putEvidence('relation'), drop: dropEvidence('relation') },
  figure: { put: putEvidence('figure'), drop: dropEvidence('figure') },
};

const remove = (kind: RecordKind): Command<number> => ({
  text: `DELETE FROM ${kind} WHERE key = ?`,
  parameters: (key) => [key],
});

/** Evidence goes with its subject. */
export const removeRecord = {
  source: remove('source'),
  node: remove('node'),
  disagreement: remove('disagreement'),
  relation: remove('relation'),
  figure: remove('figure'),
} as const satisfies Record<RecordKind, Command<number>>;
