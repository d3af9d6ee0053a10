import { gzipSync } from 'node:zlib';
import { expect, SERVER, test, waitForPicture } from './explorer.ts';

test('the first screen answers the question without a click', async ({ explorer }) => {
  await explorer.open();
  await expect(explorer.answer.getByRole('heading', { level: 1 })).toHaveText(
    '5 of 25 SMI clusters have a documented tie to large industry',
  );
  const rows = explorer.answer.getByRole('button', { name: /^(?!.*without).*Strength/ });
  await expect(rows).toHaveCount(15);
  await expect(rows.first()).toContainText('Tegal');
  await expect(explorer.answer).toContainText('20 clusters without a documented tie');
});

test('the picture holds every tied cluster and firm, and the clusters without a tie as well', async ({ explorer }) => {
  await explorer.open();
  const { nodes, lines } = await explorer.picture();
  expect(Object.keys(nodes).filter((id) => id.startsWith('cluster:'))).toHaveLength(25);
  expect(Object.keys(nodes)).toContain('cluster:metal-tegal');
  expect(Object.keys(nodes)).toContain('large-industry:kayaba');
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.some((line) => line.classes.includes('inferred'))).toBe(false);
  // Two agreements stand beside what was seen, drawn as pipes.
  expect(lines.filter((line) => line.classes.includes('agreement')).length).toBeGreaterThanOrEqual(2);
});

test('no two nodes of the first picture stand on each other, and all are on the screen', async ({ explorer }) => {
  await explorer.open();
  const spots = Object.values((await explorer.picture()).nodes);
  const stage = await explorer.graph.boundingBox();
  if (stage === null) return expect(stage).not.toBeNull();
  for (const [i, { x, y }] of spots.entries()) {
    expect(x > stage.x && x < stage.x + stage.width && y > stage.y && y < stage.y + stage.height).toBe(true);
    for (const other of spots.slice(i + 1)) expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(12);
  }
});

test('the legend counts what is drawn and says what inferred evidence would add', async ({ explorer }) => {
  await explorer.open();
  const legend = explorer.page.getByRole('list', { name: 'Legend' });
  await expect(legend).toContainText('SMI cluster25');
  await expect(legend).toContainText(/Inferred, \d+ ties hidden/);
});

/** Bytes, gzipped: what the first screen needs before it stands, and what the graph in it adds. */
const SHELL_AT_MOST = 200_000;
const GRAPH_AT_MOST = 200_000;

/** The scripts of the page, as they come: those that the entry imports, whoever else asks for them, and those asked for beside them. */
async function scriptsOfThePage(): Promise<{
  readonly shell: Map<string, number>;
  readonly beside: Map<string, number>;
}> {
  const html = await (await fetch(SERVER())).text();
  const entry = /<script[^>]*src="(\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const shell = new Map<string, number>();
  const beside = new Map<string, number>();
  const load = async (path: string, among: Map<string, number>): Promise<void> => {
    if (shell.has(path) || among.has(path)) return;
    const text = await (await fetch(SERVER() + path)).text();
    among.set(path, gzipSync(text).length);
    for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
      await load(`/assets/${name}`, among);
    }
  };
  await load(entry, shell);
  for (const [, path] of html.matchAll(/href="(\/[^"]+\.js)"/g)) await load(path ?? '', beside);
  return { shell, beside };
}

const sum = (files: ReadonlyMap<string, number>): number => [...files.values()].reduce((all, bytes) => all + bytes, 0);

test('initial JavaScript and the graph view each stay within their limit, gzipped, and load side by side', async () => {
  const { shell, beside } = await scriptsOfThePage();
  expect([...beside.keys()].filter((path) => path.includes('graph-canvas'))).toHaveLength(1);
  expect(sum(beside)).toBeLessThanOrEqual(GRAPH_AT_MOST);
  // React alone is a fourth of it: a shell that weighs less was not found.
  expect(sum(shell)).toBeGreaterThan(60_000);
  expect(sum(shell)).toBeLessThanOrEqual(SHELL_AT_MOST);
});

test('scripts come compressed', async ({ explorer }) => {
  await explorer.open();
  const encodings = await explorer.page.evaluate(async () => {
    const script = document.querySelector('script[src]')?.getAttribute('src') ?? '';
    return (await fetch(script)).headers.get('content-encoding');
  });
  expect(encodings).toMatch(/^(br|gzip)$/);
});

test('reloading keeps the page whole', async ({ explorer }) => {
  await explorer.open();
  await explorer.page.reload();
  await waitForPicture(explorer.page);
  await expect(explorer.answer.getByRole('heading', { level: 1 })).toContainText('5 of 25');
});

for (const width of [720, 820, 1000, 1060, 1180]) {
  test(`at ${width} pixels nothing of the head lies on anything else, nor out of the screen`, async ({ explorer }) => {
    const { page } = explorer;
    await page.setViewportSize({ width, height: 1_000 });
    await explorer.open();
    const parts = await page.locator('.top').evaluate((top) =>
      [...top.children].map((part) => {
        const { left, right } = part.getBoundingClientRect();
        return { part: part.className, left, right };
      }),
    );
    expect(parts).toHaveLength(5);
    expect(parts.filter(({ left, right }) => left < 0 || right > width)).toEqual([]);
    const inOrder = parts.toSorted((a, b) => a.left - b.left);
    expect(inOrder.filter(({ left }, i) => left < (inOrder[i - 1]?.right ?? 0))).toEqual([]);
  });
}
