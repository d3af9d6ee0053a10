/** What a write must know before it changes anything. */
import type { RecordKind, RecordUse } from '../../graph-store.ts';
import type { RecordId } from '../../change-set.ts';
import { jsonList, type Question } from '../question.ts';
import * as read from '../row.ts';

export interface StoredRecord {
  readonly id: string;
  readonly key: number;
  /** Null for what others wrote and is left out, or was not looked at yet. */
  readonly digest: string | null;
}

const DIGEST = /^[0-9a-f]{32}$/;

const stored = (kind: RecordKind): Question<readonly string[], StoredRecord> => ({
  text: `SELECT x.id, x.key, CASE WHEN l.key IS NULL THEN x.digest END FROM json_each(:ids) AS given
    JOIN ${kind} x ON x.id = given.value LEFT JOIN left_out l ON l.kind = :kind AND l.key = x.key`,
  parameters: (ids) => ({ ids: jsonList(ids), kind }),
  value: (row) => {
    const digest = read.textOrNull(row, 2);
    // Whoever makes a row with SQL may write what they like for a digest.
    return {
      id: read.text(row, 0),
      key: read.number(row, 1),
      digest: digest !== null && DIGEST.test(digest) ? digest : null,
    };
  },
});

/** Which records of one kind are stored, with their keys and digests. */
export const storedRecords = {
  source: stored('source'),
  node: stored('node'),
  disagreement: stored('disagreement'),
  relation: stored('relation'),
  figure: stored('figure'),
} as const satisfies Record<RecordKind, Question<readonly string[], StoredRecord>>;

export interface UsesInput {
  readonly ids: readonly string[];
  /** Of each question; -1: all. */
  readonly most: number;
}

/** Stored records of kind `by` that use one of the records of kind `used` through a column. */
const uses = (used: RecordKind, by: RecordKind, column: string): Question<UsesInput, RecordUse> => ({
  text: `SELECT u.id, b.id FROM json_each(:ids) AS given JOIN ${used} u ON u.id = given.value
    JOIN ${by} b ON b.${column} = u.key LIMIT :most`,
  parameters: ({ ids, most }) => ({ ids: jsonList(ids), most }),
  value: (row) => ({
    used: { kind: used, id: read.branded<RecordId>(row, 0) },
    by: { kind: by, id: read.branded<RecordId>(row, 1) },
  }),
});

const restsOn = (by: 'node' | 'relation' | 'figure'): Question<UsesInput, RecordUse> => ({
  text: `SELECT DISTINCT s.id, b.id FROM json_each(:ids) AS given JOIN source s ON s.id = given.value
    JOIN ${by}_evidence e ON e.source = s.key JOIN ${by} b ON b.key = e.subject LIMIT :most`,
  parameters: ({ ids, most }) => ({ ids: jsonList(ids), most }),
  value: (row) => ({
    used: { kind: 'source', id: read.branded<RecordId>(row, 0) },
    by: { kind: by, id: read.branded<RecordId>(row, 1) },
  }),
});

/** Who uses records of a kind: none of those can go while it is used. */
export const usesOf: Readonly<Partial<Record<RecordKind, readonly Question<UsesInput, RecordUse>[]>>> = {
  source: [restsOn('node'), restsOn('relation'), restsOn('figure')],
  node: [
    uses('node', 'relation', 'from_node'),
    uses('node', 'relation', 'to_node'),
    uses('node', 'figure', 'about'),
    uses('node', 'figure', 'within'),
    uses('node', 'disagreement', 'about'),
  ],
  disagreement: [uses('disagreement', 'relation', 'disagreement'), uses('disagreement', 'figure', 'disagreement')],
};
