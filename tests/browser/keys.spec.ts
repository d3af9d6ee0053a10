import type { Locator } from '@playwright/test';
import { KEY_PLACES, type KeyPlace } from '../../web/src/app/keys.ts';
import { expect, test } from './explorer.ts';

const NAMED = ['Escape', 'Enter', ' ', 'Home', 'End', 'PageUp', 'PageDown', 'ContextMenu', 'F1', 'F2', 'F10', 'Delete'];
const ARROWS = ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'];
/** T puts another picture in the place of the graph, which hears nothing after it: tests/browser/tiers.spec.ts presses it. */
const ELSEWHERE = ['t'];
/** Every other key that a page may take, alone and with what changes its meaning. */
const PRESSES = [
  ...ARROWS.flatMap((key) => [key, `Shift+${key}`, `Alt+${key}`]),
  ...NAMED.flatMap((key) => [key, `Shift+${key}`]),
  ...[...'abcdefghijklmnopqrstuvwxyz'].flatMap((key) => [
    ...(ELSEWHERE.includes(key) ? [] : [key]),
    `Ctrl+${key}`,
    `Ctrl+Shift+${key}`,
  ]),
  ...Array.from('!"#$%&\'()*+,-.:;<=>@[]^_`{|}~0567890'),
  // These leave the picture, or put something over it.
  '2',
  '/',
  '?',
  '1',
  '3',
  '4',
];

/** Which of the presses something on the page takes when they come from this element; one after the other, on a node that stands selected. */
async function taken(place: Locator, presses: readonly string[]): Promise<readonly string[]> {
  return place.evaluate(async (element, all) => {
    const found: string[] = [];
    for (const press of all) {
      const held = press
        .split('+')
        .slice(0, -1)
        .filter((name) => name !== '');
      const key = press.endsWith('+') ? '+' : (press.split('+').at(-1) ?? '');
      const event = new KeyboardEvent('keydown', {
        key,
        ctrlKey: held.includes('Ctrl'),
        shiftKey: held.includes('Shift'),
        altKey: held.includes('Alt'),
        bubbles: true,
        cancelable: true,
      });
      (element.isConnected ? element : document.body).dispatchEvent(event);
      if (event.defaultPrevented) found.push(press);
      await Promise.resolve();
    }
    return found;
  }, presses);
}

const listed = (places: readonly KeyPlace[]): readonly string[] =>
  places
    .flatMap((place) => KEY_PLACES[place].flatMap(({ presses }) => presses))
    .filter((press) => !ELSEWHERE.includes(press));

const sorted = (presses: Iterable<string>): readonly string[] => [...new Set(presses)].sort();

/** The same key with Shift does the same where nothing else is listed for it. */
const alone = (press: string): string =>
  press.replace(
    /^Shift\+(?=Enter$| $|Escape$|Home$|End$|PageUp$|PageDown$|ContextMenu$|ArrowLeft$|ArrowRight$|ArrowUp$|ArrowDown$)/,
    '',
  );

test('every key that the graph and the page take is listed, and every listed one works', async ({ explorer }) => {
  await explorer.open();
  const at = await explorer.spot('cluster:metal-tegal');
  await explorer.page.mouse.click(at.x, at.y);
  await expect(explorer.details).toContainText('Tegal');
  await explorer.graph.focus();
  // Esc is taken as long as something is selected: it comes first among those that need nothing.
  const found = await taken(explorer.graph, PRESSES);
  expect(sorted(found.map(alone))).toEqual(sorted(listed(['page', 'node', 'graph'])));
});

test('every key that the map takes is listed, and every listed one works', async ({ explorer }) => {
  await explorer.open();
  await explorer.page.keyboard.press('3');
  const map = explorer.page.getByRole('application', { name: 'Map' });
  await expect(map).toBeVisible();
  await map.focus();
  await explorer.page.keyboard.press('ArrowRight');
  const found = await taken(
    map,
    PRESSES.filter((press) => !listed(['page', 'node']).includes(alone(press))),
  );
  const both = ['arrows', 'mark', 'fit', 'zoom'];
  const shared = KEY_PLACES.graph.filter(({ words }) => both.includes(words)).flatMap(({ presses }) => presses);
  expect(sorted(found)).toEqual(
    sorted([...listed(['map']), ...shared, 'Shift+Home', 'Shift+End', 'Shift+PageUp', 'Shift+PageDown']),
  );
});

test('the list of keys shows every line once, by where it works', async ({ explorer }) => {
  await explorer.open();
  await explorer.page.keyboard.press('?');
  const sheet = explorer.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.locator('dt')).toHaveCount(Object.values(KEY_PLACES).flat().length);
  await expect(sheet.getByRole('region', { name: 'In the graph' })).toContainText('Shift F10');
});
