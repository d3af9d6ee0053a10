/** Constraints and indexes: ids are unique, and every question begins in an index. */
import type { Command } from './question.ts';

const unique = (label: string): string =>
  `CREATE CONSTRAINT sentra_${label.toLowerCase()}_id IF NOT EXISTS FOR (x:${label}) REQUIRE x.id IS UNIQUE`;

const index = (label: string, property: string): string =>
  `CREATE INDEX sentra_${label.toLowerCase()}_${property.toLowerCase()} IF NOT EXISTS FOR (x:${label}) ON (x.${property})`;

export const SCHEMA: readonly Command<undefined>[] = [
  ...['Dataset', 'Entity', 'Source', 'Figure', 'Disagreement'].map(unique),
  index('Entity', 'sortName'),
  index('Entity', 'code'),
  index('Evidence', 'subject'),
  'CALL db.awaitIndexes(60)',
].map((text) => ({ text: () => text, parameters: () => ({}) }));
