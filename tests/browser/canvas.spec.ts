import type { Locator } from '@playwright/test';
import { expect, test, waitForPicture } from './explorer.ts';

test('every drawn node and line is in the accessibility tree, and a node can be opened from there', async ({
  explorer,
}) => {
  await explorer.open();
  const { nodes, lines } = await explorer.picture();
  const list = explorer.page.getByRole('list', { name: 'Nodes of the graph' });
  await expect(list.getByRole('button')).toHaveCount(Object.keys(nodes).length);
  await expect(explorer.page.getByRole('list', { name: 'Relations of the graph' }).getByRole('listitem')).toHaveCount(
    lines.length,
  );
  await list.getByRole('button', { name: /^PT Timah Tbk, large industry/ }).dispatchEvent('click');
  await expect(explorer.details).toContainText('PT Timah Tbk');
});

test('a right click lists what can be done with a node; hiding takes it out of the picture', async ({ explorer }) => {
  await explorer.open();
  const [id] = Object.keys((await explorer.picture()).nodes).filter((key) => key.startsWith('large-industry:'));
  const at = await explorer.spot(id ?? '');
  await explorer.page.mouse.click(at.x, at.y, { button: 'right' });
  const menu = explorer.page.getByRole('menu');
  await expect(menu.getByRole('menuitem')).toHaveText([
    'Details',
    'Expand',
    'Trace suppliers',
    'Trace buyers',
    'Find paths …',
    'Hide',
    'Keep only this',
    'Pin here',
    'Mark',
  ]);
  await menu.getByRole('menuitem', { name: 'Hide' }).click();
  await expect.poll(async () => Object.keys((await explorer.picture()).nodes)).not.toContain(id);
});

test('a node that is dragged is pinned where it was let go', async ({ explorer }) => {
  await explorer.open();
  const id = Object.keys((await explorer.picture()).nodes).find((key) => key.startsWith('large-industry:')) ?? '';
  const from = await explorer.spot(id);
  await explorer.page.mouse.move(from.x, from.y);
  await explorer.page.mouse.down();
  await explorer.page.mouse.move(from.x + 40, from.y + 25, { steps: 4 });
  await explorer.page.mouse.up();
  const to = await explorer.spot(id);
  expect(Math.abs(to.x - from.x - 40)).toBeLessThan(2);
  expect(Math.abs(to.y - from.y - 25)).toBeLessThan(2);
  await explorer.page.mouse.click(to.x, to.y, { button: 'right' });
  await expect(explorer.page.getByRole('menuitem', { name: 'Unpin' })).toBeVisible();
});

test('a box drawn with Shift marks what is in it', async ({ explorer }) => {
  await explorer.open();
  const stage = await explorer.graph.boundingBox();
  const [x, y] = [stage?.x ?? 0, stage?.y ?? 0];
  const bottom = y + (stage?.height ?? 0) - 4;
  await explorer.page.keyboard.down('Shift');
  await explorer.page.mouse.move(x + 4, bottom);
  await explorer.page.mouse.down();
  await explorer.page.mouse.move(x + (stage?.width ?? 0) / 2, y + 4, { steps: 5 });
  await explorer.page.mouse.up();
  await explorer.page.keyboard.up('Shift');
  const list = explorer.page.getByRole('list', { name: 'Nodes of the graph' });
  await expect(list.getByRole('button', { name: /marked$/ }).first()).toBeAttached();
});

test('brackets walk along the relations of a node and say them; Alt and down goes to the other end', async ({
  explorer,
}) => {
  await explorer.open();
  await explorer.graph.focus();
  await explorer.page.keyboard.press('ArrowRight');
  await explorer.page.keyboard.press(']');
  const spoken = explorer.page.locator('[aria-live="polite"]', { hasText: /\(1 of \d+\)/ });
  await expect(spoken).toHaveCount(1);
  await explorer.page.keyboard.press('Alt+ArrowDown');
  await expect(spoken).toHaveCount(0);
});

test('another layout is chosen from the menu, and undo brings every position back', async ({ explorer }) => {
  await explorer.open();
  // Where nodes stand to each other, whatever the zoom.
  const standing = async (): Promise<readonly { readonly x: number; readonly y: number }[]> => {
    const { nodes, zoom } = await explorer.picture();
    const [origin] = Object.values(nodes);
    return Object.values(nodes).map(({ x, y }) => ({
      x: (x - (origin?.x ?? 0)) / zoom,
      y: (y - (origin?.y ?? 0)) / zoom,
    }));
  };
  const layout = (name: string): Locator => explorer.page.getByRole('button', { name: `Layout: ${name}`, exact: true });
  const before = await standing();
  await layout('Flow').click();
  await explorer.page.getByRole('menuitemradio', { name: /^Rings/ }).click();
  await expect(layout('Rings')).toBeVisible();
  await waitForPicture(explorer.page);
  expect(await standing()).not.toEqual(before);
  await explorer.graph.focus();
  await explorer.page.keyboard.press('Control+z');
  await expect(layout('Flow')).toBeVisible();
  await waitForPicture(explorer.page);
  const apart = (await standing()).map(({ x, y }, index) =>
    Math.hypot(x - (before[index]?.x ?? 0), y - (before[index]?.y ?? 0)),
  );
  expect(Math.max(...apart)).toBeLessThan(1);
});
