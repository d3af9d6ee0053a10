/**
 * Opening a group of relations on the real page: milliseconds from the click to the frame in which all that it brought stands
 * in its place, at the 95th percentile; against a plain Cytoscape that gets as many nodes and relations from memory and lays
 * them out with its default force layout (cose), without a request and without names.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { check, type Benchmark } from './benchmark.ts';
import { freePort } from '../free-port.ts';
import { firstAnswer, startProcess } from './server-process.ts';
import { startBrowser, startViewPage } from './view-page.ts';

const ROUNDS = 40;
const LIMIT = 300;
/** Has several groups of relations, from one to a dozen each. */
const NODE = 'Metal industry cluster of Tegal';

/** In the page: a watch on Cytoscape. Resolves with the milliseconds from the click to the last movement. */
const WATCH = `new Promise((done) => {
  const button = document.querySelector('[data-next]');
  button.removeAttribute('data-next');
  const cy = document.querySelector('.__________cytoscape_container')._cyreg.cy;
  const before = cy.nodes().length + cy.edges().length;
  let changed = 0;
  let last = '';
  const start = performance.now();
  const look = (now) => {
    const held = cy.nodes().map((node) => node.id() + node.position().x + ',' + node.position().y).join() + cy.edges().length +
      cy.zoom() + cy.pan().x + ',' + cy.pan().y;
    if (held !== last) changed = now;
    last = held;
    const after = cy.nodes().length + cy.edges().length;
    if (now - changed > (after === before ? 1500 : 200)) done({ milliseconds: changed - start, before, after });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  button.click();
})`;

const Watched = z.object({ milliseconds: z.number(), before: z.number(), after: z.number() });

/** Each opens a group of relations in the graph, or takes it out again. */
const groupButtons = (page: Page): Locator => page.locator('.groups').getByRole('button', { name: /the graph$/ });

async function clickAndWatch(page: Page, round: number): Promise<z.infer<typeof Watched>> {
  const buttons = groupButtons(page);
  const button = buttons.nth(round % (await buttons.count()));
  await button.evaluate((element) => element.setAttribute('data-next', ''));
  return Watched.parse(await page.evaluate(WATCH));
}

/** Milliseconds of every opening; each group is closed again before the next is opened. */
async function openings(url: string): Promise<{ readonly times: readonly number[]; readonly brought: number }> {
  const browser = await startBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    await page.goto(url);
    await page
      .getByRole('region', { name: 'Answer' })
      .getByRole('button', { name: /^Metal industry cluster of Tegal Kayaba/ })
      .waitFor();
    await page.waitForLoadState('networkidle');
    await page
      .getByRole('list', { name: 'Nodes of the graph' })
      .getByRole('button', { name: NODE })
      .dispatchEvent('click');
    await groupButtons(page).first().waitFor();
    const times: number[] = [];
    let brought = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const opened = await clickAndWatch(page, round);
      const closed = await clickAndWatch(page, round);
      check(closed.after === opened.before, `closing left ${closed.after} of ${opened.before} elements`);
      // What was drawn already, as part of the answer, takes no time to come.
      if (opened.after > opened.before) times.push(opened.milliseconds);
      brought = Math.max(brought, opened.after - opened.before);
    }
    check(times.length >= ROUNDS / 4, `only ${times.length} of ${ROUNDS} openings brought anything`);
    return { times, brought };
  } finally {
    await browser.close();
  }
}

/** Milliseconds in which a plain Cytoscape takes 60 nodes in and lays them out. */
async function plainLayouts(): Promise<readonly number[]> {
  const view = await startViewPage();
  try {
    const times: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const page = await view.open({ who: 'plain', layout: 'cose', nodes: 60, relations: 80 });
      times.push(
        z.number().parse(
          await page.evaluate(`new Promise((done) => {
            const start = performance.now();
            arrive();
            requestAnimationFrame(() => requestAnimationFrame((now) => done(now - start)));
          })`),
        ),
      );
      await page.close();
    }
    return times;
  } finally {
    await view.stop();
  }
}

const percentile95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;

export const expandBenchmark: Benchmark = {
  name: 'expand',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-expand-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const server = startProcess(['node', 'dist/server/serve.js'], url, {
      cwd: process.cwd(),
      env: { SENTRA_PORT: String(port), SENTRA_STORE: `sqlite:${join(folder, 'graph.db')}`, SENTRA_LOG_LEVEL: 'error' },
    });
    try {
      const body = JSON.stringify({ query: '{ clustersTiedToLargeIndustry(first: 1) { totalCount } }' });
      await firstAnswer(`${url}/graphql`, body, (text) => text.includes('totalCount'), 60_000);
      const { times } = await openings(url);
      const [value, peerValue] = [percentile95(times), percentile95(await plainLayouts())];
      return [
        {
          name: 'expand',
          value,
          unit: 'ms at the 95th percentile',
          peer: 'plain Cytoscape laying 60 nodes out from memory with cose',
          peerValue,
          ratio: peerValue / value,
          goal: `under ${LIMIT} ms`,
          pass: value < LIMIT,
        },
      ];
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
