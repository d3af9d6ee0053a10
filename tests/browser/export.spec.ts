import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { expect, expectAccessible, test, type Explorer } from './explorer.ts';

const QUESTION = 'Which SMI clusters are tied to large industry?';

async function openDialog({ page }: Explorer): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
}

async function make({ page }: Explorer, form: RegExp): Promise<Download> {
  await page.getByRole('radio', { name: form }).check({ force: true });
  const arrives = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  return arrives;
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

/** What the browser's own reader of XML finds: an error, or how many elements of each tag there are. */
async function read({ page }: Explorer, text: string): Promise<Readonly<Record<string, number>>> {
  return page.evaluate((source) => {
    const found = new DOMParser().parseFromString(source, 'application/xml');
    const counts: Record<string, number> = {};
    for (const { localName } of found.querySelectorAll('*')) counts[localName] = (counts[localName] ?? 0) + 1;
    return counts;
  }, text);
}

test('every form arrives under a name that says the question and the day', async ({ explorer }) => {
  await explorer.open();
  await openDialog(explorer);
  for (const [form, extension] of [
    [/^Picture \(PNG/, 'png'],
    [/^Picture \(SVG/, 'svg'],
    [/^Brief/, 'html'],
    [/^Tables/, 'zip'],
    [/^Data/, 'json'],
    [/^Graph \(GraphML/, 'graphml'],
    [/^Graph \(GEXF/, 'gexf'],
  ] as const) {
    const download = await make(explorer, form);
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^sentra-which-smi-clusters-are-tied-to-large-industry-\\d{4}-\\d\\d-\\d\\d\\.${extension}$`),
    );
    expect((await readFile(await download.path())).length).toBeGreaterThan(1000);
  }
});

test('graph formats are read by the browser, with the nodes that are drawn and the stand-ins of its lines', async ({
  explorer,
}) => {
  await explorer.open();
  const { nodes } = await explorer.picture();
  await openDialog(explorer);
  for (const form of [/^Graph \(GraphML/, /^Graph \(GEXF/]) {
    const text = await textOf(await make(explorer, form));
    const counts = await read(explorer, text);
    expect(counts['parsererror']).toBeUndefined();
    expect(counts['node']).toBeGreaterThanOrEqual(Object.keys(nodes).length);
    expect(counts['edge']).toBeGreaterThan(0);
    for (const id of Object.keys(nodes)) expect(text).toContain(`id="${id}"`);
    expect(text).toContain(QUESTION);
  }
});

test('the SVG has every node with its name as text, the question and the sources, and nothing that runs', async ({
  explorer,
}) => {
  await explorer.open();
  await openDialog(explorer);
  const text = await textOf(await make(explorer, /^Picture \(SVG/));
  const counts = await read(explorer, text);
  expect(counts['parsererror']).toBeUndefined();
  expect([counts['script'], counts['image'], counts['foreignObject'], counts['style']]).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
  expect(text).toContain('PT Timah Tbk</text>');
  expect(text).toContain(QUESTION);
  expect(text).toContain('Dataset revision');
  expect(text).toMatch(/\d+ sources/);
});

test('the PNG has two pixels for one', async ({ explorer }) => {
  await explorer.open();
  await openDialog(explorer);
  const svg = await textOf(await make(explorer, /^Picture \(SVG/));
  const png = await readFile(await (await make(explorer, /^Picture \(PNG/)).path());
  const [, width, height] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(Math.abs(png.readUInt32BE(16) - 2 * Number(width))).toBeLessThanOrEqual(2);
  expect(Math.abs(png.readUInt32BE(20) - 2 * Number(height))).toBeLessThanOrEqual(2);
});

test('the brief opens offline: no script, no request, every source a link', async ({ explorer }) => {
  await explorer.open();
  await openDialog(explorer);
  const text = await textOf(await make(explorer, /^Brief/));
  const context = await explorer.page.context().browser()?.newContext({ offline: true, javaScriptEnabled: true });
  if (context === undefined) throw new Error('no browser');
  const page = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => said.push(message.text()));
  await page.setContent(text);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(QUESTION);
  await expect(page.locator('svg')).toBeVisible();
  expect(await page.getByRole('table').count()).toBeGreaterThanOrEqual(2);
  expect(await page.locator('ol li').count()).toBeGreaterThan(10);
  for (const link of await page.locator('ol a').all()) expect(await link.getAttribute('href')).toMatch(/^https?:\/\//);
  expect(await page.locator('script').count()).toBe(0);
  expect([asked, said]).toEqual([[], []]);
  await context.close();
});

test('the JSON says the question, the counts and its sources; every piece of evidence names one of them', async ({
  explorer,
}) => {
  await explorer.open();
  await openDialog(explorer);
  const data: unknown = JSON.parse(await textOf(await make(explorer, /^Data/)));
  const { format, version, statement, relations, sources } = data as {
    format: string;
    version: number;
    statement: { question: string; shown: { nodes: number } };
    relations: { evidence: { source: string }[] }[];
    sources: { id: string; licence: string }[];
  };
  expect([format, version, statement.question]).toEqual(['sentra-view', 1, QUESTION]);
  const known = new Set(sources.map(({ id }) => id));
  for (const { evidence } of relations) {
    expect(evidence.length).toBeGreaterThan(0);
    for (const { source } of evidence) expect(known.has(source)).toBe(true);
  }
  expect(statement.shown.nodes).toBe(Object.keys((await explorer.picture()).nodes).length);
});

test('what is hidden is not in the file, and the file says so; of marked nodes only these are', async ({
  explorer,
}) => {
  await explorer.open();
  const { page } = explorer;
  await page.getByRole('radio', { name: 'Table' }).click();
  await page.getByRole('radio', { name: /^Nodes/ }).click();
  const grid = page.getByRole('grid', { name: 'Nodes' });
  await grid.getByRole('button', { name: 'Actions for PT Timah Tbk' }).click();
  await page.getByRole('menuitem', { name: /^Hide/ }).click();
  await grid.getByRole('checkbox').nth(1).click();
  await grid.getByRole('checkbox').nth(2).click();
  await openDialog(explorer);
  const whole = await textOf(await make(explorer, /^Graph \(GraphML/));
  expect(whole).not.toContain('large-industry:pt-timah');
  expect(whole).toContain('1 node is hidden and not in the file');
  await page.getByRole('radio', { name: /^Only the marked nodes/ }).check({ force: true });
  const data = JSON.parse(await textOf(await make(explorer, /^Data/))) as { nodes: { drawn: boolean }[] };
  expect(data.nodes.filter(({ drawn }) => drawn).length).toBe(2);
});

test('by keyboard alone: the dialog opens, a form is chosen, the file arrives', async ({ explorer }) => {
  await explorer.open();
  const { page } = explorer;
  await page.getByRole('button', { name: 'Export', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await page.getByRole('radio', { name: /^Picture \(PNG/ }).focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Data/ })).toBeChecked();
  await page.getByRole('button', { name: 'Download' }).focus();
  const arrives = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await arrives).suggestedFilename()).toMatch(/\.json$/);
  await expect(page.getByText(/was made\.$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeHidden();
});

test('axe finds nothing in the dialog on a phone', async ({ explorer }) => {
  await explorer.page.setViewportSize({ width: 390, height: 844 });
  await explorer.open();
  await openDialog(explorer);
  await expectAccessible(explorer.page, ['[role=dialog]']);
});
