import { z } from 'zod/mini';
import type { NodeId } from '#vocabulary';
import { arrange, type ArrangeRequest } from './arrange.ts';
import type { Placement, Placements } from './placement.ts';

/** From so many nodes on the page would stand still for longer than a frame or two. */
const BESIDE_FROM = 400;

const Answer = z.object({
  id: z.number(),
  places: z.map(
    z.string(),
    z.object({ x: z.number(), y: z.number(), side: z.enum(['left', 'right', 'below', 'above']) }),
  ),
});

/** Lays pictures out: small ones at once, large ones in a worker. */
export interface Planner {
  /** The arrangement at once, or null when it is made beside the page: then `done` is called, unless another is asked for before. */
  readonly plan: (request: ArrangeRequest, done: (places: Placements) => void) => Placements | null;
  readonly destroy: () => void;
}

export function createPlanner(): Planner {
  let worker: Worker | null = null;
  let asked = 0;
  let waiting: { readonly request: ArrangeRequest; readonly done: (places: Placements) => void } | null = null;

  function start(): Worker {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', (event: MessageEvent<unknown>) => {
      const { id, places } = Answer.parse(event.data);
      if (id !== asked || waiting === null) return;
      const { done, request } = waiting;
      waiting = null;
      const placed = new Map<NodeId, Placement>();
      for (const node of request.graph.nodes) {
        const place = places.get(node.id);
        if (place !== undefined) placed.set(node.id, place);
      }
      done(placed);
    });
    // A browser that cannot start it lays out on the page: slower, but drawn.
    started.addEventListener('error', () => {
      const lost = waiting;
      waiting = null;
      if (lost !== null) lost.done(arrange(lost.request));
    });
    return started;
  }

  return {
    plan: (request, done) => {
      asked += 1;
      waiting = null;
      if (request.graph.nodes.length < BESIDE_FROM) return arrange(request);
      waiting = { request, done };
      worker ??= start();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      worker.postMessage({ id: asked, request });
      return null;
    },
    destroy: () => {
      waiting = null;
      worker?.terminate();
    },
  };
}
