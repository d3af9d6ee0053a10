import type { Locator, Page } from '@playwright/test';
import { fitted, toScreen, type Room } from '../../web/src/map/camera.ts';
import { INDONESIA, onMap } from '../../web/src/map/projection.ts';
import { expect, test, type Explorer } from './explorer.ts';
import { untilQuiet } from './quiet.ts';

const DOGIYAI = { longitude: 135.61, latitude: -4.05 };
const EAST_JAVA = { longitude: 112.44, latitude: -7.47 };

const mapOf = (page: Page): Locator => page.getByRole('application', { name: 'Map' });
const scaleOf = (page: Page): Locator => page.getByText(/^[\d,]+ km$/);

/** Opens the map with its key and waits for it to stand. */
async function openMap({ page }: Pick<Explorer, 'page'>): Promise<void> {
  await page.keyboard.press('3');
  await expect(mapOf(page)).toBeVisible();
  await expect(page.getByText(/nodes on the map/).first()).toBeVisible();
  await untilQuiet(page);
}

/** Where a point of the earth stands on the screen, as the map is first shown. */
async function spotOf(page: Page, place: typeof DOGIYAI): Promise<{ x: number; y: number }> {
  const box = await mapOf(page).boundingBox();
  if (box === null) throw new Error('there is no map');
  const room: Room = { width: box.width, height: box.height };
  const { x, y } = toScreen(fitted(INDONESIA, room), onMap(place));
  return { x: box.x + x, y: box.y + y };
}

/** Kilometres of the scale bar. */
async function kilometres(page: Page): Promise<number> {
  return Number((await scaleOf(page).innerText()).replace(/[^\d]/g, ''));
}

test('the map shows what has a place, and keeps beside it what has none', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await openMap(explorer);
  await expect(page.getByText('25 of 38 nodes on the map').first()).toBeVisible();
  const tray = page.getByRole('region', { name: '13 without a place' });
  await expect(tray.getByRole('listitem')).toHaveCount(13);
  await expect(tray).toContainText('17 of 17 lines are not drawn');
  const all = page.getByRole('list', { name: 'All nodes, with their place' });
  await expect(all.getByRole('listitem')).toHaveCount(38);
  await expect(all).toContainText(/Pewter crafts of Bangka Belitung[^.]*shown at Bangka Belitung Islands/);
});

test('a click on the map selects, and the selection is the same in every view', async ({ explorer }) => {
  const { page, details } = explorer;
  await explorer.open();
  await openMap(explorer);
  const at = await spotOf(page, DOGIYAI);
  await page.mouse.click(at.x, at.y);
  await expect(details).toContainText('Coffee processing SMI of Dogiyai');
  await page.keyboard.press('2');
  await expect(explorer.graph).toBeVisible();
  await expect(details).toContainText('Coffee processing SMI of Dogiyai');
  await page.keyboard.press('3');
  await expect(mapOf(page)).toBeVisible();
  await expect(details).toContainText('Coffee processing SMI of Dogiyai');
});

test('what stands in the tray opens its details', async ({ explorer }) => {
  await explorer.open();
  await openMap(explorer);
  const firm = explorer.page.getByRole('region', { name: /without a place/ }).getByRole('button', { name: /Kayaba/ });
  await firm.click();
  await expect(explorer.details).toContainText('Kayaba');
  await expect(firm).toHaveAttribute('aria-pressed', 'true');
});

test('several at one place are counted, and a click comes nearer', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await openMap(explorer);
  const before = await kilometres(page);
  const at = await spotOf(page, EAST_JAVA);
  await page.mouse.click(at.x, at.y);
  await expect.poll(() => kilometres(page)).toBeLessThan(before / 2);
});

test('the wheel zooms to the pointer, and a drag moves the map', async ({ explorer }) => {
  const { page, details } = explorer;
  await explorer.open();
  await openMap(explorer);
  const at = await spotOf(page, DOGIYAI);
  await page.mouse.move(at.x, at.y);
  for (let turn = 0; turn < 6; turn += 1) await page.mouse.wheel(0, -100);
  await expect.poll(() => kilometres(page)).toBeLessThan(500);
  await page.mouse.move(at.x + 60, at.y - 60);
  await page.mouse.down();
  await page.mouse.move(at.x - 60, at.y - 20, { steps: 4 });
  await page.mouse.up();
  await expect(details).toBeHidden();
  // Dogiyai was under the pointer all the time, and went with the drag.
  await page.mouse.click(at.x - 120, at.y + 40);
  await expect(details).toContainText('Dogiyai');
});

test('the keyboard alone walks the map, opens places and details', async ({ explorer }) => {
  const { page, details } = explorer;
  await explorer.open();
  await openMap(explorer);
  const spoken = page.locator('main p.spoken[aria-live="polite"]');
  await mapOf(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(spoken).not.toContainText('on the map');
  const first = await spoken.innerText();
  await page.keyboard.press('ArrowRight');
  await expect(spoken).not.toHaveText(first);

  const said = new Set<string>();
  await page.keyboard.press('Home');
  for (;;) {
    const text = await spoken.innerText();
    if (said.has(text)) break;
    said.add(text);
    await page.keyboard.press('PageDown');
  }
  // Everything with a place is in something that was said.
  const everything = [...said].join(' ');
  for (const name of ['Dogiyai', 'Ngingas', 'Makassar', 'Silahisabungan', 'Aloe vera']) {
    expect(everything).toContain(name);
  }

  await page.keyboard.press('End');
  while (!(await spoken.innerText()).includes('Enter shows them')) await page.keyboard.press('PageUp');
  const far = await kilometres(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => kilometres(page)).toBeLessThan(far);
  for (let step = 0; step < 40 && (await spoken.innerText()).includes('Enter shows them'); step += 1) {
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
  await expect(details).toBeVisible();
});

test.describe('with a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('two fingers zoom, and nothing of the map is wider than the screen', async ({ explorer }) => {
    const { page } = explorer;
    await explorer.open();
    await page
      .getByRole('radio', { name: 'Map' })
      .or(page.getByRole('tab', { name: 'Map' }))
      .tap();
    await expect(mapOf(page)).toBeVisible();
    await untilQuiet(page);
    const before = await kilometres(page);
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number | null): Promise<unknown> =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          apart === null
            ? []
            : [
                { x: 195 - apart, y: 420, id: 0 },
                { x: 195 + apart, y: 420, id: 1 },
              ],
      });
    await touch('touchStart', 20);
    for (const apart of [40, 70, 100, 140]) await touch('touchMove', apart);
    await touch('touchEnd', null);
    await expect.poll(() => kilometres(page)).toBeLessThan(before / 2);
    expect((await mapOf(page).boundingBox())?.width).toBeLessThanOrEqual(390);
    const tray = page.getByRole('region', { name: /without a place/ });
    expect(await tray.evaluate((element) => element.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

test('Shift marks on the map as on the graph, and M does for the keyboard', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await openMap(explorer);
  const at = await spotOf(page, DOGIYAI);
  await page.keyboard.down('Shift');
  await page.mouse.click(at.x, at.y);
  await page.keyboard.up('Shift');
  await expect(page.getByText(/^1 (node )?marked/)).toBeVisible();
  await expect(explorer.details).toBeHidden();
  await page.keyboard.down('Shift');
  await page.mouse.click(at.x, at.y);
  await page.keyboard.up('Shift');
  await expect(page.getByText(/^1 (node )?marked/)).toBeHidden();
  await mapOf(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('m');
  await expect(page.getByText(/\d+ (nodes? )?marked/)).toBeVisible();
});
