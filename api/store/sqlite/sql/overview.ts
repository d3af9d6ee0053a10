import type { NodeType } from '#vocabulary';
import type { RelationCount } from '../../orders.ts';
import type { Question } from '../question.ts';
import * as read from '../row.ts';

export const nodeTypeCounts: Question<undefined, [NodeType, number]> = {
  text: 'SELECT type, count(*) FROM node GROUP BY type',
  parameters: () => ({}),
  value: (row) => [read.nodeType(row, 0), read.number(row, 1)],
};

export const relationCounts: Question<undefined, RelationCount> = {
  text: 'SELECT type, evidence_class, count(*) FROM relation GROUP BY type, evidence_class',
  parameters: () => ({}),
  value: (row) => ({
    type: read.relationType(row, 0),
    evidence: read.evidenceKind(row, 1),
    count: read.number(row, 2),
  }),
};
