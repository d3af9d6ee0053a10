import { describe, expect, it } from 'vitest';
import { actionsOf } from '../../web/src/canvas/node-menu.tsx';
import { isCut, labelText, legible, roughMeasure, wholeLabel, wrap } from '../../web/src/canvas/sizes.ts';
import { namesOf, spokenLine, spokenNode } from '../../web/src/canvas/spoken.ts';
import { visibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { answered, must } from './fixture/small-picture.ts';

describe('hostile names', () => {
  const first = must(visibleGraph(answered()).nodes[0]);

  it.each([
    ['markup', '<img src=x onerror=alert(1)>'],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['right to left, turned round', '\u202Eشركة الحديد\u202D PT'],
    ['emoji that belong together', '👩‍👩‍👧‍👦'.repeat(40)],
    ['nothing that is seen', '\u200B\u200D\uFEFF'],
    ['stacked marks', `Z${'\u0301'.repeat(500)}algo`],
  ])('%s stay legible and within their room', (_, name) => {
    const text = labelText({ ...first, name }, 'en', roughMeasure);
    expect(text.name.length).toBeLessThanOrEqual(2);
    for (const line of text.name) {
      expect(roughMeasure(line, 'name')).toBeLessThanOrEqual(142);
      expect(line).toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u);
      expect(line).not.toMatch(/[\u202A-\u202E\u200B\uFEFF]/u);
      // Half an emoji would be drawn as a box.
      expect(line).not.toMatch(/\p{Cs}/u);
    }
  });

  it('of any length are whole, or cut after as many lines as leave the picture to be seen, where they are pointed at', () => {
    const long = 'Koperasi Industri Kecil dan Menengah Logam Tegal Bersama Sejahtera Abadi';
    const short = labelText({ ...first, name: long }, 'en', roughMeasure);
    expect(isCut(short)).toBe(true);
    const whole = wholeLabel({ ...first, name: long }, 'en', roughMeasure);
    expect(whole.name.join(' ')).toBe(long);
    expect(isCut(whole)).toBe(false);
    const endless = wholeLabel({ ...first, name: 'kata '.repeat(2_000) }, 'en', roughMeasure);
    expect(endless.name.length).toBe(6);
    expect(isCut(endless)).toBe(true);
    expect(wholeLabel({ ...first, name: 'x'.repeat(500) }, 'en', roughMeasure).name).toHaveLength(1);
  });

  it('without spaces break between words, and not before what closes or lengthens one', () => {
    const wide = (text: string): number => text.length * 12;
    const name = 'テガルの（金属）加工クラスター組合';
    const lines = wrap(name, wide);
    expect(lines).toHaveLength(2);
    expect(lines.join('')).toBe(name);
    for (const line of lines) {
      expect(wide(line)).toBeLessThanOrEqual(142);
      expect(line).not.toMatch(/^[ー）・、。]|（$/);
    }
    expect(wholeLabel({ ...first, name: name + name }, 'ja', wide).name.join('')).toBe(name + name);
  });

  it('are said whole to a screen reader', () => {
    const graph = { ...visibleGraph(answered()) };
    const named = {
      ...graph,
      nodes: graph.nodes.map((node, index) => (index === 0 ? { ...node, name: 'y'.repeat(300) } : node)),
    };
    expect(spokenNode(named, first.id, 'en')).toContain('y'.repeat(300));
    expect(legible('  a \t b ')).toBe('a b');
  });
});

describe('what can be done with a node', () => {
  it('is said by how it stands now', () => {
    const node = must(visibleGraph(answered()).nodes[0]);
    const analyses = ['traceSuppliers', 'traceBuyers', 'paths'];
    expect(actionsOf(node)).toEqual(['details', 'expand', ...analyses, 'hide', 'keepOnly', 'pin', 'mark']);
    expect(actionsOf({ ...node, pinned: true, marked: true, expanded: true })).toEqual([
      'details',
      'expand',
      'collapse',
      ...analyses,
      'hide',
      'keepOnly',
      'unpin',
      'unmark',
    ]);
  });

  it('a line is said with both its ends and what it counts', () => {
    const graph = visibleGraph(answered());
    const line = must(graph.lines.find(({ family }) => family === 'agreement'));
    expect(spokenLine(line, namesOf(graph), 'en')).toBe('First cluster agreed to supply PT One');
  });
});
