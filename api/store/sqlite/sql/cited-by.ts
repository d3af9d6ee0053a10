import type { FigureId, NodeId, RelationId, SourceId } from '#vocabulary';
import { jsonList, type Question } from '../question.ts';
import * as read from '../row.ts';

export interface Citation<Id> {
  readonly source: SourceId;
  readonly id: Id;
}

/** What rests on the sources, by id. */
const cited = <Id extends string>(
  kind: 'node' | 'relation' | 'figure',
): Question<readonly SourceId[], Citation<Id>> => ({
  text: `SELECT DISTINCT s.id, x.id FROM json_each(:ids) AS given JOIN source s ON s.id = given.value
    JOIN ${kind}_evidence e ON e.source = s.key JOIN ${kind} x ON x.key = e.subject ORDER BY x.id`,
  parameters: (ids) => ({ ids: jsonList(ids) }),
  value: (row) => ({ source: read.branded<SourceId>(row, 0), id: read.branded<Id>(row, 1) }),
});

export const citedNodes = cited<NodeId>('node');
export const citedRelations = cited<RelationId>('relation');
export const citedFigures = cited<FigureId>('figure');

/** Which of the sources exist. */
export const existingSources: Question<readonly SourceId[], SourceId> = {
  text: 'SELECT s.id FROM json_each(:ids) AS given JOIN source s ON s.id = given.value',
  parameters: (ids) => ({ ids: jsonList(ids) }),
  value: (row) => read.branded<SourceId>(row, 0),
};
