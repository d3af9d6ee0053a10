import { describe, expect, it } from 'vitest';
import { asRelationId } from '#vocabulary';
import { legendCounts } from '../../web/src/canvas/legend-counts.ts';
import { pin } from '../../web/src/exploration/arrangement.ts';
import { askQuestion, receiveAnswer } from '../../web/src/exploration/asking.ts';
import { NEW_EXPLORATION } from '../../web/src/exploration/exploration.ts';
import { hide } from '../../web/src/exploration/hiding.ts';
import { mark } from '../../web/src/exploration/marking.ts';
import { FIRST_QUESTION } from '../../web/src/exploration/question.ts';
import { hover, select } from '../../web/src/exploration/transitions.ts';
import { visibleGraph, visibleGraphNow } from '../../web/src/exploration/visible-graph.ts';
import { answer, answered, ARRIVED, id, must, RELATIONS } from './fixture/small-picture.ts';

describe('what is drawn now', () => {
  const C1 = id('cluster:c1');

  it('is the same object while nothing it is derived from changed', () => {
    const before = answered();
    const graph = visibleGraphNow(before);
    expect(visibleGraphNow(hover(before, { kind: 'node', id: C1 }))).toBe(graph);
    expect(visibleGraphNow(select(before, { kind: 'node', id: C1 }))).not.toBe(graph);
  });

  it('selecting and marking make anew only what they are about', () => {
    const before = answered();
    const graph = visibleGraphNow(before);
    const after = visibleGraphNow(mark(select(before, { kind: 'node', id: C1 }), [id('large-industry:t1')], 'SET'));
    expect(after.lines).toBe(graph.lines);
    const others = after.nodes.filter((node, index) => node !== graph.nodes[index]);
    expect(others.map((node) => [node.id, node.selected, node.marked])).toEqual([
      [C1, true, false],
      ['large-industry:t1', false, true],
    ]);
  });

  it('is what is derived from nothing else than the state, whatever was looked at before', () => {
    const states = [
      answered(),
      select(answered(), { kind: 'node', id: C1 }),
      mark(answered(), [C1], 'SET'),
      pin(answered(), [{ id: C1, at: { x: 1, y: 2 } }]),
      select(answered(), { kind: 'relations', ids: [asRelationId('r8')] }),
      hide(answered(), [C1]),
    ];
    for (const state of [...states, ...states.toReversed()]) {
      expect(visibleGraphNow(state)).toEqual(visibleGraph(state));
    }
  });

  it('a line that looks inferred says which of its relations are documented themselves', () => {
    const relations = RELATIONS.map((known) =>
      known.type === 'MEMBER_OF' ? { ...known, evidenceClass: 'INFERRED' as const } : known,
    );
    const asked = askQuestion(NEW_EXPLORATION, FIRST_QUESTION);
    const graph = visibleGraph(receiveAnswer(asked, FIRST_QUESTION, answer(), { ...ARRIVED, relations }));
    const folded = must(graph.lines.find((drawn) => drawn.inferred && drawn.standIns.length > 0));
    expect(folded.relations.some((one) => folded.doubtful.inferred.includes(one))).toBe(false);
    expect(folded.standIns.every((one) => folded.doubtful.inferred.includes(one))).toBe(true);
    const counts = legendCounts(graph);
    expect(must(counts.families.find(({ family }) => family === folded.family)).count).toBeGreaterThanOrEqual(
      folded.relations.length,
    );
    expect(counts.inferred).toBe(new Set(graph.lines.flatMap((drawn) => drawn.doubtful.inferred)).size);
  });
});
