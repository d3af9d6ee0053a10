import type { Page } from '@playwright/test';
import { LANGUAGES } from '#vocabulary';
import { expect, expectAccessible, test, type Explorer } from './explorer.ts';

// The starting questions are a screen, too, and lead to the ways between two nodes.
test.use({ firstVisit: true });

const TEGAL = 'cluster:metal-tegal';

interface Screen {
  readonly name: string;
  /** Reached as a person would, in any language: by keys, by places on the screen, by what never has words. */
  readonly reach: (explorer: Explorer) => Promise<void>;
  /** What it adds to the page and is judged: all else was before, or is hidden from screen readers while a pop-up is open. */
  readonly within?: string;
  /** How to get back; by default nothing is to be closed. */
  readonly leave?: (page: Page) => Promise<void>;
  readonly onPhone?: boolean;
}

const escape = async (page: Page): Promise<void> => page.keyboard.press('Escape');

/** Esc, until the pop-up or dialog is gone. */
const close =
  (within: string) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(page.locator(within)).toHaveCount(0);
  };

const DIALOG = '[role="dialog"]';
const POP = '.pop:not(.search-pop)';

async function pressed(page: Page, key: string, opens: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.locator(opens).locator('visible=true').first()).toBeVisible();
}

async function clicked(page: Page, place: string, opens: string, nth = 0): Promise<void> {
  await page.locator(place).nth(nth).click();
  await expect(page.locator(opens).locator('visible=true').first()).toBeVisible();
}

/** In an order that one can go through without reloading. */
const SCREENS: readonly Screen[] = [
  { name: 'the first screen', reach: async () => undefined, onPhone: true },
  {
    name: 'the clusters without a tie',
    within: '.answer',
    reach: ({ page }) => clicked(page, '.untied-button', '.untied-head'),
    leave: (page) => clicked(page, '.untied-head button', '.answer-head'),
    onPhone: true,
  },
  {
    name: 'the search',
    reach: async ({ page }) => {
      await page.keyboard.press('/');
      await page.keyboard.type('tegal');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
    within: '.top-search',
    leave: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.locator('#main').focus();
    },
    onPhone: true,
  },
  {
    name: 'the place filter',
    reach: ({ page }) => clicked(page, '.filters .choice', `${POP} .option`),
    within: POP,
    leave: close(POP),
  },
  {
    name: 'the date filter',
    reach: ({ page }) => clicked(page, '.filters .choice', '.date-form', 2),
    within: POP,
    leave: close(POP),
  },
  {
    name: 'the palette',
    reach: ({ page }) => pressed(page, 'Control+k', '.palette .option'),
    within: '.palette',
    leave: close('.palette'),
    onPhone: true,
  },
  {
    name: 'the list of keys',
    reach: ({ page }) => pressed(page, '?', '.keys'),
    within: DIALOG,
    leave: close(DIALOG),
    onPhone: true,
  },
  {
    name: 'the tour',
    within: '.tour',
    reach: ({ page }) => clicked(page, '.start .button-text', '.tour'),
    leave: close('.tour'),
    onPhone: true,
  },
  {
    name: 'a tie',
    within: '#details',
    reach: async ({ page }) => {
      await clicked(page, '.tie', '#details .evidence, #details li');
      await page.waitForLoadState('networkidle');
    },
    leave: escape,
    onPhone: true,
  },
  {
    name: 'ways between two nodes',
    within: '.analysis-place',
    reach: ({ page }) => clicked(page, '.start-row', '.analysis-place li', 1),
    leave: async (page) => {
      await page.keyboard.press('Escape');
      await expect(page.locator('.answer-head')).toBeVisible();
    },
    onPhone: true,
  },
  {
    name: 'a node',
    within: '#details',
    reach: async (explorer) => {
      const at = await explorer.spot(TEGAL);
      await explorer.page.mouse.click(at.x, at.y);
      await expect(explorer.page.locator('#details h2').first()).toBeVisible();
      await explorer.page.waitForLoadState('networkidle');
    },
  },
  {
    name: 'what expanding would add',
    reach: ({ page }) => pressed(page, 'e', `${DIALOG} [type="checkbox"]`),
    within: DIALOG,
    leave: async (page) => {
      await close(DIALOG)(page);
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'a node’s actions',
    reach: async ({ page }) => {
      await page.locator('.picture [role="application"]').focus();
      await page.keyboard.press('ArrowRight');
      await pressed(page, 'Shift+F10', '[role="menu"]');
    },
    within: '[role="menu"]',
    leave: close('[role="menu"]'),
  },
  {
    name: 'the steps',
    reach: ({ page }) => clicked(page, '.top-tools button:not([aria-disabled="true"])', POP),
    within: POP,
    leave: close(POP),
  },
  {
    name: 'exporting',
    reach: async ({ page }) => {
      await page.locator('.top-tools button').last().click();
      await expect(page.locator(`${DIALOG} [type="radio"]`).first()).toBeVisible();
    },
    within: DIALOG,
    leave: close(DIALOG),
  },
  {
    name: 'the map',
    within: '.picture',
    reach: ({ page }) => pressed(page, '3', '.picture [role="application"]'),
    onPhone: true,
  },
  {
    name: 'the table of nodes',
    within: '.picture',
    reach: ({ page }) => pressed(page, '4', '[role="grid"] [data-row]'),
    onPhone: true,
  },
  {
    name: 'the table of relations',
    within: '.picture',
    reach: async ({ page }) => {
      await page.locator('.picture [role="radio"]').nth(1).click();
      await expect(page.locator('[role="grid"] [data-row]').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
    },
  },
];

async function choose(page: Page, language: string): Promise<void> {
  await page.addInitScript((spoken) => localStorage.setItem('sentra.language', spoken), language);
}

/** Every rule in light; in dark again what depends on colours. */
async function judge(page: Page, within: readonly string[]): Promise<void> {
  await expectAccessible(page, within);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectAccessible(page, within, ['color-contrast', 'link-in-text-block']);
  await page.emulateMedia({ colorScheme: 'light' });
}

for (const language of LANGUAGES) {
  test(`axe finds nothing on any screen, light and dark, in ${language}`, async ({ explorer }) => {
    test.setTimeout(600_000);
    const { page } = explorer;
    await choose(page, language);
    await explorer.openIn();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const { name, reach, within, leave } of SCREENS) {
      await test.step(name, async () => {
        await reach(explorer);
        await judge(page, within === undefined ? [] : [within]);
        await leave?.(page);
      });
    }
  });
}

// Indonesian has the longest words.
test('axe finds nothing on any screen of a phone, light and dark, in id', async ({ explorer }) => {
  test.setTimeout(600_000);
  const { page } = explorer;
  await choose(page, 'id');
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.openIn();
  for (const { name, reach, within, leave } of SCREENS.filter(({ onPhone }) => onPhone === true)) {
    await test.step(name, async () => {
      await reach(explorer);
      await judge(page, within === undefined ? [] : [within]);
      await leave?.(page);
    });
  }
});

for (const [name, language] of [
  ['Bahasa Indonesia', 'id'],
  ['日本語', 'ja'],
] as const) {
  test(`the page changes to ${name} from its menu`, async ({ explorer }) => {
    await explorer.open();
    await explorer.page.getByRole('button', { name: /Language/ }).click();
    await explorer.page.getByRole('option', { name }).click();
    await expect(explorer.page.locator('html')).toHaveAttribute('lang', language);
  });
}
