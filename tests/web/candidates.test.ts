import { describe, expect, it } from 'vitest';
import { drawCandidates, dropCandidates } from '../../web/src/exploration/candidates.ts';
import { drawnLooks } from '../../web/src/exploration/drawn-looks.ts';
import type { Exploration } from '../../web/src/exploration/exploration.ts';
import type { Candidate } from '../../web/src/exploration/looks.ts';
import { createExploration } from '../../web/src/exploration/store.ts';
import { placeNodes } from '../../web/src/exploration/transitions.ts';
import { visibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { answered as pictured, id } from './fixture/small-picture.ts';

const idsOf = (exploration: Exploration): readonly string[] => visibleGraph(exploration).nodes.map((node) => node.id);

/** A cluster of the answer with the decoy, which is known and not drawn, and two of the answer. */
function pairs(exploration: Exploration): readonly [Candidate, Candidate, string] {
  const drawn = idsOf(exploration);
  const cluster = drawn.find((node) => node.startsWith('cluster:')) ?? '';
  const firm = drawn.find((node) => node.startsWith('large-industry:')) ?? '';
  const other = 'small-industry:x1';
  return [
    { cluster: id(cluster), firm: id(other), direction: 'OUTPUT' },
    { cluster: id(cluster), firm: id(firm), direction: 'EITHER' },
    other,
  ];
}

describe('candidates in the picture', () => {
  it('are no lines, are counted nowhere, and bring only the nodes that were not there', () => {
    const before = pictured();
    const [far, near, other] = pairs(before);
    const after = drawCandidates(before, [far, near]);
    const [graph, was] = [visibleGraph(after), visibleGraph(before)];
    expect(graph.lines).toEqual(was.lines);
    expect(graph.shown.relations).toBe(was.shown.relations);
    expect(graph.total.relations).toBe(was.total.relations);
    expect(idsOf(after)).toEqual([...idsOf(before), other]);
    expect(drawnLooks(after).candidates).toEqual([far, near]);
  });

  it('go with one step, with what they brought; a node that somebody placed stays', () => {
    const before = pictured();
    const [far, near, other] = pairs(before);
    expect(idsOf(dropCandidates(drawCandidates(before, [far, near])))).toEqual(idsOf(before));
    const placed = placeNodes(before, [id(other)]);
    expect(idsOf(dropCandidates(drawCandidates(placed, [far])))).toEqual(idsOf(placed));
    expect(dropCandidates(before)).toBe(before);
  });

  it('take the place of those that were drawn, and undo gives them back', () => {
    const store = createExploration(pictured());
    const [far, near] = pairs(store.getState());
    store.setState((exploration) => drawCandidates(exploration, [far]));
    store.setState((exploration) => drawCandidates(exploration, [near]));
    expect(store.getState().looks.candidates).toEqual({ pairs: [near], brought: [] });
    expect(idsOf(store.getState())).toEqual(idsOf(pictured()));
    store.temporal.getState().undo();
    expect(store.getState().looks.candidates?.pairs).toEqual([far]);
    store.temporal.getState().undo();
    expect(store.getState().looks.candidates).toBeNull();
  });
});
