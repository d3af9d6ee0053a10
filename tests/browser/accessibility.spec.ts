import type { Page } from '@playwright/test';
import { LANGUAGES, type Language } from '#vocabulary';
import { expect, expectAccessible, test, type Explorer } from './explorer.ts';
import type { Screen } from './screen-steps.ts';
import { SCREENS } from './screens.ts';

// The starting questions are a screen, too, and lead to the ways between two nodes.
test.use({ firstVisit: true });

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

/** What a language can change: what things are called. */
const NAMES = [
  'aria-command-name',
  'aria-dialog-name',
  'aria-input-field-name',
  'aria-toggle-field-name',
  'aria-tooltip-name',
  'button-name',
  'empty-heading',
  'empty-table-header',
  'frame-title',
  'html-has-lang',
  'html-lang-valid',
  'html-xml-lang-mismatch',
  'image-alt',
  'label',
  'landmark-unique',
  'link-name',
  'role-img-alt',
  'svg-img-alt',
  'valid-lang',
] as const;

/** Every screen in turn, on one page that is never loaded again. */
async function walk(
  explorer: Explorer,
  language: Language,
  screens: readonly Screen[],
  look: (page: Page, within: readonly string[]) => Promise<void>,
): Promise<void> {
  test.setTimeout(600_000);
  const { page } = explorer;
  page.setDefaultTimeout(20_000);
  await choose(page, language);
  await explorer.openIn();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  for (const { name, reach, within, leave } of screens) {
    await test.step(name, async () => {
      await reach(explorer);
      await look(page, within === undefined ? [] : [within]);
      await leave?.(page);
    });
  }
}

/** With SENTRA_AXE=full every rule is asked in every language; it takes minutes more. */
const inEveryLanguage = process.env['SENTRA_AXE'] === 'full';

// Indonesian has the longest words: there every rule is asked, in the others those that words can break.
test('axe finds nothing on any screen, light and dark, in id', async ({ explorer }) => {
  await walk(explorer, 'id', SCREENS, judge);
});

for (const language of LANGUAGES.filter((other) => other === 'id' || inEveryLanguage)) {
  test(`axe finds nothing on any screen of a phone, light and dark, in ${language}`, async ({ explorer }) => {
    await explorer.page.setViewportSize({ width: 390, height: 844 });
    await walk(
      explorer,
      language,
      SCREENS.filter(({ onPhone }) => onPhone === true),
      judge,
    );
  });
}

for (const language of LANGUAGES.filter((other) => other !== 'id')) {
  test(`axe finds every name on any screen in ${language}`, async ({ explorer }) => {
    const names = (page: Page, within: readonly string[]) => expectAccessible(page, within, NAMES);
    await walk(explorer, language, SCREENS, inEveryLanguage ? judge : names);
  });
}

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
