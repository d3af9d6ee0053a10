import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import { expect, explorerOn, test, waitForPicture, type Explorer } from './explorer.ts';
import { untilQuiet } from './quiet.ts';

const KAYABA = 'large-industry:kayaba';

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Share and keep' });

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialogOf(page).getByRole('textbox', { name: 'Link to this view' })).toHaveValue(/#v=/);
  return dialogOf(page);
}

async function keep(page: Page, name: string): Promise<Locator> {
  const dialog = await openDialog(page);
  await dialog.getByRole('textbox', { name: 'Name of the view' }).fill(name);
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(dialog.getByRole('status').last()).toContainText(`Kept as “${name}”.`);
  return dialog;
}

/** As a person does it, with the button and the browser's own dialog. */
async function importFile(
  page: Page,
  file: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await dialogOf(page).getByRole('button', { name: 'Import a file…' }).click();
  await (await chooser).setFiles(file);
}

/** Where the link of the dialog leads. */
async function linkOf(page: Page): Promise<string> {
  const dialog = await openDialog(page);
  const link = await dialog.getByRole('textbox', { name: 'Link to this view' }).inputValue();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return link;
}

/** The link on a phone that knows nothing of this browser. */
async function onPhone(browser: Browser, address: string, look: (phone: Explorer) => Promise<void>): Promise<void> {
  const size = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const context = await browser.newContext({ ...size, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  const phone = explorerOn(page, { problems, expected: [] });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 }).first()).toContainText(/\d+ of \d+/);
  await untilQuiet(page);
  await look(phone);
  expect(problems).toEqual([]);
  await context.close();
}

test('a view is kept, renamed, opened as one step, deleted, and brought back', async ({ explorer }) => {
  const { page, details } = explorer;
  await explorer.open();
  const at = await explorer.spot(KAYABA);
  await page.mouse.click(at.x, at.y);
  await expect(details).toContainText('Kayaba');
  const dialog = await keep(page, 'Kayaba seen');
  await dialog.getByRole('button', { name: 'Rename the view “Kayaba seen”' }).click();
  await page.keyboard.type('Kayaba, for Monday');
  await page.keyboard.press('Enter');
  const named = dialog.getByRole('button', { name: 'Open the view “Kayaba, for Monday”' });
  await expect(named).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete the view “Kayaba, for Monday”' }).click();
  await expect(named).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Bring it back' }).click();
  await expect(named).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.locator('#main').focus();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await page.reload();
  await waitForPicture(page);
  await (await openDialog(page)).getByRole('button', { name: 'Open the view “Kayaba, for Monday”' }).click();
  await expect(details).toContainText('Kayaba');
  await page.getByRole('button', { name: /^Undo: open .*Kayaba, for Monday/ }).click();
  await expect(page.getByRole('button', { name: /^Redo: open .*Kayaba, for Monday/ })).toBeVisible();
});

test('kept views leave as a file and come back from it, once each', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const dialog = await keep(page, 'To be sent');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save all as a file' }).click();
  const file = await (await download).path();
  await importFile(page, file);
  await expect(dialog.getByRole('status').last()).toContainText('1 was there already.');
  await dialog.getByRole('button', { name: 'Delete the view “To be sent”' }).click();
  await importFile(page, file);
  await expect(dialog.getByRole('status').last()).toContainText('1 view of 1 was added.');
  await expect(dialog.getByRole('button', { name: 'Open the view “To be sent”' })).toBeVisible();
  await importFile(page, { name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(dialog.getByRole('status').last()).toContainText('This is no file of views.');
});

test('a view made on other data says so, and how much of it is there', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const dialog = await keep(page, 'Last year');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the view “Last year” as a file' }).click();
  const kept = await readFile(await (await download).path(), 'utf8');
  const other = kept
    .replace(/"revision": ?"[^"]*"/, '"revision": "00000000000000000000000000000000"')
    .replaceAll(KAYABA, 'large-industry:gone-since');
  expect(other).not.toBe(kept);
  await importFile(page, {
    name: 'kept.json',
    mimeType: 'application/json',
    buffer: Buffer.from(other.replaceAll('Last year', 'Other data')),
  });
  await dialog.getByRole('button', { name: 'Open the view “Other data”' }).click();
  const notice = page.getByRole('status').filter({ hasText: 'The data have changed since this view was made' });
  await expect(notice).toContainText(/\d+ of its \d+ nodes are in the picture\./);
  await expect(notice).toContainText('1 node was not in the view and has come in.');
});

test('a link carries sizes and rings, and what they are', async ({ explorer }) => {
  test.slow();
  const { page } = explorer;
  await explorer.open();
  await page.getByRole('button', { name: /^Analyses/ }).click();
  await page.getByRole('option', { name: /^Ranks/ }).click();
  const panel = page.getByRole('region', { name: 'Ranks', exact: true });
  await panel.getByText('Size on the canvas').click();
  await panel.getByText('Ring by community').click();
  const looks = page.getByRole('list', { name: 'Sizes and rings' });
  await expect(looks).toContainText('Size: betweenness');
  await expect(looks).toContainText('around Metal industry cluster of Tegal');
  const said = await looks.innerText();
  const link = await linkOf(page);
  expect(link).toMatch(/#v=2\./);
  await page.goto(new URL('/console', link).href);
  await page.goto(link);
  await expect(looks).toContainText('Size: betweenness');
  await expect.poll(async () => looks.innerText()).toBe(said);
});

test('a link opened on a phone shows its view, by touch', async ({ explorer, browser }) => {
  test.slow();
  const { page } = explorer;
  await explorer.open();
  await page.getByRole('button', { name: /^Evidence/ }).click();
  await page.getByRole('option', { name: /^With inferred/ }).click();
  await expect(page.getByRole('button', { name: /^Evidence.*inferred/ })).toBeVisible();
  await untilQuiet(page);
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  const nodes = Object.keys((await explorer.picture()).nodes).sort();
  const link = await linkOf(page);
  await onPhone(browser, link, async (phone) => {
    await expect(phone.page.getByRole('heading', { level: 1 }).first()).toHaveText(heading);
    await phone.page
      .getByRole('radio', { name: 'Graph' })
      .or(phone.page.getByRole('tab', { name: 'Graph' }))
      .tap();
    await waitForPicture(phone.page);
    expect(Object.keys((await phone.picture()).nodes).sort()).toEqual(nodes);
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

test('a link holds what the map shows: its part and its scale', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await page.keyboard.press('3');
  const map = page.getByRole('application', { name: 'Map' });
  await expect(map).toBeVisible();
  const scale = page.getByText(/^[\d,]+ km$/);
  const before = await scale.innerText();
  const box = await map.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 600, (box?.y ?? 0) + 350);
  for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel(0, -100);
  await expect(scale).not.toHaveText(before);
  const near = await scale.innerText();
  const link = await linkOf(page);
  await page.goto(new URL('/console', link).href);
  await page.goto(link);
  await expect(map).toBeVisible();
  await expect(scale).toHaveText(near);
});
