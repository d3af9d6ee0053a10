import type { FigureId } from '#vocabulary';
import type { StoredFigure } from '../../graph-store.ts';
import { jsonList, type Question } from '../question.ts';
import { FIGURE_COLUMNS, FIGURE_JOINS, figureOf } from './columns.ts';

export const figuresById: Question<readonly FigureId[], StoredFigure> = {
  text: `SELECT ${FIGURE_COLUMNS} FROM json_each(:ids) AS given JOIN figure g ON g.id = given.value ${FIGURE_JOINS}`,
  parameters: (ids) => ({ ids: jsonList(ids) }),
  value: figureOf,
};
