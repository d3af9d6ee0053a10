import { expect, test } from './explorer.ts';

const TEGAL = 'cluster:metal-tegal';
const KAYABA = 'large-industry:kayaba';

test('a click on a node opens its details and moves nothing', async ({ explorer }) => {
  await explorer.open();
  const before = await explorer.picture();
  const at = await explorer.spot(TEGAL);
  await explorer.page.mouse.click(at.x, at.y);
  await expect(explorer.details.getByRole('heading', { name: /Tegal/ }).first()).toBeVisible();
  await expect(explorer.details).toContainText('Evidence');
  const after = await explorer.picture();
  expect(after.zoom).toBe(before.zoom);
  const stage = await explorer.graph.boundingBox();
  // Only when the node would be covered by the details is the picture panned, and then as one.
  const moved = (id: string): string =>
    `${Math.round((after.nodes[id]?.x ?? 0) - (before.nodes[id]?.x ?? 0))},${Math.round((after.nodes[id]?.y ?? 0) - (before.nodes[id]?.y ?? 0))}`;
  expect(new Set(Object.keys(before.nodes).map(moved)).size).toBe(1);
  expect((after.nodes[TEGAL]?.x ?? 0) < (stage?.x ?? 0) + (stage?.width ?? 0)).toBe(true);
});

test('a click on the ground closes the details', async ({ explorer }) => {
  await explorer.open();
  const at = await explorer.spot(TEGAL);
  await explorer.page.mouse.click(at.x, at.y);
  await expect(explorer.details).toBeVisible();
  const stage = await explorer.graph.boundingBox();
  await explorer.page.mouse.click((stage?.x ?? 0) + 8, (stage?.y ?? 0) + (stage?.height ?? 0) - 8);
  await expect(explorer.details).toBeHidden();
});

test('details of a firm list its relations with their sources, which open', async ({ explorer }) => {
  await explorer.open();
  const at = await explorer.spot(KAYABA);
  await explorer.page.mouse.click(at.x, at.y);
  await expect(explorer.details.getByRole('heading', { name: /Kayaba/ }).first()).toBeVisible();
  const links = explorer.details.getByRole('link');
  await expect(links.first()).toBeVisible();
  for (const link of await links.all()) expect(await link.getAttribute('href')).toMatch(/^https?:\/\//);
});

test('a row opens its tie with strength, factors, route and sources', async ({ explorer }) => {
  await explorer.open();
  await explorer.answer.getByRole('button', { name: /Kayaba/ }).click();
  await expect(explorer.details).toContainText('0.6760');
  await expect(explorer.details).toContainText('Age of the evidence');
  await expect(explorer.details).toContainText('Route');
  await expect(explorer.details.getByRole('link').first()).toBeVisible();
});

test('pointing at a row lights its tie and lets the rest step back', async ({ explorer }) => {
  await explorer.open();
  await explorer.answer.getByRole('button', { name: /Kayaba/ }).hover();
  await expect
    .poll(async () => (await explorer.picture()).lines.filter((line) => line.classes.includes('lit')).length)
    .toBe(1);
  const { lines } = await explorer.picture();
  expect(lines.filter((line) => line.classes.includes('resting')).length).toBe(lines.length - 1);
});

test('expanding a group brings what it says, and collapsing restores the picture exactly', async ({ explorer }) => {
  await explorer.open();
  const at = await explorer.spot(TEGAL);
  await explorer.page.mouse.click(at.x, at.y);
  await expect(explorer.details.getByRole('button', { name: /^Expand/ })).toBeVisible();
  const before = await explorer.picture();
  await explorer.details.getByRole('button', { name: /^Expand/ }).click();
  const dialog = explorer.page.getByRole('dialog', { name: /^Expand/ });
  const add = dialog.getByRole('button', { name: /^Add \d+ relation/ });
  const count = Number(/\d+/.exec((await add.textContent()) ?? '')?.[0]);
  await add.click();
  await expect
    .poll(async () => Object.keys((await explorer.picture()).nodes).length)
    .toBeGreaterThan(Object.keys(before.nodes).length);
  const opened = await explorer.picture();
  expect(Object.keys(opened.nodes).length - Object.keys(before.nodes).length).toBeLessThanOrEqual(count);
  await explorer.details.getByRole('button', { name: 'Collapse', exact: true }).click();
  await expect
    .poll(async () => Object.keys((await explorer.picture()).nodes).sort())
    .toEqual(Object.keys(before.nodes).sort());
  const after = await explorer.picture();
  expect(after.lines.map((line) => line.id).sort()).toEqual(before.lines.map((line) => line.id).sort());
});

test('a double click on a node offers to expand it', async ({ explorer }) => {
  await explorer.open();
  const at = await explorer.spot(KAYABA);
  await explorer.page.mouse.dblclick(at.x, at.y);
  await expect(explorer.page.getByRole('dialog', { name: /^Expand/ })).toBeVisible();
});

test('the wheel zooms to the pointer by 1.2, the buttons zoom, and fit shows everything again', async ({
  explorer,
}) => {
  await explorer.open();
  const before = await explorer.picture();
  const at = await explorer.spot(KAYABA);
  await explorer.page.mouse.move(at.x, at.y);
  await explorer.page.mouse.wheel(0, -100);
  await expect.poll(async () => (await explorer.picture()).zoom / before.zoom).toBeCloseTo(1.2, 2);
  const still = await explorer.spot(KAYABA);
  expect(Math.hypot(still.x - at.x, still.y - at.y)).toBeLessThan(1);
  await explorer.page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => (await explorer.picture()).zoom / before.zoom).toBeCloseTo(1.44, 2);
  await explorer.page.getByRole('button', { name: 'Zoom out' }).click();
  await explorer.page.getByRole('button', { name: 'Fit to view' }).click();
  await expect.poll(async () => (await explorer.picture()).zoom).toBeCloseTo(before.zoom, 2);
});

test('with inferred evidence more ties are drawn, in dots, and nothing that stood has moved', async ({ explorer }) => {
  await explorer.open();
  const before = await explorer.picture();
  await explorer.page.getByRole('button', { name: /^Evidence/ }).click();
  await explorer.page.getByRole('option', { name: /^With inferred/ }).click();
  await expect(explorer.answer.getByRole('button', { name: /Strength/ })).toHaveCount(32);
  await expect
    .poll(async () => (await explorer.picture()).lines.filter((line) => line.classes.includes('inferred')).length)
    .toBeGreaterThan(3);
  await expect(explorer.answer).toContainText('inferred');
  const after = await explorer.picture();
  const documented = after.lines.filter((line) => !line.classes.includes('inferred'));
  expect(documented.length).toBeGreaterThanOrEqual(before.lines.length);
});

test('the disputed, the hidden and the drawn agree: the table shows the same counts as the picture', async ({
  explorer,
}) => {
  await explorer.open();
  const { nodes } = await explorer.picture();
  const extent =
    (await explorer.page
      .getByText(/\d+ of \d+ nodes/)
      .first()
      .textContent()) ?? '';
  const [shownNodes, , shownRelations] = [...extent.matchAll(/\d+/g)].map(([text]) => Number(text));
  expect(shownNodes).toBe(Object.keys(nodes).length);
  await explorer.page
    .getByRole('radio', { name: 'Table' })
    .or(explorer.page.getByRole('tab', { name: 'Table' }))
    .click();
  const table = explorer.page.getByRole('region', { name: 'Table of what is drawn' });
  await expect(table).toBeVisible();
  await expect(table).toContainText(String(shownNodes));
  await expect(table).toContainText(String(shownRelations));
});

test('the scope menu asks for groups without one place', async ({ explorer }) => {
  await explorer.open();
  await explorer.page
    .getByRole('button', { name: /SMI clusters/ })
    .first()
    .click();
  await explorer.page
    .getByRole('menuitemradio', { name: /SMI groups/ })
    .or(explorer.page.getByRole('option', { name: /SMI groups/ }))
    .click();
  await expect(explorer.answer.getByRole('heading', { level: 1 })).toContainText('SMI groups');
  await expect(explorer.answer).toContainText(/hoe/i);
});
