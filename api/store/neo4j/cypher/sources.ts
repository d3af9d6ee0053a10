/** What rests on sources. A relation, node or figure with several pieces of evidence from one source counts once. */
import { z } from 'zod';
import type { FigureId, NodeId, RelationId, SourceId } from '#vocabulary';
import type { CitedBy, SourceUse } from '../../graph-store.ts';
import type { NumberPosition } from '../../list-cursors.ts';
import { compareAscii } from '../../orders.ts';
import type { Question } from '../question.ts';
import { branded, integer, storedSource } from '../row.ts';

const SUBJECT = (kind: 'node' | 'relation' | 'figure'): string =>
  `DISTINCT CASE e.subjectKind WHEN '${kind}' THEN e.subject END`;

export interface SourceListInput {
  readonly after: NumberPosition | null;
  readonly limit: number;
}

/** By relation count descending, then id. */
export const listSourcesPage: Question<SourceListInput, SourceUse> = {
  text: () => `MATCH (s:Source) WHERE s.digest IS NOT NULL OPTIONAL MATCH (e:Evidence)-[:FROM_SOURCE]->(s)
    WITH s, count(${SUBJECT('relation')}) AS relations, count(${SUBJECT('node')}) AS nodes,
      count(${SUBJECT('figure')}) AS figures
    WHERE relations < $afterCount OR (relations = $afterCount AND s.id > $afterId)
    RETURN properties(s) AS source, relations, nodes, figures ORDER BY relations DESC, s.id LIMIT $limit`,
  parameters: ({ after, limit }) => ({
    afterCount: after?.number ?? Number.MAX_VALUE,
    afterId: after?.id ?? '',
    limit: BigInt(limit),
  }),
  row: z
    .object({ source: storedSource, relations: integer, nodes: integer, figures: integer })
    .transform(({ source, relations, nodes, figures }) => ({
      source,
      relationCount: relations,
      nodeCount: nodes,
      figureCount: figures,
    })),
};

export const listSourcesTotal: Question<undefined, number> = {
  text: () => 'MATCH (s:Source) WHERE s.digest IS NOT NULL RETURN count(s) AS total',
  parameters: () => ({}),
  row: z.object({ total: integer }).transform((row) => row.total),
};

/** One row for each source that exists; each list ascending by id. */
export const citedBy: Question<readonly SourceId[], { readonly source: SourceId; readonly cited: CitedBy }> = {
  text: () => `MATCH (s:Source) WHERE s.id IN $ids AND s.digest IS NOT NULL OPTIONAL MATCH (e:Evidence)-[:FROM_SOURCE]->(s)
    RETURN s.id AS source, collect(${SUBJECT('node')}) AS nodes, collect(${SUBJECT('relation')}) AS relations,
      collect(${SUBJECT('figure')}) AS figures`,
  parameters: (ids) => ({ ids }),
  row: z
    .object({
      source: branded<SourceId>(),
      nodes: z.array(branded<NodeId>()),
      relations: z.array(branded<RelationId>()),
      figures: z.array(branded<FigureId>()),
    })
    .transform(({ source, nodes, relations, figures }) => ({
      source,
      cited: {
        nodes: nodes.sort(compareAscii),
        relations: relations.sort(compareAscii),
        figures: figures.sort(compareAscii),
      },
    })),
};
