import { expect, SERVER, test } from './explorer.ts';

const GRAPHQL = '**/graphql';

test('while the first answer is awaited the page says so, and offers to cancel', async ({ explorer }) => {
  const { page } = explorer;
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(GRAPHQL, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(SERVER());
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await expect(page.getByText('Waiting for the ties of the question.')).toBeVisible();
  answer();
  await expect(explorer.answer.getByRole('heading', { level: 1 })).toContainText('5 of 25');
});

test('when the store is away the page says so in plain words, and tries again', async ({ explorer }) => {
  const { page, watch } = explorer;
  watch.expected.push('Failed to load resource');
  await page.route(GRAPHQL, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/json',
      body: JSON.stringify({ errors: [{ message: 'gone', extensions: { code: 'STORE_UNAVAILABLE' } }] }),
    }),
  );
  await page.goto(SERVER());
  await expect(page.getByText('The database does not answer')).toBeVisible();
  await page.unroute(GRAPHQL);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(explorer.answer.getByRole('heading', { level: 1 })).toContainText('5 of 25');
});

test('when too many ask at once the page says so, and when to ask again', async ({ explorer }) => {
  const { page, watch } = explorer;
  watch.expected.push('Failed to load resource');
  await page.route(GRAPHQL, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/json',
      headers: { 'retry-after': '7' },
      body: JSON.stringify({ errors: [{ message: 'ask again', extensions: { code: 'BUSY' } }] }),
    }),
  );
  await page.goto(SERVER());
  const told = page.getByRole('alert').filter({ hasText: 'Many are asking at once' });
  await expect(told).toContainText(/You can ask again in [1-7] s\./);
  await page.unroute(GRAPHQL);
  await told.getByRole('button', { name: 'Try again' }).click();
  await expect(explorer.answer.getByRole('heading', { level: 1 })).toContainText('5 of 25');
});

test('where the ties have more chains than the API gives at once, fewer ties are shown, and how many of all', async ({
  explorer,
}) => {
  const { page, watch } = explorer;
  watch.expected.push('Failed to load resource');
  await page.route(GRAPHQL, async (route) => {
    const first = /"first":(\d+)/.exec(route.request().postData() ?? '')?.[1];
    if (first !== '200' && first !== '50') return route.continue();
    return route.fulfill({
      status: 200,
      contentType: 'application/json',
      body: JSON.stringify({ errors: [{ message: 'more', extensions: { code: 'QUESTION_TOO_LARGE' } }] }),
    });
  });
  await page.goto(SERVER());
  await expect(explorer.answer.getByRole('heading', { level: 1 })).toContainText('5 of 25');
  await expect(explorer.answer.getByRole('button', { name: /Strength/ })).toHaveCount(10);
  await expect(explorer.answer.getByText('10 of 15')).toBeVisible();
});

test('a failure keeps the old answer and picture on screen', async ({ explorer }) => {
  const { page, watch } = explorer;
  await explorer.open();
  const before = await explorer.picture();
  watch.expected.push('Failed to load resource', 'net::ERR_FAILED');
  await page.route(GRAPHQL, (route) => route.abort());
  await page.getByRole('button', { name: /^Evidence/ }).click();
  await page.getByRole('option', { name: /^With inferred/ }).click();
  await expect(page.getByText('The server cannot be reached')).toBeVisible();
  expect(Object.keys((await explorer.picture()).nodes).length).toBe(Object.keys(before.nodes).length);
  await expect(explorer.answer.getByRole('button', { name: /Strength/ })).toHaveCount(15);
});

test('an empty answer says what was asked, what is nearest, and ways out', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await page.getByRole('button', { name: /^Place/ }).click();
  await page.keyboard.type('Papua');
  await page.getByRole('option', { name: /Papua/ }).first().click();
  await expect(explorer.answer.getByText('No documented tie')).toBeVisible();
  // Each way out says how many ties it leads to; asking for groups, which have no place, is none.
  const out = explorer.answer.getByRole('button', { name: 'Clear the place: 15 ties' });
  await expect(out).toBeVisible();
  await expect(explorer.answer.getByRole('button', { name: /Ask for groups/ })).toHaveCount(0);
  await out.click();
  await expect(explorer.answer.getByRole('heading', { level: 1 })).toContainText('5 of 25');
});

test('only ways out that lead to a tie are offered', async ({ explorer }) => {
  const { page, answer } = explorer;
  await explorer.open();
  await page.getByRole('button', { name: /^Place/ }).click();
  await page.keyboard.type('Papua');
  await page.getByRole('option', { name: /Papua/ }).first().click();
  await expect(answer.getByText('No documented tie')).toBeVisible();
  await page.getByRole('button', { name: /^As of/ }).click();
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill('2017');
  await page.keyboard.press('Enter');
  // Papua has none at any date; all Indonesia has some in 2017.
  await expect(answer.getByRole('button', { name: /^Clear the place: \d+ ties$/ })).toBeVisible();
  await expect(answer.getByRole('button', { name: /^Any date/ })).toHaveCount(0);
});

test('a wrong date is refused with what would be right', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await page.getByRole('button', { name: /^As of/ }).click();
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill('2017-13');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is no month 13; months run from 01 to 12.').first()).toBeVisible();
});

test('as of the end of 2025 two ties have gone, and possible ones are dashed', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await page.getByRole('button', { name: /^As of/ }).click();
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill('2025-12-31');
  await page.keyboard.press('Enter');
  await expect(explorer.answer.getByRole('button', { name: /Strength/ })).toHaveCount(13);
  await expect
    .poll(async () => (await explorer.picture()).lines.filter((line) => line.classes.includes('possible')).length)
    .toBeGreaterThan(0);
});
