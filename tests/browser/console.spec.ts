import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, SERVER, test } from './explorer.ts';
import { untilQuiet } from './quiet.ts';

const editor = (page: Page) => page.getByRole('region', { name: 'Operation Editor' });
const answer = (page: Page) => page.locator('.graphiql-response');

/** The console with its editor and the schema, as after every visit. */
async function openConsole(page: Page): Promise<void> {
  await page.goto(`${SERVER()}/console`);
  await expect(editor(page).locator('.monaco-editor')).toBeVisible();
  await untilQuiet(page);
}

/** A tab of its own with the caret in its editor. */
async function newTab(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New tab' }).click();
  await editor(page).locator('.view-lines').click();
}

test('a question is typed, completed from the schema, and run by keyboard', async ({ explorer: { page } }) => {
  await openConsole(page);
  await newTab(page);
  await page.keyboard.type('{ datas');
  const completion = page.locator('.suggest-widget.visible').getByRole('option', { name: /^dataset/ });
  await expect(completion).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' { node');
  await expect(page.locator('.suggest-widget.visible').getByRole('option', { name: /^nodeCount/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(answer(page)).toContainText(/"nodeCount":\s\d{3}/);
});

test('a wrong field is marked in the editor and refused by the API in words', async ({ explorer: { page, watch } }) => {
  watch.expected.push('Failed to load resource');
  await openConsole(page);
  await newTab(page);
  await page.keyboard.type('{ nothing }');
  await expect(editor(page).locator('.squiggly-error').first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(answer(page)).toContainText('Cannot query field');
});

test('an example opens in a tab of its own, once, with its variables, and runs', async ({ explorer: { page } }) => {
  await openConsole(page);
  const example = page.getByRole('button', { name: /^Find by name, even misspelt/ });
  await example.click();
  const tab = page.getByRole('tab', { name: 'Search' });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.graphiql-editor-tool')).toContainText('tegall metl');
  await page.keyboard.press('Control+Enter');
  await expect(answer(page)).toContainText('cluster:metal-tegal');
  await page.getByRole('tab', { name: 'Ties' }).click();
  await example.click();
  await expect(tab).toHaveCount(1);
  await expect(tab).toHaveAttribute('aria-selected', 'true');
});

test('an example is reached and run without a mouse', async ({ explorer: { page } }) => {
  await openConsole(page);
  const example = page.getByRole('button', { name: /^What is loaded/ });
  await page.getByRole('link', { name: 'Back to the explorer' }).focus();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await example.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(example).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Overview' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+Enter');
  await expect(answer(page)).toContainText('"revision"');
});

test('the first visit holds a question that runs; tabs are there again after a reload', async ({
  explorer: { page },
}) => {
  await openConsole(page);
  await expect(page.locator('.graphiql-editor-tool')).toContainText('"first": 5');
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await expect(answer(page)).toContainText('"tiedClusterCount": 5');
  await page.getByRole('button', { name: /^Where sources disagree/ }).click();
  await expect(page.getByRole('tab', { name: 'Disagreements' })).toBeVisible();
  // GraphiQL writes its tabs half a second after the last change.
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('graphiql:tabState') ?? ''))
    .toContain('Disagreements');
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Disagreements' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.graphiql-editor-tool')).toContainText('cluster:ship-components-pasuruan');
});

test('documentation comes from the schema, and history from what was run', async ({ explorer: { page } }) => {
  await openConsole(page);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page
    .getByRole('link', { name: 'Query' })
    .or(page.getByText('Query', { exact: true }))
    .first()
    .click();
  await expect(page.locator('.graphiql-plugin')).toContainText('forgives misspelling');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await expect(answer(page)).toContainText('"totalCount"');
  await page.getByRole('button', { name: 'Show History' }).click();
  await expect(page.locator('.graphiql-plugin')).toContainText('Ties');
});

test('Prettify writes a question in good form', async ({ explorer: { page } }) => {
  await openConsole(page);
  await newTab(page);
  await page.keyboard.insertText('{dataset{revision}}');
  await page.getByRole('button', { name: /^Prettify query/ }).click();
  await expect(editor(page).locator('.view-line')).toHaveCount(6);
});

test('light and dark follow the system and the button, and the way back leads to the explorer', async ({
  explorer: { page },
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openConsole(page);
  await expect(page.locator('body')).toHaveClass(/graphiql-dark/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle('Sentra console');
  await page.getByRole('button', { name: 'Light colours' }).click();
  await expect(page.locator('body')).toHaveClass(/graphiql-light/);
  await page.reload();
  await expect(page.locator('body')).toHaveClass(/graphiql-light/);
  await page.getByRole('link', { name: 'Back to the explorer' }).click();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('5 of 25');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

/** What axe finds in GraphiQL 5.4 itself: its tabs are a role=tab with the button inside. */
const GRAPHIQL_OWN = [{ id: 'nested-interactive', at: /^\.graphiql-tab/ }] as const;

for (const scheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`axe finds nothing in the console, ${scheme}, ${width} px`, async ({ explorer: { page } }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      await openConsole(page);
      const open = page.getByRole('button', { name: 'Show Examples' });
      if (await open.isVisible()) await open.click();
      await expect(page.getByRole('heading', { name: 'Examples' })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      const ours = violations
        .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => ({ id, at: target.join(' '), html })))
        .filter(({ id, at }) => !GRAPHIQL_OWN.some((known) => known.id === id && known.at.test(at)));
      expect(ours).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}
