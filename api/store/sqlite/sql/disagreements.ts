import type { DisagreementId, DisagreementRecord, FigureId, NodeId, RelationId } from '#vocabulary';
import { jsonList, type Question } from '../question.ts';
import * as read from '../row.ts';
import type { Row } from '../row.ts';

export function disagreementOf(row: Row): DisagreementRecord {
  return {
    id: read.branded<DisagreementId>(row, 0),
    about: read.branded<NodeId>(row, 1),
    question: read.text(row, 2),
    ...read.restricted(row, 3),
  };
}

export const disagreementsById: Question<readonly DisagreementId[], DisagreementRecord> = {
  text: `SELECT d.id, n.id, d.question, d.restricted FROM json_each(:ids) AS given
    JOIN disagreement d ON d.id = given.value JOIN node n ON n.key = d.about`,
  parameters: (ids) => ({ ids: jsonList(ids) }),
  value: disagreementOf,
};

/** Disagreements about the nodes, by id. */
export const disagreementsOf: Question<readonly NodeId[], DisagreementRecord> = {
  text: `SELECT d.id, n.id, d.question, d.restricted FROM disagreement d JOIN node n ON n.key = d.about
    WHERE n.id IN (SELECT value FROM json_each(:of)) ORDER BY d.id`,
  parameters: (of) => ({ of: jsonList(of) }),
  value: disagreementOf,
};

export interface Side<Id> {
  readonly disagreement: DisagreementId;
  readonly id: Id;
}

/** Records that are one side of the disagreements, by id. */
const sides = <Id extends string>(kind: 'relation' | 'figure'): Question<readonly DisagreementId[], Side<Id>> => ({
  text: `SELECT d.id, x.id FROM json_each(:ids) AS given
    JOIN disagreement d ON d.id = given.value JOIN ${kind} x ON x.disagreement = d.key ORDER BY x.id`,
  parameters: (ids) => ({ ids: jsonList(ids) }),
  value: (row) => ({ disagreement: read.branded<DisagreementId>(row, 0), id: read.branded<Id>(row, 1) }),
});

export const disagreeingRelations = sides<RelationId>('relation');
export const disagreeingFigures = sides<FigureId>('figure');
