import { TOUR_STEPS } from '../../web/src/panels/tour/steps.ts';
import { expect, expectAccessible, test } from './explorer.ts';

test.use({ firstVisit: true });

const START = 'Questions to start with';

test('three questions stand below the first answer, each one press from its own answer', async ({ explorer }) => {
  const { page, answer, details } = explorer;
  await explorer.open();
  const start = answer.getByRole('region', { name: START });
  await expect(start.getByRole('listitem')).toHaveCount(3);

  await start.getByRole('button', { name: /^Who says/ }).click();
  await expect(details).toContainText(/source/i);
  await page.keyboard.press('Escape');

  await start.getByRole('button', { name: /^By which chain/ }).click();
  await expect(page.getByRole('region', { name: 'Ways between two nodes' })).toContainText(/way/i);
  await page.keyboard.press('Escape');

  await start.getByRole('button', { name: /^Which SMI clusters in/ }).click();
  await expect(answer.getByRole('heading', { level: 1 })).toHaveText(/^[1-9]\d* of \d+ SMI clusters? ha/);
  // Below another answer they would be in the way.
  await expect(start).toHaveCount(0);
});

test('a question is asked by keyboard alone, and the keyboard follows to its answer', async ({ explorer }) => {
  await explorer.open();
  const { page } = explorer;
  await explorer.answer.getByRole('button', { name: /^Who says/ }).focus();
  await page.keyboard.press('Enter');
  await expect(explorer.details).toBeFocused();
});

test('below the three stands the way to all questions, with how many there are, and an empty answer has it too', async ({
  explorer,
}) => {
  const { page, answer } = explorer;
  await explorer.open();
  const all = answer.getByRole('button', { name: /^All \d+ questions$/ });
  const count = Number(/\d+/.exec(await all.innerText())?.[0]);
  await all.focus();
  await page.keyboard.press('Enter');
  const library = page.getByRole('region', { name: 'Questions', exact: true });
  await expect(library).toContainText(`${count} questions that officers ask`);
  await expect(library.locator('.question-row')).toHaveCount(count);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Place/ }).click();
  await page.keyboard.type('dogiyai');
  await expect(page.getByRole('option').first()).toContainText('Dogiyai');
  await page.keyboard.press('Enter');
  await expect(answer.getByRole('heading', { level: 2, name: /^No documented tie/ })).toBeVisible();
  await expect(answer.getByRole('button', { name: `All ${count} questions` })).toBeVisible();
});

test('put away, the questions stay away after a reload, and come back from the list of keys', async ({ explorer }) => {
  const { page, answer } = explorer;
  await explorer.open();
  await answer.getByRole('button', { name: /^Put away/ }).click();
  await expect(answer.getByRole('region', { name: START })).toHaveCount(0);
  await expect(answer).toBeFocused();
  await page.reload();
  await expect(answer.getByRole('heading', { level: 1 })).toContainText('5 of 25');
  await expect(answer.getByRole('region', { name: START })).toHaveCount(0);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('button', { name: 'Show the questions to start with' }).click();
  await expect(answer.getByRole('region', { name: START })).toBeVisible();
});

test('what the browser kept and cannot be read is a first visit', async ({ explorer }) => {
  await explorer.page.addInitScript(() => localStorage.setItem('sentra.visit', '{"questionsHidden": "perhaps"'));
  await explorer.open();
  await expect(explorer.answer.getByRole('region', { name: START })).toBeVisible();
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`the tour frames what it speaks of, step by step, by keyboard alone, at ${width} px`, async ({ explorer }) => {
    const { page } = explorer;
    await page.setViewportSize({ width, height });
    await explorer.open();
    const begin = explorer.answer.getByRole('button', { name: 'Take the tour' });
    await begin.focus();
    await page.keyboard.press('Enter');
    const tour = page.getByRole('dialog');
    const titles = new Set<string>();
    for (const [at] of TOUR_STEPS.entries()) {
      await expect(tour).toContainText(`${at + 1} of ${TOUR_STEPS.length}`);
      titles.add(await tour.getByRole('heading').innerText());
      await expect(page.locator('.tour-frame')).toBeVisible();
      const card = await tour.boundingBox();
      expect(card !== null && card.x >= 0 && card.y >= 0).toBe(true);
      expect((card?.x ?? 0) + (card?.width ?? 0)).toBeLessThanOrEqual(width);
      expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual(height);
      if (at === 0) await expectAccessible(page);
      await page.keyboard.press('Enter');
    }
    expect(titles.size).toBe(TOUR_STEPS.length);
    // Done: the keyboard is back where the tour was begun.
    await expect(tour).toHaveCount(0);
    await expect(begin).toBeFocused();
  });
}

test('the tour can be skipped, and begun again from the palette and the list of keys', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const tour = page.getByRole('dialog', { name: 'The answer comes first' });
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('take the tour');
  await expect(page.getByRole('option').first()).toContainText('Take the tour');
  await page.keyboard.press('Enter');
  await expect(tour).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'The question is a sentence, too' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('button', { name: 'Take the tour' }).click();
  await expect(tour).toBeVisible();
  await expect(tour.getByRole('button', { name: 'Next' })).toBeFocused();
});
