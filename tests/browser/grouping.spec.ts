import type { Core } from 'cytoscape';
import { expect, expectAccessible, test, waitForPicture, type Explorer } from './explorer.ts';

const CENTRAL_JAVA = 'group:PROVINCE:province:33';

/** Chooses from the menu of groupings, by name. */
async function choose({ page }: Explorer, name: string): Promise<void> {
  await page.getByRole('region', { name: 'Grouping' }).getByRole('button').first().click();
  await page.getByRole('option', { name, exact: true }).click();
}

async function nodes({ picture }: Explorer): Promise<readonly string[]> {
  return Object.keys((await picture()).nodes);
}

test('clusters and firms gather by province; nobody is dropped, and those without one say so', async ({ explorer }) => {
  const { page, open } = explorer;
  const drawn = page.getByRole('list', { name: 'Nodes of the graph' });
  await open();
  const before = await nodes(explorer);
  await choose(explorer, 'Province');
  await expect.poll(async () => nodes(explorer)).toContain(CENTRAL_JAVA);
  expect(await nodes(explorer)).toContain('group:PROVINCE:NONE');
  await expect(drawn.getByRole('button', { name: /No province recorded/ })).toHaveCount(1);
  await choose(explorer, 'Not grouped');
  await expect.poll(async () => (await nodes(explorer)).toSorted()).toEqual(before.toSorted());
  await page.keyboard.press('Control+z');
  await expect.poll(async () => nodes(explorer)).toContain(CENTRAL_JAVA);
});

test('a group tells what it holds, opens where it stands while others stay, and closes again', async ({ explorer }) => {
  const { page, open, details, picture } = explorer;
  const drawn = page.getByRole('list', { name: 'Nodes of the graph' });
  await open();
  await choose(explorer, 'Province');
  await expect.poll(async () => nodes(explorer)).toContain(CENTRAL_JAVA);
  const before = await picture();
  await drawn.getByRole('button', { name: /^Central Java/ }).dispatchEvent('click');
  await expect(details.getByRole('heading', { name: 'Central Java' })).toBeVisible();
  await expect(details.getByRole('heading', { name: 'Relations with others' })).toBeVisible();
  await expectAccessible(page);
  await details.getByRole('button', { name: 'Open the group' }).click();
  await expect.poll(async () => nodes(explorer)).toContain('cluster:metal-tegal');
  expect(await nodes(explorer)).not.toContain(CENTRAL_JAVA);
  const opened = await picture();
  const model = (at: typeof before, id: string): number => (at.nodes[id]?.x ?? 0) / at.zoom;
  const [east, none] = ['group:PROVINCE:province:35', 'group:PROVINCE:NONE'];
  // Others stand as far from each other as they did: nothing on the screen has jumped.
  const moved = model(opened, east) - model(opened, none) - (model(before, east) - model(before, none));
  expect(Math.abs(moved)).toBeLessThan(2);
  await page.getByRole('button', { name: 'Close the group Central Java' }).click();
  await expect.poll(async () => nodes(explorer)).toContain(CENTRAL_JAVA);
});

test('a part of the graph is shown whole and taken out again', async ({ explorer }) => {
  await explorer.open();
  const before = await nodes(explorer);
  await choose(explorer, 'All support');
  await expect.poll(async () => (await nodes(explorer)).length).toBeGreaterThan(before.length);
  await choose(explorer, 'Take out what was shown whole');
  await expect.poll(async () => (await nodes(explorer)).toSorted()).toEqual(before.toSorted());
});

test('the whole graph arrives by province: no group covers another, all are on the screen, and what is left out is said', async ({
  explorer,
}) => {
  const { page, open } = explorer;
  await open();
  await page.getByRole('region', { name: 'Grouping' }).getByRole('button').first().click();
  await page
    .getByRole('option', { name: /^The whole graph/ })
    .first()
    .click();
  await expect.poll(async () => nodes(explorer)).toContain(CENTRAL_JAVA);
  await waitForPicture(page);
  const { covering, outside } = await page.evaluate(lookAtBlocks);
  expect(covering).toEqual([]);
  expect(outside).toEqual([]);
  const leftOut = page.getByText(/^Without \d+ sector inputs/);
  await expect(leftOut).toBeVisible();
  const extent = page.getByText(/^[\d,]+ of [\d,]+ nodes/).first();
  const before = await extent.textContent();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(leftOut).toBeHidden();
  await expect(extent).not.toHaveText(before ?? '');
});

/** Runs in the page: which groups cover another, and which are not whole on the canvas. */
function lookAtBlocks(): { covering: string[]; outside: string[] } {
  const container = document.querySelector('.__________cytoscape_container');
  const registered: unknown = container === null ? undefined : Reflect.get(container, '_cyreg');
  if (container === null || typeof registered !== 'object' || registered === null) throw new Error('no picture');
  const cy = Reflect.get(registered, 'cy') as Core;
  const boxes = cy.nodes('.block').map((node) => ({ id: node.id(), box: node.renderedBoundingBox() }));
  const covering = boxes.flatMap(({ id, box }, at) =>
    boxes
      .slice(at + 1)
      .filter(({ box: b }) => box.x1 + 1 < b.x2 && b.x1 + 1 < box.x2 && box.y1 + 1 < b.y2 && b.y1 + 1 < box.y2)
      .map((other) => `${id} ${other.id}`),
  );
  const outside = boxes.filter(({ box }) => box.x1 < 0 || box.y1 < 0 || box.x2 > cy.width() || box.y2 > cy.height());
  return { covering, outside: outside.map(({ id }) => id) };
}
