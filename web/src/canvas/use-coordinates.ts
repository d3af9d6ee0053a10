import type { NodeId } from '#vocabulary';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { ExplorationStore } from '../exploration/store.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import type { Coordinates } from './layout/geographic.ts';

const NONE: ReadonlyMap<NodeId, Coordinates> = new Map();

/** Where the drawn nodes are on the map, while the layout goes by it; those without a place are not among them. */
export function useCoordinates(store: ExplorationStore, graph: VisibleGraph): ReadonlyMap<NodeId, Coordinates> {
  const byPlace = useStore(store, (exploration) => exploration.layout === 'PLACES');
  return useMemo(() => {
    if (!byPlace) return NONE;
    const { nodes } = store.getState();
    return new Map(
      graph.nodes.flatMap(({ id }) => {
        const at = nodes[id]?.at ?? null;
        return at === null ? [] : [[id, { longitude: at.longitude, latitude: at.latitude }] as const];
      }),
    );
  }, [byPlace, graph, store]);
}
