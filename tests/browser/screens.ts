import type { Page } from '@playwright/test';
import { expect, type Explorer } from './explorer.ts';
import { untilQuiet } from './quiet.ts';

const TEGAL = 'cluster:metal-tegal';

/** One state of the page that axe judges (accessibility.spec.ts). */
export interface Screen {
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

/** Opens an analysis from its menu over the picture; on a phone that is a view of its own. */
async function analysis(page: Page, id: string, opens: string): Promise<void> {
  const menu = page.locator('.grouping-bar .choice-filter').nth(1);
  if (!(await menu.isVisible())) await page.keyboard.press('2');
  await menu.click();
  await clicked(page, `[role="option"][data-key="${id}"]`, opens);
}

/** Esc, until the answer is back. */
async function leaveAnalysis(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.locator('.answer-head')).toBeVisible();
}

/** Chooses a node in a panel's sentence, by a part of its name. */
async function chooseNode(page: Page, typed: string, opens: string): Promise<void> {
  await page.locator('.analysis-place .node-choice').first().click();
  await page.keyboard.type(typed);
  await expect(page.getByRole('option').first()).toContainText(new RegExp(typed, 'i'));
  await page.keyboard.press('Enter');
  await expect(page.locator(opens).first()).toBeVisible();
}

async function openAll(page: Page, buttons: string): Promise<void> {
  const closed = page.locator(`${buttons}[aria-expanded="false"]`);
  for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
  await expect(closed).toHaveCount(0);
}

/** In an order that one can go through without reloading. */
export const SCREENS: readonly Screen[] = [
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
      await untilQuiet(page);
    },
    leave: escape,
    onPhone: true,
  },
  {
    name: 'ways between two nodes',
    within: '.analysis-place',
    reach: async ({ page }) => {
      await clicked(page, '.start-row', '.way', 1);
      await clicked(page, '.way-relation .button-icon', '.chip');
      await untilQuiet(page);
    },
    leave: leaveAnalysis,
    onPhone: true,
  },
  {
    name: 'a node',
    within: '#details',
    reach: async (explorer) => {
      const at = await explorer.spot(TEGAL);
      await explorer.page.mouse.click(at.x, at.y);
      await expect(explorer.page.locator('#details h2').first()).toBeVisible();
      await untilQuiet(explorer.page);
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
    name: 'ranks, with sizes and rings',
    reach: async ({ page }) => {
      await analysis(page, 'RANKS', '.rank-table');
      for (const look of await page.locator('.analysis-place .switch').all()) await look.click();
      await expect(page.getByRole('switch', { checked: true })).toHaveCount(2);
      await untilQuiet(page);
    },
    leave: leaveAnalysis,
    onPhone: true,
  },
  {
    name: 'communities, one open',
    within: '.analysis-place',
    reach: async ({ page }) => {
      await analysis(page, 'COMMUNITIES', '.community');
      await clicked(page, '.community button', '.community .rows button');
    },
    leave: leaveAnalysis,
    onPhone: true,
  },
  {
    name: 'fragility, every list open',
    within: '.analysis-place',
    reach: async ({ page }) => {
      await analysis(page, 'FRAGILITY', '.fragile');
      await openAll(page, '.fragile > .disclosure > .disclosure-row button');
    },
    onPhone: true,
  },
  {
    name: 'what falls off without a node',
    within: '.analysis-place',
    reach: ({ page }) => chooseNode(page, 'kannindo', '.removal-sum'),
    leave: leaveAnalysis,
    onPhone: true,
  },
  {
    name: 'gaps, a candidate open and who has none',
    within: '.analysis-place',
    reach: async ({ page }) => {
      await analysis(page, 'GAPS', '.gap');
      await clicked(page, '.gap-head', '.gap-body');
      await openAll(page, '.analysis-place .disclosure-button');
    },
    leave: leaveAnalysis,
    onPhone: true,
  },
  {
    name: 'tiers, list and picture',
    reach: async ({ page }) => {
      await analysis(page, 'TIERS', '.node-choice');
      await page.keyboard.type('astra honda motor');
      await expect(page.getByRole('option').first()).toContainText('PT Astra Honda Motor');
      await page.keyboard.press('Enter');
      await expect(page.locator('.tier-row').first()).toBeVisible();
      await untilQuiet(page);
    },
    onPhone: true,
  },
  {
    name: 'the table of tiers',
    within: '.picture',
    reach: ({ page }) => pressed(page, '4', '.tier-table'),
    leave: async (page) => {
      await leaveAnalysis(page);
      await page.keyboard.press('2');
    },
  },
  {
    name: 'links and kept views',
    within: DIALOG,
    reach: async ({ page }) => {
      await page.locator('.top-tools button').nth(-2).click();
      await page.locator(`${DIALOG} .views-name`).fill('Tegal');
      await page.keyboard.press('Enter');
      await expect(page.locator('.views-open')).toBeVisible();
    },
    leave: close(DIALOG),
  },
  {
    name: 'the time strip at a date',
    within: '.time',
    reach: async ({ page }) => {
      await page.locator('.time [role="slider"], .time input[type="range"]').first().focus();
      await page.keyboard.press('Home');
      await expect(page.locator('.time-clear')).toBeEnabled();
      await untilQuiet(page);
    },
    leave: (page) => page.locator('.time-clear').click(),
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
      await untilQuiet(page);
    },
  },
  {
    name: 'a row’s actions',
    within: '[role="menu"]',
    reach: async ({ page }) => {
      await page.locator('[role="grid"] [role="checkbox"], [role="grid"] input[type="checkbox"]').nth(1).click();
      await clicked(page, '[role="grid"] [data-part=menu]', '[role="menu"]');
    },
    leave: close('[role="menu"]'),
  },
];
