import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './explorer.ts';

const palette = 'Commands';

/** Opens the palette with its key; the commands it lists. */
async function opened(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: palette });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  return dialog.getByRole('option');
}

test('finds a command by a few letters and does it with Enter', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const commands = await opened(page);
  await page.keyboard.type('vw tab');
  await expect(commands.first()).toContainText('View: Table');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: palette })).toBeHidden();
  await expect(page.getByRole('radio', { name: 'Table' })).toBeChecked();
});

test('opens from its button, lists commands by group, and closes with Escape to where it was', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const button = page.getByRole('button', { name: 'All commands (Ctrl K)' });
  await button.click();
  const dialog = page.getByRole('dialog', { name: palette });
  await expect(dialog.getByRole('group', { name: 'Question' })).toBeVisible();
  await expectAccessible(page, ['.palette']);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('offers what can be done with the selected node, and what was done last', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const at = await explorer.spot('large-industry:kayaba');
  await page.mouse.click(at.x, at.y);
  await expect(explorer.details).toBeVisible();
  const commands = await opened(page);
  await page.keyboard.type('hide kayaba');
  await expect(commands.first()).toContainText('Hide');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await explorer.picture()).nodes['large-industry:kayaba']).toBeUndefined();
  await opened(page);
  await page.keyboard.type('undo');
  await expect(commands.filter({ hasText: /^Undo: hide .*Kayaba/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await explorer.picture()).nodes['large-industry:kayaba']).toBeDefined();
});

test('says when no command has the name, and changes the language without losing the view', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const before = Object.keys((await explorer.picture()).nodes);
  await opened(page);
  await page.keyboard.type('zzzz');
  await expect(page.getByText('No command is called “zzzz”.')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('bahasa');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Perintah' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(Object.keys((await explorer.picture()).nodes).sort()).toEqual(before.sort());
});

test('the keys 1 to 4 choose list, graph, map and table, and none fires while typing', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await page.locator('#main').focus();
  await page.keyboard.press('4');
  await expect(page.getByRole('radio', { name: 'Table' })).toBeChecked();
  await page.keyboard.press('2');
  await expect(page.getByRole('radio', { name: 'Graph' })).toBeChecked();
  await page.keyboard.press('1');
  await expect(explorer.answer).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('4');
  await expect(page.getByRole('radio', { name: 'Graph' })).toBeChecked();
});

test('the list of keys names all of them', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const key of ['/', 'Ctrl K', '4', 'E', 'C', 'P', 'F', 'Ctrl Z', 'Ctrl Shift Z', 'Esc', '?']) {
    await expect(sheet.getByText(key, { exact: true }).first()).toBeVisible();
  }
});
