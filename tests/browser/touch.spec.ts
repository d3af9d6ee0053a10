import type { CDPSession, Page } from '@playwright/test';
import { expect, test, waitForPicture, type Explorer } from './explorer.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

interface Finger {
  readonly x: number;
  readonly y: number;
}

const touch = (
  hand: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  fingers: readonly Finger[],
): Promise<unknown> =>
  hand.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map(({ x, y }, id) => ({ x, y, id })) });

/** Two fingers that part from a point, until they are as far apart as told. */
async function pinch(page: Page, { x, y }: Finger, from: number, to: number): Promise<void> {
  const hand = await page.context().newCDPSession(page);
  const apart = (by: number): readonly Finger[] => [
    { x: x - by / 2, y },
    { x: x + by / 2, y },
  ];
  await touch(hand, 'touchStart', apart(from));
  for (let step = 1; step <= 8; step += 1) await touch(hand, 'touchMove', apart(from + ((to - from) * step) / 8));
  await touch(hand, 'touchEnd', []);
}

async function openGraph({ page, open }: Explorer): Promise<void> {
  await open();
  await page
    .getByRole('radio', { name: 'Graph' })
    .or(page.getByRole('tab', { name: 'Graph' }))
    .tap();
  await waitForPicture(page);
}

test('two fingers zoom the graph', async ({ explorer }) => {
  await openGraph(explorer);
  const before = (await explorer.picture()).zoom;
  await pinch(explorer.page, { x: 195, y: 480 }, 80, 200);
  await expect.poll(async () => (await explorer.picture()).zoom).toBeGreaterThan(before * 1.5);
  await pinch(explorer.page, { x: 195, y: 480 }, 200, 60);
  await expect.poll(async () => (await explorer.picture()).zoom).toBeLessThan(before * 1.5);
});

test('a long press on a node opens its actions, and selects nothing', async ({ explorer }) => {
  const { page, picture, details } = explorer;
  await openGraph(explorer);
  const at = Object.entries((await picture()).nodes).find(
    ([id, { x, y }]) => id.startsWith('cluster:') && x > 30 && x < 360 && y > 290 && y < 700,
  )?.[1];
  if (at === undefined) throw new Error('no cluster is on the screen');
  const hand = await page.context().newCDPSession(page);
  await touch(hand, 'touchStart', [at]);
  await expect(page.getByRole('menu')).toBeVisible();
  await touch(hand, 'touchEnd', []);
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(details).toBeHidden();
});
