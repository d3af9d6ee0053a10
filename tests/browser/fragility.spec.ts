import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type Explorer } from './explorer.ts';

const panelOf = (page: Page, name = 'Fragility'): Locator => page.getByRole('region', { name, exact: true });

async function openFragility({ page, open }: Explorer): Promise<Locator> {
  await open();
  await page.getByRole('button', { name: /^Analyses/ }).click();
  await page.getByRole('option', { name: /^Fragility/ }).click();
  const panel = panelOf(page);
  await expect(panel.getByRole('button', { name: /^Buyers with one supplier/ })).toBeVisible();
  return panel;
}

test('eleven large buyers have one recorded supplier, each with the relation that says so', async ({ explorer }) => {
  const panel = await openFragility(explorer);
  await expect(panel).toContainText('11 of them are large industry.');
  await expect(panel).toContainText('As of: 31 December 2025');
  await expect(panel).toContainText('which need not be the only one there is');
  const list = panel.getByRole('region', { name: 'Buyers with one supplier' });
  await expect(list.getByRole('status')).toHaveText('Shown 12 of 17');
  const first = list.locator('.fragile-row').first();
  await expect(first).toContainText('PT Astra Honda Motor');
  await first.getByRole('button', { name: /PT Rachmat Perdana Adhimetal supplies PT Astra Honda Motor/ }).click();
  await expect(explorer.details).toContainText('PT Astra Honda Motor');
});

test('rattan of Cirebon: the index is an interval, and by province its share comes from Central Sulawesi', async ({
  explorer,
}) => {
  const { page } = explorer;
  const panel = await openFragility(explorer);
  await panel.getByRole('button', { name: /^Concentration of purchases/ }).click();
  const list = panel.getByRole('region', { name: 'Concentration of purchases' });
  const rattan = list.locator('.fragile-row', { hasText: 'Cirebon' });
  await expect(rattan).toContainText('Index from 0.64 to 0.68.');
  await expect(rattan).toContainText('80% from Rattan gatherers');
  await list.getByRole('button', { name: /^Counted by/ }).click();
  await page.getByRole('option', { name: 'province' }).click();
  await expect(rattan).toContainText('80% from Central Sulawesi');
  await expect(rattan).toContainText('Index from 0.64 to 0.68.');
});

test('clusters with one buyer, and what holds parts together, say why and by which relations', async ({ explorer }) => {
  const panel = await openFragility(explorer);
  await panel.getByRole('button', { name: /^Clusters with one buyer/ }).click();
  const clusters = panel.getByRole('region', { name: 'Clusters with one buyer' });
  await expect(clusters.locator('.fragile-row', { hasText: 'Ngingas' }).locator('.fragile-relations li')).toHaveCount(
    8,
  );
  await panel.getByRole('button', { name: /^Nodes that hold parts together/ }).click();
  const nodes = panel.getByRole('region', { name: 'Nodes that hold parts together' });
  const tegal = nodes.locator('.fragile-row').first();
  await expect(tegal).toContainText('Metal industry cluster of Tegal');
  await expect(tegal).toContainText('Without it 8 parts would be apart; linked to 12 others.');
  await tegal.getByRole('button', { name: /relations behind it/ }).click();
  await expect(tegal.locator('.fragile-relations li').first()).toBeVisible();
});

test('remove and see: ties lost, nodes apart by type and step, dimmed in the picture and put back', async ({
  explorer,
}) => {
  const { page } = explorer;
  const panel = await openFragility(explorer);
  await panel.getByRole('button', { name: /^Node to look without/ }).click();
  await page.keyboard.type('metal tegal');
  await expect(page.getByRole('option').first()).toContainText('Metal industry cluster of Tegal');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText(
    /^Without Metal industry cluster of Tegal, 10 of 21 ties would be lost, 0 weakened, and 12 nodes apart from the rest\.$/,
  );
  await expect(panel.getByRole('list', { name: 'Nodes apart from the rest, by type' })).toContainText(
    'Large industries5',
  );
  await expect(panel).toContainText('A thought, no record');
  const classes = async (): Promise<string> =>
    page.evaluate(() => {
      const container = document.querySelector('.__________cytoscape_container');
      const cy = Reflect.get(Object(Reflect.get(Object(container), '_cyreg')), 'cy');
      return ['cluster:metal-tegal', 'large-industry:kayaba', 'cluster:metal-ngingas']
        .map((id) => ['gone', 'apart'].find((name) => cy.getElementById(id).hasClass(name)) ?? 'stays')
        .join(' ');
    });
  const before = Object.keys((await explorer.picture()).nodes);
  await expect.poll(classes).toBe('gone apart stays');
  expect(Object.keys((await explorer.picture()).nodes)).toEqual(before);
  await expect(page.getByRole('list', { name: 'Sizes and rings' })).toContainText('Nothing is removed');
  await panel.getByRole('button', { name: 'Put it back' }).click();
  await expect.poll(classes).toBe('stays stays stays');
  await expect(panel.getByRole('button', { name: /^Buyers with one supplier/ })).toBeVisible();
});

test('by the keyboard alone: what falls off without the node that is selected', async ({ explorer }) => {
  const { page, open } = explorer;
  await open();
  await page.keyboard.press('/');
  await page.keyboard.type('rachmat');
  await expect(page.getByRole('option').first()).toContainText('PT Rachmat Perdana Adhimetal');
  await page.keyboard.press('Enter');
  await expect(explorer.details).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('falls off');
  await expect(page.getByRole('option').first()).toContainText('without PT Rachmat Perdana Adhimetal');
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await expect(panel.getByRole('heading', { level: 3 })).toContainText('Without PT Rachmat Perdana Adhimetal');
  await expect(panel).toContainText('Ngingas metal SMI cluster');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page.getByRole('list', { name: 'Sizes and rings' })).toHaveCount(0);
});

test('both files have what is listed', async ({ explorer }) => {
  const { page } = explorer;
  const panel = await openFragility(explorer);
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.match(/^single_source,/gm)).toHaveLength(17);
  expect(text).toContain('concentration,cluster:rattan-furniture-cirebon');
  await panel.getByRole('button', { name: 'Without PT Krakatau Steel (Persero) Tbk' }).first().click();
  await expect(panel.getByRole('heading', { level: 3 })).toContainText('Without PT Krakatau Steel');
  const second = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download CSV' }).click();
  expect(await readFile(await (await second).path(), 'utf8')).toContain('tie_');
});
