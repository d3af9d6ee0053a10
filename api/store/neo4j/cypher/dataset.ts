import { z } from 'zod';
import type { DatasetSummary, Marks, Revision } from '../../graph-store.ts';
import type { Loading } from '../../loading.ts';
import type { Command, Question } from '../question.ts';
import { integer } from '../row.ts';
import { ANY_RELATION } from '../words.ts';

/** The one node that marks a database as Sentra's. */
const DATASET = "(d:Dataset {id: 'sentra'})";

/** Format of the graph. Raise it with every change to its shape. */
export const FORMAT = 3;

/** What Sentra answers with, which is not all that may be there: so it is counted, not asked of the server's statistics. */
export const dataset: Question<undefined, DatasetSummary> = {
  text: () => `MATCH ${DATASET} RETURN d.revision AS revision, COUNT { MATCH (n:Entity) WHERE n.digest IS NOT NULL } AS nodes,
    COUNT { MATCH ()-[r:${ANY_RELATION}]->() WHERE r.digest IS NOT NULL } AS relations, COUNT { MATCH (g:Figure) WHERE g.digest IS NOT NULL } AS figures,
    COUNT { MATCH (s:Source) WHERE s.digest IS NOT NULL } AS sources`,
  parameters: () => ({}),
  row: z
    .object({ revision: z.string(), nodes: integer, relations: integer, figures: integer, sources: integer })
    .transform(({ revision, nodes, relations, figures, sources }) => ({
      engine: 'neo4j' as const,
      revision,
      nodeCount: nodes,
      relationCount: relations,
      figureCount: figures,
      sourceCount: sources,
    })),
};

export const revision: Question<undefined, Revision> = {
  text: () => `MATCH ${DATASET} RETURN d.revision AS revision`,
  parameters: () => ({}),
  row: z.object({ revision: z.string() }).transform((row) => row.revision),
};

export const format: Question<undefined, number> = {
  text: () => `MATCH ${DATASET} RETURN d.format AS format`,
  parameters: () => ({}),
  row: z.object({ format: integer }).transform((row) => row.format),
};

/** Only whoever wrote it knows what is marked in a database of before format 3: then it counts as if something were. */
const MARKS = `coalesce(d.marks, CASE WHEN d.format < $format THEN 'before' ELSE '' END)`;

/**
 * From an earlier format: an older Sentra refuses it from now on. It knew of marks in another way, or not at all, so whatever carries one
 * counts from here on, and the next look goes through everything.
 */
export const setFormat: Command<undefined> = {
  text: () => `MATCH ${DATASET}
    SET d.marks = CASE WHEN coalesce(d.restricted, false) OR EXISTS { MATCH (x) WHERE x <> d AND x.restricted IS NOT NULL }
      OR EXISTS { MATCH ()-[r:${ANY_RELATION}]->() WHERE r.restricted IS NOT NULL } THEN 'before' ELSE '' END,
      d.format = $format
    REMOVE d.restricted, d.knownTo`,
  parameters: () => ({ format: BigInt(FORMAT) }),
};

export const marks: Question<undefined, Marks> = {
  text: () => `MATCH ${DATASET} RETURN ${MARKS} AS marks`,
  parameters: () => ({ format: BigInt(FORMAT) }),
  row: z.object({ marks: z.string() }).transform((row) => row.marks),
};

/** Within the transaction that marks a record. */
export const moveMarks: Command<undefined> = {
  text: () => `MATCH ${DATASET} SET d.marks = randomUUID()`,
  parameters: () => ({}),
};

/** Nodes of any kind, ours or not. */
export const anyNodes: Question<undefined, number> = {
  text: () => 'MATCH (n) RETURN count(n) AS nodes',
  parameters: () => ({}),
  row: z.object({ nodes: integer }).transform((row) => row.nodes),
};

export const markDataset: Command<Revision> = {
  text: () => `MERGE ${DATASET} ON CREATE SET d.format = $format, d.revision = $revision`,
  parameters: (empty) => ({ format: BigInt(FORMAT), revision: empty }),
};

/**
 * Counts a transaction of Sentra's, once in each; the property set locks the node until the transaction ends, so that writers queue, of
 * all processes.
 */
export const countWrite: Command<undefined> = {
  text: () => `MATCH ${DATASET} SET d.writes = coalesce(d.writes, 0) + 1`,
  parameters: () => ({}),
};

/** Up to where everything in the database is known, whoever wrote it, and what Sentra itself wrote since. */
export interface KnownTo {
  /** Of which database the transaction is. */
  readonly database: string;
  readonly transaction: bigint;
  /** Transactions of Sentra's after it, of all processes. */
  readonly writes: bigint;
  /** Things that were left out then. */
  readonly leftOut: number;
}

/** No row when there was never a look; the count of writes goes on all the same. */
export const knownTo: Question<undefined, KnownTo> = {
  text: () => `MATCH ${DATASET} WHERE d.knownTo IS NOT NULL
    RETURN d.knownIn AS database, d.knownTo AS transaction, d.writes AS writes, d.leftOut AS leftOut`,
  parameters: () => ({}),
  row: z.object({ database: z.string(), transaction: z.bigint(), writes: z.bigint(), leftOut: integer }),
};

export const countedWrites: Question<undefined, bigint> = {
  text: () => `MATCH ${DATASET} RETURN coalesce(d.writes, 0) AS writes`,
  parameters: () => ({}),
  row: z.object({ writes: z.bigint() }).transform((row) => row.writes),
};

/** `writes` is the count at the transaction or after it and is taken off: never before, or one of somebody else's could pass for ours. */
export const setKnownTo: Command<KnownTo> = {
  text: () =>
    `MATCH ${DATASET} SET d.knownIn = $database, d.knownTo = $transaction, d.writes = d.writes - $writes, d.leftOut = $leftOut`,
  parameters: ({ database, transaction, writes, leftOut }) => ({
    database,
    transaction,
    writes,
    leftOut: BigInt(leftOut),
  }),
};

export const setRevision: Command<Revision> = {
  text: () => `MATCH ${DATASET} SET d.revision = $revision`,
  parameters: (moved) => ({ revision: moved }),
};

/** The load that has begun and not ended; no row when there is none. */
export const loading: Question<undefined, Loading> = {
  text: () => `MATCH ${DATASET} WHERE d.loadingTo IS NOT NULL RETURN d.loadingTo AS target, d.loadingDone AS done,
    d.loadingTotal AS total, timestamp() - d.loadingAt AS quietMs`,
  parameters: () => ({}),
  row: z.object({ target: z.string(), done: integer, total: integer, quietMs: integer }),
};

export interface LoadMark {
  readonly target: Revision;
  readonly done: number;
  readonly total: number;
}

export const markLoading: Command<LoadMark> = {
  text: () => `MATCH ${DATASET} SET d.loadingTo = $target, d.loadingDone = $done, d.loadingTotal = $total,
    d.loadingAt = timestamp()`,
  parameters: ({ target, done, total }) => ({ target, done: BigInt(done), total: BigInt(total) }),
};

export const endLoading: Command<undefined> = {
  text: () => `MATCH ${DATASET} REMOVE d.loadingTo, d.loadingDone, d.loadingTotal, d.loadingAt`,
  parameters: () => ({}),
};
