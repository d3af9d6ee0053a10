/** The page where one has to be somebody: signing in, who one is, being refused, and signing out. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, SERVER, test, waitForPicture } from './explorer.ts';
import { startGuarded, type Guarded } from './guarded.ts';

let server: Guarded;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startGuarded('--with-provider');
});
test.afterAll(() => server?.stop());
test.describe.configure({ timeout: 90_000 });

const title = (page: Page) => page.getByRole('heading', { name: 'Sign in to Sentra', level: 1 });
const ANSWER = /5 of 25 SMI clusters/;
/** What the browser's console says of every refusal, on purpose here. */
const REFUSED = ['status of 401', 'status of 429', 'status of 403'];

test('a page that the server does not know shows how to come in and nothing else; a key opens it, by keyboard alone', async ({
  explorer: { page, watch },
}) => {
  watch.expected.push(...REFUSED);
  await page.goto(server.url);
  await expect(title(page)).toBeFocused();
  await expect(page.getByRole('search')).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Sign in with your organisation' })).toBeFocused();
  await page.keyboard.press('Tab');
  const field = page.getByLabel('Key', { exact: true });
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('type', 'password');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Paste the key that you were given.')).toBeVisible();
  await page.keyboard.type(`sentra_0123456789ab_${'x'.repeat(43)}`);
  await page.keyboard.press('Enter');
  await expect(page.getByText('This key opens nothing here')).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(server.reader);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: ANSWER })).toBeVisible();
  expect(page.url()).not.toContain('sentra_');
  // It is kept in this tab, and nowhere that outlives it.
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('sentra_');
  expect(await page.context().cookies()).toEqual([]);
  await page.reload();
  await expect(page.getByRole('heading', { name: ANSWER })).toBeVisible();
});

test('who one is stands in the head, with the way out, which leaves nothing behind', async ({
  explorer: { page, watch },
}) => {
  watch.expected.push(...REFUSED);
  await page.goto(server.url);
  await page.getByLabel('Key', { exact: true }).fill(server.administrator);
  await page.getByRole('button', { name: 'Open with the key' }).click();
  const who = page.getByRole('button', { name: 'Signed in: an administrator, Administrator' });
  await who.press('Enter');
  const menu = page.getByRole('menu', { name: 'Signed in: an administrator, Administrator' });
  await expect(menu.getByRole('menuitem', { name: 'Sign out' })).toBeFocused();
  await expectAccessible(page, ['[role=menu]']);
  await page.keyboard.press('Escape');
  await expect(who).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await expect(page.getByText(ANSWER)).toHaveCount(0);
});

test('signing in with the provider leads back to what was looked at, and signing out ends it at the server', async ({
  explorer: { page, watch },
}) => {
  watch.expected.push(...REFUSED);
  await server.say('groups staff');
  await page.goto(`${server.url}/?from=a-link`);
  await page.getByRole('link', { name: 'Sign in with your organisation' }).click();
  await expect(page.getByRole('heading', { name: ANSWER })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('from')).toBe('a-link');
  const [session] = await page.context().cookies();
  expect(session).toMatchObject({ name: 'sentra-session', httpOnly: true, sameSite: 'Lax' });
  await page.getByRole('button', { name: 'Signed in: Siti Rahayu, Reader' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(title(page)).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  await page.context().addCookies([{ name: 'sentra-session', value: session?.value ?? '', url: server.url }]);
  await page.reload();
  await expect(title(page)).toBeVisible();
});

test('whom the provider knows without a role is told so, once', async ({ explorer: { page, watch } }) => {
  watch.expected.push(...REFUSED);
  await server.say('groups visitors');
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Sign in with your organisation' }).click();
  await expect(page.getByRole('alert')).toContainText('You are known, but have no role here.');
  await expectAccessible(page);
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await expect(title(page)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a file that is taken away is told to the server, with its kind and nothing of its content', async ({
  explorer: { page, watch },
}) => {
  watch.expected.push(...REFUSED);
  await page.goto(server.url);
  await page.getByLabel('Key', { exact: true }).fill(server.reader);
  await page.getByRole('button', { name: 'Open with the key' }).click();
  await expect(page.getByRole('heading', { name: ANSWER })).toBeVisible();
  await waitForPicture(page);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('radio', { name: /^Data/ }).check({ force: true });
  const told = page.waitForResponse((response) => response.url().endsWith('/access/exported'));
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  await saved;
  expect((await told).status()).toBe(204);
  expect(await server.say('audit')).toMatch(/"event":"exported","form":"json","who":\{"kind":"key"/);
});

for (const [language, heading, button] of [
  ['id', 'Masuk ke Sentra', 'Buka dengan kunci'],
  ['ja', 'Sentra にサインイン', 'キーで開く'],
] as const) {
  test(`the way in speaks ${language}`, async ({ explorer: { page, watch } }) => {
    watch.expected.push(...REFUSED);
    await page.addInitScript((chosen) => localStorage.setItem('sentra.language', chosen), language);
    await page.goto(server.url);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page.getByRole('button', { name: button })).toBeVisible();
    await expectAccessible(page);
  });
}

test('on a phone the way in fits, and so does the head of who is in', async ({ explorer: { page, watch } }) => {
  watch.expected.push(...REFUSED);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(server.url);
  await expect(title(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByLabel('Key', { exact: true }).fill(server.reader);
  await page.getByRole('button', { name: 'Open with the key' }).click();
  await expect(page.getByRole('button', { name: /^Signed in:/ })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('where nobody signs in the page asks nothing besides, and shows nobody', async ({ explorer }) => {
  const asked: string[] = [];
  explorer.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await explorer.open();
  expect(SERVER()).not.toBe(server.url);
  expect(asked.filter((path) => path.startsWith('/access'))).toEqual([]);
  await expect(explorer.page.getByRole('button', { name: /^Signed in/ })).toHaveCount(0);
  expect(asked.some((path) => /sign-in|who/.test(path))).toBe(false);
});

test('a key that is revoked while the page is open shows the way in, and hides what was shown', async ({
  explorer: { page, watch },
}) => {
  watch.expected.push(...REFUSED);
  const other = await startGuarded();
  try {
    await page.goto(other.url);
    await expect(page.getByRole('link', { name: 'Sign in with your organisation' })).toHaveCount(0);
    await page.getByLabel('Key', { exact: true }).fill(other.reader);
    await page.getByRole('button', { name: 'Open with the key' }).click();
    await expect(page.getByRole('heading', { name: ANSWER })).toBeVisible();
    await other.say('revoke');
    await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('Tegal');
    await expect(title(page)).toBeVisible();
    await expect(page.getByText(ANSWER)).toHaveCount(0);
  } finally {
    other.stop();
  }
});

/** What is on the screen of somebody with a reader's key, and a panel that has to ask for more. */
async function openWithKey(page: Page, { url, reader }: Guarded): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Key', { exact: true }).fill(reader);
  await page.getByRole('button', { name: 'Open with the key' }).click();
  await expect(page.getByRole('heading', { name: ANSWER })).toBeVisible();
  await waitForPicture(page);
}

async function askForGaps(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('gaps');
  await expect(palette.getByRole('option').first()).toContainText('Gaps');
  await page.keyboard.press('Enter');
}

test('who has asked for as much as they may is told so and when to ask again, and keeps what is on the screen', async ({
  explorer: { page, watch },
}) => {
  watch.expected.push(...REFUSED);
  const other = await startGuarded('--allowance=5500,1');
  try {
    await openWithKey(page, other);
    await askForGaps(page);
    const told = page.getByRole('alert').filter({ hasText: 'That was a lot at once' });
    await expect(told).toContainText(/You can ask again in [1-9]\d* s\./);
    await expect(page.getByRole('heading', { name: ANSWER })).toBeVisible();
    await expectAccessible(page, ['[role=alert]']);
  } finally {
    other.stop();
  }
});

test('who may not ask something any more is told so, and keeps what is on the screen', async ({
  explorer: { page, watch },
}) => {
  watch.expected.push(...REFUSED);
  await openWithKey(page, server);
  // As a page of before an upgrade, whose question is not among the explorer's any more.
  await page.route('**/graphql', (route) => route.continue({ postData: '{"query":"{ dataset { revision } }"}' }));
  await askForGaps(page);
  const told = page.getByRole('alert').filter({ hasText: 'You may not ask this' });
  await expect(told).toContainText('Whoever runs this Sentra can give you another.');
  await expect(page.getByRole('heading', { name: ANSWER })).toBeVisible();
  await page.unroute('**/graphql');
  await told.getByRole('button', { name: 'Try again' }).click();
  await expect(told).toHaveCount(0);
  await expect(page.getByRole('heading', { name: ANSWER })).toBeVisible();
});
