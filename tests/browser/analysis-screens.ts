import type { Page } from '@playwright/test';
import { expect } from './explorer.ts';
import { untilQuiet } from './quiet.ts';
import { clicked, pressed, type Screen } from './screen-steps.ts';

/** Opens an analysis from its menu over the picture; on a phone that is a view of its own. */
async function analysis(page: Page, id: string, opens: string): Promise<void> {
  const menu = page.locator('.grouping-bar .choice-filter').nth(1);
  if (!(await menu.isVisible())) await page.keyboard.press('2');
  await menu.click();
  await clicked(page, `[role="option"][data-key="${id}"]`, opens);
}

/** Esc, until the answer is back. */
export async function leaveAnalysis(page: Page): Promise<void> {
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
  // Lists come one after the other.
  await untilQuiet(page);
  await expect(async () => {
    for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
    await expect(closed).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

/** Every analysis, opened from its menu. */
export const ANALYSIS_SCREENS: readonly Screen[] = [
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
    name: 'programmes, a support and every list open',
    reach: async ({ page }) => {
      await analysis(page, 'PROGRAMMES', '.support-line');
      await page.locator('.support-head').first().click();
      await openAll(page, '.fragile > .disclosure > .disclosure-row button');
      await expect(page.locator('.criteria')).toBeVisible();
    },
    onPhone: true,
  },
  {
    name: 'the table of supports',
    within: '.analysis-place',
    reach: async ({ page }) => {
      await clicked(page, '.support-tools .choice-filter', '[role="option"]');
      await page.getByRole('option').nth(1).click();
      await expect(page.locator('.support-rows .support-table')).toBeVisible();
    },
    leave: leaveAnalysis,
  },
  {
    name: 'places, a province with every list open',
    reach: async ({ page }) => {
      await analysis(page, 'PLACES', '.node-choice');
      await page.locator('.analysis-place .node-choice').first().click();
      await page.keyboard.type('Jawa Timur');
      await expect(page.getByRole('option').first()).toContainText(/Jawa Timur|East Java|東ジャワ/);
      await page.keyboard.press('Enter');
      await expect(page.locator('.place-counts').first()).toBeVisible();
      await openAll(page, '.fragile > .disclosure > .disclosure-row button');
    },
    leave: leaveAnalysis,
    onPhone: true,
  },
  {
    name: 'input-output, heat map and key sectors',
    reach: async ({ page }) => {
      await analysis(page, 'INPUT_OUTPUT', '.io-grid');
      await expect(page.locator('.io-indices').first()).toBeVisible();
    },
    leave: leaveAnalysis,
    onPhone: true,
  },
  {
    name: 'what if a firm closes',
    reach: async ({ page }) => {
      await analysis(page, 'WHAT_IF', '.wi-ask');
      await page.locator('.wi-ask > .rank-buttons').first().getByRole('button').first().click();
      await chooseNode(page, 'kannindo', '.wi-outcome');
      await untilQuiet(page);
    },
    leave: leaveAnalysis,
    onPhone: true,
  },
  {
    name: 'the named questions',
    within: '.analysis-place',
    reach: ({ page }) => analysis(page, 'QUESTIONS', '.question-row'),
    onPhone: true,
  },
  {
    name: 'a question answered',
    within: '.analysis-place',
    reach: ({ page }) => clicked(page, '.question-row', '.answer-words'),
    leave: async (page) => {
      await clicked(page, '.question-back button', '.question-row');
      await leaveAnalysis(page);
    },
    onPhone: true,
  },
];
