import type { Locator, Page } from '@playwright/test';
import { expect, test } from './explorer.ts';

/** What a person does: a click, a key that acts, or a field that is typed into. Moving (Tab, arrows, the mouse) is none of them. */
export interface Counted {
  readonly click: (what: Locator) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Goes on with Tab until what has the keyboard has the name. */
  readonly tabTo: (name: RegExp) => Promise<void>;
  /** Holds the task to so many, exactly, and writes the number into the report. */
  readonly took: (count: number) => void;
}

/** Counts what a task takes. Make it when the page stands: what is done before is not counted. */
export function counting(page: Page): Counted {
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
    took: (count) => {
      test.info().annotations.push({ type: 'interactions', description: String(done) });
      expect(done).toBe(count);
    },
  };
}
