import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import type { Core } from 'cytoscape';
import { untilQuiet, watchRequests } from './quiet.ts';

/** What a page did that it must never do. */
interface Watch {
  readonly problems: string[];
  /** Faults that a test brings about on purpose, as parts of what the console says of them. */
  readonly expected: string[];
}

/** Where a node of the picture is on the screen. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Explorer {
  readonly page: Page;
  readonly watch: Watch;
  /** Opens the page and waits for the answer and, where it is shown, the picture. */
  readonly open: (path?: string) => Promise<void>;
  /** As `open`, in whatever language the page speaks. */
  readonly openIn: () => Promise<void>;
  readonly answer: Locator;
  readonly details: Locator;
  readonly graph: Locator;
  /** Nodes and lines in the picture: ids, and where nodes stand on the screen. */
  readonly picture: () => Promise<Picture>;
  readonly spot: (id: string) => Promise<Spot>;
}

interface Picture {
  readonly nodes: Readonly<Record<string, Spot>>;
  readonly lines: readonly { readonly id: string; readonly classes: readonly string[] }[];
  readonly zoom: number;
}

export const SERVER = (): string => process.env['SENTRA_TEST_URL'] ?? '';

/**
 * A test with the explorer. Whatever the test is about, it fails when the page writes an error to the console, breaks the
 * content security policy, or asks for anything outside this machine.
 */
export const test = base.extend<{ explorer: Explorer; firstVisit: boolean }>({
  /** True: nobody has been here before; else the starting questions are put away, as most people have them. */
  firstVisit: [false, { option: true }],
  explorer: async ({ page, firstVisit }, use) => {
    if (!firstVisit) {
      await page.addInitScript(() => localStorage.setItem('sentra.visit', JSON.stringify({ questionsHidden: true })));
    }
    const watch: Watch = { problems: [], expected: [] };
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') watch.problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => watch.problems.push(`error: ${error.message}`));
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:' && hostname !== '127.0.0.1') {
        watch.problems.push(`left the machine: ${request.url()}`);
      }
    });
    await page.exposeFunction('reportViolation', (text: string) => void watch.problems.push(`policy: ${text}`));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report: unknown = Reflect.get(window, 'reportViolation');
        if (typeof report === 'function') report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    await use(explorerOn(page, watch));
    const unexpected = watch.problems.filter((problem) => !watch.expected.some((part) => problem.includes(part)));
    expect(unexpected).toEqual([]);
  },
});

/** As the fixture has it, on a page of its own. */
export function explorerOn(page: Page, watch: Watch): Explorer {
  watchRequests(page);
  const graph = page.getByRole('application', { name: 'Graph' });
  const answer = page.getByRole('region', { name: 'Answer' });
  const picture = (): Promise<Picture> => page.evaluate(readPicture);
  const settled = async (): Promise<void> => {
    // The legend takes another height once its font is there, and the picture is fitted to what is left.
    await untilQuiet(page);
    // On a phone the list comes first.
    if ((page.viewportSize()?.width ?? 0) > PHONE) await waitForPicture(page);
  };
  return {
    page,
    watch,
    answer,
    graph,
    details: page.getByRole('region', { name: 'Details' }),
    picture,
    spot: async (id) => {
      const at = (await picture()).nodes[id];
      if (at === undefined) throw new Error(`${id} is not in the picture`);
      return at;
    },
    open: async (path = '/') => {
      await page.goto(SERVER() + path);
      await expect(answer.getByRole('heading', { level: 1 })).toContainText(/\d+ of \d+/);
      await settled();
    },
    openIn: async () => {
      await page.goto(SERVER());
      await expect(page.locator('.answer-sentence')).toContainText('25');
      await settled();
    },
  };
}

const PHONE = 719;

/** Until Cytoscape holds the answer and the picture stands still. */
export async function waitForPicture(page: Page): Promise<void> {
  let before = '';
  await expect
    .poll(
      async () => {
        const now = JSON.stringify(await page.evaluate(readPicture));
        const stands = now === before && !now.startsWith('{"nodes":{}');
        before = now;
        return stands;
      },
      { intervals: [100] },
    )
    .toBe(true);
}

/** Runs in the page: Cytoscape hangs itself on its container. */
function readPicture(): {
  nodes: Record<string, { x: number; y: number }>;
  lines: { id: string; classes: string[] }[];
  zoom: number;
} {
  const container = document.querySelector('.__________cytoscape_container');
  const registered: unknown = container === null ? undefined : Reflect.get(container, '_cyreg');
  const nodes: Record<string, { x: number; y: number }> = {};
  const lines: { id: string; classes: string[] }[] = [];
  if (container === null || typeof registered !== 'object' || registered === null) return { nodes, lines, zoom: 0 };
  const cy = Reflect.get(registered, 'cy') as Core;
  const box = container.getBoundingClientRect();
  cy.nodes().forEach((node) => {
    const at = node.renderedPosition();
    nodes[node.id()] = { x: Math.round((box.left + at.x) * 10) / 10, y: Math.round((box.top + at.y) * 10) / 10 };
  });
  cy.edges().forEach((line) => void lines.push({ id: line.id(), classes: String(line.classes()).split(',') }));
  return { nodes, lines, zoom: cy.zoom() };
}

/**
 * axe finds nothing: WCAG 2.2 A and AA and its best practices. While a pop-up is open React Aria hides all else from screen
 * readers and keeps the focus in it; then only the pop-up (and its field) can be judged, `within` which selectors. `rules`: only these.
 */
export async function expectAccessible(
  page: Page,
  within: readonly string[] = [],
  rules: readonly string[] = [],
): Promise<void> {
  // The page has no frames; without this, every look opens one more tab to put theirs together.
  // What React Aria says aloud stands there for seven seconds, and may point to something that is gone by then.
  // Nobody reads what is right: `resultTypes` spares axe to say where it is, an eighth of its time.
  const whole = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .exclude('[data-live-announcer]');
  const axe = within.reduce((builder, selector) => builder.include(selector), whole);
  if (rules.length > 0) axe.withRules([...rules]);
  else if (within.length > 0) axe.disableRules(['region']);
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      where: nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`),
    })),
  ).toEqual([]);
}

export { expect };
