import type { Page, Request } from '@playwright/test';

interface Requests {
  readonly open: Set<Request>;
  begun: number;
}

/** Milliseconds after which a page will not come to rest. */
const LONGEST = 15_000;

const watched = new WeakMap<Page, Requests>();

/** Begins to count what a page asks for; before it asks for anything. */
export function watchRequests(page: Page): Requests {
  const known = watched.get(page);
  if (known !== undefined) return known;
  const requests: Requests = { open: new Set(), begun: 0 };
  watched.set(page, requests);
  page.on('request', (request) => {
    if (!request.url().startsWith('http')) return;
    requests.open.add(request);
    requests.begun += 1;
  });
  page.on('requestfinished', (request) => void requests.open.delete(request));
  page.on('requestfailed', (request) => void requests.open.delete(request));
  return requests;
}

/**
 * Until nothing is asked for, every script that came has run, and two frames were drawn since. Playwright's `networkidle` waits
 * half a second more each time, which nothing here needs.
 */
export async function untilQuiet(page: Page): Promise<void> {
  const requests = watchRequests(page);
  await page.waitForLoadState('load');
  const last = Date.now() + LONGEST;
  for (;;) {
    const before = requests.begun;
    await page.evaluate(restOfThePage);
    if (requests.open.size === 0 && requests.begun === before) return;
    if (Date.now() > last) throw new Error(`still asks for ${[...requests.open].map((one) => one.url()).join(', ')}`);
  }
}

/** Runs in the page: fonts are there, nothing waits for the thread, and two frames were drawn. */
async function restOfThePage(): Promise<void> {
  await document.fonts.ready;
  await new Promise((rested) => requestIdleCallback(rested, { timeout: 2_000 }));
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}
