/** What a write must know before it changes anything. */
import { z } from 'zod';
import type { RecordId } from '../../change-set.ts';
import type { RecordKind, RecordUse } from '../../graph-store.ts';
import type { Question } from '../question.ts';
import { branded } from '../row.ts';
import { ANY_RELATION } from '../words.ts';
import { RELATIONS_BY_KEY, relationKeys } from './by-id.ts';

export interface StoredRecord {
  readonly id: string;
  /** Empty for what others made and was not taken in. */
  readonly digest: string;
}

const storedRecord: z.ZodType<StoredRecord> = z.object({ id: z.string(), digest: z.string() });

const stored = (label: string): Question<readonly string[], StoredRecord> => ({
  text: () => `MATCH (x:${label}) WHERE x.id IN $ids RETURN x.id AS id, coalesce(x.digest, '') AS digest`,
  parameters: (ids) => ({ ids }),
  row: storedRecord,
});

/** Which records of one kind are stored, with their digests; of two relations with one id, ours comes last. */
export const storedRecords: Readonly<Record<RecordKind, Question<readonly string[], StoredRecord>>> = {
  source: stored('Source'),
  node: stored('Entity'),
  disagreement: stored('Disagreement'),
  figure: stored('Figure'),
  relation: {
    text: () => `${RELATIONS_BY_KEY} RETURN r.id AS id, coalesce(r.digest, '') AS digest ORDER BY digest`,
    parameters: (ids) => ({ keys: relationKeys(ids) }),
    row: storedRecord,
  },
};

/** Whether relations, figures or evidence that others made or left behind may stand under an id that a record put needs. */
export const anyLeftOut: Question<undefined, boolean> = {
  text: () => `RETURN EXISTS { MATCH ()-[r:${ANY_RELATION}]->() WHERE r.digest IS NULL } OR
    EXISTS { MATCH (g:Figure) WHERE g.digest IS NULL } OR EXISTS { MATCH (e:Evidence) WHERE e.subjectKind IS NULL } AS some`,
  parameters: () => ({}),
  row: z.object({ some: z.boolean() }).transform((row) => row.some),
};

export interface UsesInput {
  readonly ids: readonly string[];
  /** Of each pattern. */
  readonly most: number;
}

const uses = (used: RecordKind, ...patterns: readonly string[]): Question<UsesInput, RecordUse> => ({
  text: () => patterns.map((pattern) => `${pattern} LIMIT $most`).join(' UNION '),
  parameters: ({ ids, most }) => ({ ids, most: BigInt(most) }),
  row: z
    .object({
      used: branded<RecordId>(),
      kind: z.enum(['node', 'relation', 'figure', 'disagreement']),
      by: branded<RecordId>(),
    })
    .transform((row) => ({ used: { kind: used, id: row.used }, by: { kind: row.kind, id: row.by } })),
});

/** Who uses records of a kind: none of those can go while it is used. */
export const usesOf: Readonly<Partial<Record<RecordKind, Question<UsesInput, RecordUse>>>> = {
  source: uses(
    'source',
    `MATCH (e:Evidence)-[:FROM_SOURCE]->(s:Source) WHERE s.id IN $ids AND e.subjectKind IS NOT NULL
      RETURN s.id AS used, e.subjectKind AS kind, e.subject AS by`,
  ),
  node: uses(
    'node',
    `MATCH (n:Entity)-[r:${ANY_RELATION}]-(:Entity) WHERE n.id IN $ids AND r.digest IS NOT NULL RETURN n.id AS used, 'relation' AS kind, r.id AS by`,
    "MATCH (n:Entity)-[:HAS_FIGURE]->(g:Figure) WHERE n.id IN $ids AND g.digest IS NOT NULL RETURN n.id AS used, 'figure' AS kind, g.id AS by",
    "MATCH (n:Entity)<-[:WITHIN]-(g:Figure) WHERE n.id IN $ids AND g.digest IS NOT NULL RETURN n.id AS used, 'figure' AS kind, g.id AS by",
    "MATCH (n:Entity)<-[:ABOUT]-(d:Disagreement) WHERE n.id IN $ids AND d.digest IS NOT NULL RETURN n.id AS used, 'disagreement' AS kind, d.id AS by",
  ),
  disagreement: uses(
    'disagreement',
    "MATCH (d:Disagreement)<-[:SIDE_OF]-(g:Figure) WHERE d.id IN $ids AND g.digest IS NOT NULL RETURN d.id AS used, 'figure' AS kind, g.id AS by",
    "MATCH (d:Disagreement)<-[:SIDE_OF]-(e:Evidence) WHERE d.id IN $ids AND e.subjectKind IS NOT NULL RETURN d.id AS used, 'relation' AS kind, e.subject AS by",
  ),
};
