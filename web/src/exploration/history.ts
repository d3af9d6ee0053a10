import { forgetMissing } from './transitions.ts';
import { IDLE, type Exploration } from './exploration.ts';
import type { Step } from './step.ts';

/** Steps that can be undone; the oldest are forgotten beyond it. */
export const STEPS_KEPT = 200;

/** The part of an exploration that undoing restores: an answer with all that was made of it, as it was when nothing was awaited. */
export type Undoable = Pick<
  Exploration,
  | 'question'
  | 'answered'
  | 'answer'
  | 'request'
  | 'relations'
  | 'counts'
  | 'placed'
  | 'placedRelations'
  | 'expansions'
  | 'expanding'
  | 'hidden'
  | 'setAside'
  | 'pinned'
  | 'layout'
  | 'grouping'
  | 'opened'
  | 'ways'
  | 'picture'
  | 'looks'
  | 'step'
>;

/** What is kept of a state. What it awaited is not: a restored state asks for nothing. */
export function undoableOf(exploration: Exploration): Undoable {
  const { answered, answer, relations, counts, placed, placedRelations, expansions } = exploration;
  const { hidden, setAside, pinned, layout, grouping, opened, ways, picture, looks, step } = exploration;
  return {
    question: answered ?? exploration.question,
    answered,
    answer,
    request: IDLE,
    relations,
    counts,
    placed,
    placedRelations,
    expansions,
    expanding: {},
    hidden,
    setAside,
    pinned,
    layout,
    grouping,
    opened,
    ways,
    picture,
    looks,
    step,
  };
}

/** Whether something was asked for that has not come: an answer or a group is awaited, or the question failed. */
export function isUnfinished({ request, expanding }: Exploration): boolean {
  return request.status !== 'idle' || Object.values(expanding).some(({ status }) => status === 'loading');
}

/** Gives up everything that was asked for and has not come. */
export function giveUp(exploration: Exploration): Exploration {
  return { ...exploration, question: exploration.answered ?? exploration.question, request: IDLE, expanding: {} };
}

/** After a restored state was put in place: what it does not know can be neither selected nor pointed at. */
export function afterRestoring(exploration: Exploration): Exploration {
  return forgetMissing({ ...exploration, hover: null });
}

/** The steps that led here and those that were undone. */
export interface Steps {
  /** Oldest first: the last is what undoing once takes back. */
  readonly past: readonly Step[];
  /** What redoing once does comes first. */
  readonly future: readonly Step[];
}

/** The steps as a history keeps them: each state names what led to it. */
export function stepsOf(
  step: Step | null,
  {
    pastStates,
    futureStates,
  }: { readonly pastStates: readonly Partial<Undoable>[]; readonly futureStates: readonly Partial<Undoable>[] },
): Steps {
  const ledTo = (states: readonly Partial<Undoable>[]): readonly Step[] => states.flatMap((state) => state.step ?? []);
  return {
    past: pastStates.length === 0 || step === null ? [] : [...ledTo(pastStates.slice(1)), step],
    future: ledTo(futureStates).toReversed(),
  };
}
