import { counting } from './counted.ts';
import { expect, test, type Explorer } from './explorer.ts';

const PANEL = 'Ways between two nodes';

/** From the cluster of Ngingas to PT Astra Honda Motor, with a misspelt name; five things are clicked or typed at most. */
async function askWays({ page, open, details }: Explorer): Promise<void> {
  await open();
  await page.keyboard.press('/');
  await page.keyboard.type('ngingas metal');
  await expect(page.getByRole('option').first()).toContainText('Ngingas metal');
  await page.keyboard.press('Enter');
  await details.getByRole('button', { name: 'Find paths …' }).click();
  await expect(page.getByRole('dialog', { name: 'To' }).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('astra hunda motor');
  await expect(page.getByRole('option').first()).toContainText('PT Astra Honda Motor');
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('button', { name: /^Way 1/ })).toBeVisible();
}

const panelOf = (page: Explorer['page']): ReturnType<Explorer['page']['getByRole']> =>
  page.getByRole('region', { name: PANEL });

test('the shortest ways are found, one is left out of by its kind of relation, and what is left out comes back', async ({
  explorer,
}) => {
  const { page } = explorer;
  await askWays(explorer);
  const panel = panelOf(page);
  await expect(panel.getByRole('button', { name: /^Way \d/ })).toHaveCount(3);
  await expect(panel).toContainText('Shown 3 of more than 50 ways');
  await panel.getByRole('button', { name: 'Without Fosters' }).click();
  await expect(panel.getByRole('button', { name: 'Count again: Fosters' })).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Way 1/ })).not.toContainText('Astra Foundation');
  await expect(panel.getByRole('button', { name: 'Without Fosters' })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Without PT Rachmat Perdana Adhimetal' }).click();
  await expect(panel.getByRole('button', { name: 'Count again: PT Rachmat Perdana Adhimetal' })).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Way 1/ })).not.toContainText('Rachmat');
  await panel.getByRole('button', { name: /^Count again: Fosters/ }).click();
  await expect(panel.getByRole('button', { name: /^Way 1/ })).toContainText('Astra Foundation');
});

test('a relation reads along the way, whichever way it points', async ({ explorer }) => {
  await askWays(explorer);
  const panel = panelOf(explorer.page);
  // organisation FOSTERS cluster, read from the cluster.
  await expect(panel.locator('.way-relation').first()).toContainText('fostered by');
  await expect(panel.locator('.way-relation').first()).toContainText(/\d+ source/);
});

test('the way that is looked at is drawn and lit, and only adding keeps it; undo takes it out', async ({
  explorer,
}) => {
  const { page } = explorer;
  await askWays(explorer);
  const panel = panelOf(page);
  const programme = 'programme:link-and-match';
  const nodes = async (): Promise<readonly string[]> => Object.keys((await explorer.picture()).nodes);
  await expect.poll(nodes).toContain(programme);
  await page.keyboard.press(']');
  await expect(panel.getByRole('button', { name: /^Way 2/ })).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(nodes).not.toContain(programme);
  await page.keyboard.press('[');
  await panel.getByRole('button', { name: 'Add to the view' }).click();
  await expect(panel.getByRole('button', { name: 'Remove from the view' })).toBeVisible();
  await panel.getByRole('button', { name: 'Back to the answer' }).click();
  await expect(explorer.answer).toBeVisible();
  await expect.poll(nodes).toContain(programme);
  await page.keyboard.press('Control+z');
  await expect.poll(nodes).not.toContain(programme);
});

test('where no way is left it is said what closed the last one, and a press lets go of it', async ({ explorer }) => {
  const { page } = explorer;
  await askWays(explorer);
  const panel = panelOf(page);
  await page.getByRole('button', { name: /^Direction/ }).click();
  await page.getByRole('option', { name: 'along the arrows' }).click();
  await expect(panel.getByRole('heading', { name: /^No way from/ })).toBeVisible();
  await expect(panel).toContainText('not along the arrows alone');
  await panel.getByRole('button', { name: 'Look in any direction' }).click();
  await expect(panel.getByRole('button', { name: /^Way 1/ })).toBeVisible();
});

test('more ways are shown on request, up to the fifty that are looked for', async ({ explorer }) => {
  await askWays(explorer);
  const panel = panelOf(explorer.page);
  for (const count of [10, 25, 50]) {
    await panel.getByRole('button', { name: 'Show more' }).click();
    await expect(panel.getByRole('button', { name: /^Way \d/ })).toHaveCount(count);
  }
  await expect(panel.getByRole('button', { name: 'Show more' })).toHaveCount(0);
  await expect(panel).toContainText('No more than 50 are looked for');
});

test('Escape closes the details, then the ways', async ({ explorer }) => {
  const { page } = explorer;
  await askWays(explorer);
  await page.keyboard.press('Escape');
  await expect(explorer.details).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toBeHidden();
  await expect(explorer.answer).toBeVisible();
});

test('T4: the shortest chain from a cluster to a large firm without one kind of relation, in three interactions with the mouse', async ({
  explorer,
}) => {
  const { page, open, answer, details } = explorer;
  await open();
  const { click, took } = counting(page);
  await click(answer.getByRole('button', { name: /Komatsu/ }));
  await click(details.getByRole('button', { name: 'Find paths between the two' }));
  const panel = panelOf(page);
  await expect(panel.getByRole('button', { name: /^Way 1/ })).toContainText('directly');
  await click(panel.getByRole('button', { name: 'Without Supplies' }).first());
  await expect(panel.getByRole('button', { name: 'Count again: Supplies' })).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Way 1/ })).toContainText('via');
  took(3);
});

test('T4: the same by keyboard alone, in three', async ({ explorer }) => {
  const { page, open, details } = explorer;
  await open();
  const { press, tabTo, took } = counting(page);
  await tabTo(/Komatsu/);
  await press('Enter');
  await expect(details.getByRole('button', { name: 'Find paths between the two' })).toBeVisible();
  await tabTo(/^Find paths between the two/);
  await press('Enter');
  await expect(panelOf(page)).toBeFocused();
  await expect(panelOf(page).getByRole('button', { name: /^Way 1/ })).toContainText('directly');
  await tabTo(/^Without Supplies/);
  await press('Enter');
  await expect(panelOf(page).getByRole('button', { name: 'Count again: Supplies' })).toBeVisible();
  await expect(panelOf(page).getByRole('button', { name: /^Way 1/ })).toContainText('via');
  took(3);
});

test('two marked nodes are the ends of the ways between them', async ({ explorer }) => {
  const { page, open, spot } = explorer;
  await open();
  for (const id of ['cluster:metal-tegal', 'large-industry:kayaba']) {
    const at = await spot(id);
    await page.mouse.move(at.x, at.y);
    await page.keyboard.down('Shift');
    await page.mouse.click(at.x, at.y);
    await page.keyboard.up('Shift');
  }
  await page.getByRole('button', { name: 'Find paths between the two' }).click();
  await expect(panelOf(page).getByRole('button', { name: /^From/ })).toContainText('Tegal');
  await expect(panelOf(page).getByRole('button', { name: /^To/ })).toContainText('Kayaba');
  await expect(panelOf(page).getByRole('button', { name: /^Way 1/ })).toBeVisible();
});

test('the palette asks for ways between two nodes, both chosen by keyboard', async ({ explorer }) => {
  const { page, open } = explorer;
  await open();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('find paths between two');
  await expect(page.getByRole('option').first()).toContainText('Find paths between two nodes');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'From' }).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('ngingas metal');
  await expect(page.getByRole('option').first()).toContainText('Ngingas metal');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'From' })).toBeHidden();
  await counting(page).tabTo(/^To/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('rachmat perdana');
  await expect(page.getByRole('option').first()).toContainText('Rachmat');
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('button', { name: /^Way 1/ })).toBeVisible();
});

test('ways are asked for from a node’s menu in the graph', async ({ explorer }) => {
  const { page, open, spot } = explorer;
  await open();
  const at = await spot('cluster:metal-tegal');
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Find paths …' }).click();
  await expect(page.getByRole('dialog', { name: 'To' }).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('kayaba');
  await expect(page.getByRole('option').first()).toContainText('Kayaba');
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('button', { name: /^Way 1/ })).toContainText('via');
});
