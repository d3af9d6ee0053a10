import { createContext, use, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Exploration } from '../exploration/exploration.ts';
import { stepsOf, type Steps } from '../exploration/history.ts';
import { visibleGraphNow, type VisibleGraph } from '../exploration/visible-graph.ts';
import type { Explorer } from './explorer.ts';

/** Holds the page's one explorer; set by the app. */
export const ExplorerContext = createContext<Explorer | null>(null);

/** What panels may do. */
export function useExplorer(): Explorer {
  const explorer = use(ExplorerContext);
  if (explorer === null) throw new Error('No explorer: wrap the page in ExplorerContext');
  return explorer;
}

/** A part of what the page knows; draws again when that part changes. */
export function useExploration<Part>(select: (exploration: Exploration) => Part): Part {
  return useStore(useExplorer().store, select);
}

/** The steps that led here and those that were undone; draws again when they change. */
export function useSteps(): Steps {
  const { store } = useExplorer();
  const kept = useStore(store.temporal);
  const step = useStore(store, (exploration) => exploration.step);
  return useMemo(() => stepsOf(step, kept), [step, kept]);
}

/** What is drawn. */
export function useVisibleGraph(): VisibleGraph {
  return useExploration(visibleGraphNow);
}
