import type { Page } from '@playwright/test';
import { expect, test, type Explorer } from './explorer.ts';

const TEGAL = 'cluster:metal-tegal';
const KAYABA = 'large-industry:kayaba';

const nodesOf = async (explorer: Explorer): Promise<readonly string[]> =>
  Object.keys((await explorer.picture()).nodes).sort();

/** Opens the details of a node of the picture with the mouse. */
async function pick(explorer: Explorer, id: string): Promise<void> {
  const at = await explorer.spot(id);
  await explorer.page.mouse.click(at.x, at.y);
  await expect(explorer.details.getByRole('button', { name: 'Expand', exact: true })).toBeVisible();
}

const chooseMore = async (explorer: Explorer, action: string): Promise<void> => {
  await explorer.details.getByRole('button', { name: 'More', exact: true }).click();
  await explorer.page.getByRole('dialog', { name: 'More' }).getByRole('button', { name: action, exact: true }).click();
};

/** Goes on with Tab until what has the keyboard has the name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const here = (): Promise<string> =>
    page.evaluate(() =>
      `${document.activeElement?.getAttribute('aria-label') ?? ''} ${document.activeElement?.textContent ?? ''}`.trim(),
    );
  for (let turn = 0; turn < 80 && !name.test(await here()); turn += 1) await page.keyboard.press('Tab');
  expect(await here()).toMatch(name);
}

test('says how many of each kind there are, adds those that are chosen, and collapse removes exactly them', async ({
  explorer,
}) => {
  await explorer.open();
  const before = await nodesOf(explorer);
  await pick(explorer, TEGAL);
  await explorer.details.getByRole('button', { name: 'Expand', exact: true }).click();
  const dialog = explorer.page.getByRole('dialog', { name: /^Expand/ });
  await expect(dialog.getByRole('checkbox')).not.toHaveCount(0);
  await dialog.getByRole('button', { name: /^Add \d+ relation/ }).click();
  await expect.poll(async () => (await nodesOf(explorer)).length).toBeGreaterThan(before.length);
  await explorer.details.getByRole('button', { name: 'Collapse', exact: true }).click();
  await expect.poll(() => nodesOf(explorer)).toEqual(before);
  // The button is gone with its press; the keyboard is still among the actions.
  await expect(explorer.details.getByRole('button', { name: 'Expand', exact: true })).toBeFocused();
});

test('narrows what is expanded, and says what is wrong with a date and when nothing fits', async ({ explorer }) => {
  await explorer.open();
  await pick(explorer, TEGAL);
  await explorer.details.getByRole('button', { name: 'Expand', exact: true }).click();
  const dialog = explorer.page.getByRole('dialog', { name: /^Expand/ });
  const kinds = dialog.getByRole('checkbox');
  await expect(kinds.first()).toBeVisible();
  const all = await kinds.count();
  await dialog.getByRole('button', { name: 'Narrow' }).click();
  await dialog.getByLabel('Direction').selectOption('OUT');
  await expect.poll(() => kinds.count()).toBeLessThan(all);
  await dialog.getByLabel('As of').fill('2017-13');
  await dialog.getByLabel('As of').press('Enter');
  await expect(dialog.getByText(/13/).first()).toBeVisible();
  await expect(dialog.getByLabel('As of')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('As of').fill('2017-12');
  await dialog.getByLabel('As of').press('Enter');
  await expect(dialog.getByLabel('As of')).toHaveAttribute('aria-invalid', 'false');
  // A kind of relation that only comes to the node does not go out from it.
  await dialog.locator('select').nth(1).selectOption('MEMBER_OF');
  await expect(dialog.getByText('Nothing fits these filters.')).toBeVisible();
});

test('hides a node, shows how many are hidden, and brings one or all of them back', async ({ explorer }) => {
  await explorer.open();
  const before = await nodesOf(explorer);
  await pick(explorer, KAYABA);
  await chooseMore(explorer, 'Hide');
  await expect.poll(() => nodesOf(explorer)).not.toContain(KAYABA);
  await explorer.page.getByRole('button', { name: '1 hidden' }).click();
  await explorer.page.getByRole('button', { name: /^Bring back .*Kayaba/ }).click();
  await expect.poll(() => nodesOf(explorer)).toEqual(before);
  await pick(explorer, TEGAL);
  await chooseMore(explorer, 'Keep only this');
  await expect.poll(() => nodesOf(explorer)).toEqual([TEGAL]);
  await explorer.page.getByRole('button', { name: /^\d+ hidden/ }).click();
  await explorer.page.getByRole('button', { name: 'Bring all back' }).click();
  await expect.poll(() => nodesOf(explorer)).toEqual(before);
});

test('marks neighbours, a type, and those with at least so many relations, and acts on them together', async ({
  explorer,
}) => {
  await explorer.open();
  const { page } = explorer;
  await pick(explorer, KAYABA);
  await chooseMore(explorer, 'Mark');
  const bar = page.getByRole('toolbar', { name: 'Marked nodes' });
  await expect(bar).toContainText('1 marked');
  await bar.getByRole('button', { name: 'Mark more' }).click();
  await page.getByRole('button', { name: 'Mark neighbours' }).click();
  await expect(bar).not.toContainText('1 marked');
  await bar.getByRole('button', { name: 'Mark more' }).click();
  const form = page.getByRole('dialog', { name: 'Mark more' });
  await form.getByLabel('With at least so many relations').fill('many');
  await form.getByRole('button', { name: 'Mark', exact: true }).click();
  await expect(form).toContainText('“many” is not a whole number above 0, such as 3.');
  await form.getByLabel('With at least so many relations').fill('2');
  await form.getByRole('button', { name: 'Mark', exact: true }).click();
  await bar.getByRole('button', { name: 'Mark more' }).click();
  await page.getByRole('button', { name: /^Large industries/ }).click();
  const count = Number(/(\d+) marked/.exec((await bar.textContent()) ?? '')?.[1]);
  const before = (await nodesOf(explorer)).length;
  await bar.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect.poll(async () => (await nodesOf(explorer)).length).toBe(before - count);
  await expect(bar).toBeHidden();
});

test('expanding everything that is marked says how much that is first', async ({ explorer }) => {
  await explorer.open();
  await pick(explorer, TEGAL);
  await chooseMore(explorer, 'Mark');
  const bar = explorer.page.getByRole('toolbar', { name: 'Marked nodes' });
  const before = (await nodesOf(explorer)).length;
  await bar.getByRole('button', { name: 'Expand all' }).click();
  const dialog = explorer.page.getByRole('dialog', { name: 'Expand all' });
  await expect(dialog).toContainText(/up to \d+ relations/);
  await dialog.getByRole('button', { name: 'Add them' }).click();
  await expect.poll(async () => (await nodesOf(explorer)).length).toBeGreaterThan(before);
});

test('P pins the selected node where it stands and lets it go, as a step each', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await pick(explorer, TEGAL);
  await page.locator('#main').focus();
  await page.keyboard.press('p');
  await expect(explorer.details.getByRole('button', { name: 'Unpin' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Undo: pin .*Tegal/ })).toBeVisible();
  await page.keyboard.press('p');
  await expect(explorer.details.getByRole('button', { name: 'Pin', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Undo: unpin .*Tegal/ })).toBeVisible();
});

test('says why a node is in the picture, and takes just that back', async ({ explorer }) => {
  await explorer.open();
  const before = await nodesOf(explorer);
  await pick(explorer, TEGAL);
  await explorer.details.getByRole('button', { name: 'Why is this here' }).click();
  await expect(explorer.details).toContainText(/The answer names it in \d+ ties?\./);
  await explorer.details.getByRole('button', { name: 'Show in the graph' }).first().click();
  await expect(explorer.details).toContainText('Expanded from here:');
  await explorer.details.getByRole('button', { name: /^Take back: Expanded from here/ }).click();
  await expect.poll(() => nodesOf(explorer)).toEqual(before);
});

test('copies the citation of a source and says so; the source leads out without saying where from', async ({
  explorer,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open();
  await explorer.answer.getByRole('button', { name: /Kayaba/ }).click();
  await explorer.details.locator('.source-button').first().click();
  await explorer.details.getByRole('button', { name: 'Copy the citation' }).click();
  await expect(explorer.details.getByRole('status').filter({ hasText: 'Citation copied' })).toBeAttached();
  const title = (await explorer.details.getByRole('heading', { level: 2 }).textContent()) ?? '';
  const copied = await explorer.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(title);
  const link = explorer.details.getByRole('link', { name: /leaves Sentra/ });
  expect(await link.getAttribute('rel')).toContain('noreferrer');
  expect(copied).toContain((await link.getAttribute('href')) ?? 'no address');
});

test('a node is hidden, kept and brought back with the keyboard alone', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const before = await nodesOf(explorer);
  await pick(explorer, KAYABA);
  await page.locator('#details').focus();
  await tabTo(page, /^More$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'More' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => nodesOf(explorer)).not.toContain(KAYABA);
  await page.locator('#main').focus();
  await tabTo(page, /^1 hidden$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Bring all back$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => nodesOf(explorer)).toEqual(before);
});
