import type { NodeId } from '#vocabulary';
import type { StoredFigure } from '../../graph-store.ts';
import { jsonList, type Question } from '../question.ts';
import { FIGURE_COLUMNS, FIGURE_JOINS, figureOf } from './columns.ts';

/** Figures about the nodes: by measure, last certain day descending, id. */
export const figuresOf: Question<readonly NodeId[], StoredFigure> = {
  text: `SELECT ${FIGURE_COLUMNS} FROM figure g ${FIGURE_JOINS}
    WHERE g.about IN (SELECT n.key FROM json_each(:of) AS given JOIN node n ON n.id = given.value)
    ORDER BY g.measure, g.earliest_end DESC, g.id`,
  parameters: (of) => ({ of: jsonList(of) }),
  value: figureOf,
};
