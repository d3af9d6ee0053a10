import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NODE_TYPES, RELATION_FAMILIES } from '#vocabulary';
import {
  FAMILY_COLOUR,
  LINE_APPEARANCE,
  NODE_APPEARANCE,
  nodeAppearance,
  nodeColour,
} from '../../web/src/appearance/appearance.ts';
import { COLOUR_NAMES } from '../../web/src/appearance/colours.ts';
import { ICONS } from '../../web/src/appearance/icons.ts';
import { iconImage } from '../../web/src/appearance/node-image.ts';
import { halfExtent, SHAPES, shapePath } from '../../web/src/appearance/shapes.ts';

type Theme = Readonly<Record<string, string>>;

/** The custom properties of one rule of tokens.css. */
function theme(selector: RegExp): Theme {
  const css = readFileSync(new URL('../../web/src/theme/tokens.css', import.meta.url), 'utf8');
  const rule = selector.exec(css)?.[1] ?? '';
  return Object.fromEntries(
    [...rule.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, value]) => [name, value]),
  );
}

const THEMES = {
  light: theme(/:root\s*\{([^}]*)\}/),
  dark: theme(/data-theme=["']dark["']\]\s*\{([^}]*)\}/),
};

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const GROUNDS = ['canvas', 'panel', 'sunken', 'hover'];
/** Text on the grounds it stands on: at least 4.5. */
const TEXT_PAIRS: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const)),
  ['on-ink', 'ink'],
  ['warn', 'warn-bg'],
  ['ink', 'warn-bg'],
  ['ink-2', 'warn-bg'],
  ['error', 'error-bg'],
  ['ink', 'error-bg'],
  ['error', 'panel'],
  ['ink', 'mark'],
  ['focus', 'panel'],
];
/** Shapes, lines and rims that carry meaning: at least 3. */
const SHAPE_PAIRS: readonly (readonly [string, string])[] = [
  ...[...Object.values(FAMILY_COLOUR), 'flow', 'select', 'focus', 'line-strong', 'warn'].flatMap((colour) =>
    ['canvas', 'panel'].map((ground) => [colour, ground] as const),
  ),
  ...Object.values(FAMILY_COLOUR).map((colour) => ['on-node', colour] as const),
];

describe.each(Object.entries(THEMES))('the %s colours', (_, colours) => {
  const of = (name: string): string => colours[name] ?? expect.fail(`no colour --${name} in tokens.css`);

  it('are all there that the graph names', () => {
    expect(COLOUR_NAMES.filter((name) => colours[name] === undefined)).toEqual([]);
  });

  it.each(TEXT_PAIRS)('%s is read on %s', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPE_PAIRS)('%s is seen on %s', (shape, ground) => {
    expect(contrast(of(shape), of(ground))).toBeGreaterThanOrEqual(3);
  });
});

describe('the look of types', () => {
  it('is there for every node type and every relation family, and for nothing else', () => {
    expect(Object.keys(NODE_APPEARANCE).sort()).toEqual(Object.keys(NODE_TYPES).sort());
    expect(Object.keys(LINE_APPEARANCE).sort()).toEqual(Object.keys(RELATION_FAMILIES).sort());
  });

  it('tells every two types apart by shape and icon, without colour', () => {
    const looks = Object.values(NODE_APPEARANCE).map(({ shape, icon }) => `${shape} ${icon}`);
    expect(new Set(looks).size).toBe(looks.length);
  });

  it('tells families of relations apart by more than colour, but for place and membership, which read alike', () => {
    const looks = Object.entries(LINE_APPEARANCE).map(([family, { pipe, end, colour }]) =>
      family === 'place' || family === 'membership' ? 'plain' : `${pipe} ${end} ${end === 'arrow' ? colour : ''}`,
    );
    expect(new Set(looks).size).toBe(looks.length - 1);
  });

  it('gives every node of a family its colour', () => {
    for (const [type, { family }] of Object.entries(NODE_TYPES)) {
      expect(nodeColour(type as keyof typeof NODE_TYPES)).toBe(FAMILY_COLOUR[family]);
    }
  });

  it('keeps icons inside their square, and closes every outline', () => {
    for (const paths of Object.values(ICONS)) {
      for (const path of paths) {
        expect(path).toMatch(/^M.*Z$/);
        expect([...path.matchAll(/[MLHV] ?(-?[\d.]+)/g)].every(([, number]) => Math.abs(Number(number)) <= 8.5)).toBe(
          true,
        );
      }
    }
    for (const shape of Object.keys(SHAPES)) {
      expect(shapePath(shape as keyof typeof SHAPES, 20)).toMatch(/^M.*Z$/);
    }
  });

  it('draws the cluster largest and the small firm smallest', () => {
    const radii = Object.values(NODE_APPEARANCE).map(({ radius }) => radius);
    expect(nodeAppearance('SmiCluster').radius).toBe(Math.max(...radii));
    expect(nodeAppearance('SmallIndustry').radius).toBe(Math.min(...radii));
    expect(halfExtent('hexagon', 20)).toEqual({ x: 20, y: 0.866 * 20 });
  });

  it('gives Cytoscape the same icon as a data URI, without anything the content policy refuses', () => {
    const image = iconImage('LargeIndustry', '#ffffff');
    expect(image).toMatch(/^data:image\/svg\+xml;utf8,/);
    const svg = decodeURIComponent(image.slice(image.indexOf(',') + 1));
    for (const path of ICONS.factory) expect(svg).toContain(path);
    expect(svg).not.toMatch(/style=|<script|href/);
  });
});
