/** The tables. Integer keys inside, text ids outside; every reference is a foreign key. */

/** 'Sntr' in ASCII, in the file's header: marks it as Sentra's. */
export const APPLICATION_ID = 0x536e7472;
/** Format of the tables, in the file's header (`user_version`). Raise it with every change to them. */
export const FORMAT = 3;

/** What relations, nodes and figures have in common: evidence in the record's order. */
const evidenceTable = (subject: 'node' | 'relation' | 'figure'): string => `
CREATE TABLE ${subject}_evidence (
  subject INTEGER NOT NULL REFERENCES ${subject} (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES source (key),
  kind TEXT NOT NULL,
  note TEXT,
  facts TEXT NOT NULL,
  PRIMARY KEY (subject, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX ${subject}_evidence_by_source ON ${subject}_evidence (source, subject);`;

/** The end as known, and the four day numbers of `periodBounds` that filters compare. */
const PERIOD = `
  period_from TEXT,
  period_to TEXT,
  attested TEXT NOT NULL,
  earliest_start INTEGER NOT NULL,
  latest_start INTEGER NOT NULL,
  earliest_end INTEGER NOT NULL,
  latest_end INTEGER NOT NULL`;

/** 1: only those whose role may see it are answered with it. The last column, as a table of format 1 got it. */
const MARK = `
  restricted INTEGER NOT NULL DEFAULT 0`;

const KINDS = ['source', 'node', 'disagreement', 'relation', 'figure'];

/** The name that format 2 gave it, too. */
const triggerName = (kind: string, event: string): string => `${kind}_restricted_on_${event}`;

/**
 * Whoever marks a record, with whatever program, `marks` of the dataset is another from the same transaction on: those who may not see what
 * is marked are then no longer answered from what was made before. And what is marked is found without looking at all else.
 */
const MARKING = KINDS.map(
  (kind) => `CREATE INDEX ${kind}_marked ON ${kind} (id) WHERE restricted <> 0;
CREATE TRIGGER ${triggerName(kind, 'insert')} AFTER INSERT ON ${kind} WHEN NEW.restricted <> 0
BEGIN UPDATE dataset SET marks = lower(hex(randomblob(8))); END;
CREATE TRIGGER ${triggerName(kind, 'update')} AFTER UPDATE OF restricted ON ${kind} WHEN NEW.restricted <> 0 AND OLD.restricted = 0
BEGIN UPDATE dataset SET marks = lower(hex(randomblob(8))); END;`,
).join('\n');

/** Lists (names, aliases, attested, facts) are JSON: nothing filters by them. */
export const TABLES = `
CREATE TABLE dataset (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  revision TEXT NOT NULL,
  marks TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE source (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  url TEXT,
  date TEXT,
  language TEXT,
  licence TEXT NOT NULL,
  note TEXT,
  facts TEXT NOT NULL,${MARK}
) STRICT;

CREATE TABLE node (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  names TEXT NOT NULL,
  aliases TEXT NOT NULL,
  kind TEXT,
  code TEXT,
  scheme TEXT,
  latitude REAL,
  longitude REAL,
  description TEXT,${PERIOD},${MARK}
) STRICT;
CREATE INDEX node_by_name ON node (sort_name, id);
CREATE INDEX node_by_type ON node (type, sort_name, id);
CREATE INDEX node_by_code ON node (code);

CREATE TABLE disagreement (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  about INTEGER NOT NULL REFERENCES node (key),
  question TEXT NOT NULL,${MARK}
) STRICT;
CREATE INDEX disagreement_by_about ON disagreement (about);

CREATE TABLE relation (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  type TEXT NOT NULL,
  from_node INTEGER NOT NULL REFERENCES node (key),
  to_node INTEGER NOT NULL REFERENCES node (key),
  evidence_class TEXT NOT NULL,
  share REAL,
  carries TEXT,
  value_million_rp REAL,
  coefficient REAL,
  status TEXT,
  role TEXT,
  disagreement INTEGER REFERENCES disagreement (key),${PERIOD},${MARK}
) STRICT;
CREATE INDEX relation_by_from ON relation (from_node, to_node);
CREATE INDEX relation_by_to ON relation (to_node, from_node);
CREATE INDEX relation_by_type ON relation (type, evidence_class);
CREATE INDEX relation_by_disagreement ON relation (disagreement) WHERE disagreement IS NOT NULL;

CREATE TABLE figure (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  about INTEGER NOT NULL REFERENCES node (key),
  measure TEXT NOT NULL,
  within INTEGER REFERENCES node (key),
  value REAL,
  unit TEXT,
  text TEXT,
  approximate INTEGER NOT NULL,
  definition TEXT,
  disagreement INTEGER REFERENCES disagreement (key),${PERIOD},${MARK}
) STRICT;
CREATE INDEX figure_by_about ON figure (about);
CREATE INDEX figure_by_within ON figure (within) WHERE within IS NOT NULL;
CREATE INDEX figure_by_disagreement ON figure (disagreement) WHERE disagreement IS NOT NULL;
${evidenceTable('node')}${evidenceTable('relation')}${evidenceTable('figure')}
${MARKING}
`;

/** What makes a file of a format one of the next: within one transaction, after a copy was kept (migrate.ts). */
export const MIGRATIONS: Readonly<Record<number, string>> = {
  1: ['dataset', ...KINDS]
    .map((table) => `ALTER TABLE ${table} ADD COLUMN restricted INTEGER NOT NULL DEFAULT 0;`)
    .join('\n'),
  2: `${KINDS.flatMap((kind) => ['insert', 'update'].map((event) => `DROP TRIGGER IF EXISTS ${triggerName(kind, event)};`)).join('\n')}
ALTER TABLE dataset ADD COLUMN marks TEXT NOT NULL DEFAULT '';
UPDATE dataset SET marks = 'before' WHERE restricted <> 0;
ALTER TABLE dataset DROP COLUMN restricted;
${MARKING}`,
};

export const OUR_TABLES = [
  'dataset',
  'source',
  'node',
  'disagreement',
  'relation',
  'figure',
  'node_evidence',
  'relation_evidence',
  'figure_evidence',
];

/** Rows that others wrote and that are no records: nothing is answered with them. Files of before have no such table yet. */
export const LEFT_OUT = `
CREATE TABLE IF NOT EXISTS left_out (
  kind TEXT NOT NULL,
  key INTEGER NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
`;

const LEFT_OUT_KEYS = (kind: string): string => `(SELECT key FROM main.left_out WHERE kind = '${kind}')`;

/** Tables without what is left out, under the tables' own names, on the connection that makes them. */
const SHADOWS: Readonly<Record<string, string>> = Object.fromEntries([
  ...KINDS.map((kind) => [kind, `key NOT IN ${LEFT_OUT_KEYS(kind)}`]),
  ...['node', 'relation', 'figure'].map((kind) => [`${kind}_evidence`, `subject NOT IN ${LEFT_OUT_KEYS(kind)}`]),
]);

/** Hides what is left out from every question on the connection; a table that is asked for by its name is then such a view. */
export const HIDE_LEFT_OUT = Object.entries(SHADOWS)
  .map(([table, kept]) => `CREATE TEMP VIEW IF NOT EXISTS ${table} AS SELECT * FROM main.${table} WHERE ${kept};`)
  .join('\n');

/** With nothing left out the tables themselves are faster. */
export const HIDE_NOTHING = Object.keys(SHADOWS)
  .map((table) => `DROP VIEW IF EXISTS temp.${table};`)
  .join('\n');

/** Within the same transaction as the tables. */
export const MARK_FORMAT = `PRAGMA user_version = ${FORMAT};`;
/** Marks the file, within the same transaction as the tables. */
export const MARKS = `PRAGMA application_id = ${APPLICATION_ID}; ${MARK_FORMAT}`;
