/** What a request's resolvers may touch. Made anew for every request, so that loaders never answer from another one's past. */
import type { ProjectionSnapshot } from '../projection/projection-keeper.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { createBudget } from './question-budget.ts';

export interface RequestContext {
  readonly store: GraphStore;
  /** Taken once, so that all parts of one answer are of one revision. */
  readonly snapshot: ProjectionSnapshot;
  readonly loaders: Loaders;
  /** Stands in the log beside everything that this request caused. */
  readonly requestId: string;
}

export interface ContextSources {
  readonly store: GraphStore;
  readonly currentSnapshot: () => ProjectionSnapshot;
}

export function createContext(sources: ContextSources, requestId: string): RequestContext {
  return {
    store: sources.store,
    snapshot: sources.currentSnapshot(),
    loaders: createLoaders(sources.store, createBudget()),
    requestId,
  };
}
