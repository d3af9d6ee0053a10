/** What a look at everything asks: all that is there, whoever wrote it, and the marks that say what Sentra answers with. */
import { z } from 'zod';
import type { NodeId, SourceId } from '#vocabulary';
import type { Command, CypherMap, Question } from '../question.ts';
import { branded, integer, relationType } from '../row.ts';
import { ANY_RELATION, NODE_LABELS, RELATION_WORDS } from '../words.ts';
import type { SliceInput } from './streams.ts';

const properties = z.record(z.string(), z.unknown());
/** Of the server, for as long as a look takes. */
const element = z.string();

/** A node of the graph as it stands there. */
const foundNode = z.object({ element, labels: z.array(z.string()), properties, ends: z.array(branded<NodeId>()) });
type FoundNode = z.output<typeof foundNode>;

const slice = (label: string, ends: string): Question<SliceInput, FoundNode> => ({
  text: () => `MATCH (x:${label}) WHERE x.id > $after WITH x ORDER BY x.id LIMIT $limit
    RETURN elementId(x) AS element, labels(x) AS labels, properties(x) AS properties, ${ends} AS ends ORDER BY x.id`,
  parameters: ({ after, limit }) => ({ after, limit: BigInt(limit) }),
  row: foundNode,
});

/** Ascending by id; `ends` are the nodes that it hangs on. */
export const foundSlices = {
  source: slice('Source', '[]'),
  node: slice('Entity', '[]'),
  disagreement: slice('Disagreement', '[(x)-[:ABOUT]->(n:Entity) | n.id]'),
  figure: slice('Figure', '[(x)<-[:HAS_FIGURE]-(n:Entity) | n.id]'),
} as const;

const ANY_LABEL = NODE_LABELS.join('|');
const NAMELESS = "NOT coalesce(x.id > '', false)";

/** Nodes with a label of the vocabulary and without Entity: none, unless others made them. */
export const foundBeside: Question<undefined, FoundNode> = {
  text: () => `MATCH (x:${ANY_LABEL}) WHERE NOT x:Entity
    RETURN elementId(x) AS element, labels(x) AS labels, properties(x) AS properties, [] AS ends`,
  parameters: () => ({}),
  row: foundNode,
};

/** What has no id, which no slice comes to. */
export const foundNameless: Question<undefined, FoundNode> = {
  text: () => `MATCH (x:Entity|Source|Disagreement|Figure) WHERE ${NAMELESS}
    RETURN elementId(x) AS element, labels(x) AS labels, properties(x) AS properties, [] AS ends`,
  parameters: () => ({}),
  row: foundNode,
};

const foundRelation = z.object({
  element,
  type: relationType,
  from: branded<NodeId>(),
  to: branded<NodeId>(),
  properties,
});

/** Relations of the vocabulary's types from Entities, those already taken in first. */
export const foundRelations: Question<readonly string[], z.output<typeof foundRelation>> = {
  text: () => `MATCH (f:Entity)-[r:${ANY_RELATION}]->(t) WHERE f.id IN $from
    RETURN elementId(r) AS element, type(r) AS type, f.id AS from, properties(r) AS properties,
      CASE WHEN t:Entity AND t.id > '' THEN t.id ELSE '(no Entity with an id)' END AS to ORDER BY r.digest IS NULL, r.id, element`,
  parameters: (from) => ({ from }),
  row: foundRelation,
};

/** Relations of the vocabulary's types that begin at something else. */
export const strayRelations: Question<undefined, { element: string; type: string; digest: string | null }> = {
  text: () => `MATCH (x)-[r:${ANY_RELATION}]->() WHERE NOT x:Entity OR ${NAMELESS}
    RETURN elementId(r) AS element, type(r) AS type, r.digest AS digest`,
  parameters: () => ({}),
  row: z.object({ element, type: z.string(), digest: z.string().nullable() }),
};

const foundPiece = z.object({ element, subject: z.string(), properties, sources: z.array(branded<SourceId>()) });
export type FoundPiece = z.output<typeof foundPiece>;

/** Evidence that names the subjects, whoever wrote it, with the sources it leads to. */
export const foundEvidence: Question<readonly string[], FoundPiece> = {
  text: () => `MATCH (e:Evidence) WHERE e.subject IN $subjects
    RETURN elementId(e) AS element, e.subject AS subject, properties(e) AS properties,
      [(e)-[:FROM_SOURCE]->(s:Source) WHERE s.id > '' | s.id] AS sources
    ORDER BY e.subject, e.subjectKind IS NULL, e.position, element`,
  parameters: (subjects) => ({ subjects }),
  row: foundPiece,
};

export const markedEvidence: Question<undefined, number> = {
  text: () => 'MATCH (e:Evidence) WHERE e.subjectKind IS NOT NULL RETURN count(e) AS count',
  parameters: () => ({}),
  row: z.object({ count: integer }).transform((row) => row.count),
};

/** Subjects that marked evidence names, ascending. */
export const markedSubjects: Question<SliceInput, string> = {
  text: () => `MATCH (e:Evidence) WHERE e.subject > $after AND e.subjectKind IS NOT NULL
    WITH DISTINCT e.subject AS subject RETURN subject ORDER BY subject LIMIT $limit`,
  parameters: ({ after, limit }) => ({ after, limit: BigInt(limit) }),
  row: z.object({ subject: z.string() }).transform((row) => row.subject),
};

/** Evidence that was never taken in, with what it names. */
export const unmarkedEvidence: Question<undefined, { element: string; subject: string | null }> = {
  text: () => `MATCH (e:Evidence) WHERE e.subjectKind IS NULL
    RETURN elementId(e) AS element, CASE WHEN e.subject > '' THEN e.subject END AS subject`,
  parameters: () => ({}),
  row: z.object({ element, subject: z.string().nullable() }),
};

interface Unknown {
  readonly word: string;
  readonly count: number;
}

const unknown = z
  .object({ words: z.array(z.string()), count: integer })
  .transform(({ words, count }): Unknown => ({ word: words.join(':'), count }));

/** Nodes of labels that are not ours, by their labels. */
export const unknownLabels: Question<undefined, Unknown> = {
  text: () => `MATCH (x) WHERE NOT x:Entity|Source|Evidence|Disagreement|Figure|Dataset|${ANY_LABEL}
    RETURN labels(x) AS words, count(*) AS count ORDER BY count DESC`,
  parameters: () => ({}),
  row: unknown,
};

/** Relations of types that are not ours, by type. */
export const unknownTypes: Question<undefined, Unknown> = {
  text: () =>
    'MATCH ()-[r]->() WHERE NOT type(r) IN $known RETURN [type(r)] AS words, count(*) AS count ORDER BY count DESC',
  parameters: () => ({
    known: [...RELATION_WORDS, 'HAS_EVIDENCE', 'FROM_SOURCE', 'HAS_FIGURE', 'WITHIN', 'ABOUT', 'SIDE_OF'],
  }),
  row: unknown,
};

/** Properties to set on an element; null takes one away. */
export interface Mark {
  readonly element: string;
  readonly mark: CypherMap;
}

const marks = (pattern: string, more = ''): Command<readonly Mark[]> => ({
  text: () => `UNWIND $rows AS row MATCH ${pattern} WHERE elementId(x) = row.element SET x += row.mark${more}`,
  parameters: (rows) => ({ rows: rows.map((row): CypherMap => ({ element: row.element, mark: row.mark })) }),
});

export const markElements = marks('(x)');
export const markEntities = marks('(x)', ', x:Entity');
export const markRelations = marks('()-[x]->()');

/** Rows of subject and disagreement: the evidence of a relation, or a figure, stands on its side. */
export const standOnSide: Command<readonly { readonly subject: string; readonly disagreement: string }[]> = {
  text: () => `UNWIND $rows AS row MATCH (d:Disagreement {id: row.disagreement})
    CALL { WITH d, row MATCH (e:Evidence) WHERE e.subject = row.subject AND row.subject CONTAINS '--' MERGE (e)-[:SIDE_OF]->(d) }
    CALL { WITH d, row MATCH (g:Figure {id: row.subject}) MERGE (g)-[:SIDE_OF]->(d) }`,
  parameters: (rows) => ({ rows: rows.map(({ subject, disagreement }): CypherMap => ({ subject, disagreement })) }),
};
