import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  collapse,
  collapseAll,
  failExpansion,
  receiveExpansion,
  startExpansion,
} from '../../web/src/exploration/expanding.ts';
import { expansionOf } from '../../web/src/exploration/groups.ts';
import { NEW_EXPLORATION } from '../../web/src/exploration/exploration.ts';
import { groupId, NO_EXPANSION_FILTER } from '../../web/src/exploration/groups.ts';
import { FIRST_QUESTION, WITH_INFERRED } from '../../web/src/exploration/question.ts';
import { createExploration } from '../../web/src/exploration/store.ts';
import { askQuestion, cancelQuestion, failQuestion, receiveAnswer } from '../../web/src/exploration/asking.ts';
import { hover, placeNodes, select, setView, unplaceNode } from '../../web/src/exploration/transitions.ts';
import { visibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { ALL_GROUPS, answer, answered, ARRIVED, group, id, NODES, open, RELATIONS } from './fixture/small-picture.ts';

const inferredQuestion = { ...FIRST_QUESTION, evidence: WITH_INFERRED };
const members = group('cluster:c1', 'MEMBER_OF', 'IN', 'SmallIndustry');
const suppliers = group('large-industry:t1', 'SUPPLIES', 'IN', 'SmallIndustry');

describe('asking', () => {
  it('keeps the old answer on screen while the next is awaited, and when that fails', () => {
    const before = answered();
    const waiting = askQuestion(before, inferredQuestion);
    expect(waiting.answer).toBe(before.answer);
    expect(waiting.answered).toEqual(FIRST_QUESTION);
    expect(waiting.request.status).toBe('loading');
    const failed = failQuestion(waiting, inferredQuestion, 'the store does not answer');
    expect(failed.request).toEqual({ status: 'failed', message: 'the store does not answer' });
    expect(failed.answer?.ties).toHaveLength(4);
  });

  it('ignores an answer, or a failure, that is no longer asked for', () => {
    const waiting = askQuestion(answered(), inferredQuestion);
    expect(receiveAnswer(waiting, FIRST_QUESTION, answer([]), ARRIVED)).toBe(waiting);
    expect(failQuestion(waiting, FIRST_QUESTION, 'late')).toBe(waiting);
  });

  it('goes back to the question on screen when waiting is given up', () => {
    const cancelled = cancelQuestion(askQuestion(answered(), inferredQuestion));
    expect(cancelled.question).toEqual(FIRST_QUESTION);
    expect(cancelled.request.status).toBe('idle');
  });

  it('keeps open groups when only the place changed, and closes them when evidence or date did', () => {
    const opened = open(answered(), members);
    const elsewhere = { ...FIRST_QUESTION, place: id('regency:33.28') };
    const stays = receiveAnswer(askQuestion(opened, elsewhere), elsewhere, answer(), ARRIVED);
    expect(stays.expansions).toHaveLength(1);
    for (const question of [inferredQuestion, { ...FIRST_QUESTION, scope: 'GROUP' as const }]) {
      expect(receiveAnswer(askQuestion(opened, question), question, answer(), ARRIVED).expansions).toEqual([]);
    }
  });

  it('drops a selected tie that the new answer does not know, and keeps a selected node', () => {
    const tied = select(answered(), { kind: 'tie', id: 'cluster:c1>large-industry:t1' });
    const none = receiveAnswer(askQuestion(tied, inferredQuestion), inferredQuestion, answer([]), ARRIVED);
    expect(none.selection).toBeNull();
    const node = select(answered(), { kind: 'node', id: id('cluster:c1') });
    const kept = receiveAnswer(askQuestion(node, inferredQuestion), inferredQuestion, answer([]), ARRIVED);
    expect(kept.selection).toEqual({ kind: 'node', id: id('cluster:c1') });
  });
});

describe('selecting, pointing and viewing', () => {
  it('changes nothing that is drawn but the mark of selection', () => {
    const before = visibleGraph(answered());
    const after = visibleGraph(setView(select(answered(), { kind: 'node', id: id('cluster:c1') }), 'TABLE'));
    expect(after.nodes.map((node) => ({ ...node, selected: false }))).toEqual(before.nodes);
    expect(after.lines).toEqual(before.lines);
    expect(after.nodes.filter((node) => node.selected).map((node) => node.id)).toEqual(['cluster:c1']);
  });

  it('does not wake readers when the same thing is pointed at again', () => {
    const pointed = hover(answered(), { kind: 'node', id: id('cluster:c1') });
    expect(hover(pointed, { kind: 'node', id: id('cluster:c1') })).toBe(pointed);
    expect(hover(pointed, null).hover).toBeNull();
  });

  it('puts a known node into the picture and takes it out again, and ignores an unknown one', () => {
    const decoy = id('small-industry:x1');
    const placed = placeNodes(answered(), [decoy]);
    expect(visibleGraph(placed).nodes.some((node) => node.id === decoy)).toBe(true);
    expect(visibleGraph(unplaceNode(placed, decoy))).toEqual(visibleGraph(answered()));
    const before = answered();
    expect(placeNodes(before, [id('person:nobody')])).toBe(before);
  });
});

describe('expanding', () => {
  it('ignores a page that was not asked for', () => {
    const before = answered();
    const page = { nodes: [], relations: [], total: { nodes: 0, relations: 0 }, endCursor: null };
    expect(receiveExpansion(before, members, page)).toBe(before);
  });

  it('says where a group stands: loading, failed with a message, then open', () => {
    const loading = startExpansion(answered(), members);
    expect(loading.expanding[groupId(members)]).toEqual({ status: 'loading' });
    const failed = failExpansion(loading, members, 'too slow');
    expect(failed.expanding[groupId(members)]).toEqual({ status: 'failed', message: 'too slow' });
    expect(open(failed, members).expanding).toEqual({});
  });

  it('shows more by adding the next page to the same group, without repeats', () => {
    const [m1, m2] = [
      NODES.filter((n) => n.id === 'small-industry:m1'),
      NODES.filter((n) => n.id === 'small-industry:m2'),
    ];
    const total = { nodes: 2, relations: 2 };
    const first = receiveExpansion(startExpansion(answered(), members), members, {
      nodes: m1,
      relations: RELATIONS.slice(0, 1),
      total,
      endCursor: 'next',
    });
    const second = receiveExpansion(startExpansion(first, members), members, {
      nodes: [...m1, ...m2],
      relations: RELATIONS.slice(0, 2),
      total,
      endCursor: null,
    });
    expect(expansionOf(first, members)?.endCursor).toBe('next');
    expect(expansionOf(second, members)).toEqual({
      group: members,
      filter: NO_EXPANSION_FILTER,
      cap: 50,
      nodes: ['small-industry:m1', 'small-industry:m2'],
      relations: ['r1', 'r2'],
      total,
      endCursor: null,
    });
    expect(second.expansions).toHaveLength(1);
  });

  it('collapse removes exactly what the group brought and nothing that another brought', () => {
    const both = open(open(answered(), members), suppliers);
    const left = collapse(both, members);
    expect(visibleGraph(left)).toEqual(visibleGraph(open(answered(), suppliers)));
    expect(visibleGraph(collapse(left, suppliers))).toEqual(visibleGraph(answered()));
  });

  it('collapsing whatever was opened, in any order, restores the picture exactly', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...ALL_GROUPS]), fc.infiniteStream(fc.nat()), (groups, order) => {
        const start = answered();
        const opened = groups.reduce(open, start);
        const closing = [...groups].sort(() => ((order.next().value ?? 0) % 2 === 0 ? 1 : -1));
        expect(visibleGraph(closing.reduce(collapse, opened))).toEqual(visibleGraph(start));
      }),
      { numRuns: 60 },
    );
  });

  it('collapsing one group leaves the picture as if it had never been opened', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...ALL_GROUPS], { minLength: 1 }), (groups) => {
        const [first, ...rest] = groups;
        if (first === undefined) return;
        const others = rest.filter((other) => groupId(other) !== groupId(first));
        const without = others.reduce(open, answered());
        const collapsed = collapse(others.reduce(open, open(answered(), first)), first);
        expect(visibleGraph(collapsed)).toEqual(visibleGraph(without));
      }),
      { numRuns: 60 },
    );
  });

  it('closes every group of a node at once, and no group of another', () => {
    const both = open(open(answered(), members), suppliers);
    expect(collapseAll(both, id('cluster:c1')).expansions.map((expansion) => expansion.group)).toEqual([suppliers]);
  });
});

describe('the store', () => {
  it('holds plain values and tells its readers', () => {
    const store = createExploration();
    const seen: string[] = [];
    store.subscribe((exploration) => seen.push(exploration.view));
    store.setState((exploration) => setView(exploration, 'TABLE'));
    expect(seen).toEqual(['TABLE']);
    expect(structuredClone(store.getState())).toEqual({ ...NEW_EXPLORATION, view: 'TABLE' });
  });
});
