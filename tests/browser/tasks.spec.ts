import type { Locator, Page } from '@playwright/test';
import { counting } from './counted.ts';
import { expect, test } from './explorer.ts';

const firstOption = (page: Page): Locator => page.getByRole('option').first();

test('T1: a firm from a misspelt name, in three interactions with the mouse', async ({ explorer }) => {
  const { page, open, details } = explorer;
  await open();
  const { click, type, took } = counting(page);
  await click(page.getByRole('search').getByRole('combobox'));
  await type('darma polimetl');
  await click(page.getByRole('option', { name: /PT Dharma Polimetal/ }));
  await expect(details.getByRole('heading', { name: /PT Dharma Polimetal/ })).toBeVisible();
  took(3);
});

test('T1: the same by keyboard alone, in three', async ({ explorer }) => {
  const { page, open, details } = explorer;
  await open();
  const { press, type, took } = counting(page);
  await press('/');
  await type('darma polimetl');
  await expect(firstOption(page)).toContainText('PT Dharma Polimetal');
  await press('Enter');
  await expect(details.getByRole('heading', { name: /PT Dharma Polimetal/ })).toBeVisible();
  took(3);
});

const tierOne = (page: Page): Locator =>
  page.getByRole('region', { name: 'Tiers of supply' }).getByRole('region', { name: 'Tier 1' });

/** Each direct supplier of PT Dharma Polimetal with its cluster and place. */
async function expectSuppliers(page: Page): Promise<void> {
  const rows = tierOne(page).locator('.tier-where');
  await expect(rows).toHaveCount(3);
  for (const where of await rows.all()) await expect(where).toHaveText(/Metal industry cluster of Tegal · .*Tegal/);
}

test('T2: the direct supplier clusters of a firm with their places, in four interactions with the mouse', async ({
  explorer,
}) => {
  const { page, open, details } = explorer;
  await open();
  const { click, type, took } = counting(page);
  await click(page.getByRole('search').getByRole('combobox'));
  await type('dharma polimetal');
  await click(page.getByRole('option', { name: /PT Dharma Polimetal/ }));
  await click(details.getByRole('button', { name: 'Trace suppliers' }));
  await expectSuppliers(page);
  took(4);
});

test('T2: the same by keyboard alone, in four', async ({ explorer }) => {
  const { page, open, details } = explorer;
  await open();
  const { press, type, took } = counting(page);
  await press('/');
  await type('dharma polimetal');
  await expect(firstOption(page)).toContainText('PT Dharma Polimetal');
  await press('Enter');
  await expect(details).toBeVisible();
  await press('t');
  await expectSuppliers(page);
  took(4);
});

/** Footwear, within 100 km of Surabaya: one of the two clusters, with its distance; the other is farther. */
async function expectNear(page: Page): Promise<void> {
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer.getByRole('status')).toContainText(/Shown \d+ of \d+, nearest first/);
  const rows = answer.getByRole('listitem');
  for (const row of await rows.all()) await expect(row).toContainText(/footwear.*\d+ km · /i);
  await expect(rows.first()).toContainText('Mojokerto');
}

test('T5: the clusters of a product within 100 km of a place without a documented buyer, in seven interactions with the mouse', async ({
  explorer,
}) => {
  const { page, open, answer } = explorer;
  await open();
  const { click, type, took } = counting(page);
  await click(page.getByRole('button', { name: /^Sector/ }));
  await type('footwear');
  await click(page.getByRole('option', { name: /footwear/i }).first());
  await expect(page.getByRole('button', { name: /^Sector.*[Ff]ootwear/ })).toBeVisible();
  await click(answer.getByRole('button', { name: /without a documented tie/ }));
  await click(answer.getByRole('button', { name: /^Near which place/ }));
  await type('surabaya');
  await click(page.getByRole('option', { name: /Surabaya/ }).first());
  await expectNear(page);
  took(7);
});

test('T5: the same by keyboard alone, in seven', async ({ explorer }) => {
  const { page, open } = explorer;
  await open();
  const { press, type, tabTo, took } = counting(page);
  await tabTo(/^Sector/);
  await press('Enter');
  await expect(page.getByRole('dialog', { name: 'Sector' }).getByRole('combobox')).toBeFocused();
  await type('footwear');
  await expect(firstOption(page)).toContainText(/footwear/i);
  await press('Enter');
  await expect(page.getByRole('button', { name: /^Sector.*[Ff]ootwear/ })).toBeVisible();
  await tabTo(/without a documented tie/);
  await press('Enter');
  await tabTo(/^Near which place/);
  await press('Enter');
  await type('surabaya');
  await expect(firstOption(page)).toContainText('Surabaya');
  await press('Enter');
  await expectNear(page);
  took(7);
});

test('T5: clusters that are tied by support alone have no large buyer either, and are among the answer', async ({
  explorer,
}) => {
  const { page, open, answer } = explorer;
  await open();
  const button = answer.getByRole('button', { name: /^20 clusters without a documented tie/ });
  await expect(button).toContainText('3 more are tied, but have no large buyer');
  await button.click();
  const otherwise = answer.getByRole('region', { name: 'Tied, but without a large buyer' });
  await expect(otherwise.getByRole('listitem')).toHaveCount(3);
  await answer.getByRole('button', { name: /^Near which place/ }).click();
  await page.keyboard.type('west bangka');
  await expect(firstOption(page)).toContainText('West Bangka');
  await page.keyboard.press('Enter');
  // 23 of 25 sell to no large firm; of the three that are tied in another way one is near.
  await expect(answer.getByRole('status')).toHaveText('Shown 1 of 23, nearest first.');
  await expect(otherwise.getByRole('listitem')).toHaveText([/ewter.*0 km.*Support: PT Timah/]);
  // Ngingas and Tegal deliver to large firms.
  await expect(answer.locator('[data-row]', { hasText: /Ngingas|Tegal/ })).toHaveCount(0);
});

/** The two columns with their counts, and what both have. */
async function expectCompared(panel: Locator): Promise<void> {
  await expect(panel.locator('.place-counts thead th')).toHaveText([/Recorded/, /Tegal Regency/, /Pasuruan Regency/]);
  const clusters = panel.getByRole('row', { name: /^SMI clusters/ });
  await expect(clusters.getByRole('cell')).toHaveText([/^\d+$/, /^\d+$/]);
  await expect(panel.getByRole('region', { name: 'What both have' })).toBeVisible();
}

test('T7: two regencies side by side, in seven interactions with the mouse', async ({ explorer }) => {
  const { page, open, details } = explorer;
  await open();
  const { click, type, took } = counting(page);
  await click(page.getByRole('search').getByRole('combobox'));
  await type('tegal regency');
  await click(page.getByRole('option', { name: /^Tegal Regency/ }).first());
  await click(details.getByRole('button', { name: 'Profile' }));
  const panel = page.getByRole('region', { name: 'Places', exact: true });
  await click(panel.getByRole('button', { name: /^Place beside it/ }));
  await type('pasuruan regency');
  await click(page.getByRole('option', { name: /^Pasuruan Regency/ }).first());
  await expectCompared(panel);
  took(7);
});

test('T7: the same by keyboard alone, in seven', async ({ explorer }) => {
  const { page, open, details } = explorer;
  await open();
  const { press, type, tabTo, took } = counting(page);
  await press('/');
  await type('tegal regency');
  await expect(firstOption(page)).toContainText('Tegal Regency');
  await press('Enter');
  await expect(details.getByRole('heading', { name: /Tegal Regency/ })).toBeVisible();
  await tabTo(/^Profile/);
  await press('Enter');
  const panel = page.getByRole('region', { name: 'Places', exact: true });
  await expect(panel).toBeFocused();
  await tabTo(/^Place beside it/);
  await press('Enter');
  await type('pasuruan regency');
  await expect(firstOption(page)).toContainText('Pasuruan Regency');
  await press('Enter');
  await expectCompared(panel);
  took(7);
});

/** Who says so, and since when: the relation's period and its source, with the day of that. */
async function expectWho(details: Locator): Promise<void> {
  await expect(details.getByRole('heading', { name: 'Evidence' })).toBeVisible();
  await expect(details.locator('.source-button').first()).toContainText(/\d{4}/);
  await expect(details).toContainText(/2023/);
}

test('T8: who says that a relation exists and since when, in one press of the mouse', async ({ explorer }) => {
  const { page, open, answer, details } = explorer;
  await open();
  const { click, took } = counting(page);
  await click(answer.getByRole('button', { name: /Kayaba/ }));
  await expectWho(details);
  took(1);
});

test('T8: the same by keyboard alone, also for a relation that is not in the answer', async ({ explorer }) => {
  const { page, open, details } = explorer;
  await open();
  const { press, tabTo, took } = counting(page);
  await tabTo(/Kayaba/);
  await press('Enter');
  await expectWho(details);
  took(1);
  const other = counting(page);
  await other.press('/');
  await other.type('kannindo');
  await expect(firstOption(page)).toContainText('Kannindo');
  await other.press('Enter');
  await expect(details.getByRole('heading', { name: /Kannindo/ })).toBeVisible();
  await other.tabTo(/Kayaba/);
  await other.press('Enter');
  await expectWho(details);
  other.took(4);
});
