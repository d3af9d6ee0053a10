import { ANALYSIS_SCREENS, leaveAnalysis } from './analysis-screens.ts';
import { expect } from './explorer.ts';
import { untilQuiet } from './quiet.ts';
import { clicked, close, DIALOG, escape, POP, pressed, type Screen } from './screen-steps.ts';

const TEGAL = 'cluster:metal-tegal';

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
  ...ANALYSIS_SCREENS,
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
