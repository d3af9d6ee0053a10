/** Random sequences of small writes to a graph: marks set and taken away, records that come, go, rest on other evidence or take other sides. */
import fc from 'fast-check';
import type { Evidence, GraphRecords } from '#vocabulary';
import { anyRestrictedGraph, wellFormed } from './drawn-restrictions.ts';

const LISTS = ['sources', 'nodes', 'disagreements', 'relations', 'figures'] as const;
type List = (typeof LISTS)[number];

interface Edit {
  readonly what: 'mark' | 'remove' | 'add' | 'rest' | 'side' | 'within';
  readonly list: List;
  readonly at: number;
  readonly other: number;
}

function picked<T>(list: readonly T[], at: number): T | undefined {
  return list.length === 0 ? undefined : list[at % list.length];
}

function edited<T extends { readonly id: string }>(list: readonly T[], at: number, edit: (one: T) => T): T[] {
  const one = picked(list, at);
  return list.map((each) => (each === one ? edit(each) : each));
}

function toggled<T extends { readonly restricted?: true }>(one: T): T {
  const { restricted: mark, ...rest } = one;
  const bare: unknown = mark === true ? rest : { ...one, restricted: true };
  // The same record, but for its mark.
  return bare as T;
}

function otherEvidence<T extends { readonly evidence: readonly Evidence[] }>(one: T, from: T | undefined): T {
  return from === undefined ? one : { ...one, evidence: from.evidence };
}

function oneEdit(graph: GraphRecords, spare: GraphRecords, { what, list, at, other }: Edit): GraphRecords {
  const { nodes, relations, figures, disagreements } = graph;
  switch (what) {
    case 'mark':
      return { ...graph, [list]: edited<GraphRecords[List][number]>(graph[list], at, toggled) };
    case 'remove':
      return other % 2 === 0
        ? { ...graph, relations: relations.filter((one) => one !== picked(relations, at)) }
        : { ...graph, figures: figures.filter((one) => one !== picked(figures, at)) };
    case 'add': {
      const more = picked(spare.relations, at);
      const free = more !== undefined && !relations.some(({ id }) => id === more.id);
      return free ? { ...graph, relations: [...relations, { ...more, disagreement: null }] } : graph;
    }
    case 'rest':
      return {
        ...graph,
        nodes: edited(nodes, at, (one) => otherEvidence(one, picked(spare.nodes, other))),
        relations: edited(relations, at, (one) => otherEvidence(one, picked(spare.relations, other))),
        figures: edited(figures, other, (one) => otherEvidence(one, picked(spare.figures, at))),
      };
    case 'side': {
      const disagreement = picked(disagreements, other)?.id ?? null;
      return {
        ...graph,
        relations: edited(relations, at, (one) => ({ ...one, disagreement })),
        figures: edited(figures, other, (one) => ({ ...one, disagreement })),
      };
    }
    case 'within':
      return {
        ...graph,
        figures: edited(figures, at, (one) => ({ ...one, within: picked(nodes, other)?.id ?? null })),
      };
  }
}

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom('mark', 'mark', 'mark', 'remove', 'add', 'rest', 'side', 'within'),
  list: fc.constantFrom(...LISTS),
  at: fc.nat({ max: 40 }),
  other: fc.nat({ max: 40 }),
});

/** What the store holds after each write, the first included; each write is one to three small edits. */
export const anyHistory: fc.Arbitrary<readonly GraphRecords[]> = fc
  .record({
    first: anyRestrictedGraph,
    spare: anyRestrictedGraph,
    writes: fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
  })
  .map(({ first, spare, writes }) => {
    const history = [first];
    let graph = first;
    for (const edits of writes) {
      for (const edit of edits) graph = oneEdit(graph, spare, edit);
      graph = wellFormed(graph);
      history.push(graph);
    }
    return history;
  });
