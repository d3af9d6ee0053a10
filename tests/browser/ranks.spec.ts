import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { counting, type Counted } from './counted.ts';
import { expect, test, type Explorer } from './explorer.ts';

const panelOf = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const nodesOf = async ({ picture }: Explorer): Promise<readonly string[]> => Object.keys((await picture()).nodes);

async function openPalette(page: Page, press: Counted['press']): Promise<void> {
  await press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused();
}

const analyses = (page: Page): Locator => page.getByRole('button', { name: /^Analyses/ });

/** Classes of the nodes in Cytoscape, and their widths at zoom 1. */
const drawnNodes = (page: Page): Promise<Record<string, { classes: string[]; width: number }>> =>
  page.evaluate(() => {
    const container = document.querySelector('.__________cytoscape_container');
    const cy = Reflect.get(Object(Reflect.get(Object(container), '_cyreg')), 'cy');
    const nodes: Record<string, { classes: string[]; width: number }> = {};
    cy.nodes().forEach((node: { id(): string; classes(): string[]; width(): number }) => {
      nodes[node.id()] = { classes: node.classes(), width: Math.round(node.width()) };
    });
    return nodes;
  });

test('T6: the top ten by betweenness in two presses, and communities in two more', async ({ explorer }) => {
  const { page, open } = explorer;
  await open();
  const { click, took } = counting(page);
  /** The menu's button has a hint, which must not cover the options. */
  const press = async (what: Locator): Promise<void> => {
    await click(what);
    await page.mouse.move(700, 870);
  };
  await press(analyses(page));
  await press(page.getByRole('option', { name: /^Ranks/ }));
  const ranks = panelOf(page, 'Ranks');
  await expect(ranks.getByRole('row')).toHaveCount(11);
  await expect(ranks.getByRole('row').nth(1)).toContainText('Metal industry cluster of Tegal');
  await expect(ranks.getByRole('row').nth(1)).toContainText('134.0');
  await expect(ranks).toContainText('Exact.');
  await expect(ranks).toContainText('Shown 10 of 68');
  await press(analyses(page));
  await press(page.getByRole('option', { name: /^Communities/ }));
  const communities = panelOf(page, 'Communities');
  await expect(communities.getByRole('heading', { name: /\d+ communities/ })).toBeVisible();
  await expect(communities.getByRole('button', { name: /Metal industry cluster of Tegal/ })).toBeVisible();
  took(4);
});

test('T6 by the keyboard alone, in six, and with a look at a node among the ranks in between', async ({ explorer }) => {
  const { page, open } = explorer;
  await open();
  const { press, type, took } = counting(page);
  await openPalette(page, press);
  await type('betweenness');
  await expect(page.getByRole('option').first()).toContainText('Rank nodes by betweenness');
  await press('Enter');
  const ranks = panelOf(page, 'Ranks');
  await expect(ranks.getByRole('row')).toHaveCount(11);
  const first = ranks.getByRole('button', { name: 'Metal industry cluster of Tegal' });
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    if (await first.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(ranks.getByRole('button', { name: 'PT Gemilang Lestari Teknik' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(explorer.details.getByRole('heading', { name: 'PT Gemilang Lestari Teknik' })).toBeVisible();
  await openPalette(page, press);
  await type('communities');
  await expect(page.getByRole('option').first()).toContainText('Communities');
  await press('Enter');
  await expect(panelOf(page, 'Communities').getByRole('heading', { name: /\d+ communities/ })).toBeVisible();
  took(6);
});

async function openRanks({ page, open }: Explorer): Promise<Locator> {
  await open();
  await analyses(page).click();
  await page.getByRole('option', { name: /^Ranks/ }).click();
  const panel = panelOf(page, 'Ranks');
  await expect(panel.getByRole('row')).toHaveCount(11);
  return panel;
}

test('size on the canvas is a step: it shows in sizes and legend, stays through a layout, and undo takes it back', async ({
  explorer,
}) => {
  const { page } = explorer;
  const panel = await openRanks(explorer);
  const width = async (id: string): Promise<number> => (await drawnNodes(page))[id]?.width ?? 0;
  const tegal = 'cluster:metal-tegal';
  const firm = 'large-industry:komatsu-indonesia';
  const before = await width(tegal);
  await panel.getByText('Size on the canvas').click();
  await expect(page.getByRole('list', { name: 'Sizes and rings' })).toContainText('Size: betweenness');
  await expect.poll(() => width(tegal)).toBeGreaterThan(before);
  expect(await width(firm)).toBeLessThan(await width(tegal));
  await page.getByRole('button', { name: /^Layout/ }).click();
  await page.getByRole('menuitemradio', { name: /^Rings/ }).click();
  await expect.poll(() => width(tegal)).toBeGreaterThan(before);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => width(tegal)).toBe(before);
  await expect(page.getByRole('list', { name: 'Sizes and rings' })).toHaveCount(0);
  await expect(panel.getByRole('switch', { name: 'Size on the canvas' })).not.toBeChecked();
});

test('rings by community leave what says evidence as it is: empty nodes stay empty, and the legend names them', async ({
  explorer,
}) => {
  const { page } = explorer;
  const panel = await openRanks(explorer);
  const evidence = async (): Promise<Record<string, string[]>> => {
    const nodes = await drawnNodes(page);
    return Object.fromEntries(
      Object.entries(nodes).map(([id, { classes }]) => [id, classes.filter((name) => !name.startsWith('hue-')).sort()]),
    );
  };
  const before = await evidence();
  await panel.getByText('Ring by community').click();
  await expect(page.getByRole('list', { name: 'Sizes and rings' })).toContainText(
    'around Metal industry cluster of Tegal',
  );
  await expect.poll(async () => (await drawnNodes(page))['cluster:metal-tegal']?.classes).toContain('hue-1');
  expect(await evidence()).toEqual(before);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => JSON.stringify(await drawnNodes(page))).not.toContain('hue-');
});

test('the top ten come into the view as one step, with what joins them', async ({ explorer }) => {
  const { page } = explorer;
  const panel = await openRanks(explorer);
  const added = 'small-industry:kannindo-metal';
  expect(await nodesOf(explorer)).not.toContain(added);
  await panel.getByRole('button', { name: 'Add these 10 to the view' }).click();
  await expect.poll(() => nodesOf(explorer)).toContain(added);
  const { lines } = await explorer.picture();
  expect(lines.some(({ id }) => id.includes(added))).toBe(true);
  await page.keyboard.press('Control+z');
  await expect.poll(() => nodesOf(explorer)).not.toContain(added);
});

test('another measure, relations or the view alone rank anew; more are shown on request', async ({ explorer }) => {
  const { page } = explorer;
  const panel = await openRanks(explorer);
  await panel.getByRole('button', { name: 'Show more' }).click();
  await expect(panel.getByRole('row')).toHaveCount(26);
  await panel.getByRole('button', { name: /^Measure/ }).click();
  await page.getByRole('option', { name: /^PageRank/ }).click();
  await expect(panel).toContainText('Brin and Page 1998');
  await expect(panel.getByRole('row')).toHaveCount(11);
  await panel.getByRole('button', { name: /^Over/ }).click();
  await page.getByRole('option', { name: /^the view/ }).click();
  await expect(panel).not.toContainText('Over 68 nodes');
  await panel.getByRole('button', { name: /^What is listed/ }).click();
  await page.getByRole('option', { name: 'Large industries' }).click();
  await expect(panel.getByRole('row').nth(1)).toContainText('PT ');
});

test('a download has the rows that are shown', async ({ explorer }) => {
  const { page } = explorer;
  const panel = await openRanks(explorer);
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^sentra-ranks-betweenness-.*\.csv$/);
  const rows = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(rows).toHaveLength(11);
  expect(rows[1]).toContain('Metal industry cluster of Tegal');
});

test('communities: a finer resolution finds other ones, members are listed and added as one step', async ({
  explorer,
}) => {
  const { page, open } = explorer;
  await open();
  await analyses(page).click();
  await page.getByRole('option', { name: /^Communities/ }).click();
  const panel = panelOf(page, 'Communities');
  const found = panel.getByRole('heading', { name: /\d+ communities/ });
  const before = await found.textContent();
  await panel.getByRole('button', { name: 'Smaller communities' }).click();
  await expect(panel.getByRole('textbox', { name: 'Resolution' })).toHaveValue('0.05');
  await expect(found).not.toHaveText(before ?? '');
  await panel.getByRole('textbox', { name: 'Resolution' }).fill('none');
  await expect(panel.getByRole('alert')).toContainText('A number above 0');
  await panel.getByRole('textbox', { name: 'Resolution' }).fill('0.03');
  await page.keyboard.press('Enter');
  await expect(found).toHaveText(before ?? '');
  await panel.getByRole('button', { name: /^\d+ ?Coffee processing/ }).click();
  await expect(panel.getByRole('button', { name: 'Trade and industry office of Dogiyai', exact: true })).toBeVisible();
  await panel.getByRole('button', { name: /^Add all \d+ to the view/ }).click();
  await expect.poll(() => nodesOf(explorer)).toContain('organisation:anomali-coffee');
  await page.keyboard.press('Control+z');
  await expect.poll(() => nodesOf(explorer)).not.toContain('organisation:anomali-coffee');
});

test('communities gather the view, and let go of it again', async ({ explorer }) => {
  const { page, open } = explorer;
  await open();
  await analyses(page).click();
  await page.getByRole('option', { name: /^Communities/ }).click();
  const panel = panelOf(page, 'Communities');
  await panel.getByRole('button', { name: 'Group the view by community' }).click();
  await expect.poll(async () => (await nodesOf(explorer)).some((id) => id.startsWith('group:COMMUNITY'))).toBe(true);
  await panel.getByRole('button', { name: 'Group the view no longer' }).click();
  await expect.poll(async () => (await nodesOf(explorer)).some((id) => id.startsWith('group:'))).toBe(false);
});

test('on a phone the ranks take the list’s place, are opened from the graph, and fit the screen', async ({
  explorer,
}) => {
  const { page, open } = explorer;
  await page.setViewportSize({ width: 390, height: 844 });
  await open();
  await page.getByRole('radio', { name: 'Graph' }).click();
  await analyses(page).click();
  await page.getByRole('option', { name: /^Ranks/ }).click();
  const panel = panelOf(page, 'Ranks');
  await expect(panel.getByRole('row')).toHaveCount(11);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
