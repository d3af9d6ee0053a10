import { z } from 'zod';
import type { PartialDate, SourceId, SubjectId } from '#vocabulary';
import type { DatedEvidence } from '../../orders.ts';
import type { Question } from '../question.ts';
import { branded, evidenceKind, integer, nullableText, texts } from '../row.ts';

export interface SubjectEvidence extends DatedEvidence {
  readonly subject: SubjectId;
}

/** Unordered: the order is `orderedEvidence`'s. */
export const evidenceOf: Question<readonly SubjectId[], SubjectEvidence> = {
  text: () => `MATCH (e:Evidence)-[:FROM_SOURCE]->(s:Source) WHERE e.subject IN $subjects AND e.subjectKind IS NOT NULL AND s.digest IS NOT NULL
    RETURN e.subject AS subject, s.id AS source, s.date AS date, e.kind AS kind, e.note AS note, e.facts AS facts,
      e.position AS position`,
  parameters: (subjects) => ({ subjects }),
  row: z
    .object({
      subject: branded<SubjectId>(),
      source: branded<SourceId>(),
      date: branded<PartialDate>().nullable(),
      kind: evidenceKind,
      note: nullableText,
      facts: texts,
      position: integer,
    })
    .transform(({ subject, date, position, ...evidence }) => ({ subject, sourceDate: date, position, evidence })),
};
