import type { Browser, Page } from '@playwright/test';
import { counting } from './counted.ts';
import { expect, expectAccessible, explorerOn, SERVER, test, waitForPicture, type Explorer } from './explorer.ts';
import { untilQuiet } from './quiet.ts';

const ADDRESS = /#v=1\.[\w-]+$/;
const TEGAL = 'cluster:metal-tegal';
const KAYABA = 'large-industry:kayaba';
const POLYTRON = 'large-industry:polytron';

/** The address once it rests: it follows the view a moment later. */
async function addressOf(page: Page): Promise<string> {
  await expect.poll(() => page.url()).toMatch(ADDRESS);
  let before = '';
  await expect
    .poll(
      () => {
        const same = page.url() === before;
        before = page.url();
        return same;
      },
      { intervals: [900] },
    )
    .toBe(true);
  return page.url();
}

/** Gives a command from the palette, by the keyboard. */
async function command(page: Page, typed: string, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const options = page.getByRole('dialog', { name: 'Commands' }).getByRole('option');
  await expect(options.first()).toBeVisible();
  await page.keyboard.type(typed);
  await expect(options.first()).toContainText(text);
  await page.keyboard.press('Enter');
}

/** Everything that T9 compares. */
interface Seen {
  readonly nodes: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  readonly lines: readonly string[];
  readonly zoom: number;
  readonly heading: string;
  readonly question: string;
  readonly details: string;
  readonly legend: string;
}

async function seenIn({ page, picture, details }: Pick<Explorer, 'page' | 'picture' | 'details'>): Promise<Seen> {
  await untilQuiet(page);
  await waitForPicture(page);
  const { nodes, lines, zoom } = await picture();
  return {
    nodes,
    lines: lines.map(({ id, classes }) => `${id} ${classes.filter((name) => name !== 'bent').join(' ')}`).sort(),
    zoom,
    heading: await page.getByRole('heading', { level: 1 }).innerText(),
    question: await page.getByRole('region', { name: 'Question', exact: true }).innerText(),
    details: (await details.count()) === 0 ? '' : await details.getByRole('heading').first().innerText(),
    legend: await page
      .getByText(/^\d+ of \d+ nodes/)
      .first()
      .innerText(),
  };
}

/** The same nodes and lines, each within a pixel, and all that is said of them. */
function expectSame(now: Seen, before: Seen): void {
  expect({ ...now, nodes: Object.keys(now.nodes).sort(), zoom: 0 }).toEqual({
    ...before,
    nodes: Object.keys(before.nodes).sort(),
    zoom: 0,
  });
  expect(now.zoom).toBeCloseTo(before.zoom, 4);
  for (const [id, at] of Object.entries(before.nodes)) {
    const there = now.nodes[id];
    expect(Math.hypot((there?.x ?? 1e9) - at.x, (there?.y ?? 1e9) - at.y), id).toBeLessThanOrEqual(1);
  }
}

/** The view of an address in a browser that knows nothing of this one. */
async function inFreshBrowser(
  browser: Browser,
  address: string,
  look: (other: Explorer) => Promise<void>,
  size = { width: 1440, height: 900 },
): Promise<void> {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem('sentra.visit', JSON.stringify({ questionsHidden: true })));
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d+ of \d+/);
  await look(explorerOn(page, { problems, expected: [] }));
  expect(problems).toEqual([]);
  await context.close();
}

/** A view with something of everything: filters and a date, what was added, hidden, moved, marked and selected, and another zoom. */
async function makeView(explorer: Explorer): Promise<void> {
  const { page, details } = explorer;
  await explorer.open();
  await page
    .getByRole('button', { name: /^As of/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('textbox').fill('2023');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('button', { name: /As of.*2023/ }).first()).toBeVisible();
  await untilQuiet(page);
  await waitForPicture(page);
  const tegal = await explorer.spot(TEGAL);
  await page.mouse.click(tegal.x, tegal.y);
  await details.getByRole('button', { name: 'Expand', exact: true }).click();
  const count = Object.keys((await explorer.picture()).nodes).length;
  await page
    .getByRole('dialog', { name: /^Expand/ })
    .getByRole('button', { name: /^Add \d+ relation/ })
    .click();
  await expect.poll(async () => Object.keys((await explorer.picture()).nodes).length).toBeGreaterThan(count);
  await waitForPicture(page);
  const kayaba = await explorer.spot(KAYABA);
  await page.mouse.move(kayaba.x, kayaba.y);
  await page.mouse.down();
  await page.mouse.move(kayaba.x - 37, kayaba.y - 61, { steps: 5 });
  await page.mouse.up();
  await command(page, 'type: large', 'Large industries');
  await page.mouse.move(700, 500);
  await page.mouse.wheel(0, -250);
  await page.mouse.move(5, 5);
}

test('T9: the address opens the same view in a fresh browser: nodes, places, filters, date, selection and zoom', async ({
  explorer,
  browser,
}) => {
  test.slow();
  await makeView(explorer);
  const address = await addressOf(explorer.page);
  const before = await seenIn(explorer);
  expect(before.question).toContain('2023');
  expect(before.details).toContain('Tegal');
  expect(address.length).toBeLessThanOrEqual(2000);
  await inFreshBrowser(browser, address, async (other) => {
    expectSame(await seenIn(other), before);
    // What the sender undid stays theirs: there is nothing to go back to.
    await expect(other.page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible();
  });
});

test('T9 with the mouse: two presses put the link on the clipboard', async ({ explorer, browser }) => {
  const { page } = explorer;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open();
  const at = await explorer.spot(POLYTRON);
  await page.mouse.click(at.x, at.y);
  await expect(explorer.details).toBeVisible();
  const { click, took } = counting(page);
  await click(page.getByRole('button', { name: 'Share', exact: true }));
  await click(page.getByRole('button', { name: 'Copy link' }));
  await expect(page.getByText('Link copied')).toBeVisible();
  took(2);
  const address = await page.evaluate(async () => navigator.clipboard.readText());
  await page.keyboard.press('Escape');
  await page.mouse.move(5, 5);
  const before = await seenIn(explorer);
  await inFreshBrowser(browser, address, async (other) => expectSame(await seenIn(other), before));
});

test('T9 with the keyboard: the palette copies the link in three and says so', async ({ explorer, browser }) => {
  const { page } = explorer;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open();
  await command(page, 'type: large', 'Large industries');
  await command(page, 'layout rings', 'rings');
  await waitForPicture(page);
  const { press, type, took } = counting(page);
  await press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused();
  await type('copy a link');
  await expect(page.getByRole('option').first()).toContainText('Copy a link to this view');
  await press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible();
  took(3);
  const address = await page.evaluate(async () => navigator.clipboard.readText());
  const before = await seenIn(explorer);
  await inFreshBrowser(browser, address, async (other) => expectSame(await seenIn(other), before));
});

test('the page loaded again shows the view; a link followed in it is a step that undo takes back', async ({
  explorer,
}) => {
  test.slow();
  await makeView(explorer);
  const { page } = explorer;
  const address = await addressOf(page);
  const before = await seenIn(explorer);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d+ of \d+/);
  expectSame(await seenIn(explorer), before);

  // Another page of the same address: the first screen.
  await page.goto(new URL('/console', address).href);
  await explorer.open();
  const first = await seenIn(explorer);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, new URL(address).hash);
  await expect.poll(async () => (await seenIn(explorer)).question).toContain('2023');
  expectSame(await seenIn(explorer), before);
  await page.getByRole('button', { name: 'Undo: open the view of a link' }).click();
  await expect.poll(async () => (await seenIn(explorer)).question).not.toContain('2023');
  const back = await seenIn(explorer);
  expect(Object.keys(back.nodes).sort()).toEqual(Object.keys(first.nodes).sort());
  expect(back.question).toBe(first.question);
  await page.getByRole('button', { name: 'Redo: open the view of a link' }).click();
  await expect.poll(async () => (await seenIn(explorer)).question).toContain('2023');
  expect(Object.keys((await seenIn(explorer)).nodes).sort()).toEqual(Object.keys(before.nodes).sort());
});

test('a damaged link, one cut off and one of a later version say so, and the first screen is there', async ({
  explorer,
}) => {
  test.slow();
  const { page } = explorer;
  await explorer.open();
  const at = await explorer.spot(POLYTRON);
  await page.mouse.click(at.x, at.y);
  const { hash } = new URL(await addressOf(page));
  for (const wrong of [hash.slice(0, -9), hash.replace(/.(?=.{20}$)/, (letter) => (letter === 'A' ? 'B' : 'A'))]) {
    await page.goto(`${SERVER()}/console`);
    await explorer.open(`/${wrong}`);
    await expect(page.getByRole('alert')).toContainText('The link is damaged');
    expect(Object.keys((await explorer.picture()).nodes).length).toBeGreaterThan(30);
    await expectAccessible(page);
  }
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('The link is damaged')).toBeHidden();
});
