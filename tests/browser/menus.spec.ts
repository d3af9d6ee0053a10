import { expect, test } from './explorer.ts';

test('a menu is walked by arrows around its ends, by first letters, and left with Esc where it was opened', async ({
  explorer,
}) => {
  await explorer.open();
  const { page } = explorer;
  const button = page.getByRole('button', { name: 'Layout: Flow' });
  await button.focus();
  await page.keyboard.press('ArrowDown');
  const items = page.getByRole('menu', { name: 'Layout' }).getByRole('menuitemradio');
  // It opens on the one that holds now.
  const flow = items.filter({ hasText: /^Flow/ });
  await expect(flow).toBeFocused();
  await expect(flow).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('End');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('r');
  await expect(items.filter({ hasText: /^Rings/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(items).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('letters typed in a menu do not act on the node that it belongs to', async ({ explorer }) => {
  await explorer.open();
  const { page } = explorer;
  await explorer.graph.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem', { name: 'Details' })).toBeFocused();
  await page.keyboard.press('m');
  await expect(menu.getByRole('menuitem', { name: 'Mark' })).toBeFocused();
  // Marked it is only when the item is chosen.
  const marked = page.getByRole('list', { name: 'Nodes of the graph' }).getByRole('button', { name: /marked$/ });
  await expect(marked).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(menu).toHaveCount(0);
  await expect(marked).toHaveCount(1);
});

for (const [filter, typed, name] of [
  ['Place', 'pasuruan regency', 'Pasuruan Regency'],
  ['Sector', 'footwear', 'footwear'],
] as const) {
  test(`letters typed while the choices of ${filter} are still to come are not lost, and Enter takes the first`, async ({
    explorer,
  }) => {
    const { page, open } = explorer;
    await open();
    let arrive = (): void => undefined;
    const typedAll = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/graphql', async (route) => {
      await typedAll;
      await route.continue();
    });
    await page.getByRole('button', { name: new RegExp(`^${filter}`) }).click();
    const menu = page.getByRole('dialog', { name: filter });
    await expect(menu.getByRole('status')).toBeVisible();
    await page.keyboard.type(typed);
    await expect(menu.getByRole('combobox')).toHaveValue(typed);
    // Nothing to choose yet: Enter neither chooses nor closes.
    await page.keyboard.press('Enter');
    await expect(menu).toBeVisible();
    arrive();
    await expect(menu.getByRole('option').first()).toContainText(new RegExp(name, 'i'));
    await expect(menu.getByRole('combobox')).toHaveValue(typed);
    await page.keyboard.press('Enter');
    await expect(menu).toBeHidden();
    await expect(page.getByRole('button', { name: new RegExp(`^${filter}.*${name}`, 'i') })).toBeVisible();
  });
}
