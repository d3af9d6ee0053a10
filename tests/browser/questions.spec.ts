import { expect, expectAccessible, SERVER, test, type Explorer } from './explorer.ts';

const panelOf = (page: Explorer['page']): ReturnType<Explorer['page']['getByRole']> =>
  page.getByRole('region', { name: 'Questions', exact: true });

/** By the palette, without the mouse. */
async function openQuestions({ page, open }: Explorer): Promise<void> {
  await open();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('library of');
  await expect(palette.getByRole('option').first()).toContainText('Questions');
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('heading', { name: /Ministry of Industry/ })).toBeVisible();
}

async function type({ page }: Explorer, text: string): Promise<void> {
  const field = panelOf(page).getByRole('textbox', { name: 'Ask in your own words' });
  await field.fill(text);
  await field.press('Enter');
}

test('a named question is answered in words, with a table whose names open, its sources, and one press to the picture', async ({
  explorer,
}) => {
  const { page, details } = explorer;
  await openQuestions(explorer);
  const panel = panelOf(page);
  await expectAccessible(page);
  await panel.getByRole('button', { name: /Through whom does Ngingas/ }).click();
  await expect(panel.locator('.answer-words')).toContainText('4 documented chains of 3 steps');
  await expect(panel.getByRole('table')).toContainText('PT Rachmat Perdana Adhimetal');
  await expect(panel).toContainText('Shown 4 of 4');
  await expectAccessible(page);
  await panel.getByRole('button', { name: /sources? behind 9 relations/ }).click();
  await panel.getByRole('button', { name: /Hebat, Empat IKM/ }).click();
  await expect(details.getByRole('heading', { name: /Hebat, Empat IKM/ })).toBeVisible();
  await panel.getByRole('table').getByRole('button', { name: 'UD KS Pro' }).click();
  await expect(details.getByRole('heading', { name: 'UD KS Pro' })).toBeVisible();
  await panel.getByRole('button', { name: 'Show the ways' }).click();
  await expect(page.getByRole('region', { name: /connected|Ways|Paths/ }).first()).toContainText('Ngingas');
});

test('parameters are changed in place, and the answer follows', async ({ explorer }) => {
  const { page } = explorer;
  await openQuestions(explorer);
  const panel = panelOf(page);
  await panel.getByRole('button', { name: /Which SMIs supply PT Dharma Polimetal/ }).click();
  await expect(panel.locator('.answer-words')).toContainText('3 agreed to supply it');
  await panel.getByRole('button', { name: /Large industry.*Dharma/ }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('kayaba');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel.locator('.answer-words')).toContainText('PT Kannindo Metal Industri');
  await panel.getByRole('button', { name: 'All questions' }).click();
  await panel.getByRole('button', { name: /If final demand for Construction/ }).click();
  const percent = panel.getByRole('textbox', { name: 'Fall' });
  await percent.fill('20');
  await percent.press('Enter');
  await expect(panel.locator('.answer-words')).toContainText('162.47 trillion');
  await percent.fill('120');
  await expect(panel.getByRole('alert')).toContainText('From 0 to 100');
});

test('a typed question in Indonesian is answered; an ambiguous name is asked back; what is not understood is refused with three', async ({
  explorer,
}) => {
  const { page } = explorer;
  await openQuestions(explorer);
  const panel = panelOf(page);
  await type(explorer, 'IKM mana yang memasok PT Dharma Polimetal?');
  await expect(panel.locator('.answer-words')).toContainText('3 agreed to supply it');
  await type(explorer, 'which clusters in Pasuruan have no large buyer?');
  await expect(panel.locator('.ask-outcome')).toContainText('Which one is meant?');
  await expectAccessible(page);
  await panel
    .locator('.ask-outcome')
    .getByRole('button', { name: /Pasuruan City/ })
    .click();
  await expect(panel.locator('.answer-words')).toContainText(
    'clusters in Pasuruan City have no documented large buyer',
  );
  await type(explorer, 'What will the price of tin be?');
  await expect(panel.locator('.ask-outcome')).toContainText('nothing is guessed');
  await expect(panel.locator('.ask-outcome').getByRole('button')).toHaveCount(3);
});

test('a question typed into the search or the palette is answered by Enter, with the keyboard alone', async ({
  explorer,
}) => {
  const { page, open } = explorer;
  await open();
  await page.keyboard.press('/');
  await page.keyboard.type('which clusters in East Java have no large buyer?');
  await expect(page.getByRole('option', { name: /Answer “which/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(panelOf(page).locator('.answer-words')).toContainText('clusters in East Java');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('which SMIs supply kayaba?');
  await expect(palette.getByRole('option').first()).toContainText('Answer “which');
  await page.keyboard.press('Enter');
  await expect(panelOf(page).locator('.answer-words')).toContainText('PT Kannindo Metal Industri');
});

for (const [question, press, name, shown, beside] of [
  [/have no documented public support/, 'Show the support', 'Programmes', '32 supports', null],
  [/^Which supports did/, 'Show the support', 'Programmes', '5 supports', null],
  [/^In which province was/, 'Show the place', 'Places', 'Dogiyai', null],
  [/^If final demand for/, 'Show what it moves', 'What if …', '-579.207 trillion rupiah', null],
  [/are key sectors/, 'Show in the input-output table', 'Input-output', 'the linkages', '2.2861'],
  [/^How much output depends/, 'Show in the input-output table', 'Input-output', 'the extraction', '3,461.3'],
] as const) {
  test(`one press shows ${name} set to the parameters of “${question.source}”`, async ({ explorer }) => {
    const { page } = explorer;
    await openQuestions(explorer);
    await panelOf(page).getByRole('button', { name: question }).first().click();
    await panelOf(page).getByRole('button', { name: press }).click();
    await expect(page.getByRole('region', { name, exact: true })).toContainText(shown);
    if (beside !== null) await expect(page.locator('.io-bar-row', { hasText: 'Manufacturing' })).toContainText(beside);
  });
}

test('what is inferred only is shown with what it joins, and the filter says so', async ({ explorer }) => {
  const { page } = explorer;
  await openQuestions(explorer);
  await panelOf(page)
    .getByRole('button', { name: /^Which relations.*inferred only/ })
    .click();
  await panelOf(page).getByRole('button', { name: 'Show in the graph' }).click();
  await expect(page.getByRole('button', { name: /Evidence.*With inferred/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Table' }).click();
  await expect(page.getByText('Cocoa farmers of Central Sulawesi').last()).toBeVisible();
});

test('a date is changed in place, left out, and what is no date is said', async ({ explorer }) => {
  const { page } = explorer;
  await openQuestions(explorer);
  const panel = panelOf(page);
  await panel.getByRole('button', { name: /^In which province was/ }).click();
  await expect(panel.locator('.answer-words')).toContainText('26 December 2017: Papua');
  const second = panel.getByRole('textbox', { name: 'Second date' });
  await second.fill('');
  await second.press('Enter');
  await expect(panel.locator('.answer-words')).not.toContainText('2022');
  const first = panel.getByRole('textbox', { name: 'First date' });
  await first.fill('2023-13');
  await expect(panel.getByRole('alert')).toBeVisible();
  await first.fill('2023');
  await first.press('Enter');
  await expect(panel.locator('.answer-words')).toContainText('2023: Central Papua');
  await expectAccessible(page);
});

test('the table and the call are copied', async ({ explorer }) => {
  const { page } = explorer;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openQuestions(explorer);
  const panel = panelOf(page);
  await panel.getByRole('button', { name: /Which large buyers have only one/ }).click();
  await panel.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();
  const csv = await page.evaluate(() => navigator.clipboard.readText());
  expect(csv.split('\r\n')[0]).toBe('\uFEFFbuyer,buyer_id,supplier,supplier_id,lastKnown,revision');
  expect(csv.trim().split('\r\n')).toHaveLength(12);
  await panel.getByRole('button', { name: 'Copy the GraphQL call' }).click();
  await expect(panel.getByRole('button', { name: 'Copied' }).first()).toBeVisible();
  const call = await page.evaluate(() => navigator.clipboard.readText());
  const answer = await page.request.post(`${SERVER()}/graphql`, { data: { query: call } });
  expect(JSON.stringify(await answer.json())).toContain('11 large buyers have one recorded supplier');
});

for (const [language, words] of [
  ['id', 'Pembeli besar mana yang hanya memiliki satu pemasok tercatat?'],
  ['ja', '記録上の供給元が一つだけの大口の買い手はどれか'],
] as const) {
  test(`in ${language} the questions and answers are in that language, and fit a phone`, async ({ explorer }) => {
    const { page, openIn } = explorer;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript((chosen) => window.localStorage.setItem('sentra.language', chosen), language);
    await openIn();
    await page.keyboard.press('Control+k');
    await page
      .getByRole('dialog')
      .getByRole('combobox')
      .fill(language === 'id' ? 'pertanyaan bernama' : '決まった質問');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: words }).click();
    await expect(page.locator('.answer-words')).toContainText('11');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a long name leaves room to let it go', async ({ explorer }) => {
    const { page } = explorer;
    await openQuestions(explorer);
    const panel = panelOf(page);
    await panel.getByRole('button', { name: /^Which provinces are in both phases/ }).click();
    await panel.getByRole('button', { name: 'Show the support' }).click();
    const programmes = page.getByRole('region', { name: 'Programmes', exact: true });
    await expect(programmes).toContainText('12 supports');
    const letGo = await programmes.locator('.gap-end').getByRole('button').last().boundingBox();
    expect((letGo?.x ?? 390) + (letGo?.width ?? 0)).toBeLessThanOrEqual(390);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('what is hidden is told beside the grouping, not under it', async ({ explorer }) => {
    const { page } = explorer;
    await openQuestions(explorer);
    const panel = panelOf(page);
    await panel.getByRole('button', { name: /^Which relations are inferred only/ }).click();
    await panel.getByRole('button', { name: 'Show in the graph' }).click();
    const aside = page.getByRole('button', { name: /^\d+ hidden/ });
    await expect(aside).toBeVisible();
    const grouping = await page.getByRole('region', { name: 'Grouping' }).boundingBox();
    expect((await aside.boundingBox())?.y ?? 0).toBeGreaterThanOrEqual((grouping?.y ?? 844) + (grouping?.height ?? 0));
  });
});

test('figures of a table have a source though no relation stands behind them', async ({ explorer }) => {
  await openQuestions(explorer);
  const panel = panelOf(explorer.page);
  await panel.getByRole('button', { name: /are key sectors/ }).click();
  await expect(panel.getByRole('button', { name: '1 source', exact: true })).toBeVisible();
});

test('a question’s picture begins with its own answer: what stood is set aside, and undoing brings it back', async ({
  explorer,
}) => {
  const { page } = explorer;
  await openQuestions(explorer);
  const panel = panelOf(page);
  await panel.getByRole('button', { name: /^Which relations are inferred only/ }).click();
  await panel.getByRole('button', { name: 'Show in the graph' }).click();
  const aside = page.getByRole('button', { name: /^\d+ hidden/ });
  await expect(aside).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(aside).toHaveCount(0);
});
