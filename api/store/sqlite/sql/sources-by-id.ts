import type { Source, SourceId } from '#vocabulary';
import { jsonList, type Question } from '../question.ts';
import { SOURCE_COLUMNS, sourceOf } from './columns.ts';

export const sourcesById: Question<readonly SourceId[], Source> = {
  text: `SELECT ${SOURCE_COLUMNS} FROM json_each(:ids) AS given JOIN source s ON s.id = given.value`,
  parameters: (ids) => ({ ids: jsonList(ids) }),
  value: sourceOf,
};
