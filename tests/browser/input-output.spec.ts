import { expect, expectAccessible, test, type Explorer } from './explorer.ts';
import { loadFaultyTable } from './own-table.ts';

const panelOf = (page: Explorer['page']): ReturnType<Explorer['page']['getByRole']> =>
  page.getByRole('region', { name: 'Input-output', exact: true });

/** By the palette, without the mouse. */
async function openTable({ page, open }: Explorer): Promise<void> {
  await open();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('input-output');
  await expect(palette.getByRole('option').first()).toContainText('how sectors are linked');
  await page.keyboard.press('Enter');
  await expect(panelOf(page)).toContainText('Key sectors');
}

test('the table of 2020 is a heat map that the keyboard walks, each cell said in full, with its source and key sectors', async ({
  explorer,
}) => {
  const { page } = explorer;
  await openTable(explorer);
  const panel = panelOf(page);
  await expect(panel).toContainText('17 sectors, output 28,700.3 trillion rupiah.');
  await expect(panel).toContainText('Badan Pusat Statistik (BPS)');
  await expect(panel).toContainText('By Leontief: 3 of 17 sectors have');
  await expect(panel.getByRole('button', { name: 'Manufacturing' })).toHaveCount(1);
  const grid = page.getByRole('grid', { name: 'Flows' });
  const first = grid.getByRole('gridcell').first();
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const cell = page.locator('td:focus');
  const sentence =
    'Agriculture, forestry and fishing sold 1,187.6 trillion rupiah to Manufacturing: 46% of the seller’s output, 14.6% of the buyer’s output.';
  await expect(cell).toHaveAccessibleName(sentence);
  await expect(page.locator('[data-io-said]')).toHaveText(sentence);
  await page.keyboard.press('Control+End');
  await expect(cell).toHaveAccessibleName(/^Other services sold/);
  await expect(page.getByText('Shown 17 of 17 sectors')).toBeVisible();
  await expectAccessible(page);
});

test('linkages tell Leontief and Ghosh apart, and each picture has its twin of rows and a file', async ({
  explorer,
}) => {
  const { page } = explorer;
  await openTable(explorer);
  const panel = panelOf(page);
  await panel.getByRole('button', { name: /the matrix/ }).click();
  await page.getByRole('option', { name: /Backward and forward linkages/ }).click();
  const manufacturing = page.locator('.io-bar-row', { hasText: 'Manufacturing' });
  await expect(manufacturing).toContainText('key by Leontief');
  await expect(manufacturing).not.toContainText('key by Ghosh');
  await expect(manufacturing).toContainText('2.2861');
  await expect(manufacturing).toContainText('0.9981');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'As a table' }).click();
  const twin = page.getByRole('region', { name: /Backward and forward linkages/ });
  await expect(twin).toContainText('Shown 17 of 17 rows.');
  await expect(twin.getByRole('row', { name: /^3 Manufacturing/ })).toContainText('0.9981');
  await expectAccessible(page);
  const waiting = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download CSV' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^sentra-backward-and-forward-linkages-.*\.csv$/);
});

test('a sector is looked at closely: what would be missing without it, who would lose it, its largest flows, its node', async ({
  explorer,
}) => {
  const { page, details } = explorer;
  await openTable(explorer);
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Manufacturing' }).click();
  const sector = panel.getByRole('region', { name: 'Manufacturing' });
  await expect(sector).toContainText('11,596.8 trillion rupiah, 40.4%');
  await expect(sector).toContainText('no substitution, no stock, no price');
  await sector.getByRole('button', { name: 'Who would lose' }).click();
  const losses = page.getByRole('list', { name: 'What would be missing without each sector' });
  await expect(losses.getByRole('listitem').first()).toContainText('8,135.4 trillion rupiah, 100% of its output');
  await sector.getByRole('button', { name: 'Its flows' }).click();
  await expect(page.getByText(/Shown 20 of 33 flows/)).toBeVisible();
  const flows = page.getByRole('group', { name: /The largest flows/ });
  await expectAccessible(page);
  // The sector itself is let go of at either side.
  await flows.getByRole('button', { name: /^Manufacturing sells/ }).press('Enter');
  await expect(page.getByText(/Shown 20 of 284 flows/)).toBeVisible();
  await panel.getByRole('button', { name: 'Manufacturing' }).click();
  await sector.getByRole('button', { name: 'Open its node' }).click();
  await expect(details.getByRole('heading', { name: 'Manufacturing' })).toBeVisible();
});

test('a table of one’s own stands beside that of 2020; a faulty one is refused with the line and what would be right', async ({
  explorer,
}) => {
  const { page, watch } = explorer;
  watch.expected.push('400');
  await openTable(explorer);
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Load a table …' }).click();
  const { loadMended } = await loadFaultyTable(panel, 'Cambridge University Press');
  await expectAccessible(page);
  await loadMended();
  await expect(panel).toContainText('2 sectors, output 3,000.0 million rupiah.');
  await expect(panel).toContainText('It comes from a file');
  await panel.getByRole('button', { name: /^Matrix/ }).click();
  await page.getByRole('option', { name: /Leontief inverse/ }).click();
  const grid = page.getByRole('grid', { name: 'Leontief inverse (L)' });
  await expect(grid.getByRole('gridcell')).toHaveText(['1.254', '0.330', '0.264', '1.122']);
  await panel.getByRole('button', { name: /Two sectors/ }).click();
  await page.getByRole('option', { name: /2020/ }).click();
  await expect(panel).toContainText('17 sectors');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('picture and rows stand in the panel, and nothing is wider than the screen', async ({ explorer }) => {
    const { page } = explorer;
    await explorer.open();
    await page.getByRole('radio', { name: 'Graph' }).click();
    await page.getByRole('button', { name: /^Analyses/ }).click();
    await page.getByRole('option', { name: /^Input-output/ }).click();
    const panel = panelOf(page);
    await expect(panel.getByRole('grid', { name: 'Flows' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
    await panel.getByRole('button', { name: 'As a table' }).click();
    await expect(panel.getByText('Shown 100 of 284 rows.')).toBeVisible();
  });
});
