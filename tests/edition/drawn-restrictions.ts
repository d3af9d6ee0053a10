/** Random graphs with marks on records of every kind, disagreements with two sides and more, and nodes with evidence. */
import fc from 'fast-check';
import { parseDisagreementId, type GraphRecords } from '#vocabulary';
import { NODE_POOL, anyGraph } from '../fixtures/random-graph.ts';
import { disagreement, evidence } from '../fixtures/records.ts';

const DISAGREEMENTS = ['disagreement:a', 'disagreement:b', 'disagreement:c'].map(parseDisagreementId);
const SOURCES = ['source:a', 'source:b', 'source:c'] as const;
/** As many as any list of a drawn graph has. */
const MOST = 24;

/** One record in five is marked. */
const marks = fc.array(fc.nat({ max: 4 }), { minLength: MOST, maxLength: MOST });

function marked<T>(list: readonly T[], drawn: readonly number[]): T[] {
  return list.map((one, at) => (drawn[at] === 0 ? { ...one, restricted: true as const } : one));
}

/** Every disagreement has two sides at least, as a dataset has to. */
export function wellFormed(graph: GraphRecords): GraphRecords {
  const sides = (id: string) => [...graph.relations, ...graph.figures].filter((one) => one.disagreement === id).length;
  const kept = graph.disagreements.filter(({ id }) => sides(id) >= 2);
  const known = <T extends { readonly disagreement: string | null }>(one: T): T =>
    kept.some(({ id }) => id === one.disagreement) ? one : { ...one, disagreement: null };
  return { ...graph, disagreements: kept, relations: graph.relations.map(known), figures: graph.figures.map(known) };
}

/** Without marks. */
const anyWellFormedGraph: fc.Arbitrary<GraphRecords> = fc
  .record({
    graph: anyGraph,
    about: fc.tuple(...DISAGREEMENTS.map(() => fc.constantFrom(...NODE_POOL))),
    sides: fc.array(fc.nat({ max: 5 }), { minLength: 2 * MOST, maxLength: 2 * MOST }),
    pieces: fc.tuple(...NODE_POOL.map(() => fc.subarray([...SOURCES], { maxLength: 2 }))),
    within: fc.array(fc.option(fc.constantFrom(...NODE_POOL)), { minLength: 5, maxLength: 5 }),
  })
  .map(({ graph, about, sides, pieces, within }) =>
    wellFormed({
      ...graph,
      nodes: graph.nodes.map((one, at) => ({ ...one, evidence: (pieces[at] ?? []).map((id) => evidence(id)) })),
      disagreements: DISAGREEMENTS.map((id, at) => disagreement(id, about[at] ?? NODE_POOL[0])),
      relations: graph.relations.map((one, at) => ({ ...one, disagreement: DISAGREEMENTS[sides[at] ?? 5] ?? null })),
      figures: graph.figures.map((one, at) => ({
        ...one,
        within: graph.nodes.find(({ id }) => id === within[at])?.id ?? null,
        disagreement: DISAGREEMENTS[sides[MOST + at] ?? 5] ?? null,
      })),
    }),
  );

export const anyRestrictedGraph: fc.Arbitrary<GraphRecords> = fc
  .record({
    graph: anyWellFormedGraph,
    sources: marks,
    nodes: marks,
    disagreements: marks,
    relations: marks,
    figures: marks,
  })
  .map(({ graph, ...drawn }) => ({
    sources: marked(graph.sources, drawn.sources),
    nodes: marked(graph.nodes, drawn.nodes),
    disagreements: marked(graph.disagreements, drawn.disagreements),
    relations: marked(graph.relations, drawn.relations),
    figures: marked(graph.figures, drawn.figures),
  }));
