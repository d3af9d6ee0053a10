import { createStore, type StoreApi } from 'zustand/vanilla';
import { NEW_EXPLORATION, type Exploration } from './exploration.ts';

export type ExplorationStore = StoreApi<Exploration>;

/**
 * A store of plain values without a framework. It is changed by transitions only:
 * `store.setState((exploration) => select(exploration, { kind: 'node', id }))`.
 */
export function createExploration(initial: Partial<Exploration> = {}): ExplorationStore {
  return createStore<Exploration>()(() => ({ ...NEW_EXPLORATION, ...initial }));
}
