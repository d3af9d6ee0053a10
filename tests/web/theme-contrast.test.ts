import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../web/src/theme/tokens.css'), 'utf8');

function tokensOf(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

/** WCAG 2.2 relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Text on ground as the stylesheets pair them; 4.5 is WCAG AA for text, 3 for controls and graphics. */
const TEXT: readonly (readonly [string, string])[] = [
  ...['canvas', 'panel', 'sunken', 'hover', 'mark'].map((ground) => ['ink', ground] as const),
  ...['canvas', 'panel', 'sunken', 'hover'].map((ground) => ['ink-2', ground] as const),
  ...['canvas', 'panel'].map((ground) => ['ink-3', ground] as const),
  ['on-ink', 'ink'],
  ['on-ink', 'ink-2'],
  ['warn', 'warn-bg'],
  ['ink', 'warn-bg'],
  ['error', 'panel'],
  ['error', 'error-bg'],
];

const GRAPHICS: readonly (readonly [string, string])[] = [
  ...['smi', 'large', 'support', 'goods', 'place', 'rules', 'flow', 'line-strong', 'focus', 'select'].flatMap((sign) =>
    ['canvas', 'panel'].map((ground) => [sign, ground] as const),
  ),
  ...['smi', 'large', 'support', 'goods', 'rules'].map((ground) => ['on-node', ground] as const),
];

for (const [theme, selector] of [
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
] as const) {
  describe(`the ${theme} colours`, () => {
    const tokens = tokensOf(selector);
    const ratio = ([a, b]: readonly [string, string]): number => contrast(tokens.get(a) ?? '', tokens.get(b) ?? '');
    const below = (pairs: readonly (readonly [string, string])[], least: number): string[] =>
      pairs.filter((pair) => !(ratio(pair) >= least)).map((pair) => `${pair.join(' on ')}: ${ratio(pair).toFixed(2)}`);

    it('give every text at least 4.5 : 1', () => expect(below(TEXT, 4.5)).toEqual([]));
    it('give every control and sign at least 3 : 1', () => expect(below(GRAPHICS, 3)).toEqual([]));
  });
}

it('light and dark have the same colours by name', () => {
  expect([...tokensOf(":root[data-theme='dark']").keys()]).toEqual([...tokensOf(':root').keys()]);
});

it('no stylesheet names a colour of its own', () => {
  const sheets = ['theme/base.css', 'ui/ui.css', 'app/app.css', 'panels/panels.css'];
  const named = sheets.filter((sheet) =>
    /#[0-9a-f]{3,8}\b/i.test(readFileSync(join(import.meta.dirname, '../../web/src', sheet), 'utf8')),
  );
  expect(named).toEqual([]);
});
