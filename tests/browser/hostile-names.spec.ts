import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { seedStore } from '../../api/seeding/seed-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { startProcess, type RunningServer } from '../bench/server-process.ts';
import { evidence, node, period, records, relation, source } from '../fixtures/records.ts';
import { freePort } from '../free-port.ts';
import { expect, expectAccessible, test } from './explorer.ts';
import { untilQuiet } from './quiet.ts';

const MARKUP = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>';
const LONG = 'Sentra'.repeat(1_700);
const ARABIC = 'مصنع النسيج \u202Eevil\u202C';
const EMOJI = '👩🏽‍🏭 工場 団地';
const UNSEEN = 'zero\u200Bwidth\u200D\uFEFF';
const FORMULA = '=HYPERLINK("http://127.0.0.1/","x")';
/** Firms that one cluster supplies, each with a name that has broken a program somewhere. */
const FIRMS = [MARKUP, LONG, ARABIC, EMOJI, UNSEEN, FORMULA] as const;

let folder = '';
let server: RunningServer | null = null;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentra-hostile-'));
  const address = `sqlite:${join(folder, 'graph.db')}`;
  const store = await openStore(address);
  const documented = [evidence()];
  await seedStore(
    store,
    records({
      sources: [source()],
      nodes: [
        node('country:id', { name: 'Indonesia', code: 'ID', evidence: documented }),
        node('province:33', { name: 'Central Java', code: '33', latitude: -7.2, longitude: 110, evidence: documented }),
        node('cluster:hostile', { name: ARABIC, kind: 'CLUSTER', evidence: documented }),
        ...FIRMS.map((name, index) => node(`large-industry:f${index}`, { name, evidence: documented })),
      ],
      relations: [
        relation('province:33', 'LOCATED_IN', 'country:id'),
        relation('cluster:hostile', 'LOCATED_IN', 'province:33'),
        ...FIRMS.flatMap((_, index) => [
          relation(`large-industry:f${index}`, 'LOCATED_IN', 'province:33'),
          relation('cluster:hostile', 'SUPPLIES', `large-industry:f${index}`, { period: period(null, null, '2020') }),
        ]),
      ],
    }),
  );
  await store.close();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { SENTRA_PORT: String(port), SENTRA_STORE: address, SENTRA_LOG_LEVEL: 'error' };
  server = startProcess([process.execPath, 'dist/server/serve.js'], url, { cwd: process.cwd(), env });
  await expect
    .poll(
      async () =>
        fetch(`${url}/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
});

test.afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Nothing of a name ran, and nothing is wider than the screen. */
async function expectUnharmed(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(window, 'harmed'))).toBeUndefined();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide).toBeLessThanOrEqual(screen ?? 0);
}

async function openPage({ page, answer }: { readonly page: Page; readonly answer: Locator }): Promise<void> {
  await page.goto(`${server?.url ?? ''}/`);
  await expect(answer.getByRole('heading', { level: 1 })).toContainText(/\d+ of \d+/);
  await untilQuiet(page);
}

test('names that are code, endless or run the other way are inert and said whole in the list, the graph and the details', async ({
  explorer,
}) => {
  const { page, details } = explorer;
  await openPage(explorer);
  const drawn = page.getByRole('list', { name: 'Nodes of the graph' });
  await expect(drawn.getByRole('button')).toHaveCount(FIRMS.length + 1);
  await expectUnharmed(page);
  for (const name of [MARKUP, LONG, EMOJI, FORMULA]) {
    await drawn.getByRole('button').filter({ hasText: name }).first().dispatchEvent('click');
    const title = details.getByRole('heading', { level: 2 });
    await expect(title).toContainText(name);
    const box = await title.boundingBox();
    expect(box?.width ?? 0).toBeLessThanOrEqual(440);
    expect(box?.height ?? 0).toBeLessThanOrEqual(450);
    await expectUnharmed(page);
  }
  await expectAccessible(page);
});

test('a name that runs the other way turns nothing beside it', async ({ explorer }) => {
  const { page, details } = explorer;
  await openPage(explorer);
  await page
    .getByRole('list', { name: 'Nodes of the graph' })
    .getByRole('button')
    .filter({ hasText: 'مصنع' })
    .first()
    .dispatchEvent('click');
  const title = details.getByRole('heading', { level: 2 });
  await expect(title).toContainText('مصنع');
  // The heading is drawn anew when the rest of the details arrives.
  await expect
    .poll(() =>
      title.evaluate((element) => {
        const named = element.querySelector('bdi') ?? element;
        return getComputedStyle(named).unicodeBidi;
      }),
    )
    .toMatch(/isolate|plaintext/);
});

test('they are inert on the map and in the table, and no cell of a file runs', async ({ explorer }) => {
  const { page } = explorer;
  await openPage(explorer);
  await page.keyboard.press('3');
  await expect(page.getByText(/nodes on the map/).first()).toBeVisible();
  await expectUnharmed(page);
  await page.keyboard.press('4');
  await page.getByRole('radio', { name: /^Nodes/ }).click();
  const grid = page.getByRole('grid', { name: 'Nodes' });
  await expect(grid).toContainText('onerror');
  await expectUnharmed(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain(LONG);
  expect(text).toContain(`"'=HYPERLINK(""http://127.0.0.1/"",""x"")"`);
  expect(text).toContain('onerror=');
  await expectAccessible(page);
});
