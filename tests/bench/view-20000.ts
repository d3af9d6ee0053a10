/**
 * 20,000 nodes and 50,000 relations asked of the real server and shown whole on the real page: seconds from the click until the
 * groups stand still and a drag by a real mouse has moved the picture; against the server's own answer to the same question,
 * fetched and parsed but not drawn.
 */
import { gzipSync } from 'node:zlib';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { seedStore } from '../../api/seeding/seed-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { PictureDocument } from '../../web/src/requests/generated/operations.ts';
import { generatedProvinces } from '../fixtures/generated-provinces.ts';
import { freePort } from '../free-port.ts';
import { check, median, seconds, type Benchmark } from './benchmark.ts';
import { countDrawn, dragOnce } from './pan-gesture.ts';
import { firstAnswer, post, startProcess } from './server-process.ts';
import { startBrowser } from './view-page.ts';

const [NODES, RELATIONS] = [20_000, 50_000];
/** What Gephi Lite needs for as many nodes on this kind of machine. */
const LIMIT = 10.8;
const ROUNDS = 3;

const ALL = { evidence: ['DOCUMENTED', 'GENERAL_KNOWLEDGE', 'INFERRED'] };
const QUESTION = JSON.stringify({
  query: PictureDocument.toString(),
  variables: {
    filter: ALL,
    leftOut: null,
    sayLeftOut: false,
    withUnrelated: true,
    mostNodes: NODES,
    mostRelations: RELATIONS,
  },
});
const Extent = z.object({ nodes: z.number(), relations: z.number() });
const Answer = z.object({ data: z.object({ picture: z.object({ total: Extent }) }) });

/** In the page: resolves once the picture has been another one and nothing of it has moved for 300 ms. */
const SETTLED = `new Promise((done) => {
  const cy = document.querySelector('.__________cytoscape_container')._cyreg.cy;
  let last = '';
  let changed = performance.now();
  const look = (now) => {
    const held = cy.nodes('[id ^= "group:"]').length + ' ' + cy.edges().length + cy.nodes().map((node) => node.position().x).join();
    if (held !== last) changed = now;
    last = held;
    if (cy.nodes('[id ^= "group:"]').length > 0 && now - changed > 300) done(true);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})`;

async function arrival(url: string): Promise<{ readonly taken: number; readonly drawn: number }> {
  const browser = await startBrowser();
  try {
    const page: Page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    await page.goto(`${url}/`);
    await page.getByRole('region', { name: 'Grouping' }).getByRole('button').first().click();
    const entry = page.getByRole('option', { name: /^The whole graph/ }).first();
    await entry.waitFor();
    const taken = await seconds(async () => {
      await entry.click();
      await page.evaluate(SETTLED);
      await dragOnce(page);
    });
    const { nodes, lines } = await countDrawn(page);
    check(nodes > 10 && nodes + lines <= 2_000, `${nodes} nodes and ${lines} lines are drawn, not groups`);
    const shown = await page.evaluate('document.body.innerText');
    check(String(shown).includes('20,000'), 'the page does not say that 20,000 nodes are in the picture');
    return { taken, drawn: nodes };
  } finally {
    await browser.close();
  }
}

export const view20000Benchmark: Benchmark = {
  name: 'view-20000',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-20000-'));
    const address = `sqlite:${join(folder, 'graph.db')}`;
    const store = await openStore(address);
    await seedStore(store, generatedProvinces(NODES, RELATIONS));
    await store.close();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = { SENTRA_PORT: String(port), SENTRA_STORE: address, SENTRA_LOG_LEVEL: 'error' };
    const server = startProcess(['node', 'dist/server/serve.js'], url, { cwd: process.cwd(), env });
    try {
      await firstAnswer(
        `${url}/graphql`,
        '{"query":"{ dataset { nodeCount } }"}',
        (text) => text.includes('20000'),
        60_000,
      );
      const fetched: number[] = [];
      let text = '';
      for (let round = 0; round < ROUNDS; round += 1) {
        fetched.push(
          await seconds(async () => {
            text = (await post(`${url}/graphql`, QUESTION))?.text ?? '';
            const { total } = Answer.parse(JSON.parse(text)).data.picture;
            check(total.nodes === NODES && total.relations === RELATIONS, `the picture has ${JSON.stringify(total)}`);
          }),
        );
      }
      const taken: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) taken.push((await arrival(url)).taken);
      const [value, peerValue] = [median(taken), median(fetched)];
      const kilobytes = (length: number): string => (length / 1_000).toFixed(0);
      return [
        {
          name: 'view-20000',
          value,
          unit: 's until a drag answers',
          peer: `the answer alone (${kilobytes(text.length)} kB, ${kilobytes(gzipSync(text).length)} kB gzipped)`,
          peerValue,
          ratio: peerValue / value,
          goal: `under ${LIMIT} s`,
          pass: value < LIMIT,
        },
      ];
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
