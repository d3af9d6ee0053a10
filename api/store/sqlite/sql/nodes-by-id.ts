import type { NodeId } from '#vocabulary';
import type { StoredNode } from '../../graph-store.ts';
import { jsonList, type Question } from '../question.ts';
import { NODE_COLUMNS, nodeOf } from './columns.ts';

export const nodesById: Question<readonly NodeId[], StoredNode> = {
  text: `SELECT ${NODE_COLUMNS} FROM json_each(:ids) AS given JOIN node n ON n.id = given.value`,
  parameters: (ids) => ({ ids: jsonList(ids) }),
  value: nodeOf,
};
