import { expect, expectAccessible, test, type Explorer } from './explorer.ts';

const TEGAL = 'cluster:metal-tegal';

interface State {
  /** Reached as a person would. */
  readonly reach: (explorer: Explorer) => Promise<void>;
  /** Selectors of an open pop-up with its field. */
  readonly within?: readonly string[];
}

const STATES: Readonly<Record<string, State>> = {
  'the first screen': { reach: async () => undefined },
  'a tie selected': {
    reach: async ({ page, answer, details }) => {
      await answer.getByRole('button', { name: /Kayaba/ }).click();
      await expect(details).toContainText('Route');
      await page.waitForLoadState('networkidle');
    },
  },
  'the table': {
    reach: async ({ page }) => {
      await page.keyboard.press('4');
      await expect(page.getByRole('table').or(page.getByRole('grid')).first()).toBeVisible();
    },
  },
  'the graph': {
    reach: async ({ page, graph }) => {
      await page.keyboard.press('2');
      await expect(graph).toBeVisible();
    },
  },
  'the search open': {
    reach: async ({ page }) => {
      await page.keyboard.press('/');
      await page.keyboard.type('tegal');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
    within: ['[role="search"]', '[role="listbox"]'],
  },
  'the keys listed': {
    reach: async ({ page }) => {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
    within: ['[role="dialog"]'],
  },
};

for (const scheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    for (const [name, { reach, within }] of Object.entries(STATES)) {
      test(`axe finds nothing: ${name}, ${scheme}, ${width} px`, async ({ explorer }) => {
        await explorer.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await explorer.page.setViewportSize({ width, height });
        await explorer.open();
        await reach(explorer);
        await expectAccessible(explorer.page, within);
      });
    }
  }
}

test('the expand menu and the node details are accessible', async ({ explorer }) => {
  await explorer.open();
  const at = await explorer.spot(TEGAL);
  await explorer.page.mouse.click(at.x, at.y);
  await expect(explorer.details.getByRole('button', { name: /^Expand/ })).toBeVisible();
  await expectAccessible(explorer.page);
  await explorer.details.getByRole('button', { name: /^Expand/ }).click();
  await expect(explorer.page.getByRole('dialog', { name: /^Expand/ })).toBeVisible();
  await expectAccessible(explorer.page, ['[role="dialog"]']);
});

for (const language of ['Indonesia', '日本語'] as const) {
  test(`the page speaks ${language}`, async ({ explorer }) => {
    await explorer.open();
    await explorer.page.getByRole('button', { name: /Language/ }).click();
    await explorer.page.getByText(language).last().click();
    await expect(explorer.page.locator('html')).toHaveAttribute('lang', language === '日本語' ? 'ja' : 'id');
    await expectAccessible(explorer.page);
  });
}
