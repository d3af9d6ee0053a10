/** What is open of a graph, by striking out until nothing changes any more. Knows nothing of api/edition. */
import type { Evidence, GraphRecords } from '#vocabulary';

interface Listed {
  readonly id: string;
  readonly restricted?: true;
}

function unmarked<T extends Listed>(list: readonly T[]): T[] {
  return list.filter((one) => one.restricted === undefined);
}

function struckOut(graph: GraphRecords, original: GraphRecords): GraphRecords {
  const sources = unmarked(graph.sources);
  const cited = (evidence: readonly Evidence[]) =>
    evidence.filter((piece) => sources.some(({ id }) => id === piece.source));
  const there = (id: string | null) => id === null || graph.nodes.some((node) => node.id === id);
  const asked = (id: string | null) => (graph.disagreements.some((one) => one.id === id) ? id : null);
  const supported = <T extends GraphRecords['relations'][number] | GraphRecords['figures'][number]>(
    list: readonly T[],
  ) =>
    unmarked(list)
      .map((one): T => ({ ...one, evidence: cited(one.evidence), disagreement: asked(one.disagreement) }))
      .filter((one) => one.evidence.length > 0);
  const relations = supported(graph.relations).filter(({ from, to }) => there(from) && there(to));
  const figures = supported(graph.figures).filter(({ about, within }) => there(about) && there(within));
  const spokenOf = (id: string) =>
    relations.some(({ from, to }) => from === id || to === id) ||
    figures.some(({ about, within }) => about === id || within === id);
  const hadEvidence = (id: string) => original.nodes.some((node) => node.id === id && node.evidence.length > 0);
  const nodes = unmarked(graph.nodes)
    .map((node) => ({ ...node, evidence: cited(node.evidence) }))
    .filter(({ id, evidence }) => evidence.length > 0 || !hadEvidence(id) || spokenOf(id));
  const sides = (id: string) => [...relations, ...figures].filter(({ disagreement }) => disagreement === id).length;
  const disagreements = unmarked(graph.disagreements).filter(({ id, about }) => there(about) && sides(id) >= 2);
  return { sources, nodes, disagreements, relations, figures };
}

export function bruteForceOpen(original: GraphRecords): GraphRecords {
  // The marked go first, so that what a pass still finds of nodes is what stays.
  let graph: GraphRecords = { ...original, sources: unmarked(original.sources), nodes: unmarked(original.nodes) };
  for (;;) {
    const next = struckOut(graph, original);
    if (JSON.stringify(next) === JSON.stringify(graph)) return graph;
    graph = next;
  }
}
