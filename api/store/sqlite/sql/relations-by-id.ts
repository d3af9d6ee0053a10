import type { RelationId } from '#vocabulary';
import type { StoredRelation } from '../../graph-store.ts';
import { jsonList, type Question } from '../question.ts';
import { RELATION_COLUMNS, RELATION_JOINS, relationOf } from './columns.ts';

export const relationsById: Question<readonly RelationId[], StoredRelation> = {
  text: `SELECT ${RELATION_COLUMNS} FROM json_each(:ids) AS given JOIN relation r ON r.id = given.value ${RELATION_JOINS}`,
  parameters: (ids) => ({ ids: jsonList(ids) }),
  value: relationOf,
};
