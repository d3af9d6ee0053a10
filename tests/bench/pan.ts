/**
 * Frames a second while a picture is dragged about by a real mouse in a real Chromium without a GPU: ours, with names and
 * shapes, against a plain Cytoscape of the same nodes and relations with its default settings, in the same run.
 */
import { check, median, type Benchmark } from './benchmark.ts';
import { countDrawn, panRate } from './pan-gesture.ts';
import { arrived, startViewPage, type ViewPage } from './view-page.ts';

const ROUNDS = 3;
const GESTURE = 2_000;

async function rate(view: ViewPage, who: 'ours' | 'plain', nodes: number, relations: number): Promise<number> {
  const page = await view.open({ who, layout: 'grid', nodes, relations });
  try {
    await arrived(page, nodes);
    const drawn = await countDrawn(page);
    check(drawn.nodes === nodes, `${who} drew ${drawn.nodes} of ${nodes} nodes`);
    check(drawn.lines >= relations * 0.95, `${who} drew ${drawn.lines} lines of ${relations} relations`);
    await panRate(page, GESTURE / 2);
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rates.push(await panRate(page, GESTURE));
    return median(rates);
  } finally {
    await page.close();
  }
}

function panBenchmark(nodes: number, relations: number, least: number): Benchmark {
  const name = `pan-${nodes}`;
  return {
    name,
    run: async () => {
      const view = await startViewPage();
      try {
        const value = await rate(view, 'ours', nodes, relations);
        const peerValue = await rate(view, 'plain', nodes, relations);
        return [
          {
            name,
            value,
            unit: 'frames/s',
            peer: 'plain Cytoscape, default settings, grid',
            peerValue,
            ratio: value / peerValue,
            goal: `at least ${least} frames/s`,
            pass: value >= least,
          },
        ];
      } finally {
        await view.stop();
      }
    },
  };
}

export const pan1000Benchmark = panBenchmark(1_000, 1_700, 45);
export const pan3000Benchmark = panBenchmark(3_000, 5_000, 30);
