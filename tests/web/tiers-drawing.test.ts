import fc from 'fast-check';
import { createInstance, type TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { parseNodeId, type NodeId } from '#vocabulary';
import { roughMeasure, type Drawing, type Mark } from '../../web/src/export/picture/drawing.ts';
import { svgText } from '../../web/src/export/picture/svg.ts';
import { bandMarks, bandSample } from '../../web/src/panels/tiers/band-marks.ts';
import { drawTiers } from '../../web/src/panels/tiers/tier-drawing.ts';
import { layTiersOut } from '../../web/src/tiers/layout.ts';
import { tierGraph, type TracedStep, type TracedWay } from '../../web/src/tiers/tier-graph.ts';
import { COLOURS } from './fixture/export-content.ts';
import { anyText } from './fixture/hostile-texts.ts';
import { allOf, readXml } from './fixture/xml-reader.ts';

/** Says keys: texts are not what is tested. */
const i18n = createInstance();
await i18n.init({ lng: 'en', resources: {} });
const t: TFunction = i18n.t;

const id = (name: string): string => `large-industry:${name}`;

function step(from: string, to: string, more: Partial<TracedStep> = {}): TracedStep {
  const relations = [{ id: `${from}--SUPPLIES--${to}`, type: 'SUPPLIES' as const }];
  return { share: null, held: 'YES', evidenceClass: 'DOCUMENTED', relations, ...more };
}

/** Two suppliers, one with a stated share; behind one of them a third that is inferred and possibly held. */
const WAYS: readonly TracedWay[] = [
  { end: null, nodes: [{ id: id('root') }, { id: id('a') }], steps: [step('a', 'root', { share: 0.4 })] },
  { end: null, nodes: [{ id: id('root') }, { id: id('b') }], steps: [step('b', 'root')] },
  {
    end: null,
    nodes: [{ id: id('root') }, { id: id('b') }, { id: id('c') }],
    steps: [step('b', 'root'), step('c', 'b', { evidenceClass: 'INFERRED', held: 'POSSIBLY' })],
  },
];

function draw(nameOf: (id: NodeId) => string, ways = WAYS, direction: 'UPSTREAM' | 'DOWNSTREAM' = 'UPSTREAM'): Drawing {
  const graph = tierGraph(parseNodeId(id('root')), ways, false);
  const layout = layTiersOut(graph, { direction, depth: 3, pitch: 300, room: 420 });
  return drawTiers(
    {
      layout,
      direction,
      nodeOf: (node) => ({ name: nameOf(node), type: 'LargeIndustry', where: 'Kab. Tegal', part: null }),
      spokenOf: (box) => `box ${box.id}`,
      words: {
        title: 'Who supplies the root?',
        about: ['As of: 2025', 'Dataset revision: r1'],
        notes: [],
        sourcesTitle: '1 source',
        sources: [{ text: 'A source. 2017', address: 'https://example.org' }],
      },
      colours: COLOURS,
      language: 'en',
      number: String,
      percent: (part) => `${part * 100} %`,
      t,
    },
    roughMeasure,
  );
}

const plainName = (node: NodeId): string => node.slice(node.indexOf(':') + 1);
const marksOf = ({ groups }: Drawing): readonly Mark[] => groups.flatMap(({ marks }) => marks);

describe('the picture of a trace as a file', () => {
  it('has every box and every band with what it stands for, and says question, date, revision and sources', () => {
    const drawing = draw(plainName);
    const titles = drawing.groups.flatMap(({ title }) => title ?? []);
    expect(titles.filter((title) => title.startsWith('box '))).toHaveLength(4);
    expect(titles.filter((title) => title.includes('→')).toSorted()).toEqual([
      'a · supplies → root, 40 %',
      'b · supplies → root, tiers.shareUnknown',
      'c · supplies → b, tiers.shareUnknown, answer.inferredTie, answer.possibleTie',
    ]);
    const texts = marksOf(drawing).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    for (const text of [
      'Who supplies the root?',
      'As of: 2025',
      'Dataset revision: r1',
      '1. A source. 2017',
      'a',
      'root',
    ]) {
      expect(texts).toContain(text);
    }
  });

  it('keeps certainty apart: a stated share is filled, an unstated one hatched, what is inferred is dots', () => {
    const looks = (['STATED', 'UNSTATED', 'AGREED', 'INFERRED'] as const).map((look) =>
      JSON.stringify(bandSample(look, false, { x: 0, y: 0 }, COLOURS).map((mark) => ({ ...mark, path: '' }))),
    );
    expect(new Set(looks).size).toBe(4);
    const dots = bandSample('INFERRED', false, { x: 0, y: 0 }, COLOURS).at(-1);
    expect(dots?.kind === 'path' && [dots.dash, dots.round]).toEqual([[0.1, 5.2], true]);
  });

  it('hatches inside the band, whichever way it bends', () => {
    for (const [from, to] of [
      [0, 300],
      [300, 0],
      [40, 40],
    ] as const) {
      const ends = { supplier: { x: 0, top: from, bottom: from + 50 }, buyer: { x: 90, top: to, bottom: to + 30 } };
      const marks = bandMarks({ ...ends, key: '', near: '', far: '', step: step('a', 'b') }, '?', COLOURS);
      const hatch = marks.find((mark) => mark.kind === 'path' && mark.width === 0.6);
      const strokes = [...(hatch?.kind === 'path' ? hatch.path : '').matchAll(/M([\d.-]+) ([\d.-]+)V([\d.-]+)/g)];
      expect(strokes.length).toBeGreaterThan(10);
      for (const [, x, top, bottom] of strokes) {
        expect(Number(x)).toBeGreaterThan(0);
        expect(Number(x)).toBeLessThan(90);
        // As high there as the band is: between its heights at the ends, and never beyond its edges.
        const high = Number(bottom) - Number(top);
        expect(high).toBeGreaterThanOrEqual(29.9);
        expect(high).toBeLessThanOrEqual(50.1);
        expect(Number(top)).toBeGreaterThanOrEqual(Math.min(from, to) - 0.1);
        expect(Number(bottom)).toBeLessThanOrEqual(Math.max(from + 50, to + 30) + 0.1);
      }
    }
  });

  it('writes a name that has no room in its box out below', () => {
    const long = 'Koperasi Industri Kecil dan Menengah Logam Tegal Bersama Sejahtera Abadi Selamanya dan Seterusnya';
    const texts = marksOf(draw((node) => (node.endsWith('a') ? long : plainName(node)))).flatMap((mark) =>
      mark.kind === 'text' ? [mark.text] : [],
    );
    expect(texts.some((text) => text.endsWith('…'))).toBe(true);
    expect(texts.join(' ')).toContain(long);
  });

  it('is well-formed and inert whatever things are called, and all of it lies on its sheet', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('UPSTREAM' as const, 'DOWNSTREAM' as const), (name, direction) => {
        const drawing = draw((node) => `${plainName(node)} ${name}`, WAYS, direction);
        const written = svgText(drawing);
        expect(allOf(readXml(written), 'text').length).toBeGreaterThan(8);
        expect(written).not.toMatch(/<(?:script|image|foreignObject|style|use|animate)\b/i);
        for (const mark of marksOf(drawing)) {
          if (mark.kind !== 'text') continue;
          const wide = roughMeasure(mark.text, mark.look);
          const left = mark.anchor === 'middle' ? mark.x - wide / 2 : mark.x;
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + wide).toBeLessThanOrEqual(drawing.width);
          expect(mark.y).toBeLessThanOrEqual(drawing.height);
        }
      }),
      { numRuns: 60 },
    );
  });
});
