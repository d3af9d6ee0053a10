import type { Page } from '@playwright/test';
import { expect, type Explorer } from './explorer.ts';

/** One state of the page that axe judges (accessibility.spec.ts; those there are: screens.ts and analysis-screens.ts). */
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

export const escape = async (page: Page): Promise<void> => page.keyboard.press('Escape');

/** Esc, until the pop-up or dialog is gone. */
export const close =
  (within: string) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(page.locator(within)).toHaveCount(0);
  };

export const DIALOG = '[role="dialog"]';
export const POP = '.pop:not(.search-pop)';

export async function pressed(page: Page, key: string, opens: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.locator(opens).locator('visible=true').first()).toBeVisible();
}

export async function clicked(page: Page, place: string, opens: string, nth = 0): Promise<void> {
  await page.locator(place).nth(nth).click();
  await expect(page.locator(opens).locator('visible=true').first()).toBeVisible();
}
