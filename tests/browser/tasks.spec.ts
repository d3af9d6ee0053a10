import type { Locator, Page } from '@playwright/test';
import { expect, test } from './explorer.ts';

/** What a person does: a click, a key that acts, or a field that is typed into. Moving (Tab, arrows, the mouse) is none of them. */
interface Counted {
  readonly click: (what: Locator) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Goes on with Tab until what has the keyboard has the name. */
  readonly tabTo: (name: RegExp) => Promise<void>;
  readonly count: () => number;
}

function counting(page: Page): Counted {
  let done = 0;
  const here = (): Promise<string> =>
    page.evaluate(() => {
      const at = document.activeElement;
      return at?.matches('button, input, [tabindex]') === true
        ? `${at.getAttribute('aria-label') ?? ''} ${at.textContent ?? ''}`.trim()
        : '';
    });
  return {
    click: async (what) => {
      await what.click();
      done += 1;
    },
    press: async (key) => {
      await page.keyboard.press(key);
      done += 1;
    },
    type: async (text) => {
      await page.keyboard.type(text);
      done += 1;
    },
    tabTo: async (name) => {
      for (let turn = 0; turn < 120 && !name.test(await here()); turn += 1) await page.keyboard.press('Tab');
      expect(await here()).toMatch(name);
    },
    count: () => done,
  };
}

const firstOption = (page: Page): Locator => page.getByRole('option').first();

test('T1: a firm from a misspelt name, in three interactions with the mouse', async ({ explorer }) => {
  const { page, open, details } = explorer;
  await open();
  const { click, type, count } = counting(page);
  await click(page.getByRole('search').getByRole('combobox'));
  await type('darma polimetl');
  await click(page.getByRole('option', { name: /PT Dharma Polimetal/ }));
  await expect(details.getByRole('heading', { name: /PT Dharma Polimetal/ })).toBeVisible();
  expect(count()).toBe(3);
});

test('T1: the same by keyboard alone, in three', async ({ explorer }) => {
  const { page, open, details } = explorer;
  await open();
  const { press, type, count } = counting(page);
  await press('/');
  await type('darma polimetl');
  await expect(firstOption(page)).toContainText('PT Dharma Polimetal');
  await press('Enter');
  await expect(details.getByRole('heading', { name: /PT Dharma Polimetal/ })).toBeVisible();
  expect(count()).toBe(3);
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
  const { click, type, count } = counting(page);
  await click(page.getByRole('search').getByRole('combobox'));
  await type('dharma polimetal');
  await click(page.getByRole('option', { name: /PT Dharma Polimetal/ }));
  await click(details.getByRole('button', { name: 'Trace suppliers' }));
  await expectSuppliers(page);
  expect(count()).toBe(4);
});

test('T2: the same by keyboard alone, in four', async ({ explorer }) => {
  const { page, open, details } = explorer;
  await open();
  const { press, type, count } = counting(page);
  await press('/');
  await type('dharma polimetal');
  await expect(firstOption(page)).toContainText('PT Dharma Polimetal');
  await press('Enter');
  await expect(details).toBeVisible();
  await press('t');
  await expectSuppliers(page);
  expect(count()).toBe(4);
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
  const { click, type, count } = counting(page);
  await click(page.getByRole('button', { name: /^Sector/ }));
  await type('footwear');
  await click(page.getByRole('option', { name: /footwear/i }).first());
  await expect(page.getByRole('button', { name: /^Sector.*[Ff]ootwear/ })).toBeVisible();
  await click(answer.getByRole('button', { name: /without a documented tie/ }));
  await click(answer.getByRole('button', { name: /^Near which place/ }));
  await type('surabaya');
  await click(page.getByRole('option', { name: /Surabaya/ }).first());
  await expectNear(page);
  expect(count()).toBe(7);
});

test('T5: the same by keyboard alone, in seven', async ({ explorer }) => {
  const { page, open } = explorer;
  await open();
  const { press, type, tabTo, count } = counting(page);
  await tabTo(/^Sector/);
  await press('Enter');
  // The choices come when the menu is opened, and the field to find one with them.
  await expect(page.getByRole('dialog', { name: 'Sector' }).getByRole('combobox')).toBeFocused();
  await type('footwear');
  await expect(firstOption(page)).toContainText(/footwear/i);
  await page.keyboard.press('ArrowDown');
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
  expect(count()).toBe(7);
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
  const { click, count } = counting(page);
  await click(answer.getByRole('button', { name: /Kayaba/ }));
  await expectWho(details);
  expect(count()).toBe(1);
});

test('T8: the same by keyboard alone, also for a relation that is not in the answer', async ({ explorer }) => {
  const { page, open, details } = explorer;
  await open();
  const { press, type, tabTo, count } = counting(page);
  await tabTo(/Kayaba/);
  await press('Enter');
  await expectWho(details);
  expect(count()).toBe(1);
  await press('/');
  await type('kannindo');
  await expect(firstOption(page)).toContainText('Kannindo');
  await press('Enter');
  await expect(details.getByRole('heading', { name: /Kannindo/ })).toBeVisible();
  await tabTo(/Kayaba/);
  await press('Enter');
  await expectWho(details);
  expect(count()).toBe(5);
});
