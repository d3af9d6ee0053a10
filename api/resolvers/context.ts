/** What a request's resolvers may touch. Made anew for every request, so that loaders never answer from another one's past. */
import type { Principal } from '../access/principal.ts';
import type { AnalysisPool } from '../analysis/worker/analysis-pool.ts';
import type { Edition } from '../edition/editions.ts';
import type { ProjectionSnapshot } from '../projection/projection-keeper.ts';
import type { InputOutputTable } from '../projection/input-output-table.ts';
import type { GraphQuestions } from '../store/graph-store.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { createBudget, type QuestionBudget } from './question-budget.ts';

export interface RequestContext {
  /** For this request: what is asked ends when nobody waits any more. */
  readonly store: GraphQuestions;
  /** Taken once, so that whatever is asked of the projection in one answer is of one revision. Look-ups ask the store as it is now. */
  readonly snapshot: ProjectionSnapshot;
  readonly loaders: Loaders;
  /** Of the store that the service stands on, whatever the edition is kept in. */
  readonly engine: GraphQuestions['engine'];
  /** Input-output tables that were loaded from files, by id. */
  readonly tableFiles: readonly InputOutputTable[];
  /** Brings the snapshot up to the store, for the question that is asked next. Never fails. */
  readonly catchUp: () => Promise<void>;
  /** What the request may still cost; loaders spend from it, questions to the projection by COSTS. */
  readonly budget: QuestionBudget;
  /** Answers analyses, long ones in other threads. */
  readonly analyses: AnalysisPool;
  /** Aborted when nobody waits for the answer any more; absent: somebody always does. */
  readonly signal: AbortSignal | undefined;
  /** Who asks. What they may ask was looked at before; what they may see is chosen by it. */
  readonly principal: Principal;
  /** Stands in the log beside everything that this request caused. */
  readonly requestId: string;
}

export interface ContextSources extends Edition {
  readonly analyses: AnalysisPool;
  readonly engine: GraphQuestions['engine'];
}

/** Who asks, for what, and how long. */
export interface Asking {
  readonly principal: Principal;
  readonly requestId: string;
  readonly signal?: AbortSignal;
}

export function createContext(sources: ContextSources, { principal, requestId, signal }: Asking): RequestContext {
  const budget = createBudget();
  const store = signal === undefined ? sources.store : sources.store.during(signal);
  return {
    store,
    snapshot: sources.keeper.current(),
    loaders: createLoaders(store, budget),
    engine: sources.engine,
    tableFiles: sources.tableFiles,
    budget,
    analyses: sources.analyses,
    signal,
    principal,
    // The question is refused either way; a store that is away says so to the next one.
    catchUp: () =>
      sources.keeper.refresh().then(
        () => undefined,
        () => undefined,
      ),
    requestId,
  };
}
