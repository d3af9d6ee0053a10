import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type Explorer } from './explorer.ts';

const TEGAL = 'Metal industry cluster of Tegal';

async function openTable({ page, open }: Explorer, tab: 'Nodes' | 'Relations'): Promise<Locator> {
  await open();
  await page.getByRole('radio', { name: 'Table' }).click();
  await page.getByRole('radio', { name: new RegExp(`^${tab}`) }).click();
  const grid = page.getByRole('grid', { name: tab });
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  return grid;
}

/** Texts of a column's cells that are in the document, top to bottom; the heading is not among them. */
async function column(grid: Locator, heading: string): Promise<readonly string[]> {
  const at = await grid
    .getByRole('columnheader', { name: new RegExp(`^${heading}`) })
    .first()
    .getAttribute('data-column');
  const cells = await grid.locator(`[role=gridcell][data-column="${at}"]`).evaluateAll((found) =>
    found
      .map((cell) => ({ row: Number(cell.getAttribute('data-row')), text: cell.getAttribute('title') ?? '' }))
      .sort((a, b) => a.row - b.row)
      .map(({ text }) => text),
  );
  return cells;
}

const focused = async (page: Page): Promise<string> =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest('[data-row]');
    return `${cell?.getAttribute('data-row')} ${cell?.getAttribute('data-column')}`;
  });

test('sorting goes by what the column says, and is spoken', async ({ explorer }) => {
  const grid = await openTable(explorer, 'Nodes');
  const heading = grid.getByRole('columnheader', { name: /^Name/ });
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  const up = await column(grid, 'Name');
  expect(up).toEqual([...up].sort(new Intl.Collator('en-GB', { numeric: true }).compare));
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await expect(heading).toContainText('sorted descending');
  expect((await column(grid, 'Name'))[0]).not.toBe(up[0]);
});

test('a text and a value narrow the rows, and what is listed is said', async ({ explorer }) => {
  const grid = await openTable(explorer, 'Nodes');
  const { page } = explorer;
  await page.getByRole('searchbox', { name: 'Find in the rows' }).fill('tegal');
  await expect(page.getByText(/^Listed \d+ of 38 rows/)).toBeVisible();
  for (const row of await grid.getByRole('row').all()) {
    if ((await row.getAttribute('aria-rowindex')) !== '1') await expect(row).toContainText(/tegal/i);
  }
  await page.getByRole('button', { name: /^Type All/ }).click();
  await page.getByRole('option', { name: /^SMI cluster/ }).click();
  await expect.poll(async () => new Set(await column(grid, 'Type'))).toEqual(new Set(['SMI cluster']));
  await page.getByRole('searchbox', { name: 'Find in the rows' }).fill('nothing is called this');
  await expect(page.getByText('No row fits the filters.')).toBeVisible();
});

test('a relation says how many sources it has, once they are known', async ({ explorer }) => {
  const grid = await openTable(explorer, 'Relations');
  await expect.poll(async () => (await column(grid, 'Sources')).every((text) => /^[1-9]/.test(text))).toBe(true);
});

test('marks are those of the graph: one, a range with Shift, all that are listed', async ({ explorer }) => {
  const grid = await openTable(explorer, 'Nodes');
  const { page } = explorer;
  const boxes = grid.getByRole('checkbox');
  await boxes.nth(1).click();
  await boxes.nth(4).click({ modifiers: ['Shift'] });
  await expect(grid.locator('[role=row][aria-selected=true]')).toHaveCount(4);
  await expect(page.getByText('4 marked')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find in the rows' }).fill('astra');
  const listed = (await column(grid, 'Name')).length;
  await grid.getByRole('checkbox', { name: 'Mark all rows listed' }).click();
  await expect(grid.locator('[role=row][aria-selected=true]')).toHaveCount(listed);
});

test('a row opens its details by a click, and stays selected in the graph', async ({ explorer }) => {
  const grid = await openTable(explorer, 'Nodes');
  await grid.getByRole('gridcell', { name: TEGAL, exact: true }).click();
  await expect(explorer.details.getByRole('heading', { name: /Tegal/ }).first()).toBeVisible();
  await expect(grid.locator('[role=row][aria-current=true]')).toContainText(TEGAL);
});

test('hiding a row takes it out of the picture, and its relations with it', async ({ explorer }) => {
  const grid = await openTable(explorer, 'Nodes');
  const { page } = explorer;
  await grid.getByRole('button', { name: `Actions for ${TEGAL}` }).click();
  await page.getByRole('menuitem', { name: /^Hide/ }).click();
  await expect(grid.getByRole('gridcell', { name: TEGAL, exact: true })).toHaveCount(0);
  await page.getByRole('radio', { name: /^Relations/ }).click();
  const relations = page.getByRole('grid', { name: 'Relations' });
  expect([...(await column(relations, 'From')), ...(await column(relations, 'To'))]).not.toContain(TEGAL);
});

test('by keyboard alone: cells, heading, marks and details', async ({ explorer }) => {
  const grid = await openTable(explorer, 'Nodes');
  const { page } = explorer;
  await grid.locator('[data-row="0"][data-column="1"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => focused(page)).toBe('1 1');
  await page.keyboard.press('Control+End');
  await expect.poll(async () => focused(page)).toMatch(/^37 /);
  await page.keyboard.press('Control+Home');
  await expect.poll(async () => focused(page)).toBe('0 0');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(grid.locator('[role=row][aria-selected=true]')).toHaveCount(3);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('columnheader', { name: /^Name/ })).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('ArrowDown');
  const [first] = await column(grid, 'Name');
  await page.keyboard.press('Enter');
  await expect(explorer.details).toBeFocused();
  await expect(explorer.details).toContainText(first ?? 'no row');
});

test('a copy is what the table says, with its headings, and cells that would run are safe', async ({ explorer }) => {
  await explorer.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const grid = await openTable(explorer, 'Nodes');
  const { page } = explorer;
  await grid.getByRole('checkbox').nth(1).click();
  await page.getByRole('button', { name: 'Copy marked' }).click();
  await expect(page.getByText('1 row copied')).toBeAttached();
  const [head, row, ...rest] = (await page.evaluate(async () => navigator.clipboard.readText())).split('\n');
  expect(head?.split('\t').slice(0, 3)).toEqual(['Name', 'Type', 'Place']);
  expect(row?.split('\t').slice(0, 2)).toEqual([TEGAL, 'SMI cluster']);
  expect(rest).toEqual([]);
});

test('on a phone rows are cards of two lines within the screen', async ({ explorer }) => {
  const { page } = explorer;
  await page.setViewportSize({ width: 390, height: 844 });
  const grid = await openTable(explorer, 'Relations');
  const card = grid.locator('.card').first();
  await expect(card).toContainText('Documented');
  const width = await grid.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(width).toBe(0);
});

test('the rows that are listed are saved as CSV, which says the question and what narrows the rows', async ({
  explorer,
}) => {
  await openTable(explorer, 'Nodes');
  const { page } = explorer;
  await page.getByRole('searchbox', { name: 'Find in the rows' }).fill('tegal');
  await expect(page.getByText(/^Listed \d+ of 38 rows/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^sentra-which-smi-clusters.*nodes.*\.csv$/);
  const [said = '', rows = ''] = readFileSync(await file.path(), 'utf8').split('\r\n\r\n');
  expect(said).toContain('Which SMI clusters are tied to large industry?');
  expect(said).toMatch(/Evidence,Documented/);
  expect(said).toMatch(/tegal/);
  expect(said).toMatch(/Listed \d+ of 38/);
  expect(rows).toContain(TEGAL);
  expect(rows).not.toContain('Bangka');
});

test('the table of a grouped picture still lists every node, and says its group', async ({ explorer }) => {
  const { page, open } = explorer;
  await open();
  await page.getByRole('region', { name: 'Grouping' }).getByRole('button').first().click();
  await page.getByRole('option', { name: 'Province', exact: true }).click();
  await expect.poll(async () => Object.keys((await explorer.picture()).nodes)).toContain('group:PROVINCE:province:33');
  await page.getByRole('radio', { name: 'Table' }).click();
  await page.getByRole('radio', { name: /^Nodes/ }).click();
  await expect(page.getByText(/^(All 38 rows|38 rows)/).first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find in the rows' }).fill('Metal industry cluster of Tegal');
  await expect(page.getByRole('grid', { name: 'Nodes' })).toContainText(TEGAL);
});
