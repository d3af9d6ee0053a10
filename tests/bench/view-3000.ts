/**
 * 3,000 nodes and 5,000 relations arrive on the page: seconds until all of them are drawn and a drag by a real mouse has moved
 * the picture, against a plain Cytoscape that lays the same out by its own force layout (cose).
 */
import type { Page } from '@playwright/test';
import { check, seconds, type Benchmark } from './benchmark.ts';
import { countDrawn, dragOnce } from './pan-gesture.ts';
import { arrived, startViewPage, type ViewPage } from './view-page.ts';

const [NODES, RELATIONS] = [3_000, 5_000];
const LIMIT = 5;

async function toFirstPan(view: ViewPage, who: 'ours' | 'plain'): Promise<number> {
  const page: Page = await view.open({ who, layout: 'cose', nodes: NODES, relations: RELATIONS });
  try {
    const taken = await seconds(async () => {
      await arrived(page, NODES);
      await dragOnce(page);
    });
    const drawn = await countDrawn(page);
    check(drawn.nodes === NODES, `${who} drew ${drawn.nodes} of ${NODES} nodes`);
    check(drawn.lines >= RELATIONS * 0.95, `${who} drew ${drawn.lines} lines of ${RELATIONS} relations`);
    return taken;
  } finally {
    await page.close();
  }
}

export const view3000Benchmark: Benchmark = {
  name: 'view-3000',
  run: async () => {
    const view = await startViewPage();
    try {
      const value = await toFirstPan(view, 'ours');
      const peerValue = await toFirstPan(view, 'plain');
      return [
        {
          name: 'view-3000',
          value,
          unit: 's',
          peer: 'plain Cytoscape, default settings, cose',
          peerValue,
          ratio: peerValue / value,
          goal: `under ${LIMIT} s`,
          pass: value < LIMIT,
        },
      ];
    } finally {
      await view.stop();
    }
  },
};
