/** Two states of the same generated data, so that a load from one to the other adds, changes and removes records of every kind. */
import type { GraphRecords } from '#vocabulary';
import { generatedRecords } from '../fixtures/generated-records.ts';
import { disagreement, evidence, figure, node } from '../fixtures/records.ts';

/** Exit code of a load of an edition whose store did not answer in time. */
export const TOO_SLOW = 3;

const MORE = 60;

/** @param edition 0: as generated; 1: a third of the relations gone, a third changed, other nodes, figures and a disagreement more */
export function editionOf(nodes: number, relations: number, edition: number): GraphRecords {
  const plain = generatedRecords(nodes, relations);
  if (edition === 0) return plain;
  const numbers = Array.from({ length: MORE }, (_, number) => number);
  const about = (number: number): string => plain.nodes[number]?.id ?? '';
  return {
    ...plain,
    sources: plain.sources.map((source, at) =>
      at % 7 === 0 ? { ...source, title: `${source.title}, revised` } : source,
    ),
    nodes: [
      ...plain.nodes.map((one, at) => (at % 5 === 0 ? { ...one, name: `${one.name}, renamed` } : one)),
      ...numbers.map((number) => node(`market:more-${number}`, { evidence: [evidence('source:s-1')] })),
    ],
    disagreements: [disagreement('disagreement:how-many', about(0))],
    relations: plain.relations.flatMap((relation, at) => {
      if (at % 3 === 0) return [];
      if (at % 3 === 1) return [relation];
      return [{ ...relation, evidence: [evidence('source:s-2', 'INFERRED'), evidence('source:s-3')] }];
    }),
    figures: numbers.map((number) =>
      figure(about(number % 20), 'WORKERS', {
        key: `f${number}`,
        value: number,
        disagreement: number < 2 ? disagreement('disagreement:how-many', about(0)).id : null,
        evidence: [evidence('source:s-4')],
      }),
    ),
  };
}
