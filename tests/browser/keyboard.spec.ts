import type { Page } from '@playwright/test';
import { expect, test, type Explorer } from './explorer.ts';

/** Goes on with Tab until the element has the focus; fails when it cannot be reached. */
async function tabTo(page: Page, reached: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    if (await reached()) return;
    await page.keyboard.press('Tab');
  }
  expect(await reached(), 'reached with Tab').toBe(true);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.matches('button, a, input, [role="option"]') !== true
      ? ''
      : `${element.getAttribute('aria-label') ?? ''} ${element.textContent ?? ''}`;
  });

const onGraph = (explorer: Explorer): Promise<void> =>
  tabTo(explorer.page, () => explorer.graph.evaluate((element) => element === document.activeElement));

test('the first Tab after loading lands on the skip link', async ({ explorer }) => {
  await explorer.open();
  await expect(explorer.page.locator('body')).toBeFocused();
  await explorer.page.keyboard.press('Tab');
  await expect(explorer.page.getByRole('link', { name: 'Skip to the answer' })).toBeFocused();
});

test('the graph is walked with arrows and speaks what it stands on', async ({ explorer }) => {
  await explorer.open();
  await onGraph(explorer);
  await explorer.page.keyboard.press('ArrowRight');
  const spoken = explorer.page.locator('[aria-live="polite"]', { hasText: /large industry|SMI cluster/ });
  await expect(spoken.first()).toContainText(/relations|tie/);
  const first = await spoken.first().textContent();
  await explorer.page.keyboard.press('ArrowRight');
  await expect(spoken.first()).not.toHaveText(first ?? '');
});

test('Enter opens the details, E offers to expand, C collapses, all without a mouse', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const before = Object.keys((await explorer.picture()).nodes).length;
  await onGraph(explorer);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(explorer.details.getByRole('heading').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await onGraph(explorer);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: /^Expand/ });
  await expect(dialog).toBeVisible();
  await tabTo(page, async () => (await focused(page)).includes('Add '));
  await page.keyboard.press('Enter');
  await expect.poll(async () => Object.keys((await explorer.picture()).nodes).length).toBeGreaterThan(before);
  await onGraph(explorer);
  await page.keyboard.press('c');
  await expect.poll(async () => Object.keys((await explorer.picture()).nodes).length).toBe(before);
});

test('plus, minus and F zoom and fit the graph', async ({ explorer }) => {
  await explorer.open();
  const before = (await explorer.picture()).zoom;
  await onGraph(explorer);
  await explorer.page.keyboard.press('+');
  await expect.poll(async () => (await explorer.picture()).zoom / before).toBeCloseTo(1.2, 2);
  await explorer.page.keyboard.press('-');
  await explorer.page.keyboard.press('-');
  await expect.poll(async () => (await explorer.picture()).zoom / before).toBeCloseTo(1 / 1.2, 2);
  await explorer.page.keyboard.press('f');
  await expect.poll(async () => (await explorer.picture()).zoom / before).toBeCloseTo(1, 2);
});

test('the slash key searches, arrows and Enter open a hit, Escape goes back', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await page.keyboard.press('/');
  await page.keyboard.type('kemenprin');
  await expect(page.getByRole('option').first()).toContainText('Ministry of Industry');
  // The best hit is the first choice; the arrows go to others and back.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(explorer.details.getByRole('heading', { name: 'Ministry of Industry' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(explorer.details).toBeHidden();
});

test('Enter on "Add to the graph" leaves the focus on the button that removes, and back', async ({ explorer }) => {
  const { page, details } = explorer;
  await explorer.open();
  await page.keyboard.press('/');
  await page.keyboard.type('kemenprin');
  await expect(page.getByRole('option').first()).toContainText('Ministry of Industry');
  await page.keyboard.press('Enter');
  const actions = details.locator('.details-actions');
  const add = actions.getByRole('button', { name: 'Add to the graph' });
  const remove = actions.getByRole('button', { name: 'Remove from the graph' });
  await expect(add).toBeVisible();
  await tabTo(page, () => add.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Enter');
  await expect(remove).toBeFocused();
  await expect(add).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(add).toBeFocused();
});

test("Enter on a group's eye keeps the focus while the group loads and after", async ({ explorer }) => {
  const { page, details } = explorer;
  await explorer.open();
  await page.keyboard.press('/');
  await page.keyboard.type('kemenprin');
  await expect(page.getByRole('option').first()).toContainText('Ministry of Industry');
  await page.keyboard.press('Enter');
  const eye = details.getByRole('button', { name: /^Show in the graph/ }).first();
  // The rows ask the same query: they are there before the group is opened.
  await expect(details.locator('.rows li').first()).toBeVisible();
  await tabTo(page, () => eye.evaluate((element) => element === document.activeElement));
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked = 0;
  await page.route('**/graphql', async (route) => {
    if (/query Neighbourhood\b/.test(route.request().postData() ?? '')) {
      asked += 1;
      await released;
    }
    await route.continue();
  });
  await page.keyboard.press('Enter');
  await expect(eye).toHaveAccessibleName('Show in the graph: Loading');
  await expect(eye).toHaveAttribute('aria-disabled', 'true');
  await expect(eye).toBeFocused();
  await page.keyboard.press('Enter');
  release();
  await expect(page.locator(':focus')).toHaveAccessibleName('Remove from the graph');
  expect(asked).toBe(1);
});

test('a tie is opened from the list, and its source read, by keyboard', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await tabTo(page, async () => /Strength/.test(await focused(page)));
  await page.keyboard.press('Enter');
  await expect(explorer.details).toContainText('Route');
  await tabTo(page, () => page.evaluate(() => document.activeElement?.tagName === 'A'));
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(/^https?:/);
});

test('the evidence filter is set by keyboard', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await tabTo(page, async () => /Evidence/.test(await focused(page)));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /^Documented/ })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(explorer.answer.getByRole('button', { name: /Strength/ })).toHaveCount(32);
});

test('the view is changed with 2 and 4, and 1 leads to the list', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await page.keyboard.press('4');
  const table = page.getByRole('region', { name: 'Table of what is drawn' });
  await expect(table).toBeVisible();
  await page.keyboard.press('2');
  await expect(table).toBeHidden();
  await expect(explorer.graph).toBeVisible();
  await page.keyboard.press('1');
  await expect(explorer.answer).toBeFocused();
  await expect(explorer.graph).toBeVisible();
});
