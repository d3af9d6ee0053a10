import { expect, expectAccessible, test, type Explorer } from './explorer.ts';
import { loadFaultyTable } from './own-table.ts';

const panelOf = (page: Explorer['page']): ReturnType<Explorer['page']['getByRole']> =>
  page.getByRole('region', { name: 'What if …', exact: true });

test('a demand that falls and a regency that closes are put together as sentences and stand side by side, with rows and a file', async ({
  explorer,
}) => {
  const { page, open } = explorer;
  await open();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('what if');
  await expect(palette.getByRole('option').first()).toContainText('What if');
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await expect(panel).toContainText('no substitution, no stock, no price');
  await panel.getByRole('button', { name: 'Change a demand' }).click();
  await panel.getByRole('button', { name: /^Sector/ }).click();
  await page.getByRole('option', { name: 'Construction' }).click();
  const first = panel.getByRole('region', { name: /What A would do/ });
  await expect(first).toContainText('-579.207 trillion rupiah (-2.0181 %)');
  await expect(first).toContainText('-266.388 trillion rupiah (-1.7701 %)');
  await expect(first).toContainText('1.8175');
  await panel.getByRole('button', { name: 'Close a place' }).click();
  await panel.getByRole('button', { name: /^Where all makers close/ }).click();
  await page.keyboard.type('tegal regency');
  await page.getByRole('option', { name: /Tegal/ }).first().click();
  const second = panel.getByRole('region', { name: /What B would do/ });
  await expect(second).toContainText('Tegal');
  await expect(second).toContainText('Clusters met');
  await expect(panel).toContainText('no source states parts of sales');
  const beside = page.getByRole('region', { name: 'Side by side' });
  await expect(beside.getByRole('row', { name: /^Manufacturing/ })).toContainText(
    '-81.233 trillion rupiah (-0.9985 %)',
  );
  await expect(beside.getByRole('row', { name: /^Manufacturing/ })).toContainText('no demand named');
  await expect(beside.getByRole('row', { name: /^Metal industry cluster of Tegal/ })).toContainText('closed');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'As a table' }).click();
  await expect(beside.getByRole('row', { name: /^A sector Construction/ })).toHaveCount(1);
  await expectAccessible(page);
  const waiting = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download CSV' }).click();
  expect((await waiting).suggestedFilename()).toMatch(/^sentra-what-if-.*\.csv$/);
});

test('from a firm’s details: who is met in which tier, how much input is lost, and the relations behind it', async ({
  explorer,
}) => {
  const { page, details, open } = explorer;
  await open();
  await page.keyboard.press('/');
  await page.keyboard.type('rachmat perdana');
  await expect(page.getByRole('option').first()).toContainText('Rachmat');
  await page.keyboard.press('Enter');
  await details.getByRole('button', { name: 'If it closed' }).click();
  const panel = panelOf(page);
  const outcome = panel.getByRole('region', { name: /What A would do/ });
  await expect(outcome).toContainText('Tier 1: 1 cluster.');
  await outcome.getByRole('button', { name: /^Buyers short of input/ }).click();
  await expect(outcome).toContainText(/0% to 100% of recorded input lost|of recorded input lost/);
  await outcome.getByRole('button', { name: /^Why/ }).first().click();
  await outcome.locator('.gap-relations button').first().click();
  await expect(details.getByRole('heading', { name: 'Evidence' })).toBeVisible();
  await expectAccessible(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the shocks and what they do stand in the panel, and nothing is wider than the screen', async ({ explorer }) => {
    const { page, open } = explorer;
    await open();
    await page.getByRole('radio', { name: 'Graph' }).click();
    await page.getByRole('button', { name: /^Analyses/ }).click();
    await page.getByRole('option', { name: /^What if/ }).click();
    const panel = panelOf(page);
    await panel.getByRole('button', { name: 'Change a demand' }).click();
    await panel.getByRole('button', { name: /^Sector/ }).click();
    await page.getByRole('option', { name: 'Manufacturing' }).click();
    await expect(panel.getByRole('region', { name: 'Side by side' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
  });

  test('a long name of a sector is cut in its menu, which stays in its card', async ({ explorer }) => {
    const { page, openIn } = explorer;
    await page.addInitScript(() => window.localStorage.setItem('sentra.language', 'id'));
    await openIn();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('bagaimana jika');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ubah permintaan' }).click();
    await page.locator('.wi-sentence').getByRole('button').nth(1).click();
    await page.getByRole('option', { name: /^Pengadaan Air, Pengelolaan Sampah/ }).click();
    const sector = page.locator('.wi-sentence').getByRole('button', { name: /Pengadaan Air/ });
    const [own, card] = [await sector.boundingBox(), await page.locator('.wi-card').boundingBox()];
    expect((own?.x ?? 390) + (own?.width ?? 0)).toBeLessThanOrEqual((card?.x ?? 0) + (card?.width ?? 0));
  });
});

test('what to start with is one press from its effects', async ({ explorer }) => {
  const { page, open } = explorer;
  await open();
  await page.getByRole('button', { name: /^Analyses/ }).click();
  await page.getByRole('option', { name: /^What if/ }).click();
  const examples = page.getByRole('group', { name: 'To start with' });
  await expect(examples.getByRole('button')).toHaveText([
    'What if PT Rachmat Perdana Adhimetal closes?',
    'What if Metal industry cluster of Tegal closes?',
  ]);
  await examples.getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(examples).toHaveCount(0);
  const outcome = page.getByRole('region', { name: /^What A would do: PT Rachmat Perdana Adhimetal closes/ });
  await expect(outcome).toContainText('Ngingas metal SMI cluster');
  // The button has gone: the keyboard stays in the panel.
  await expect(panelOf(page)).toBeFocused();
});

test('final demand changes in a table of one’s own: loaded here, called one’s own everywhere, and said to be in no link', async ({
  explorer,
}) => {
  const { page, open, watch } = explorer;
  watch.expected.push('400');
  await open();
  await page.getByRole('button', { name: /^Analyses/ }).click();
  await page.getByRole('option', { name: /^What if/ }).click();
  const panel = panelOf(page);
  await expect(panel.getByRole('button', { name: 'Load a table …' })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Change a demand' }).click();
  await panel.getByRole('button', { name: /^Sector/ }).click();
  await page.getByRole('option', { name: 'Construction' }).click();
  const outcome = panel.getByRole('region', { name: /What A would do/ });
  await expect(outcome).toContainText('Source: Badan Pusat Statistik (BPS)');
  await panel.getByRole('button', { name: 'Load a table …' }).press('Enter');
  const { form, loadMended } = await loadFaultyTable(panel, 'Badan Pusat Statistik (BPS)');
  await loadMended();
  // Another table has other sectors: construction is none of them.
  await expect(form).toHaveCount(0);
  await expect(panel.getByRole('button', { name: /^Sector/ })).toContainText('choose');
  await expect(outcome).toHaveCount(0);
  await expect(panel).toContainText('no link, view or question carries it');
  await panel.getByRole('button', { name: /^Sector/ }).click();
  await expect(page.getByRole('option')).toHaveText(['Farming', 'Industry']);
  await page.getByRole('option', { name: 'Industry' }).click();
  // A tenth of 1,700 less: 170 · 1.1221 and 170 · 0.3300 (Miller & Blair 2009, p. 22).
  await expect(outcome).toContainText('Worked out in: Own table Two sectors, 2009.');
  await expect(outcome).not.toContainText('BPS');
  await expect(outcome).toContainText('-170.000 million rupiah');
  const beside = page.getByRole('region', { name: 'Side by side' });
  await expect(beside).toContainText('Own table Two sectors, 2009');
  await expect(beside.getByRole('row', { name: /^Industry/ })).toContainText('-190.759 million rupiah (-9.5380 %)');
  await expect(beside.getByRole('row', { name: /^Farming/ })).toContainText('-56.106 million rupiah (-5.6106 %)');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'As a table' }).click();
  await expect(beside.getByRole('row', { name: /^A sector Industry .*Own table Two sectors, 2009$/ })).toHaveCount(1);
  // Back to the server's table, whose sectors are others again.
  await panel.getByRole('button', { name: /^Table/ }).click();
  await page.getByRole('option', { name: /2020/ }).click();
  await expect(panel).not.toContainText('no link, view or question carries it');
  await panel.getByRole('button', { name: /^Sector/ }).click();
  await expect(page.getByRole('option', { name: 'Construction' })).toHaveCount(1);
});
