/**
 * 1,000 times a group of 30 nodes comes into the picture and goes again: the page's heap afterwards against the heap before, both
 * after a full collection of garbage, and no canvas that is kept without being in the page.
 */
import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';
import { check, type Benchmark } from './benchmark.ts';
import { countDrawn } from './pan-gesture.ts';
import { arrived, startViewPage } from './view-page.ts';

const [PAIRS, WARM_UP] = [1_000, 100];
const MEGABYTE = 2 ** 20;

async function heapOf(session: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / MEGABYTE;
}

/** Canvases that JavaScript still holds, and those in the page. */
async function canvases(page: Page, session: CDPSession): Promise<{ readonly held: number; readonly inPage: number }> {
  const prototype = await session.send('Runtime.evaluate', { expression: 'HTMLCanvasElement.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.result.objectId ?? '',
  });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  const inPage = await page.evaluate(() => document.querySelectorAll('canvas').length);
  return { held: z.number().parse(result.value), inPage };
}

export const heapBenchmark: Benchmark = {
  name: 'heap',
  run: async () => {
    const view = await startViewPage();
    try {
      const page = await view.open({ who: 'ours', layout: 'grid', nodes: 60, relations: 90 });
      page.setDefaultTimeout(300_000);
      await arrived(page, 60);
      const session = await page.context().newCDPSession(page);
      await page.evaluate(`openAndClose(${WARM_UP})`);
      const before = await heapOf(session);
      const canvasesBefore = await canvases(page, session);
      await page.evaluate(`openAndClose(${PAIRS})`);
      const value = await heapOf(session);
      const after = await canvases(page, session);
      check((await countDrawn(page)).nodes === 60, 'the picture is not what it was');
      check(after.held === canvasesBefore.held, `${after.held} canvases are held, ${canvasesBefore.held} were before`);
      check(
        after.inPage === canvasesBefore.inPage,
        `${after.inPage} canvases in the page, ${canvasesBefore.inPage} before`,
      );
      return [
        {
          name: 'heap',
          value,
          unit: `MB after ${PAIRS} pairs`,
          peer: 'the same page before them',
          peerValue: before,
          ratio: before / value,
          goal: 'within 10 % of the start',
          pass: value <= before * 1.1,
        },
      ];
    } finally {
      await view.stop();
    }
  },
};
