import { expect, test, type Explorer } from './explorer.ts';
import { untilQuiet } from './quiet.ts';

const TEGAL = 'cluster:metal-tegal';
const KAYABA = 'large-industry:kayaba';

const nodesOf = async (explorer: Explorer): Promise<readonly string[]> =>
  Object.keys((await explorer.picture()).nodes).sort();
const expectNodes = async (explorer: Explorer, nodes: readonly string[]): Promise<void> =>
  expect.poll(() => nodesOf(explorer)).toEqual(nodes);

/** Opens the first kind of a node's relations in the picture. */
async function expand(explorer: Explorer, id: string): Promise<void> {
  const at = await explorer.spot(id);
  await explorer.page.mouse.click(at.x, at.y);
  await explorer.details.getByRole('button', { name: 'Show in the graph' }).first().click();
  await expect(explorer.details.getByRole('button', { name: 'Collapse', exact: true })).toBeVisible();
}

async function hide(explorer: Explorer, id: string): Promise<void> {
  const at = await explorer.spot(id);
  await explorer.page.mouse.click(at.x, at.y);
  await explorer.details.getByRole('button', { name: 'More', exact: true }).click();
  await explorer.page.getByRole('dialog', { name: 'More' }).getByRole('button', { name: 'Hide', exact: true }).click();
}

test('names each step on its button, takes it back and does it again', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const beginning = await nodesOf(explorer);
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible();
  await expand(explorer, TEGAL);
  const opened = await nodesOf(explorer);
  const undo = page.getByRole('button', { name: /^Undo: expand .*Tegal.* · / });
  await undo.click();
  await expectNodes(explorer, beginning);
  await expect(page.getByRole('status').filter({ hasText: /^Undone: expand/ })).toBeAttached();
  await page.getByRole('button', { name: /^Redo: expand/ }).click();
  await expectNodes(explorer, opened);
});

test('gives an answer back without asking for it again', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const before = await nodesOf(explorer);
  const sentence = await explorer.answer.getByRole('heading', { level: 1 }).textContent();
  await page.getByRole('button', { name: /^Evidence/ }).click();
  await page.getByRole('option', { name: /With inferred/ }).click();
  await expect(explorer.answer.getByRole('heading', { level: 1 })).not.toHaveText(sentence ?? '');
  const undo = page.getByRole('button', { name: 'Undo: ask: With inferred' });
  await expect(undo).toBeVisible();
  await untilQuiet(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.postData()?.includes('query Ties') === true) asked.push(request.url());
  });
  await undo.click();
  await expect(explorer.answer.getByRole('heading', { level: 1 })).toHaveText(sentence ?? '');
  await expectNodes(explorer, before);
  expect(asked).toEqual([]);
});

test('the list of steps leads to any of them, backwards and forwards', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const beginning = await nodesOf(explorer);
  await expand(explorer, TEGAL);
  await hide(explorer, KAYABA);
  await expect.poll(() => nodesOf(explorer)).not.toContain(KAYABA);
  const end = await nodesOf(explorer);
  await page.getByRole('button', { name: 'Steps', exact: true }).click();
  const list = page.getByRole('listbox', { name: 'Steps' });
  await expect(list.getByRole('option')).toHaveText([/^Hide .*Kayaba.*now/, /^Expand .*Tegal/, /^The beginning/]);
  await list.getByRole('option', { name: /^The beginning/ }).click();
  await expectNodes(explorer, beginning);
  await expect(list.getByRole('option', { name: /^Hide .*Kayaba/ })).toContainText('undone');
  await list.getByRole('option', { name: /^Hide .*Kayaba/ }).click();
  await expectNodes(explorer, end);
});

test('Ctrl Z and Ctrl Shift Z do the same, and leave a text field its own', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const beginning = await nodesOf(explorer);
  await hide(explorer, KAYABA);
  await expect.poll(() => nodesOf(explorer)).not.toContain(KAYABA);
  const end = await nodesOf(explorer);
  await page
    .getByRole('combobox', { name: 'Search' })
    .or(page.getByRole('searchbox', { name: 'Search' }))
    .first()
    .focus();
  await page.keyboard.type('x');
  await page.keyboard.press('Control+z');
  await expectNodes(explorer, end);
  await page.locator('#main').focus();
  await page.keyboard.press('Control+z');
  await expectNodes(explorer, beginning);
  await page.keyboard.press('Control+Shift+z');
  await expectNodes(explorer, end);
});

test('a hundred steps can all be taken back', async ({ explorer }) => {
  test.slow();
  const { page } = explorer;
  await explorer.open();
  const beginning = await nodesOf(explorer);
  const at = await explorer.spot(TEGAL);
  await page.mouse.click(at.x, at.y);
  const pin = explorer.details.getByRole('button', { name: /^(Pin|Unpin)$/ });
  await hide(explorer, KAYABA);
  await page.mouse.click(at.x, at.y);
  for (let step = 1; step < 100; step += 1) await pin.press('Enter');
  await page.locator('#main').focus();
  for (let step = 0; step < 100; step += 1) await page.keyboard.press('Control+z');
  await expectNodes(explorer, beginning);
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible();
});
