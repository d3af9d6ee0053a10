import type { SourceUse } from '../../graph-store.ts';
import type { NumberPosition } from '../../list-cursors.ts';
import type { Question } from '../question.ts';
import * as read from '../row.ts';
import { SOURCE_COLUMNS, sourceOf } from './columns.ts';

export interface SourceListInput {
  readonly after: NumberPosition | null;
  readonly limit: number;
}

const USES = (subject: 'node' | 'relation' | 'figure'): string =>
  `(SELECT count(DISTINCT e.subject) FROM ${subject}_evidence e WHERE e.source = s.key)`;

/** By relation count descending, then id. */
export const listSourcesPage: Question<SourceListInput, SourceUse> = {
  text: `WITH used (key, id, relations) AS (SELECT s.key, s.id, ${USES('relation')} FROM source s),
    page (key, relations) AS (
      SELECT key, relations FROM used
      WHERE :afterId IS NULL OR relations < :afterCount OR (relations = :afterCount AND id > :afterId)
      ORDER BY relations DESC, id LIMIT :limit
    )
    SELECT ${SOURCE_COLUMNS}, page.relations, ${USES('node')}, ${USES('figure')}
    FROM page JOIN source s ON s.key = page.key ORDER BY page.relations DESC, s.id`,
  parameters: ({ after, limit }) => ({ afterCount: after?.number ?? null, afterId: after?.id ?? null, limit }),
  value: (row) => ({
    source: sourceOf(row),
    relationCount: read.number(row, 10),
    nodeCount: read.number(row, 11),
    figureCount: read.number(row, 12),
  }),
};

export const listSourcesTotal: Question<undefined, number> = {
  text: 'SELECT count(*) FROM source',
  parameters: () => ({}),
  value: (row) => read.number(row, 0),
};
