import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type Explorer } from './explorer.ts';

const panelOf = (page: Page, name = 'Places'): Locator => page.getByRole('region', { name, exact: true });

async function choose(page: Page, panel: Locator, which: RegExp, text: string, name: string): Promise<void> {
  await panel.getByRole('button', { name: which }).click();
  await page.keyboard.type(text);
  await expect(page.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
}

async function openPlaces({ page, open }: Explorer): Promise<Locator> {
  await open();
  await page.getByRole('button', { name: /^Analyses/ }).click();
  await page.getByRole('option', { name: /^Places/ }).click();
  const panel = panelOf(page);
  await choose(page, panel, /^Place choose/, 'East Java', 'East Java');
  await expect(panel.getByRole('row', { name: /^SMI clusters 6/ })).toBeVisible();
  return panel;
}

test('a province: counts with bars, lists with links, and what is not known', async ({ explorer }) => {
  const { page } = explorer;
  const panel = await openPlaces(explorer);
  await expect(panel.getByRole('row', { name: /^Regencies and cities 38/ })).toBeVisible();
  await expect(panel.getByRole('region', { name: 'SMI clusters' }).locator('.fragile-row')).toHaveCount(6);
  await panel.getByRole('button', { name: /^Programme targets/ }).click();
  await expect(panel.getByRole('region', { name: 'Programme targets' })).toContainText('committed only');
  await panel.getByRole('button', { name: /^Large industries of unknown place/ }).click();
  await expect(panel.getByRole('region', { name: 'Large industries of unknown place' })).toContainText(
    'nobody knows whether they are here',
  );
  await panel.getByRole('button', { name: 'What goes together with what is made here' }).click();
  await expect(panel).toContainText('which classes go together is chance');
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain('count_clusters,6');
});

test('up to four places side by side, with what all of them have', async ({ explorer }) => {
  const { page } = explorer;
  const panel = await openPlaces(explorer);
  await choose(page, panel, /^Place beside it/, 'Central Java', 'Central Java');
  await expect(panel.locator('.place-counts thead th')).toHaveCount(3);
  const shared = panel.getByRole('region', { name: 'What both have' });
  await expect(shared).toContainText('SMIDeP phase 1');
  await expect(shared).toContainText('PT Astra Honda Motor');
  for (const [typed, name] of [
    ['Tegal Regency', 'Tegal Regency'],
    ['Sidoarjo', 'Sidoarjo'],
  ] as const) {
    await choose(page, panel, /^Another place one more/, typed, name);
  }
  await expect(panel.locator('.place-counts thead th')).toHaveCount(5);
  // As many as are answered side by side.
  await expect(panel.getByRole('button', { name: /^Another place one more/ })).toHaveCount(0);
  await expect(panel.getByRole('region', { name: 'What all 4 have' })).toBeVisible();
  for (const name of ['Sidoarjo Regency', 'Tegal Regency', 'Central Java']) {
    await panel.getByRole('button', { name: `Leave ${name} out` }).click();
    await expect(panel.getByRole('button', { name: /^(Place beside it|Another place)/ }).last()).toBeFocused();
  }
  await expect(panel.locator('.place-counts thead th')).toHaveCount(2);
});

test('by keyboard alone: from the palette for the selected regency, and back', async ({ explorer }) => {
  const { page, open } = explorer;
  await open();
  await page.keyboard.press('/');
  await page.keyboard.type('Dogiyai');
  await expect(page.getByRole('option').first()).toContainText('Dogiyai Regency');
  await page.keyboard.press('Enter');
  await expect(explorer.details).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('profile of');
  await expect(page.getByRole('option').first()).toContainText('Dogiyai');
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await expect(panel.getByRole('row', { name: /^Public bodies of the place 2/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});
