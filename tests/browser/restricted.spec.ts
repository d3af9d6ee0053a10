/** Records that only some roles may see: who may is told so wherever they stand; who may not learns nothing of them, nor from a link. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, explorerOn, test, waitForPicture, type Explorer } from './explorer.ts';
import { startGuarded, type Guarded } from './guarded.ts';

const REFUSED = ['status of 401'];
const KAYABA = 'large-industry:kayaba';
const TEGAL = 'cluster:metal-tegal';
const SOURCE = 'Industri Logam Tegal Gandeng Perusahaan Jepang';
const MEANS = 'Only those whose role may see restricted records see this.';

let server: Guarded;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startGuarded('--restricted');
});
test.afterAll(() => server?.stop());
test.describe.configure({ timeout: 120_000 });

async function signIn(page: Page, key: string, address = server.url): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Key', { exact: true }).fill(key);
  await page.getByRole('button', { name: 'Open with the key' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d+ of \d+/);
}

async function select({ page, spot, details }: Explorer, id: string): Promise<void> {
  await waitForPicture(page);
  // A view from a link may move the picture once more.
  await expect(async () => {
    const at = await spot(id);
    await page.mouse.click(at.x, at.y);
    await expect(details).toBeVisible({ timeout: 4_000 });
  }).toPass();
}

async function exported(page: Page, form: RegExp): Promise<string> {
  await page.getByRole('radio', { name: form }).check({ force: true });
  const arrives = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  return readFile(await (await arrives).path(), 'utf8');
}

test('an administrator is told in details, figures, sources and the table which records are restricted', async ({
  explorer,
}) => {
  const { page, details, watch } = explorer;
  watch.expected.push(...REFUSED);
  await signIn(page, server.administrator);
  await select(explorer, KAYABA);
  await expect(details.getByText(MEANS)).toBeVisible();
  await expectAccessible(page);
  await select(explorer, TEGAL);
  await expect(details.getByText(MEANS)).toHaveCount(0);
  await expect(
    details.locator('.figure', { hasText: 'Restricted' }).or(details.locator('.figure-row', { hasText: 'Restricted' })),
  ).toHaveCount(1);
  const source = details.getByRole('button', { name: SOURCE }).first();
  await expect(source).toContainText('Restricted');
  await source.click();
  await expect(details.getByText(MEANS)).toBeVisible();
  await expect(details.getByRole('heading', { name: SOURCE })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Table' }).click();
  await page.getByRole('radio', { name: /^Nodes/ }).click();
  await expect(page.getByRole('columnheader', { name: /^Restricted/ })).toHaveCount(1);
});

test('search rows and the picture mark a restricted node in words, and the legend says what the lock is', async ({
  explorer: { page, watch },
}) => {
  watch.expected.push(...REFUSED);
  await signIn(page, server.administrator);
  await waitForPicture(page);
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText('Restricted1');
  await expect(page.getByRole('button', { name: /^Kayaba, large industry, .*restricted/ })).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Search' }).fill('kayaba');
  await expect(page.getByRole('option', { name: /Kayaba.*Restricted/ })).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Search' }).fill('polytron');
  await expect(page.getByRole('option', { name: /Polytron electronics/ }).first()).toBeVisible();
  await expect(page.getByRole('option', { name: /Restricted/ })).toHaveCount(0);
});

test('what an administrator takes out says which records are restricted', async ({ explorer: { page, watch } }) => {
  watch.expected.push(...REFUSED);
  await signIn(page, server.administrator);
  await waitForPicture(page);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const graphml = await exported(page, /^Graph \(GraphML/);
  expect(graphml).toContain('attr.name="restricted" attr.type="boolean"');
  expect(graphml.match(/<data key="n_restricted">true/g)).toHaveLength(1);
  const gexf = await exported(page, /^Graph \(GEXF/);
  expect(gexf).toContain('<attribute id="restricted" title="restricted" type="boolean"/>');
  expect(gexf.match(/for="restricted" value="true"/g)).toHaveLength(1);
  expect(await exported(page, /^Brief/)).toContain('<span class="restricted">Restricted</span>');
});

test('a reader learns nothing of them, nor from a link that names them', async ({ explorer, browser }) => {
  const { page, watch } = explorer;
  watch.expected.push(...REFUSED);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, server.administrator);
  await select(explorer, KAYABA);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const { hash } = new URL(await page.evaluate(async () => navigator.clipboard.readText()));
  expect(hash).toMatch(/^#v=1\./);

  const other = await browser.newPage();
  const reader = explorerOn(other, { problems: [], expected: [] });
  const arriving: Promise<string>[] = [];
  other.on('response', (response) => {
    if (response.url().includes('/graphql')) arriving.push(response.text());
  });
  await signIn(other, server.reader, `${server.url}/${hash}`);
  await waitForPicture(other);
  expect(Object.keys((await reader.picture()).nodes)).not.toContain(KAYABA);
  await expect(other.locator('body')).not.toContainText('Kayaba');
  await expect(other.locator('body')).not.toContainText('Restricted');
  await select(reader, TEGAL);
  await expect(reader.details).not.toContainText(SOURCE);
  await expect(reader.details).not.toContainText('Restricted');
  await expectAccessible(other);
  const bodies = await Promise.all(arriving);
  expect(bodies.length).toBeGreaterThan(0);
  for (const body of bodies) {
    expect(body).not.toContain('"restricted":true');
    expect(body).not.toContain(KAYABA);
    expect(body).not.toContain(SOURCE);
  }
  await other.close();
});
