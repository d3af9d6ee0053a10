import { expect, test, type Explorer } from './explorer.ts';

const panelOf = (page: Explorer['page']): ReturnType<Explorer['page']['getByRole']> =>
  page.getByRole('region', { name: 'Who could deal with whom' });

/** By the palette, without the mouse. */
async function openGaps({ page, open }: Explorer): Promise<void> {
  await open();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('gaps');
  await expect(palette.getByRole('option').first()).toContainText('Gaps');
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('button', { name: /West Bangka/ })).toBeVisible();
}

test('candidates stand best first, each with its interval, and the clusters without one are named', async ({
  explorer,
}) => {
  const { page } = explorer;
  await openGaps(explorer);
  const panel = panelOf(page);
  await expect(panel).toContainText('51 candidates');
  await expect(panel).toContainText('Shown 25 of 51');
  await expect(panel.locator('.gap').first()).toContainText('0.75–0.95');
  await panel.getByRole('button', { name: 'Show more' }).click();
  await expect(panel).toContainText('Shown 50 of 51');
  await panel.getByRole('button', { name: '12 of 25 clusters have no candidate' }).click();
  await expect(panel).toContainText('Nothing says what it makes.');
});

test('an open candidate says what each part of its score rests on, marks what is inferred, and leads to the sources', async ({
  explorer,
}) => {
  const { page, details } = explorer;
  await openGaps(explorer);
  const panel = panelOf(page);
  await panel.getByRole('button', { name: /West Bangka/ }).click();
  const open = panel.locator('.gap-body');
  await expect(open).toContainText('One makes Tin, the other uses it.');
  await expect(open).toContainText('0 km between the centres');
  await expect(open).toContainText('No source states what the firm needs.');
  await expect(open.locator('.gap-relations .tag', { hasText: 'inferred' }).first()).toBeVisible();
  await open.getByRole('button', { name: /uses/ }).first().click();
  await expect(details.getByRole('heading', { name: 'Evidence' })).toBeVisible();
});

test('the candidates of one firm within a radius are asked for from its details, and both ends go into the picture', async ({
  explorer,
}) => {
  const { page, details, open, picture } = explorer;
  await open();
  await page.keyboard.press('/');
  await page.keyboard.type('pt pal indonesia');
  await expect(page.getByRole('option').first()).toContainText('PT PAL');
  await page.keyboard.press('Enter');
  await details.getByRole('button', { name: 'Find candidates' }).click();
  const panel = panelOf(page);
  await panel.getByRole('button', { name: /at any distance/ }).click();
  await page.getByRole('option', { name: 'within 50 km' }).click();
  await expect(panel).toContainText('3 candidates');
  await panel.getByRole('button', { name: /Ship component SMI of Pasuruan/ }).click();
  await panel.getByRole('button', { name: 'Add both to the view' }).click();
  await expect(panel.getByRole('button', { name: 'Both are in the view' })).toBeVisible();
  await expect
    .poll(async () => Object.keys((await picture()).nodes))
    .toEqual(expect.arrayContaining(['cluster:ship-components-pasuruan', 'large-industry:pal-indonesia']));
  const between = (await picture()).lines.filter(({ id }) => id.includes('pal-indonesia'));
  // No line is drawn for a candidate; what is inferred is drawn only when asked for.
  expect(between).toEqual([]);
});

test('candidates are drawn as what they are: no line of the picture, counted in no legend of relations, gone with one press and back with undo', async ({
  explorer,
}) => {
  const { page, picture } = explorer;
  await openGaps(explorer);
  const panel = panelOf(page);
  const legend = page.getByRole('list', { name: 'Legend' });
  const relations = async (): Promise<string> => (await legend.innerText()).replaceAll(/^.*\b\d+$/gm, '');
  const before = await picture();
  const said = await relations();
  await panel.getByRole('button', { name: 'Draw these 25 in the graph' }).click();
  const looks = page.getByRole('list', { name: 'Sizes and rings' });
  await expect(looks).toContainText('Candidates, no relations25');
  const drawn = (await picture()).lines.filter(({ classes }) => classes.includes('candidate'));
  expect(drawn).toHaveLength(25);
  expect((await picture()).lines).toHaveLength(before.lines.length + 25);
  expect(await relations()).toBe(said);
  await looks.getByRole('button', { name: 'Take the candidates out of the graph' }).click();
  await expect(looks).toHaveCount(0);
  await expect.poll(async () => Object.keys((await picture()).nodes)).toEqual(Object.keys(before.nodes));
  await page.keyboard.press('Control+z');
  await expect(looks).toContainText('Candidates, no relations25');
  await page.keyboard.press('3');
  await expect(page.getByRole('list', { name: 'Sizes and rings' })).toContainText('Candidates, no relations');
  await page.keyboard.press('2');
  await panel.getByRole('button', { name: 'Take them out of the graph' }).click();
  await expect(looks).toHaveCount(0);
});
