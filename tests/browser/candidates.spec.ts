import { readFile } from 'node:fs/promises';
import type { Browser } from '@playwright/test';
import { expect, explorerOn, test, waitForPicture, type Explorer } from './explorer.ts';

const TITLE = 'Candidate, no relation';
const SAID = '25 pairs that could deal with each other are drawn in short dashes. They are no relations';

/** Draws the first 25 candidates in the graph. */
async function drawCandidates({ page, open }: Explorer): Promise<void> {
  await open();
  await page.getByRole('button', { name: /^Analyses/ }).click();
  await page.getByRole('option', { name: /^Gaps/ }).click();
  const panel = page.getByRole('region', { name: 'Who could deal with whom' });
  await panel.getByRole('button', { name: 'Draw these 25 in the graph' }).click();
  await expect(looksOf(page)).toContainText('Candidates, no relations25');
  await waitForPicture(page);
}

const looksOf = (page: Explorer['page']): ReturnType<Explorer['page']['getByRole']> =>
  page.getByRole('list', { name: 'Sizes and rings' });

async function made({ page }: Explorer, form: RegExp): Promise<string> {
  await page.getByRole('radio', { name: form }).check({ force: true });
  const arrives = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  return readFile(await (await arrives).path(), 'utf8');
}

const howOften = (text: string, part: string): number => text.split(part).length - 1;

test('in an exported picture and in the brief candidates are short dashes with their legend, and said to be no relations', async ({
  explorer,
}) => {
  await drawCandidates(explorer);
  await explorer.page.getByRole('button', { name: 'Export', exact: true }).click();
  for (const form of [/^Picture \(SVG/, /^Brief/]) {
    const text = await made(explorer, form);
    // One title a pair, and the legend.
    expect(howOften(text, `– ${TITLE} –`)).toBe(25);
    expect(howOften(text, `>${TITLE}</text>`)).toBe(1);
    expect(text.replaceAll(/<[^>]+>|\s+/g, ' ').replaceAll(/ +/g, ' ')).toContain(SAID);
  }
});

test('the data of a view are the same relations with candidates drawn and without, and say that candidates are left out', async ({
  explorer,
}) => {
  const { page, open } = explorer;
  await open();
  const relations = (text: string): readonly unknown[] =>
    (JSON.parse(text) as { readonly relations: readonly unknown[] }).relations;
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const before = relations(await made(explorer, /^Data/));
  await page.keyboard.press('Escape');
  await drawCandidates(explorer);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const data = await made(explorer, /^Data/);
  expect(data).toContain(SAID);
  expect(relations(data)).toEqual(before);
  for (const form of [/^Graph \(GraphML/, /^Graph \(GEXF/]) {
    const graph = await made(explorer, form);
    expect(graph).toContain('They are no relations');
    expect(howOften(graph, '<edge ')).toBe(before.length);
  }
});

test('a link opens with the candidates of its sender as candidates, and they go with what came for them', async ({
  explorer,
  browser,
}) => {
  const { page, picture } = explorer;
  await drawCandidates(explorer);
  const sent = await picture();
  await expect.poll(() => page.url()).toMatch(/#v=3\./);
  await expect.poll(async () => (await lookAt(browser, page.url())).candidates).toBe(25);
  const seen = await lookAt(browser, page.url());
  expect(page.url().length).toBeLessThanOrEqual(2000);
  expect(seen.nodes).toEqual(Object.keys(sent.nodes).toSorted());
  expect(seen.lines).toBe(sent.lines.length);
  expect(seen.without).toBeLessThan(seen.nodes.length);
});

/** What somebody sees who opens the address, and how many nodes are left when the candidates are taken out there. */
async function lookAt(
  browser: Browser,
  address: string,
): Promise<{ candidates: number; nodes: readonly string[]; lines: number; without: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const other = explorerOn(await context.newPage(), { problems: [], expected: [] });
  await other.page.goto(address);
  await waitForPicture(other.page);
  const { nodes, lines } = await other.picture();
  const candidates = lines.filter(({ classes }) => classes.includes('candidate')).length;
  if (candidates > 0) {
    await looksOf(other.page).getByRole('button', { name: 'Take the candidates out of the graph' }).click();
    await expect(looksOf(other.page)).toHaveCount(0);
    await waitForPicture(other.page);
  }
  const without = Object.keys((await other.picture()).nodes).length;
  await context.close();
  return { candidates, nodes: Object.keys(nodes).toSorted(), lines: lines.length, without };
}
