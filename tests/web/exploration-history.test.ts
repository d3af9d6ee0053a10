import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setGrouping, setLayout, pin, unpin, LAYOUTS, GROUPINGS } from '../../web/src/exploration/arrangement.ts';
import { askQuestion, receiveAnswer } from '../../web/src/exploration/asking.ts';
import { collapse } from '../../web/src/exploration/expanding.ts';
import type { Exploration } from '../../web/src/exploration/exploration.ts';
import { bringBack, hide, keepOnly } from '../../web/src/exploration/hiding.ts';
import { giveUp, isUnfinished, STEPS_KEPT, stepsOf, undoableOf } from '../../web/src/exploration/history.ts';
import { mark } from '../../web/src/exploration/marking.ts';
import { FIRST_QUESTION, WITH_INFERRED, type Question } from '../../web/src/exploration/question.ts';
import { createExploration, type ExplorationStore } from '../../web/src/exploration/store.ts';
import {
  hover,
  placeNodes,
  rememberCounts,
  select,
  setView,
  unplaceNode,
} from '../../web/src/exploration/transitions.ts';
import { visibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { addWay, dropWay, wayOf } from '../../web/src/exploration/way.ts';
import { asRelationId } from '#vocabulary';
import { ALL_GROUPS, answer, answered, ARRIVED, group, id, must, NODES, open, TIES } from './fixture/small-picture.ts';

const C1 = id('cluster:c1');
const T1 = id('large-industry:t1');
const members = group('cluster:c1', 'MEMBER_OF', 'IN', 'SmallIndustry');
const QUESTIONS: readonly Question[] = [
  FIRST_QUESTION,
  { ...FIRST_QUESTION, evidence: WITH_INFERRED },
  { ...FIRST_QUESTION, place: id('regency:33.28') },
];

const started = (): ExplorationStore => createExploration(answered());
const steps = (store: ExplorationStore): ReturnType<typeof stepsOf> =>
  stepsOf(store.getState().step, store.temporal.getState());
const ask = (exploration: Exploration, question: Question, ties = TIES): Exploration =>
  receiveAnswer(askQuestion(exploration, question), question, answer(ties), ARRIVED);

/** Any action a person can take, with what it acts on drawn by the test. */
const anAction: fc.Arbitrary<(exploration: Exploration) => Exploration> = fc.oneof(
  fc.constantFrom(...ALL_GROUPS).map((key) => (e: Exploration) => open(e, key)),
  fc.constantFrom(...ALL_GROUPS).map((key) => (e: Exploration) => collapse(e, key)),
  // What is answered to a question stays the same as long as the data do.
  fc
    .constantFrom(...QUESTIONS.keys())
    .map((index) => (e: Exploration) => ask(e, must(QUESTIONS[index]), TIES.slice(index))),
  fc
    .subarray(
      NODES.map((node) => node.id),
      { minLength: 1, maxLength: 3 },
    )
    .chain((ids) =>
      fc.constantFrom<(exploration: Exploration) => Exploration>(
        (e) => hide(e, ids),
        (e) => keepOnly(e, ids),
        (e) => bringBack(e, ids),
        (e) => placeNodes(e, ids),
        (e) => ids.reduce(unplaceNode, e),
        (e) =>
          pin(
            e,
            ids.map((node, x) => ({ id: node, at: { x, y: 1 } })),
          ),
        (e) => unpin(e, ids),
        (e) => mark(e, ids, 'TOGGLE'),
        (e) => select(e, { kind: 'node', id: must(ids[0]) }),
        (e) => hover(e, { kind: 'node', id: must(ids[0]) }),
        (e) => rememberCounts(e, { [must(ids[0])]: ids.length }),
      ),
    ),
  fc.constantFrom(...LAYOUTS).map((layout) => (e: Exploration) => setLayout(e, layout)),
  fc.constantFrom(...GROUPINGS).map((grouping) => (e: Exploration) => setGrouping(e, grouping)),
  fc.constantFrom(
    (e: Exploration) =>
      addWay(e, wayOf([C1, id('small-industry:m1')], [asRelationId('r1')]), { nodes: [], relations: [] }),
    (e: Exploration) => dropWay(e, 'r1'),
    (e: Exploration) => setView(e, 'TABLE'),
  ),
);

describe('undoing and doing again', () => {
  it('after any sequence of actions, undoing all restores exactly the beginning and doing all again the end', () => {
    fc.assert(
      fc.property(fc.array(anAction, { maxLength: 40 }), (actions) => {
        const store = started();
        const beginning = store.getState();
        for (const action of actions) store.setState(action);
        const end = store.getState();
        const count = steps(store).past.length;
        store.temporal.getState().undo(count);
        // Counts and the rest that is no step belong to the state they were learnt in.
        if (count > 0) {
          expect({ ...undoableOf(store.getState()), counts: null }).toEqual({ ...undoableOf(beginning), counts: null });
          expect(steps(store)).toMatchObject({ past: [] });
          expect(steps(store).future).toHaveLength(count);
        }
        store.temporal.getState().redo(count);
        expect(undoableOf(store.getState())).toEqual(undoableOf(end));
        expect(visibleGraph({ ...store.getState(), selection: null, marked: [] })).toEqual(
          visibleGraph({ ...end, selection: null, marked: [] }),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('going back some steps and forward as many is going nowhere', () => {
    fc.assert(
      fc.property(fc.array(anAction, { maxLength: 20 }), fc.nat(20), (actions, back) => {
        const store = started();
        for (const action of actions) store.setState(action);
        const [end, past] = [undoableOf(store.getState()), steps(store).past];
        const taken = Math.min(back, past.length);
        for (let step = 0; step < taken; step += 1) store.temporal.getState().undo();
        expect(steps(store).past).toEqual(past.slice(0, past.length - taken));
        expect(steps(store).future).toEqual(past.slice(past.length - taken));
        store.temporal.getState().redo(taken);
        expect(undoableOf(store.getState())).toEqual(end);
      }),
      { numRuns: 80 },
    );
  });

  it('gives a question’s answer back without asking, with what was open and what was known then', () => {
    const store = started();
    store.setState((exploration) => open(exploration, members));
    const before = store.getState();
    store.setState((exploration) => ask(exploration, must(QUESTIONS[1]), []));
    expect(store.getState().expansions).toEqual([]);
    store.temporal.getState().undo();
    expect(store.getState().answer).toBe(before.answer);
    expect(store.getState().question).toEqual(FIRST_QUESTION);
    expect(visibleGraph(store.getState())).toEqual(visibleGraph(before));
  });

  it('keeps at least 100 steps, and forgets the oldest beyond what it keeps', () => {
    const store = started();
    for (let x = 0; x < STEPS_KEPT + 20; x += 1) store.setState((e) => pin(e, [{ id: C1, at: { x, y: 0 } }]));
    expect(STEPS_KEPT).toBeGreaterThanOrEqual(100);
    expect(steps(store).past).toHaveLength(STEPS_KEPT);
    store.temporal.getState().undo(STEPS_KEPT);
    expect(store.getState().pinned[C1]).toEqual({ x: 19, y: 0 });
    expect(steps(store).past).toEqual([]);
  });

  it('names each step: what was opened, asked, hidden, pinned', () => {
    const store = started();
    store.setState((e) => open(e, members));
    store.setState((e) => hide(e, [T1]));
    store.setState((e) => ask(e, must(QUESTIONS[2])));
    expect(steps(store).past).toEqual([
      { kind: 'EXPAND', groups: [members] },
      { kind: 'HIDE', nodes: [T1] },
      { kind: 'ASK', question: QUESTIONS[2], before: FIRST_QUESTION },
    ]);
  });

  it('counts neither waiting, pointing, marking, selecting nor changing the view as a step, nor what changes nothing', () => {
    const store = started();
    store.setState((e) => askQuestion(e, must(QUESTIONS[1])));
    store.setState(giveUp);
    store.setState((e) => hover(e, { kind: 'node', id: C1 }));
    store.setState((e) => mark(e, [C1], 'SET'));
    store.setState((e) => select(e, { kind: 'node', id: C1 }));
    store.setState((e) => setView(e, 'MAP'));
    store.setState((e) => rememberCounts(e, { [C1]: 7 }));
    store.setState((e) => bringBack(e, [C1]));
    store.setState((e) => setLayout(e, 'LAYERED'));
    store.setState((e) => ask(e, FIRST_QUESTION));
    expect(steps(store)).toEqual({ past: [], future: [] });
  });

  it('a new step forgets what was undone', () => {
    const store = started();
    store.setState((e) => hide(e, [T1]));
    store.temporal.getState().undo();
    store.setState((e) => open(e, members));
    expect(steps(store)).toEqual({ past: [{ kind: 'EXPAND', groups: [members] }], future: [] });
  });

  it('what is awaited is given up as a whole: the question goes back to the one answered', () => {
    const waiting = askQuestion(answered(), must(QUESTIONS[1]));
    expect(isUnfinished(waiting)).toBe(true);
    expect(isUnfinished(giveUp(waiting))).toBe(false);
    expect(giveUp(waiting).question).toEqual(FIRST_QUESTION);
  });
});
