/** Records of each kind by their ids; those that exist. */
import { z } from 'zod';
import type { FigureId, NodeId, RelationId, Source, SourceId } from '#vocabulary';
import type { StoredFigure, StoredNode, StoredRelation } from '../../graph-store.ts';
import type { CypherMap, Question } from '../question.ts';
import { RELATION_COLUMNS, branded, namedNode, storedFigure, storedRelation, storedSource } from '../row.ts';
import { ANY_RELATION } from '../words.ts';

export const nodesById: Question<readonly NodeId[], StoredNode> = {
  text: () => 'MATCH (n:Entity) WHERE n.id IN $ids AND n.digest IS NOT NULL RETURN properties(n) AS node',
  parameters: (ids) => ({ ids }),
  row: z.object({ node: namedNode }).transform((row) => row.node.node),
};

export const existingNodes: Question<readonly NodeId[], NodeId> = {
  text: () => 'MATCH (n:Entity) WHERE n.id IN $ids AND n.digest IS NOT NULL RETURN n.id AS id',
  parameters: (ids) => ({ ids }),
  row: z.object({ id: branded<NodeId>() }).transform((row) => row.id),
};

/** An id of a relation names its ends, which are in an index; ids of another form name nothing. */
export function relationKeys(ids: readonly string[]): CypherMap[] {
  return ids.flatMap((id) => {
    const [from, , keyedTo, ...more] = id.split('--');
    const to = keyedTo?.split('#')[0];
    return from === undefined || to === undefined || more.length > 0 ? [] : [{ id, from, to }];
  });
}

/** Relations `r` from `f` to `t` by keys of {@link relationKeys}. */
export const RELATIONS_BY_KEY = `UNWIND $keys AS key
  MATCH (f:Entity {id: key.from})-[r:${ANY_RELATION}]->(t:Entity {id: key.to}) WHERE r.id = key.id`;

export const relationsById: Question<readonly RelationId[], StoredRelation> = {
  text: () => `${RELATIONS_BY_KEY} AND r.digest IS NOT NULL RETURN ${RELATION_COLUMNS}`,
  parameters: (ids) => ({ keys: relationKeys(ids) }),
  row: storedRelation,
};

export const figuresById: Question<readonly FigureId[], StoredFigure> = {
  text: () => 'MATCH (g:Figure) WHERE g.id IN $ids AND g.digest IS NOT NULL RETURN properties(g) AS figure',
  parameters: (ids) => ({ ids }),
  row: z.object({ figure: storedFigure }).transform((row) => row.figure),
};

export const sourcesById: Question<readonly SourceId[], Source> = {
  text: () => 'MATCH (s:Source) WHERE s.id IN $ids AND s.digest IS NOT NULL RETURN properties(s) AS source',
  parameters: (ids) => ({ ids }),
  row: z.object({ source: storedSource }).transform((row) => row.source),
};
