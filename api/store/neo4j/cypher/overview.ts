import { z } from 'zod';
import type { NodeType } from '#vocabulary';
import type { RelationCount } from '../../orders.ts';
import type { Question } from '../question.ts';
import { evidenceKind, integer, nodeType, relationType } from '../row.ts';
import { ANY_RELATION, NODE_LABELS } from '../words.ts';

/** One count a label: the server has them at hand, whatever the size. */
export const nodeTypeCounts: Question<undefined, [NodeType, number]> = {
  text: () =>
    NODE_LABELS.map(
      (label) => `MATCH (n:${label}) WHERE n.digest IS NOT NULL RETURN '${label}' AS type, count(n) AS count`,
    ).join(' UNION ALL '),
  parameters: () => ({}),
  row: z.object({ type: nodeType, count: integer }).transform(({ type, count }): [NodeType, number] => [type, count]),
};

export const relationCounts: Question<undefined, RelationCount> = {
  text: () =>
    `MATCH ()-[r:${ANY_RELATION}]->() WHERE r.digest IS NOT NULL RETURN type(r) AS type, r.evidenceClass AS evidence, count(r) AS count`,
  parameters: () => ({}),
  row: z.object({ type: relationType, evidence: evidenceKind, count: integer }),
};
