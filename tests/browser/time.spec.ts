import type { Locator, Page } from '@playwright/test';
import { expect, test, waitForPicture } from './explorer.ts';
import { untilQuiet } from './quiet.ts';

const strip = (page: Page): Locator => page.getByRole('region', { name: 'Time' });
const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Year' });

/** Certainly and possibly, as the strip says them. */
async function countsOf(page: Page): Promise<readonly [certain: number, possible: number]> {
  const text = await strip(page).innerText();
  const [, certain, possible] = /(\d+) certainly, (\d+) possibly/.exec(text) ?? [];
  return [Number(certain), Number(possible)];
}

test('the strip counts the ties at any date, and a year keeps certain and possible apart', async ({ explorer }) => {
  const { page, answer } = explorer;
  await explorer.open();
  await expect(strip(page)).toContainText('15 ties at any date');
  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(strip(page)).toContainText(/As of \d{4}/);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /As of \d{4}.*certainly.*possibly/);
  await page.keyboard.press('End');
  await expect(strip(page)).toContainText('15 ties at any date');
  await page.keyboard.press('ArrowLeft');
  await expect(strip(page)).toContainText('As of 2025');
  // What the strip counted from the periods is what the API answers: as many rows, as many of them only possible.
  await untilQuiet(page);
  const [certain, possible] = await countsOf(page);
  await expect(answer.getByRole('button', { name: /Strength/ })).toHaveCount(certain + possible);
  await expect(answer.getByRole('button', { name: /possibly/i })).toHaveCount(possible);
});

test('dragging looks at a year at once, asks nothing until it is let go, and moves nothing', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const before = await explorer.picture();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) asked.push(request.url());
  });
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error('there is no slider');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 8, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, y, { steps: 5 });
  await expect(strip(page)).toContainText(/As of 19\d\d/);
  await expect.poll(async () => (await explorer.picture()).lines.length).toBeLessThan(before.lines.length);
  expect((await explorer.picture()).nodes).toEqual(before.nodes);
  expect(asked).toEqual([]);
  await page.mouse.up();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await expect(strip(page)).toContainText(/As of 19\d\d/);
});

test('Escape goes back to the date that was asked', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const before = await explorer.picture();
  await slider(page).focus();
  await page.keyboard.down('Home');
  await expect(strip(page)).toContainText(/As of \d{4}/);
  await page.keyboard.press('Escape');
  await expect(strip(page)).toContainText('15 ties at any date');
  await page.keyboard.up('Home');
  await waitForPicture(page);
  const after = await explorer.picture();
  expect(after.nodes).toEqual(before.nodes);
  const ids = (lines: typeof after.lines): readonly string[] => lines.map(({ id }) => id).sort();
  expect(ids(after.lines)).toEqual(ids(before.lines));
});

test('an exact date is asked as it is written, and a wrong one is told', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const field = page.getByRole('textbox', { name: 'Exact date' });
  await field.fill('2017-13');
  await field.press('Enter');
  await expect(page.getByText('Write a date as 2017, 2017-12 or 2017-12-26.')).toBeVisible();
  await field.fill('2017-12-26');
  await field.press('Enter');
  await expect(strip(page)).toContainText('As of 26 December 2017');
  await page.getByRole('button', { name: 'Any date', exact: true }).click();
  await expect(strip(page)).toContainText('15 ties at any date');
});

test('playing steps by year, and stops at any key', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await page.getByRole('button', { name: 'Play year by year' }).click();
  await expect(strip(page)).toContainText('As of 1980');
  await expect(strip(page)).toContainText('As of 1981');
  await page.keyboard.press('Shift');
  await expect(page.getByRole('button', { name: 'Play year by year' })).toBeVisible();
});

test('playing stops by itself at the last year', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const field = page.getByRole('textbox', { name: 'Exact date' });
  await field.fill('2024');
  await field.press('Enter');
  await expect(strip(page)).toContainText('As of 2024');
  await page.getByRole('button', { name: 'Play year by year' }).click();
  await expect(strip(page)).toContainText('As of 2025');
  await expect(page.getByRole('button', { name: 'Play year by year' })).toBeVisible();
  await expect(strip(page)).toContainText('As of 2025');
});
