import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type Explorer } from './explorer.ts';

const panelOf = (page: Page, name = 'Programmes'): Locator => page.getByRole('region', { name, exact: true });

async function openProgrammes({ page, open }: Explorer): Promise<Locator> {
  await open();
  await page.getByRole('button', { name: /^Analyses/ }).click();
  await page.getByRole('option', { name: /^Programmes/ }).click();
  const panel = panelOf(page);
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText('32 supports');
  return panel;
}

test('thirty-two documented supports along the years, each with its status in words and what it rests on', async ({
  explorer,
}) => {
  const panel = await openProgrammes(explorer);
  await expect(panel.locator('.support-line')).toHaveCount(32);
  const coffee = panel.getByRole('region', { name: /Coffee.*Dogiyai/ });
  await expect(coffee.locator('.support-line')).toHaveCount(5);
  await expect(coffee).toContainText('initial target');
  await expect(coffee).toContainText('the place only');
  await coffee.getByRole('button', { name: /^Sustainable Coffee Platform/ }).click();
  await expect(coffee).toContainText('that the cluster got any of it is not said');
  await expect(coffee.locator('.fragile-relations li')).toHaveCount(3);
  await coffee
    .getByRole('button', { name: /agrees? to cooperate|agreed to cooperate/ })
    .first()
    .click();
  await expect(explorer.details).toContainText('24 August 2017');
});

test('the certain overlap of Tegal is marked, and says that it rests on when Link and Match began', async ({
  explorer,
}) => {
  const panel = await openProgrammes(explorer);
  const tegal = panel.getByRole('region', { name: 'Metal industry cluster of Tegal', exact: true });
  await expect(tegal.locator('.support-met')).toHaveCount(2);
  await tegal.getByRole('button', { name: /Link and Match/ }).click();
  await expect(tegal).toContainText('31 January 2017 to 1 March 2017');
  await expect(tegal).toContainText('that is only possible');
  await panel.getByRole('button', { name: /^Supports of one cluster that met/ }).click();
  const list = panel.getByRole('region', { name: 'Supports of one cluster that met' });
  await expect(list).toContainText('2 certainly met');
});

test('asked for JICA: two projects certainly met in Tegal Regency and nowhere else', async ({ explorer }) => {
  const { page } = explorer;
  const panel = await openProgrammes(explorer);
  await panel.getByRole('button', { name: /^Who supports/ }).click();
  await page.keyboard.type('JICA');
  await expect(page.getByRole('option').first()).toContainText('JICA');
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: /^Supports in one regency that met/ }).click();
  const list = panel.getByRole('region', { name: 'Supports in one regency that met' });
  await expect(list).toContainText('1 certainly met');
  await expect(list.locator('.fragile-row').first()).toContainText('31 December 2014 to 1 January 2016');
});

test('phases, criteria and clusters without public support say what the data hold and what they do not', async ({
  explorer,
}) => {
  const panel = await openProgrammes(explorer);
  await panel.getByRole('button', { name: /^Clusters without public support/ }).click();
  await expect(
    panel.getByRole('region', { name: 'Clusters without public support' }).locator('.fragile-row'),
  ).toHaveCount(7);
  await panel.getByRole('button', { name: 'Phases compared' }).click();
  const phases = panel.getByRole('region', { name: 'Phases compared' });
  await expect(phases).toContainText('1 of 9 provinces is in both phases');
  await expect(phases.getByRole('row', { name: /East Java/ })).toContainText('in both');
  await expect(phases.getByRole('row', { name: /Bangka Belitung/ })).toContainText('committed only');
  await panel.getByRole('button', { name: 'Criteria' }).click();
  const criteria = panel.getByRole('region', { name: 'Criteria' });
  await expect(criteria).toContainText('the data hold nothing of this kind');
  await panel.getByRole('button', { name: /^Support over, no buyer on record/ }).click();
  await expect(panel.getByRole('region', { name: 'Support over, no buyer on record' })).toContainText(
    'Over by 31 December 2016',
  );
});

test('the table and the file have the rows of the picture, years and levels narrow all alike', async ({ explorer }) => {
  const { page } = explorer;
  const panel = await openProgrammes(explorer);
  await panel.getByRole('button', { name: /^Level/ }).click();
  await page.getByRole('option', { name: /^members/ }).click();
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText('2 supports');
  await panel.getByRole('button', { name: /^Show as/ }).click();
  await page.getByRole('option', { name: 'table' }).click();
  await expect(panel.locator('.support-table tbody tr')).toHaveCount(2);
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.trim().split('\n')).toHaveLength(3);
  expect(text).toContain('GIVES_EQUIPMENT_TO');
  await panel.getByRole('button', { name: /^To year/ }).click();
  await page.getByRole('option', { name: '2015', exact: true }).click();
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText('1 support');
});

test('inferred supports look inferred, and only when asked for', async ({ explorer }) => {
  const { page } = explorer;
  const panel = await openProgrammes(explorer);
  await expect(panel.locator('.support-line .support-inferred')).toHaveCount(0);
  await page.getByRole('button', { name: /^Evidence/ }).click();
  await page.getByRole('option', { name: /Inferred/i }).click();
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText('36 supports');
  await expect(panel.locator('.support-line .support-inferred')).toHaveCount(4);
  await expect(panel.locator('.support-line', { hasText: 'Inferred' })).toHaveCount(4);
});

test('by keyboard alone: from the palette, for the selected programme, and back', async ({ explorer }) => {
  const { page, open } = explorer;
  await open();
  await page.keyboard.press('/');
  await page.keyboard.type('SMIDeP follow-up');
  await expect(page.getByRole('option').first()).toContainText('SMIDeP follow-up');
  await page.keyboard.press('Enter');
  await expect(explorer.details).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('support of and by');
  await expect(page.getByRole('option').first()).toContainText('SMIDeP follow-up');
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText('6 supports');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});
