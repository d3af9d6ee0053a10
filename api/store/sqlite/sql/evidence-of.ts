import type { SourceId, PartialDate, SubjectId } from '#vocabulary';
import type { DatedEvidence } from '../../orders.ts';
import { jsonList, type Question } from '../question.ts';
import * as read from '../row.ts';

export interface SubjectEvidence extends DatedEvidence {
  readonly subject: SubjectId;
}

/** Unordered: the order is `orderedEvidence`'s. */
const evidence = (kind: 'node' | 'relation' | 'figure'): Question<readonly SubjectId[], SubjectEvidence> => ({
  text: `SELECT x.id, s.id, e.kind, e.note, e.facts, s.date, e.position
    FROM json_each(:ids) AS given JOIN ${kind} x ON x.id = given.value
    JOIN ${kind}_evidence e ON e.subject = x.key JOIN source s ON s.key = e.source`,
  parameters: (ids) => ({ ids: jsonList(ids) }),
  value: (row) => ({
    subject: read.branded<SubjectId>(row, 0),
    evidence: {
      source: read.branded<SourceId>(row, 1),
      kind: read.evidenceKind(row, 2),
      note: read.textOrNull(row, 3),
      facts: read.list<string>(row, 4),
    },
    sourceDate: read.brandedOrNull<PartialDate>(row, 5),
    position: read.number(row, 6),
  }),
});

export const evidenceOfNodes = evidence('node');
export const evidenceOfRelations = evidence('relation');
export const evidenceOfFigures = evidence('figure');
