/** The page while its database is away: what the projection answers is there, and the rest comes back by itself. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, expectAccessible, test, waitForPicture } from './explorer.ts';

interface Leaving {
  readonly url: string;
  /** Resolves once the store is so. */
  readonly say: (word: 'away' | 'back') => Promise<void>;
  readonly stop: () => void;
}

async function startLeaving(): Promise<Leaving> {
  const server: ChildProcessWithoutNullStreams = spawn(process.execPath, [
    '--import',
    'tsx',
    'tests/browser/away-server.ts',
  ]);
  server.stderr.pipe(process.stderr);
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('the server with a store that leaves has ended');
    return value;
  };
  const url = (await next()).replace('AT ', '');
  return {
    url,
    say: async (word) => {
      server.stdin.write(`${word}\n`);
      while ((await next()) !== word);
    },
    stop: () => server.stdin.end(),
  };
}

let server: Leaving;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startLeaving();
});
test.afterAll(() => server?.stop());

test.describe.configure({ timeout: 90_000 });

const NOTICE = 'The database is away.';

test('a page opened while the database is away shows list, graph and a notice, and recovers without a reload', async ({
  explorer,
}) => {
  const { page, watch, answer, details } = explorer;
  watch.expected.push('Failed to load resource');
  await server.say('away');
  await page.goto(server.url);
  await expect(answer.getByRole('heading', { level: 1 })).toContainText('5 of 25');
  await expect(answer.getByRole('button', { name: /Strength/ })).toHaveCount(15);
  await waitForPicture(page);
  const before = await explorer.picture();
  expect(Object.keys(before.nodes).length).toBeGreaterThan(15);
  await expect(page.getByRole('status').filter({ hasText: NOTICE })).toBeVisible();
  await expectAccessible(page);

  // What needs the database says so, where it would stand.
  await answer
    .getByRole('button', { name: /Strength/ })
    .first()
    .click();
  await expect(details.getByText('The database does not answer').first()).toBeVisible();
  // What the projection answers goes on: another question.
  await page.getByRole('button', { name: /^Evidence/ }).click();
  await page.getByRole('option', { name: /^With inferred/ }).click();
  await expect(answer.getByRole('heading', { level: 1 })).not.toContainText('5 of 25');

  await server.say('back');
  await expect(page.getByText(NOTICE)).toHaveCount(0);
  await expect(details.getByText('The database does not answer')).toHaveCount(0);
  await expect(answer.getByRole('heading', { level: 1 })).toContainText(/\d+ of 25/);
});

test('a database that goes while the page is open is named once something needs it', async ({ explorer }) => {
  const { page, watch, answer, details } = explorer;
  watch.expected.push('Failed to load resource');
  await server.say('back');
  await page.goto(server.url);
  await expect(answer.getByRole('heading', { level: 1 })).toContainText('5 of 25');
  await waitForPicture(page);
  await expect(page.getByText(NOTICE)).toHaveCount(0);
  await server.say('away');
  await answer
    .getByRole('button', { name: /Strength/ })
    .first()
    .click();
  await expect(page.getByRole('status').filter({ hasText: NOTICE })).toBeVisible();
  await server.say('back');
  await expect(page.getByText(NOTICE)).toHaveCount(0);
  await expect(details.getByText('The database does not answer')).toHaveCount(0);
});
