import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setLayout, pin } from '../../web/src/exploration/arrangement.ts';
import { askQuestion } from '../../web/src/exploration/asking.ts';
import { bringBack, hide } from '../../web/src/exploration/hiding.ts';
import { giveUp, isUnfinished, STEPS_KEPT, stepsOf, undoableOf } from '../../web/src/exploration/history.ts';
import { mark } from '../../web/src/exploration/marking.ts';
import { FIRST_QUESTION } from '../../web/src/exploration/question.ts';
import { createExploration, type ExplorationStore } from '../../web/src/exploration/store.ts';
import { hover, rememberCounts, select, setView } from '../../web/src/exploration/transitions.ts';
import { visibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { anAction, answeredInJava, ask, QUESTIONS } from './fixture/any-action.ts';
import { answered, group, id, must, open, TIES } from './fixture/small-picture.ts';

const C1 = id('cluster:c1');
const T1 = id('large-industry:t1');
const members = group('cluster:c1', 'MEMBER_OF', 'IN', 'SmallIndustry');
const started = (): ExplorationStore => createExploration(answeredInJava());
const steps = (store: ExplorationStore): ReturnType<typeof stepsOf> =>
  stepsOf(store.getState().step, store.temporal.getState());
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

  it('a play of the years is one step, from what was asked before it to its last year', () => {
    const store = started();
    store.setState((e) => hide(e, [T1]));
    const before = undoableOf(store.getState());
    for (const question of [must(QUESTIONS[1]), must(QUESTIONS[2])]) {
      store.setState((e) => ask(e, question, TIES, 1));
    }
    expect(steps(store).past.slice(1)).toEqual([
      { kind: 'ASK', question: QUESTIONS[2], before: FIRST_QUESTION, play: 1 },
    ]);
    store.setState((e) => ask(e, must(QUESTIONS[1]), TIES, 2));
    expect(steps(store).past).toHaveLength(3);
    store.temporal.getState().undo(2);
    expect(undoableOf(store.getState())).toEqual(before);
    store.temporal.getState().redo(1);
    expect(store.getState().question).toEqual(QUESTIONS[2]);
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
