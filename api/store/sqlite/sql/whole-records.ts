/** Records whole, with their evidence, a slice at a time: after the last one read. Ascending by id. */
import type { Evidence, SourceId } from '#vocabulary';
import { StoreError, type RecordKind, type WholeRecord } from '../../graph-store.ts';
import { jsonList, type Question } from '../question.ts';
import * as read from '../row.ts';
import type { Row } from '../row.ts';
import * as columns from './columns.ts';
import { disagreementOf } from './disagreements.ts';
import type { SliceInput } from './streams.ts';

/** Of one kind of record: a slice of the table, and those of some ids. */
interface Whole {
  readonly slice: Question<SliceInput<WholeRecord['id']>, WholeRecord>;
  readonly byId: Question<readonly string[], WholeRecord>;
}

/** In the record's order, as a list in JSON. */
const evidence = (kind: 'node' | 'relation' | 'figure', subject: string): string => `(
    SELECT json_group_array(json_array(id, kind, note, facts)) FROM (
      SELECT s.id AS id, e.kind AS kind, e.note AS note, e.facts AS facts FROM ${kind}_evidence e
      JOIN source s ON s.key = e.source WHERE e.subject = ${subject}.key ORDER BY e.position
    )
  )`;

function evidenceOf(row: Row, column: number): Evidence[] {
  return read.list<unknown>(row, column).map((piece) => {
    if (!Array.isArray(piece)) throw new StoreError('STORE_FOREIGN', 'the store file holds evidence of another form');
    return {
      source: read.branded<SourceId>(piece, 0),
      kind: read.evidenceKind(piece, 1),
      note: read.textOrNull(piece, 2),
      facts: read.list<string>(piece, 3),
    };
  });
}

interface Parts {
  readonly table: RecordKind;
  /** What stands for a row of the table, and the columns that are read before its digest. */
  readonly alias: string;
  readonly columns: string;
  readonly joins?: string;
  readonly evidence?: string;
  /** The digest stands at the column, and the evidence after it. */
  readonly value: (row: Row, digest: string) => WholeRecord;
  readonly digestAt: number;
}

function whole({ table, alias, columns, joins = '', evidence = 'NULL', value, digestAt }: Parts): Whole {
  const select = `SELECT ${columns}, ${alias}.digest, ${evidence} FROM ${table} ${alias} ${joins}`;
  const ofRow = (row: Row): WholeRecord => value(row, read.text(row, digestAt));
  return {
    slice: {
      text: `${select} WHERE ${alias}.id > :after ORDER BY ${alias}.id LIMIT :limit`,
      parameters: ({ after, limit }) => ({ after, limit }),
      value: ofRow,
    },
    byId: {
      text: `${select} WHERE ${alias}.id IN (SELECT value FROM json_each(:ids))`,
      parameters: (ids) => ({ ids: jsonList(ids) }),
      value: ofRow,
    },
  };
}

/** Each kind after those that it needs. */
export const wholeRecords: Readonly<Record<RecordKind, Whole>> = {
  source: whole({
    table: 'source',
    alias: 's',
    columns: columns.SOURCE_COLUMNS,
    digestAt: 10,
    value: (row, digest) => {
      const record = columns.sourceOf(row);
      return { kind: 'source', id: record.id, digest, record };
    },
  }),
  node: whole({
    table: 'node',
    alias: 'n',
    columns: columns.NODE_COLUMNS,
    evidence: evidence('node', 'n'),
    digestAt: 20,
    value: (row, digest) => {
      const record = { ...columns.nodeOf(row), evidence: evidenceOf(row, 21) };
      return { kind: 'node', id: record.id, digest, record };
    },
  }),
  disagreement: whole({
    table: 'disagreement',
    alias: 'd',
    columns: 'd.id, n.id, d.question, d.restricted',
    joins: 'JOIN node n ON n.key = d.about',
    digestAt: 4,
    value: (row, digest) => {
      const record = disagreementOf(row);
      return { kind: 'disagreement', id: record.id, digest, record };
    },
  }),
  relation: whole({
    table: 'relation',
    alias: 'r',
    columns: columns.RELATION_COLUMNS,
    joins: columns.RELATION_JOINS,
    evidence: evidence('relation', 'r'),
    digestAt: 20,
    value: (row, digest) => {
      const { bounds: _bounds, evidenceClass: _class, ...relation } = columns.relationOf(row);
      const record = { ...relation, evidence: evidenceOf(row, 21) };
      return { kind: 'relation', id: record.id, digest, record };
    },
  }),
  figure: whole({
    table: 'figure',
    alias: 'g',
    columns: columns.FIGURE_COLUMNS,
    joins: columns.FIGURE_JOINS,
    evidence: evidence('figure', 'g'),
    digestAt: 18,
    value: (row, digest) => {
      const { bounds: _bounds, ...figure } = columns.figureOf(row);
      const record = { ...figure, evidence: evidenceOf(row, 19) };
      return { kind: 'figure', id: record.id, digest, record };
    },
  }),
};

export const wholeSlices = Object.values(wholeRecords).map(({ slice }) => slice);
