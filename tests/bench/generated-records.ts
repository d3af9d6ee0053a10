import type { GraphRecords, RelationType } from '#vocabulary';
import { evidence, node, period, records, relation, source } from '../fixtures/records.ts';

const SOURCES = 60;
const TYPES = [
  'SUPPLIES',
  'MEMBER_OF',
  'AGREED_TO_SUPPLY',
  'SUPPORTS',
  'LOCATED_WITH',
] as const satisfies readonly RelationType[];
const PREFIXES = ['small-industry', 'large-industry', 'cluster', 'organisation', 'facility'] as const;

/** Whole records of any number, the same every time: each with a period, each relation with one piece of evidence. */
export function generatedRecords(nodes: number, relations: number): GraphRecords {
  let state = 20_251_231;
  // Numerical Recipes' linear congruential generator: enough to scatter relations, and it needs no dependency.
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const nodeId = (number: number): string => `${PREFIXES[number % PREFIXES.length] ?? ''}:n-${number}`;
  const year = (): string => String(2_000 + below(25));
  return records({
    sources: Array.from({ length: SOURCES }, (_, number) => source(`source:s-${number}`, { date: null })),
    nodes: Array.from({ length: nodes }, (_, number) =>
      node(nodeId(number), { name: `Maker number ${number}`, evidence: [evidence(`source:s-${below(SOURCES)}`)] }),
    ),
    relations: Array.from({ length: relations }, (_, number) =>
      relation(nodeId(below(nodes)), TYPES[number % TYPES.length] ?? 'SUPPLIES', nodeId(below(nodes)), {
        key: `r${number}`,
        period: period(null, null, year()),
        evidence: [evidence(`source:s-${below(SOURCES)}`)],
      }),
    ),
  });
}
