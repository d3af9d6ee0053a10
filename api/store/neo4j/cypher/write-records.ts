/** Statements that write many records at once: one row of `$rows` for each, with its properties. */
import { z } from 'zod';
import type { NodeType, RelationType } from '#vocabulary';
import type { Command, CypherMap, Question } from '../question.ts';
import { integer } from '../row.ts';
import { ANY_RELATION, label, relationType } from '../words.ts';
import { RELATIONS_BY_KEY, relationKeys } from './by-id.ts';

type Rows = readonly CypherMap[];

const rows = (text: string): Command<Rows> => ({
  text: () => `UNWIND $rows AS row ${text}`,
  parameters: (given) => ({ rows: given }),
});
/** As {@link rows}; answers how many things the rows left behind. */
const counted = (text: string): Question<Rows, number> => ({
  ...rows(`${text} RETURN count(*) AS written`),
  row: z.object({ written: integer }).transform((row) => row.written),
});
const ids = (text: string): Command<readonly string[]> => ({
  text: () => text,
  parameters: (given) => ({ ids: given }),
});

export const putSources = rows('MERGE (s:Source {id: row.id}) SET s = row');

export function putNodes(type: NodeType): Command<Rows> {
  return rows(`MERGE (n:Entity {id: row.id}) SET n:${label(type)}, n = row`);
}

/** What a disagreement is about may change; what stands on its sides stays. */
export const putDisagreements = rows(`MERGE (d:Disagreement {id: row.id}) SET d = row
  WITH d, row OPTIONAL MATCH (d)-[old:ABOUT]->() DELETE old
  WITH DISTINCT d, row MATCH (n:Entity {id: row.about}) CREATE (d)-[:ABOUT]->(n)`);

/** New ones; ends and type follow from the id, so that a known one only changes its properties. */
export function createRelations(type: RelationType): Question<Rows, number> {
  return counted(`MATCH (f:Entity {id: row.from}) MATCH (t:Entity {id: row.to})
    CREATE (f)-[r:${relationType(type)}]->(t) SET r = row.properties`);
}

export const changeRelations = rows(`MATCH (f:Entity {id: row.from})-[r:${ANY_RELATION}]->(t:Entity {id: row.to})
  WHERE r.id = row.properties.id SET r = row.properties`);

/** New ones: a changed figure is removed first. */
export const createFigures = rows(`MATCH (n:Entity {id: row.about})
  CREATE (n)-[:HAS_FIGURE]->(g:Figure) SET g = row
  WITH g, row
  CALL { WITH g, row MATCH (n:Entity {id: row.within}) CREATE (g)-[:WITHIN]->(n) }
  CALL { WITH g, row MATCH (d:Disagreement {id: row.disagreement}) CREATE (g)-[:SIDE_OF]->(d) }`);

/** Rows of a source and its pieces; answers how many pieces were written. */
const evidence = (subject: string, link: string): Question<Rows, number> =>
  counted(`MATCH (s:Source {id: row.source}) UNWIND row.pieces AS piece ${subject}
    CREATE ${link}(e:Evidence)-[:FROM_SOURCE]->(s) SET e = piece`);

export const createEvidence = {
  node: evidence('MATCH (x:Entity {id: piece.subject})', '(x)-[:HAS_EVIDENCE]->'),
  figure: evidence('MATCH (x:Figure {id: piece.subject})', '(x)-[:HAS_EVIDENCE]->'),
  /** A relation cannot be an end of another: `subject` names it. */
  relation: evidence('', ''),
} as const;

/** The evidence of relations that are one side of a disagreement: rows of subject and disagreement. */
export const linkSides = rows(`MATCH (d:Disagreement {id: row.disagreement})
  MATCH (e:Evidence) WHERE e.subject = row.subject CREATE (e)-[:SIDE_OF]->(d)`);

export const removeEvidence = ids('MATCH (e:Evidence) WHERE e.subject IN $ids DETACH DELETE e');

export const removeFigures = ids('MATCH (g:Figure) WHERE g.id IN $ids DETACH DELETE g');

export const removeRelations: Command<readonly string[]> = {
  text: () => `${RELATIONS_BY_KEY} DELETE r`,
  parameters: (given) => ({ keys: relationKeys(given) }),
};

/** Those of the ids that somebody else made and that were not taken in: a record put takes their place. */
export const removeLeftOutRelations: Command<readonly string[]> = {
  text: () => `${RELATIONS_BY_KEY} AND r.digest IS NULL DELETE r`,
  parameters: (given) => ({ keys: relationKeys(given) }),
};

export const removeDisagreements = ids(`MATCH (d:Disagreement) WHERE d.id IN $ids
  OPTIONAL MATCH (d)-[about:ABOUT]->() DELETE about, d`);

/** Not detached: whatever somebody else tied to a node must not vanish with it; the server then refuses. */
export const removeNodes = ids('MATCH (n:Entity) WHERE n.id IN $ids DELETE n');
export const removeSources = ids('MATCH (s:Source) WHERE s.id IN $ids DELETE s');
