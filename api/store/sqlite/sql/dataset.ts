import type { DatasetSummary, Marks, Revision } from '../../graph-store.ts';
import type { Command, Question } from '../question.ts';
import * as read from '../row.ts';

export const revision: Question<undefined, Revision> = {
  text: 'SELECT revision FROM dataset',
  parameters: () => ({}),
  value: (row) => read.text(row, 0),
};

export const dataset: Question<undefined, DatasetSummary> = {
  text: `SELECT revision, (SELECT count(*) FROM node), (SELECT count(*) FROM relation), (SELECT count(*) FROM figure),
    (SELECT count(*) FROM source) FROM dataset`,
  parameters: () => ({}),
  value: (row) => ({
    engine: 'sqlite',
    revision: read.text(row, 0),
    nodeCount: read.number(row, 1),
    relationCount: read.number(row, 2),
    figureCount: read.number(row, 3),
    sourceCount: read.number(row, 4),
  }),
};

export const marks: Question<undefined, Marks> = {
  text: 'SELECT marks FROM dataset',
  parameters: () => ({}),
  value: (row) => read.text(row, 0),
};

/** Writes what is there: whether the file takes writes again. */
export const touch: Command<undefined> = { text: 'UPDATE dataset SET revision = revision', parameters: () => [] };

export const setRevision: Command<Revision> = {
  text: 'INSERT INTO dataset (one, revision) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET revision = excluded.revision',
  parameters: (revision) => [revision],
};
