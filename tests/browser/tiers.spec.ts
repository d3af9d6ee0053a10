import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { counting } from './counted.ts';
import { expect, test, type Explorer } from './explorer.ts';

const ROUTE = 'UD KS Pro – supplies → PT Rachmat Perdana Adhimetal – supplies → PT Astra Honda Motor';

const panelOf = (page: Explorer['page']): ReturnType<Explorer['page']['getByRole']> =>
  page.getByRole('region', { name: 'Tiers of supply' });

const pictureOf = (page: Explorer['page']): ReturnType<Explorer['page']['getByRole']> =>
  page.getByRole('group', { name: 'Tiers', exact: true });

/** Finds PT Astra Honda Motor by a misspelt name and traces its suppliers, by keyboard. */
async function trace(
  { page, open, details }: Explorer,
  [typed, name] = ['astra hunda motor', 'PT Astra Honda Motor'],
): Promise<void> {
  await open();
  await page.keyboard.press('/');
  await page.keyboard.type(typed);
  await expect(page.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(details).toBeVisible();
  await page.keyboard.press('t');
  await expect(panelOf(page).getByRole('heading', { level: 3 }).first()).toBeVisible();
}

test('T3: two tiers up with their routes, in four interactions with the mouse', async ({ explorer }) => {
  const { page, open, details } = explorer;
  await open();
  const { click, type, took } = counting(page);
  await click(page.getByRole('search').getByRole('combobox'));
  await type('astra honda motor');
  await click(page.getByRole('option', { name: /PT Astra Honda Motor/ }));
  await click(details.getByRole('button', { name: 'Trace suppliers' }));
  const panel = panelOf(page);
  await expect(panel.getByRole('region', { name: 'Tier 2' })).toContainText(ROUTE);
  await expect(panel.getByRole('region', { name: 'Tier 2' }).getByRole('button')).toHaveCount(4);
  await expect(panel).toContainText('5 suppliers in 2 tiers');
  took(4);
});

test('T3: the same from a misspelt name by keyboard alone, in four', async ({ explorer }) => {
  const { page, open, details } = explorer;
  await open();
  const { press, type, took } = counting(page);
  await press('/');
  await type('astra hunda motor');
  await expect(page.getByRole('option').first()).toContainText('PT Astra Honda Motor');
  await press('Enter');
  await expect(details).toBeVisible();
  await press('t');
  await expect(panelOf(page).getByRole('region', { name: 'Tier 2' })).toContainText(ROUTE);
  took(4);
});

test('the picture has a column a tier, goods from left to right, and says what is not known', async ({ explorer }) => {
  await trace(explorer);
  const picture = pictureOf(explorer.page);
  const boxes = picture.getByRole('button');
  await expect(boxes).toHaveCount(6);
  const left = async (name: string): Promise<number> =>
    (await picture.getByRole('button', { name: new RegExp(`^${name}`) }).boundingBox())?.x ?? NaN;
  expect(await left('UD KS Pro')).toBeLessThan(await left('PT Rachmat'));
  expect(await left('PT Rachmat')).toBeLessThan(await left('PT Astra Honda'));
  await expect(picture).toContainText('Unknown');
  await expect(picture.locator('[data-look="UNSTATED"]')).toHaveCount(5);
  await expect(explorer.page.getByText('6 nodes, 5 relations, nothing cut')).toBeVisible();
  await expect(boxes.filter({ hasText: 'UD KS Pro' })).toHaveAccessibleName(
    /tier 2, supplies PT Rachmat Perdana Adhimetal, share unknown, nobody further is recorded/,
  );
});

test('an agreement is traced, but drawn hollow and counted apart', async ({ explorer }) => {
  await trace(explorer, ['dharma polimetal', 'PT Dharma Polimetal']);
  const { page } = explorer;
  await expect(panelOf(page)).toContainText('3 suppliers in 1 tier');
  await expect(panelOf(page)).toContainText('3 are agreed only');
  await expect(pictureOf(page).locator('[data-look="AGREED"]')).toHaveCount(3);
  await panelOf(page).getByRole('button', { name: 'Agreed to supply' }).click();
  await expect(panelOf(page).getByRole('heading', { name: /^Nobody is recorded as a supplier/ })).toBeVisible();
  await panelOf(page).getByRole('button', { name: 'Count every kind of supply' }).click();
  await expect(panelOf(page)).toContainText('3 suppliers in 1 tier');
});

test('the picture is walked with the arrow keys, Enter opens details, Escape closes them, then the trace', async ({
  explorer,
}) => {
  const { page, details } = explorer;
  await trace(explorer);
  const picture = pictureOf(page);
  await picture.getByRole('button', { name: /^PT Astra Honda/ }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(picture.getByRole('button', { name: /^PT Rachmat/ })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  const first = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  expect(first).toContain('tier 2');
  await page.keyboard.press('ArrowDown');
  await expect(picture.getByRole('button', { name: first })).not.toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(details.getByRole('heading', { name: 'PT Rachmat Perdana Adhimetal' })).toBeVisible();
  await expect(details).toBeFocused();
  await expect(picture.getByRole('button', { name: /^PT Rachmat/ })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toBeHidden();
  await expect(explorer.answer).toBeVisible();
});

test('what is selected in the list is selected in picture and table, and nothing moves', async ({ explorer }) => {
  const { page, details } = explorer;
  await trace(explorer);
  const box = pictureOf(page).getByRole('button', { name: /^PT Astra Honda/ });
  const width = (await box.boundingBox())?.width;
  await panelOf(page)
    .getByRole('button', { name: /^UD KS Pro/ })
    .click();
  await expect(details.getByRole('heading', { name: 'UD KS Pro' })).toBeVisible();
  await expect(pictureOf(page).getByRole('button', { name: /^UD KS Pro/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(pictureOf(page).getByRole('button', { name: /^UD KS Pro/ })).toBeInViewport({ ratio: 0.99 });
  expect((await box.boundingBox())?.width).toBe(width);
  await page.keyboard.press('4');
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['Tier', 'Node', 'Place', 'Share', 'Routes']);
  await expect(table.getByRole('row')).toHaveCount(6);
  await expect(table.getByRole('button', { name: 'UD KS Pro' })).toHaveAttribute('aria-pressed', 'true');
  await expect(table).toContainText(ROUTE);
});

test('a relation is opened by its band', async ({ explorer }) => {
  const { page, details } = explorer;
  await trace(explorer);
  await pictureOf(page).locator('[data-band]', { hasText: 'UD KS Pro' }).click();
  await expect(details).toContainText('UD KS Pro');
  await expect(details).toContainText('supplies');
});

test('the trace comes into the graph in one step, and undo takes it out', async ({ explorer }) => {
  const { page } = explorer;
  // Nobody of the first picture: PT Sarinah buys through a trader.
  await trace(explorer, ['sarinah', 'PT Sarinah']);
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Add to the view' }).click();
  await expect(panel.getByRole('button', { name: 'Remove from the view' })).toBeVisible();
  await panel.getByRole('button', { name: 'Show the graph' }).click();
  await expect(panel).toBeHidden();
  const nodes = async (): Promise<readonly string[]> => Object.keys((await explorer.picture()).nodes);
  await expect.poll(nodes).toContain('large-industry:sarinah');
  await page.keyboard.press('Control+z');
  await expect.poll(nodes).not.toContain('large-industry:sarinah');
});

test('direction, tiers and date can be changed, and the date is never guessed silently', async ({ explorer }) => {
  const { page } = explorer;
  await trace(explorer);
  const panel = panelOf(page);
  await expect(panel).toContainText('As of: 31 December 2025. No date is chosen');
  await panel.getByRole('button', { name: /^Number of tiers/ }).click();
  await page.getByRole('option', { name: '1 tier' }).click();
  await expect(panel).toContainText('1 supplier in 1 tier');
  await expect(panel).toContainText('further tiers recorded');
  await panel.getByRole('button', { name: 'One tier more' }).click();
  await expect(panel).toContainText('5 suppliers in 2 tiers');
  await panel.getByRole('button', { name: /^Direction/ }).click();
  await page.getByRole('option', { name: 'Who buys from' }).click();
  await expect(panel.getByRole('heading', { name: /^Nobody is recorded as a buyer/ })).toBeVisible();
  await panel.getByRole('button', { name: 'Trace the other way' }).click();
  await expect(panel).toContainText('5 suppliers in 2 tiers');
  await page.getByRole('button', { name: /^As of/ }).click();
  await page.getByRole('textbox', { name: 'Date' }).fill('1990');
  await page.keyboard.press('Enter');
  await expect(panel).not.toContainText('No date is chosen');
  await expect(panel).toContainText('1990');
});

test('the palette traces the selected node, or a node to be chosen', async ({ explorer }) => {
  const { page, open } = explorer;
  await open();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('trace suppliers or buyers');
  await expect(page.getByRole('option').first()).toContainText('Trace suppliers or buyers of a node');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Node' }).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('united tractors');
  await expect(page.getByRole('option').first()).toContainText('United Tractors');
  await page.keyboard.press('Enter');
  await expect(panelOf(page)).toContainText('suppliers in 2 tiers');
});

test('T traces from where the keyboard stands in the graph, selected or not', async ({ explorer }) => {
  const { page, open, graph } = explorer;
  await open();
  await graph.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('t');
  await expect(panelOf(page)).toBeFocused();
  await expect(graph).toBeHidden();
});

test('suppliers are traced from a node’s menu in the graph', async ({ explorer }) => {
  const { page, open, spot } = explorer;
  await open();
  const at = await spot('large-industry:astra-honda-motor');
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Trace suppliers' }).click();
  await expect(panelOf(page)).toContainText('5 suppliers in 2 tiers');
});

test('the trace is saved as tables whose cells are safe', async ({ explorer }) => {
  const { page } = explorer;
  await trace(explorer);
  const download = page.waitForEvent('download');
  await panelOf(page).getByRole('button', { name: 'Save as CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^sentra-tiers-of-pt-astra-honda-motor-.*\.zip$/);
});

test('the picture of the trace is saved as SVG and PNG: text as text, with question, date, filters, revision and sources', async ({
  explorer,
}) => {
  const { page } = explorer;
  await trace(explorer);
  const saved = async (form: string): Promise<Download> => {
    const arrives = page.waitForEvent('download');
    await panelOf(page)
      .getByRole('button', { name: `Save as ${form}` })
      .click();
    return arrives;
  };
  const svg = await saved('SVG');
  expect(svg.suggestedFilename()).toMatch(/^sentra-tiers-of-pt-astra-honda-motor-\d{4}-\d\d-\d\d\.svg$/);
  const text = await readFile(await svg.path(), 'utf8');
  const texts = await page.evaluate((source) => {
    const found = new DOMParser().parseFromString(source, 'image/svg+xml');
    return found.querySelector('parsererror') === null
      ? [...found.querySelectorAll('text')].map(({ textContent }) => textContent ?? '')
      : [];
  }, text);
  for (const part of [
    'Who supplies · PT Astra Honda Motor',
    'As of: 31 December 2025',
    'Evidence: ',
    'Dataset revision: ',
    '6 nodes, 5 relations, nothing cut',
    'UD KS Pro',
    'Tier 2',
    'Unknown',
    'Supplies, share unknown',
    '1 source',
  ]) {
    expect(texts.filter((line) => line.includes(part)).length, part).toBeGreaterThan(0);
  }
  expect(text).toContain('UD KS Pro · supplies → PT Rachmat Perdana Adhimetal, share unknown');
  expect(text).not.toMatch(/<(?:script|image|foreignObject|style|pattern)\b/);
  const png = await readFile(await (await saved('PNG')).path());
  const [, width] = /<svg[^>]* width="([\d.]+)"/.exec(text) ?? [];
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(Math.abs(png.readUInt32BE(16) - 2 * Number(width))).toBeLessThanOrEqual(2);
});
