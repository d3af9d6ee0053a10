/** Builds and serves the page of the canvas benchmarks (tests/bench/view), and looks at it in a real Chromium. */
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** As playwright.config.ts starts it. */
const ARGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

export interface ViewPage {
  readonly browser: Browser;
  /** A fresh page of 1440 by 900 with a view that has not arrived yet. */
  readonly open: (asked: Readonly<Record<string, string | number>>) => Promise<Page>;
  readonly stop: () => Promise<void>;
}

export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['SENTRA_CHROMIUM'] ?? '/usr/bin/chromium', args: ARGS });
}

export async function startViewPage(): Promise<ViewPage> {
  const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-view-'));
  await build({
    configFile: false,
    root: 'tests/bench/view',
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, reportCompressedSize: false },
  });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    try {
      const body = readFileSync(join(folder, path === '/' ? 'index.html' : path));
      response.setHeader('content-type', TYPES[extname(path) || '.html'] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  const browser = await startBrowser();
  return {
    browser,
    open: async (asked) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const query = new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, String(value)]));
      await page.goto(`http://127.0.0.1:${port}/?${query}`);
      await page.waitForFunction(() => typeof Reflect.get(window, 'arrive') === 'function');
      await page.evaluate(() => document.fonts.ready);
      return page;
    },
    stop: async () => {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Lets the view arrive, and waits until all its nodes are in the picture and drawn. @throws after five minutes */
export async function arrived(page: Page, nodes: number): Promise<void> {
  page.setDefaultTimeout(300_000);
  await page.evaluate('arrive()');
  await page.waitForFunction(
    `document.querySelector('.__________cytoscape_container')?._cyreg?.cy?.nodes().length === ${nodes}`,
    undefined,
    { timeout: 300_000 },
  );
  // Two frames: the second begins when the first is drawn.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}
