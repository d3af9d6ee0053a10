/** What a look at everything asks: all rows as they stand, whoever wrote them, and the marks of what is left out. */
import type { RecordKind } from '../../graph-store.ts';
import type { Command, Question } from '../question.ts';
import * as read from '../row.ts';

/** A row by the names of its columns; nothing in it is trusted. */
export type Columns = Readonly<Record<string, unknown>>;

export interface FoundRow {
  readonly key: number;
  readonly digest: string;
  readonly columns: Columns;
}

export interface FoundInput {
  /** The key of the last one read. */
  readonly after: number;
  readonly limit: number;
}

/** Before every key that a row may have. */
export const FIRST_KEY = Number.MIN_SAFE_INTEGER;

/** Ascending by key. @param columns what each is read from, by name */
function found(
  kind: RecordKind,
  columns: Readonly<Record<string, string>>,
  joins = '',
): Question<FoundInput, FoundRow> {
  const names = Object.keys(columns);
  return {
    text: `SELECT x.key, x.digest, ${Object.values(columns).join(', ')} FROM ${kind} x ${joins}
      WHERE x.key > :after ORDER BY x.key LIMIT :limit`,
    parameters: ({ after, limit }) => ({ after, limit }),
    value: (row) => ({
      key: read.number(row, 0),
      digest: read.text(row, 1),
      columns: Object.fromEntries(names.map((name, at) => [name, row[at + 2]])),
    }),
  };
}

/** Columns that are read as they are. */
const plain = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `x.${name}`]));

const PERIOD = ['period_from', 'period_to', 'attested', 'earliest_start', 'latest_start', 'earliest_end', 'latest_end'];

/** In the record's order, as JSON; a source that is not there is null. */
const evidence = (kind: 'node' | 'relation' | 'figure'): string => `(
    SELECT json_group_array(json_array(p.id, p.kind, p.note, p.facts)) FROM (
      SELECT s.id AS id, e.kind AS kind, e.note AS note, e.facts AS facts FROM ${kind}_evidence e
      LEFT JOIN source s ON s.key = e.source WHERE e.subject = x.key ORDER BY e.position
    ) p
  )`;

export const foundSlices: Readonly<Record<RecordKind, Question<FoundInput, FoundRow>>> = {
  source: found(
    'source',
    plain('id', 'title', 'publisher', 'url', 'date', 'language', 'licence', 'note', 'facts', 'restricted'),
  ),
  node: found('node', {
    ...plain('id', 'type', 'name', 'sort_name', 'names', 'aliases', 'kind', 'code', 'scheme', 'latitude', 'longitude'),
    ...plain('description', 'restricted', ...PERIOD),
    evidence: evidence('node'),
  }),
  disagreement: found(
    'disagreement',
    { ...plain('id', 'question', 'restricted'), about: 'a.id' },
    'LEFT JOIN node a ON a.key = x.about',
  ),
  relation: found(
    'relation',
    {
      ...plain('id', 'type', 'evidence_class', 'share', 'carries', 'value_million_rp', 'coefficient', 'status', 'role'),
      ...plain('restricted', ...PERIOD),
      from: 'f.id',
      to: 't.id',
      disagreement: 'd.id',
      loose: 'x.disagreement IS NOT NULL AND d.key IS NULL',
      evidence: evidence('relation'),
    },
    `LEFT JOIN node f ON f.key = x.from_node LEFT JOIN node t ON t.key = x.to_node
      LEFT JOIN disagreement d ON d.key = x.disagreement`,
  ),
  figure: found(
    'figure',
    {
      ...plain('id', 'measure', 'value', 'unit', 'text', 'approximate', 'definition', 'restricted', ...PERIOD),
      about: 'a.id',
      within: 'w.id',
      disagreement: 'd.id',
      loose: '(x.disagreement IS NOT NULL AND d.key IS NULL) OR (x.within IS NOT NULL AND w.key IS NULL)',
      evidence: evidence('figure'),
    },
    `LEFT JOIN node a ON a.key = x.about LEFT JOIN node w ON w.key = x.within
      LEFT JOIN disagreement d ON d.key = x.disagreement`,
  ),
};

/** Keys of subjects that are gone and whose evidence is still there. */
const orphaned = (kind: 'node' | 'relation' | 'figure'): Question<undefined, number> => ({
  text: `SELECT DISTINCT e.subject FROM ${kind}_evidence e LEFT JOIN ${kind} x ON x.key = e.subject WHERE x.key IS NULL`,
  parameters: () => ({}),
  value: (row) => read.number(row, 0),
});

export const orphanedEvidence = {
  node: orphaned('node'),
  relation: orphaned('relation'),
  figure: orphaned('figure'),
} as const;

/** What is left out: rows by kind and key. */
export interface LeftOut {
  readonly kind: RecordKind;
  readonly key: number;
}

export const leftOut: Question<undefined, LeftOut> = {
  text: 'SELECT kind, key FROM left_out',
  parameters: () => ({}),
  value: (row) => ({ kind: read.branded<RecordKind>(row, 0), key: read.number(row, 1) }),
};

export const anyLeftOut: Question<undefined, boolean> = {
  text: 'SELECT EXISTS (SELECT 1 FROM left_out)',
  parameters: () => ({}),
  value: (row) => read.number(row, 0) === 1,
};

export const leaveOut: Command<LeftOut> = {
  text: 'INSERT INTO left_out (kind, key) VALUES (?, ?) ON CONFLICT DO NOTHING',
  parameters: ({ kind, key }) => [kind, key],
};

/** It is answered with again. */
export const letIn: Command<LeftOut> = {
  text: 'DELETE FROM left_out WHERE kind = ? AND key = ?',
  parameters: ({ kind, key }) => [kind, key],
};

/** A row and what it should hold that follows from the rest of it. */
export interface Correction {
  readonly key: number;
  /** By column, in the order of DERIVED. */
  readonly derived: Readonly<Record<string, string | number>>;
}

const BOUNDS = ['earliest_start', 'latest_start', 'earliest_end', 'latest_end'] as const;

/** Columns that follow from the rest of a record. */
const DERIVED: Readonly<Record<RecordKind, readonly string[]>> = {
  source: ['digest'],
  node: ['digest', 'sort_name', ...BOUNDS],
  disagreement: ['digest'],
  relation: ['digest', 'evidence_class', ...BOUNDS],
  figure: ['digest', ...BOUNDS],
};

const correct = (kind: RecordKind): Command<Correction> => ({
  text: `UPDATE ${kind} SET ${DERIVED[kind].map((column) => `${column} = ?`).join(', ')} WHERE key = ?`,
  parameters: ({ key, derived }) => [...DERIVED[kind].map((column) => derived[column] ?? ''), key],
});

export const corrections: Readonly<Record<RecordKind, Command<Correction>>> = {
  source: correct('source'),
  node: correct('node'),
  disagreement: correct('disagreement'),
  relation: correct('relation'),
  figure: correct('figure'),
};
