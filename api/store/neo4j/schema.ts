/** Constraints and indexes: ids are unique, and every question begins in an index. And the names of all that will stand in the graph. */
import type { Command } from './question.ts';
import { NODE_LABELS, RELATION_WORDS } from './words.ts';

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

/** Every property that Sentra sets. */
export const PROPERTIES: readonly string[] = [
  'id digest type name names aliases sortName kind code scheme latitude longitude description periodFrom',
  'periodTo attested earliestStart latestStart earliestEnd latestEnd evidenceClass share carries valueMillionRp',
  'coefficient status role disagreement about measure within value unit text approximate definition question',
  'title publisher url date language licence note facts subject subjectKind position format revision writes',
  'restricted marks knownIn knownTo leftOut loadingTo loadingDone loadingTotal loadingAt',
].flatMap((words) => words.split(' '));

/**
 * Makes every name once, on a node that goes with the same transaction: a server counts a transaction of its own for each name that is new
 * to it, which would pass for somebody else's (known-to.ts).
 */
export const makeNames: Command<undefined> = {
  text: () => {
    const labels = ['Entity', 'Source', 'Evidence', 'Figure', 'Disagreement', ...NODE_LABELS].join(':');
    const types = [...RELATION_WORDS, 'HAS_EVIDENCE', 'FROM_SOURCE', 'HAS_FIGURE', 'WITHIN', 'ABOUT', 'SIDE_OF'];
    return `CREATE (x:${labels} {${PROPERTIES.map((name) => `${name}: 0`).join(', ')}})
      CREATE ${types.map((type) => `(x)-[:${type}]->(x)`).join(', ')} DETACH DELETE x`;
  },
  parameters: () => ({}),
};
