import { expect, test, waitForPicture } from './explorer.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone the answer and its list come first, and nothing is wider than the screen', async ({ explorer }) => {
  await explorer.open();
  await expect(explorer.answer.getByRole('button', { name: /Strength/ })).toHaveCount(15);
  const wide = await explorer.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  const boxes = [
    explorer.answer.getByRole('heading', { level: 1 }),
    ...(await explorer.answer.getByRole('button').all()),
  ];
  for (const part of boxes) {
    const box = await part.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
});

test('views are switched along the bottom, and the graph opens readable', async ({ explorer }) => {
  await explorer.open();
  const graph = explorer.page
    .getByRole('radio', { name: 'Graph' })
    .or(explorer.page.getByRole('tab', { name: 'Graph' }));
  await graph.tap();
  await waitForPicture(explorer.page);
  const { zoom } = await explorer.picture();
  expect(zoom).toBeGreaterThanOrEqual(0.5);
});

test('a tap on a tie opens its details as a sheet, and Back returns to the list', async ({ explorer }) => {
  await explorer.open();
  await explorer.answer.getByRole('button', { name: /Kayaba/ }).tap();
  await expect(explorer.details).toContainText('Route');
  await explorer.page
    .getByRole('button', { name: /^(Back|Close the details)$/ })
    .first()
    .tap();
  await expect(explorer.details).toBeHidden();
});

test('what is tapped is at least 44 pixels high', async ({ explorer }) => {
  await explorer.open();
  for (const row of (await explorer.answer.getByRole('button', { name: /Strength/ }).all()).slice(0, 3)) {
    expect((await row.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  }
});

test('the graph opens around the tie that was tapped, also when its details are closed again', async ({ explorer }) => {
  const { page, answer, details, picture } = explorer;
  await explorer.open();
  await answer
    .getByRole('button', { name: /PT Timah Tbk/ })
    .first()
    .tap();
  await expect(details).toContainText('Route');
  await details.getByRole('button', { name: 'Close the details' }).tap();
  await page
    .getByRole('radio', { name: 'Graph' })
    .or(page.getByRole('tab', { name: 'Graph' }))
    .tap();
  await waitForPicture(page);
  const { nodes } = await picture();
  const timah = Object.entries(nodes).find(([id]) => id.includes('timah'))?.[1];
  expect(timah?.x).toBeGreaterThan(0);
  expect(timah?.x).toBeLessThan(390);
  expect(timah?.y).toBeGreaterThan(270);
  expect(timah?.y).toBeLessThan(740);
});

test('tools, grouping and picture leave each other room', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await page
    .getByRole('radio', { name: 'Graph' })
    .or(page.getByRole('tab', { name: 'Graph' }))
    .tap();
  await waitForPicture(page);
  const tools = await page.getByRole('button', { name: 'Fit', exact: false }).first().boundingBox();
  const grouping = await page.getByRole('region', { name: 'Grouping' }).getByRole('button').first().boundingBox();
  expect(grouping?.y ?? 0).toBeGreaterThanOrEqual((tools?.y ?? 0) + (tools?.height ?? 0));
  expect((grouping?.x ?? 0) + (grouping?.width ?? 0)).toBeLessThanOrEqual(390);
});

test('the search has the whole bar while it is typed into', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const field = page.getByRole('search').getByRole('combobox');
  await field.tap();
  await expect(field).toBeFocused();
  expect((await field.boundingBox())?.width ?? 0).toBeGreaterThan(250);
  await page.keyboard.type('kayaba');
  const hit = page.getByRole('option', { name: /^Kayaba/ });
  await expect(hit).toBeVisible();
  expect((await hit.boundingBox())?.width ?? 0).toBeGreaterThan(300);
  await hit.tap();
  await expect(explorer.details.getByRole('heading', { name: /Kayaba/ })).toBeVisible();
});

test('a relation in the table has both its names, its period and its evidence in full, none cut for another', async ({
  explorer,
}) => {
  const { page } = explorer;
  await explorer.open();
  await page
    .getByRole('radio', { name: 'Table' })
    .or(page.getByRole('tab', { name: 'Table' }))
    .tap();
  const card = page.locator('.card', { hasText: 'Metal industry cluster of Tegal' }).first();
  await expect(card).toBeVisible();
  for (const part of ['.cell-from', '.cell-to', '.cell-period', '.cell-evidence']) {
    const text = card.locator(`${part} .cell-text`);
    const cut = await text.evaluate((element) => element.scrollWidth > element.clientWidth + 1);
    expect(cut, part).toBe(false);
  }
  const [from, to] = [await card.locator('.cell-from').boundingBox(), await card.locator('.cell-to').boundingBox()];
  expect(to?.y ?? 0).toBeGreaterThanOrEqual((from?.y ?? 0) + (from?.height ?? 0) - 1);
});
