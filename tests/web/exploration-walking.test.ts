import { describe, expect, it } from 'vitest';
import { asRelationId, parsePartialDate, type NodeId } from '#vocabulary';
import { groupNodeId, isGroupNodeId, openGroup, setGrouping } from '../../web/src/exploration/arrangement.ts';
import { askQuestion, receiveAnswer } from '../../web/src/exploration/asking.ts';
import { receiveExpansions, startExpansion } from '../../web/src/exploration/expanding.ts';
import type { Exploration } from '../../web/src/exploration/exploration.ts';
import { NO_EXPANSION_FILTER } from '../../web/src/exploration/groups.ts';
import { bringBack, hide, keepOnly, startFrom } from '../../web/src/exploration/hiding.ts';
import { mark, markedIn, neighboursIn, ofTypeIn, withAtLeastIn } from '../../web/src/exploration/marking.ts';
import { FIRST_QUESTION, WITH_INFERRED } from '../../web/src/exploration/question.ts';
import { reasonsFor } from '../../web/src/exploration/reasons.ts';
import { placeNodes, rememberCounts } from '../../web/src/exploration/transitions.ts';
import { visibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { addWay, dropWay, wayOf } from '../../web/src/exploration/way.ts';
import { answer, answered, ARRIVED, group, id, NODES, open, RELATIONS } from './fixture/small-picture.ts';

const [C1, C2, C3] = [id('cluster:c1'), id('cluster:c2'), id('cluster:c3')];
const [T1, L1, M1] = [id('large-industry:t1'), id('large-industry:l1'), id('small-industry:m1')];
const members = group('cluster:c1', 'MEMBER_OF', 'IN', 'SmallIndustry');
const drawn = (exploration: Exploration): readonly NodeId[] => visibleGraph(exploration).nodes.map((node) => node.id);

describe('hiding', () => {
  it('takes a node and every line of its out, says so, and brings exactly them back', () => {
    const before = visibleGraph(answered());
    const hidden = visibleGraph(hide(answered(), [T1]));
    expect(hidden.hiddenNodes).toEqual([T1]);
    expect(hidden.nodes).toHaveLength(before.nodes.length - 1);
    expect(hidden.lines.filter(({ from, to }) => from === T1 || to === T1)).toEqual([]);
    expect(hidden.total).toEqual(before.total);
    expect(hidden.shown.relations).toBeLessThan(before.shown.relations);
    expect(visibleGraph(bringBack(hide(answered(), [T1]), [T1]))).toEqual(before);
  });

  it('never draws a chain through a hidden firm as if it were direct', () => {
    const lines = visibleGraph(hide(answered(), [T1])).lines.filter(({ from, to }) => from === C1 && to === L1);
    expect(lines.flatMap((line) => line.relations)).toEqual(['r7']);
  });

  it('stays in force whatever else would draw the node, until it is placed again', () => {
    const hidden = hide(answered(), [M1]);
    expect(drawn(open(hidden, members))).not.toContain(M1);
    expect(drawn(placeNodes(hidden, [M1]))).toContain(M1);
  });

  it('keeps only what it is told to, and refuses to empty the picture', () => {
    expect(drawn(keepOnly(answered(), [C1, T1]))).toEqual([C1, T1]);
    const before = answered();
    expect(keepOnly(before, [id('small-industry:x1')])).toBe(before);
  });

  it('sets all else aside for a picture of its own: back with another question, but not with another date, and what a person hid is not', () => {
    const before = hide(placeNodes(answered(), [M1]), [C2]);
    const own = startFrom(before, [C1, M1]);
    expect(drawn(own)).toEqual([C1, M1]);
    expect(own.step).toMatchObject({ kind: 'KEEP_ONLY', nodes: [C1, M1] });
    expect(startFrom(own, [C1, M1])).toBe(own);
    expect(startFrom(own, [id('small-industry:x1')])).toBe(own);
    // Another picture of its own draws what the first set aside.
    expect(drawn(startFrom(own, [C1, T1]))).toEqual([C1, T1]);
    const later = { ...FIRST_QUESTION, asOf: parsePartialDate('2019') };
    const dated = receiveAnswer(askQuestion(own, later), later, answer(), ARRIVED);
    expect(drawn(dated)).toEqual([C1, M1]);
    const elsewhere = { ...FIRST_QUESTION, place: id('regency:33.28') };
    const asked = receiveAnswer(askQuestion(own, elsewhere), elsewhere, answer(), ARRIVED);
    expect(drawn(asked)).toEqual(drawn(before));
    expect(asked.hidden).toEqual([C2]);
  });
});

describe('marking', () => {
  it('sets, adds, removes and toggles, in the order of marking', () => {
    const both = mark(answered(), [C2, C1], 'SET');
    expect(mark(both, [C3, C1], 'ADD').marked).toEqual([C2, C1, C3]);
    expect(mark(both, [C2], 'REMOVE').marked).toEqual([C1]);
    expect(mark(both, [C1, C3], 'TOGGLE').marked).toEqual([C2, C3]);
    expect(mark(both, [C2, C1], 'SET')).toBe(both);
  });

  it('shows in the picture, and not on what is not drawn', () => {
    const graph = visibleGraph(mark(answered(), [id('small-industry:x1'), C1], 'SET'));
    expect(markedIn(graph)).toEqual([C1]);
    expect(visibleGraph(answered()).nodes.some((node) => node.marked)).toBe(false);
  });

  it('finds neighbours, a type, and those with at least so many relations, drawn or not', () => {
    const graph = visibleGraph(answered());
    expect(neighboursIn(graph, [T1])).toEqual([C1, L1]);
    expect(ofTypeIn(graph, 'SmiCluster')).toEqual([C1, C2, C3]);
    expect(withAtLeastIn(graph, 6)).toEqual([C1, C2, C3]);
    const counted = visibleGraph(rememberCounts(answered(), { [L1]: 9 }));
    expect(withAtLeastIn(counted, 7)).toEqual([L1]);
    // Not counted yet: its drawn relations count.
    expect(withAtLeastIn(graph, 3)).toContain(T1);
  });

  it('is taken off what is hidden', () => {
    expect(hide(mark(answered(), [C1, C2], 'SET'), [C1]).marked).toEqual([C2]);
  });
});

describe('a way of a path', () => {
  const way = wayOf([L1, id('organisation:a1'), C1], [asRelationId('r7'), asRelationId('r6')]);

  it('draws its nodes and relations, and leaves nothing when it is dropped', () => {
    const added = addWay(answered(), way, { nodes: NODES, relations: RELATIONS });
    expect(drawn(added)).toContain('organisation:a1');
    expect(visibleGraph(added).lines.some((line) => line.relations.includes(asRelationId('r6')))).toBe(true);
    expect(visibleGraph(dropWay(added, way.id))).toEqual(visibleGraph(answered()));
    expect(addWay(added, way, { nodes: [], relations: [] })).toBe(added);
  });

  it('has one relation for each of its steps', () => {
    expect(() => wayOf([L1, C1], [])).toThrow('A way of 2 nodes has 1 relations, not 0');
    expect(() => wayOf([L1], [])).toThrow('A way of 1 nodes');
  });
});

describe('why a node is here', () => {
  it('names the answer’s ties, placing, open groups and ways; nothing for what is not drawn', () => {
    expect(reasonsFor(answered(), T1)).toEqual([
      { kind: 'ANSWER', ties: ['cluster:c1>large-industry:t1', 'cluster:c1>large-industry:l1'] },
    ]);
    expect(reasonsFor(answered(), C3)).toEqual([{ kind: 'ANSWER', ties: [] }]);
    expect(reasonsFor(answered(), M1)).toEqual([]);
    const opened = placeNodes(open(answered(), members), [M1]);
    expect(reasonsFor(opened, M1)).toEqual([{ kind: 'PLACED' }, { kind: 'EXPANSION', group: members }]);
    expect(reasonsFor(opened, C1).at(-1)).toEqual({ kind: 'EXPANDED', groups: [members] });
    const walked = addWay(answered(), wayOf([M1, C1], [asRelationId('r1')]), { nodes: [], relations: [] });
    expect(reasonsFor(walked, M1)).toEqual([{ kind: 'WAY', way: 'r1' }]);
  });
});

describe('groups opened together', () => {
  const page = { nodes: NODES.slice(3, 5), relations: RELATIONS.slice(0, 2), total: { nodes: 2, relations: 2 } };
  const suppliers = group('large-industry:t1', 'SUPPLIES', 'IN', 'SmallIndustry');
  const opened = (filter = NO_EXPANSION_FILTER): Parameters<typeof receiveExpansions>[1] =>
    [members, suppliers].map((key) => ({ group: key, filter, cap: 25, page: { ...page, endCursor: null } }));

  it('are one step, and only those that are still awaited arrive', () => {
    const waiting = startExpansion(answered(), members);
    const arrived = receiveExpansions(waiting, opened());
    expect(arrived.step).toEqual({ kind: 'EXPAND', groups: [members] });
    expect(arrived.expansions).toHaveLength(1);
  });

  it('under another evidence are opened anew, not added to', () => {
    const before = receiveExpansions(startExpansion(answered(), members), opened());
    const filter = { ...NO_EXPANSION_FILTER, evidence: WITH_INFERRED };
    const [first] = opened(filter);
    if (first === undefined) throw new Error('two groups');
    const fewer = { ...first, page: { ...first.page, nodes: NODES.slice(3, 4), relations: RELATIONS.slice(0, 1) } };
    const after = receiveExpansions(startExpansion(before, members), [fewer]);
    expect(after.expansions[0]).toMatchObject({ filter, relations: ['r1'], nodes: ['small-industry:m1'] });
  });
});

describe('grouping', () => {
  it('begins with every group closed whenever it changes', () => {
    const java = groupNodeId('PROVINCE', 'province:33');
    const opened = openGroup(setGrouping(answered(), 'PROVINCE'), java);
    expect(isGroupNodeId(java)).toBe(true);
    expect(isGroupNodeId(C1)).toBe(false);
    expect(opened.opened).toEqual([java]);
    expect(setGrouping(opened, 'SECTOR').opened).toEqual([]);
  });
});
