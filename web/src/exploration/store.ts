import { temporal, type TemporalState } from 'zundo';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { NEW_EXPLORATION, type Exploration } from './exploration.ts';
import { STEPS_KEPT, undoableOf, type Undoable } from './history.ts';
import { goesOn } from './step.ts';

/** The exploration with its history: `temporal` keeps the states before every step, and those that were undone. */
export type ExplorationStore = StoreApi<Exploration> & { readonly temporal: StoreApi<TemporalState<Undoable>> };

/**
 * A store of plain values without a framework. It is changed by transitions only:
 * `store.setState((exploration) => select(exploration, { kind: 'node', id }))`. A transition that sets another `step` is
 * kept in the history, every other is not; nor is one that goes on with the step before it.
 */
export function createExploration(initial: Partial<Exploration> = {}): ExplorationStore {
  return createStore<Exploration>()(
    temporal(() => ({ ...NEW_EXPLORATION, ...initial }), {
      partialize: undoableOf,
      equality: (before, after) => before.step === after.step || goesOn(before.step, after.step),
      limit: STEPS_KEPT,
    }),
  );
}
