/** Names on the graph, as they are painted: in no layout does one lie over another. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { drawnTexts, overlapping, watchTexts, type DrawnText } from './drawn-texts.ts';
import { expect, test, waitForPicture, type Explorer } from './explorer.ts';

const LAYOUTS = ['Flow', 'Tiers', 'Rings', 'Places'] as const;

async function choose({ page }: Explorer, layout: string): Promise<void> {
  await page.getByRole('button', { name: /^Layout: / }).click();
  await page.getByRole('menuitemradio', { name: new RegExp(`^${layout}`) }).click();
  await expect(page.getByRole('button', { name: `Layout: ${layout}`, exact: true })).toBeVisible();
  await waitForPicture(page);
}

/** The pointer is where it names nothing. */
async function texts({ page }: Explorer): Promise<readonly DrawnText[]> {
  await page.mouse.move(5, 5);
  await waitForPicture(page);
  return drawnTexts(page);
}

async function expectLegible(explorer: Explorer, atLeast: number): Promise<void> {
  const found = await texts(explorer);
  expect(overlapping(found)).toEqual([]);
  expect(found.length).toBeGreaterThanOrEqual(atLeast);
}

/** Some way in and out: names stay as large, so that they come nearer to each other and further apart. */
async function atSeveralZooms(explorer: Explorer, atLeast: number): Promise<void> {
  const { page, graph } = explorer;
  await graph.focus();
  await page.keyboard.press('f');
  await expectLegible(explorer, atLeast);
  for (const key of ['+', '+', '+', '-', '-', '-', '-', '-', '-']) {
    await page.keyboard.press(key);
    await expectLegible(explorer, 1);
  }
}

test('what is painted over a name is noticed', async ({ explorer }) => {
  const { page } = explorer;
  await watchTexts(page);
  await explorer.open();
  const [name] = await texts(explorer);
  if (name === undefined) throw new Error('nothing is painted');
  await page.evaluate(({ left, top }) => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('[role="application"] canvas')];
    const canvas = canvases.at(-1);
    const box = canvas?.getBoundingClientRect();
    canvas?.getContext('2d')?.fillText('Over it', left - (box?.left ?? 0) + 3, top - (box?.top ?? 0) + 8);
  }, name);
  expect(overlapping(await drawnTexts(page)).join()).toContain(`${name.text} | Over it`);
});

test.describe('on the first picture', () => {
  for (const layout of LAYOUTS) {
    test(`${layout}: no name lies over another, at any zoom`, async ({ explorer }) => {
      await watchTexts(explorer.page);
      await explorer.open();
      if (layout !== 'Flow') await choose(explorer, layout);
      await atSeveralZooms(explorer, 20);
    });
  }

  test('what a lit line says lies over no name and no count, whichever tie is pointed at', async ({ explorer }) => {
    test.slow();
    const { page, answer } = explorer;
    await watchTexts(page);
    await explorer.open();
    const found: string[] = [];
    for (const row of await answer.getByRole('button', { name: /Strength/ }).all()) {
      await row.focus();
      await waitForPicture(page);
      found.push(...overlapping(await drawnTexts(page)));
    }
    expect(found).toEqual([]);
  });

  test('by hand: nodes that were dragged onto each other do not lay their names over each other', async ({
    explorer,
  }) => {
    const { page, spot } = explorer;
    await watchTexts(page);
    await explorer.open();
    const to = await spot('large-industry:kayaba');
    for (const [id, aside] of [
      ['cluster:metal-tegal', 14],
      ['large-industry:polytron', -16],
      ['large-industry:komatsu-indonesia', 4],
    ] as const) {
      const from = await spot(id);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x + aside, to.y + aside, { steps: 5 });
      await page.mouse.up();
    }
    await expectLegible(explorer, 20);
  });
});

test.describe('with 300 nodes', () => {
  let server: ChildProcessWithoutNullStreams;
  let url = '';
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    server = spawn(process.execPath, ['--import', 'tsx', 'tests/browser/generated-server.ts']);
    server.stderr.pipe(process.stderr);
    const { value } = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next();
    url = String(value).replace('AT ', '');
  });
  test.afterAll(() => server?.stdin.end());

  for (const layout of LAYOUTS) {
    test(`${layout}: no name lies over another, at any zoom`, async ({ explorer }) => {
      test.slow();
      const { page, picture } = explorer;
      await watchTexts(page);
      await page.goto(url);
      await waitForPicture(page);
      await page.locator('.grouping-bar .choice-filter').first().click();
      await page.getByRole('option', { name: /^The whole graph without/ }).click();
      await expect.poll(async () => Object.keys((await picture()).nodes).length).toBeGreaterThanOrEqual(300);
      if (layout !== 'Flow') await choose(explorer, layout);
      await atSeveralZooms(explorer, 8);
    });
  }

  test('a name that is cut stands whole where it is pointed at, and where the keyboard stands', async ({
    explorer,
  }) => {
    const { page, graph, picture } = explorer;
    await watchTexts(page);
    await page.goto(url);
    await waitForPicture(page);
    const [cut] = (await texts(explorer)).filter(({ text }) => text.endsWith('…'));
    if (cut === undefined) throw new Error('no name is cut');
    const middle = { x: (cut.left + cut.right) / 2, y: (cut.top + cut.bottom) / 2 };
    const whole = async (): Promise<string> => (await drawnTexts(page)).map(({ text }) => text).join(' ');
    expect(await whole()).not.toContain('Menengah Sejahtera');
    await page.mouse.move(middle.x, middle.y);
    await expect.poll(whole).toContain('Sejahtera');
    await page.mouse.move(5, 5);
    await expect.poll(whole).not.toContain('Sejahtera');
    expect(Object.keys((await picture()).nodes).length).toBeGreaterThan(20);
    await graph.focus();
    for (let turn = 0; turn < 30 && !(await whole()).includes('Sejahtera'); turn += 1) {
      await page.keyboard.press(turn % 2 === 0 ? 'ArrowDown' : 'ArrowRight');
    }
    expect(await whole()).toContain('Sejahtera');
  });
});
