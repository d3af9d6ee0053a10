import type { PictureKeeper } from '../actions/open-view.ts';
import { middleOf, restoreStanding, standing } from '../canvas/standing.ts';
import type { ExplorationStore } from '../exploration/store.ts';
import { mapMiddleOf, restoreMap } from '../map/memory.ts';
import { parseNodeId } from '#vocabulary';
import { isGroupNodeId } from '../exploration/arrangement.ts';

/** What graph and map know of where things stand, for views that are kept and sent. */
export function pictureKeeper(store: ExplorationStore): PictureKeeper {
  return {
    read: () => ({ places: standing(store).places, camera: middleOf(store), map: mapMiddleOf(store) }),
    restore: ({ graph, places, layout, step, camera, map }) => {
      const stands = new Map([...places].map(([id, at]) => [isGroupNodeId(id) ? id : parseNodeId(id), at]));
      if (camera !== null && stands.size > 0) {
        restoreStanding(store, { graph, places: stands, layout, step, middle: camera });
      }
      restoreMap(store, map);
    },
  };
}
