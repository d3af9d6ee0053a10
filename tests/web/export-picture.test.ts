import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RELATION_FAMILIES, NODE_TYPES, type NodeType, type RelationFamily } from '#vocabulary';
import { roughMeasure, type Drawing } from '../../web/src/export/picture/drawing.ts';
import { drawPicture } from '../../web/src/export/picture/picture.ts';
import type { PictureLine, PictureNode, Scene } from '../../web/src/export/picture/scene.ts';
import { svgText } from '../../web/src/export/picture/svg.ts';
import { cutText, nameLines, wrapText } from '../../web/src/export/picture/text-lines.ts';
import { possibleInXml } from '../../web/src/export/xml.ts';
import { COLOURS } from './fixture/export-content.ts';
import { anyText, HOSTILE } from './fixture/hostile-texts.ts';
import { allOf, readXml } from './fixture/xml-reader.ts';

const TYPES = Object.keys(NODE_TYPES) as NodeType[];
const FAMILIES = Object.keys(RELATION_FAMILIES) as RelationFamily[];

function node(at: number, name: string, more: Partial<PictureNode> = {}): PictureNode {
  return {
    id: `n${at}`,
    x: (at % 6) * 260,
    y: Math.floor(at / 6) * 120,
    side: 'right',
    type: TYPES[at % TYPES.length] ?? 'SmiCluster',
    name,
    second: null,
    title: name,
    hollow: false,
    inferred: false,
    members: null,
    count: null,
    named: true,
    rank: at,
    ...more,
  };
}

function line(from: number, to: number, family: RelationFamily, more: Partial<PictureLine> = {}): PictureLine {
  return {
    from: `n${from}`,
    to: `n${to}`,
    family,
    directed: true,
    inferred: false,
    possible: false,
    disputed: false,
    width: 2,
    label: null,
    title: `${from} to ${to}`,
    ...more,
  };
}

function scene(nodes: readonly PictureNode[], lines: readonly PictureLine[], more: Partial<Scene> = {}): Scene {
  return {
    nodes,
    lines,
    colours: COLOURS,
    look: null,
    title: 'Which clusters?',
    about: ['As of 2017'],
    alone: true,
    notes: [],
    legend: [],
    sourcesTitle: 'Sources',
    sources: [],
    unnamed: (count) => `${count} names found no room`,
    ...more,
  };
}

const draw = (what: Scene): Drawing => drawPicture(what, roughMeasure);
const textsOf = (drawing: Drawing): readonly string[] =>
  drawing.groups.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])));

describe('the picture', () => {
  it('has every node and every line, each with what it stands for in full', () => {
    const nodes = TYPES.map((type, at) => node(at, `${type} name`));
    const lines = FAMILIES.map((family, at) => line(at, at + 1, family));
    const svg = readXml(svgText(draw(scene(nodes, lines))));
    const titles = allOf(svg, 'g').map((group) => group.children[0]?.text);
    expect(titles).toEqual([...lines.map(({ title }) => title), ...nodes.map(({ title }) => title)]);
    expect(allOf(svg, 'text').length).toBeGreaterThanOrEqual(nodes.length);
  });

  it('is well-formed, inert and legible whatever things are called', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 8 }), (names) => {
        const nodes = names.map((name, at) => node(at, name));
        const sources = names.map((text) => ({ text, address: null }));
        const written = svgText(draw(scene(nodes, [], { title: names[0] ?? '', sources })));
        const svg = readXml(written);
        expect(allOf(svg, 'g').map((group) => group.children[0]?.text)).toEqual(names.map(possibleInXml));
        expect(written).not.toMatch(/<(?:script|image|foreignObject|style|use|animate)\b/i);
        expect(written).not.toMatch(/<[^>]*\s(?:on\w+|src|style)=/i);
      }),
      { numRuns: 60 },
    );
  });

  it('draws a candidate as none of the relations: short dashes, open arrows at the ends it may go to, its own legend', () => {
    const nodes = [node(0, 'Cluster'), node(1, 'Firm'), node(2, 'Another firm')];
    const lines = [
      line(0, 1, 'supply', { title: 'a relation' }),
      line(0, 2, 'supply', { title: 'a candidate', candidate: 'ONE_WAY' }),
      line(1, 2, 'supply', { title: 'either', candidate: 'EITHER_WAY' }),
    ];
    const { groups } = draw(scene(nodes, lines, { legend: [{ kind: 'candidate', text: 'Candidate, no relation' }] }));
    const pathsOf = (title: string) =>
      groups
        .filter((group) => group.title === title)
        .flatMap(({ marks }) => marks.filter(({ kind }) => kind === 'path'));
    const dashes = (title: string): readonly unknown[] =>
      pathsOf(title).map((mark) => mark.kind === 'path' && mark.dash);
    expect(dashes('a relation').flat()).toEqual([]);
    // The line and its tip; either way two tips. Nothing of it is filled.
    expect(dashes('a candidate')).toEqual([[1.5, 3.5], []]);
    expect(dashes('either')).toEqual([[1.5, 3.5], [], []]);
    for (const mark of pathsOf('either')) expect(mark.kind === 'path' && mark.fill).toBeNull();
    const legend = groups.find(({ marks }) =>
      marks.some((mark) => mark.kind === 'text' && mark.text.startsWith('Candidate')),
    );
    expect(legend?.marks.some((mark) => mark.kind === 'path' && mark.dash[0] === 1.5)).toBe(true);
  });

  it('names never lie over each other or over a node, and what finds no room is counted', () => {
    const crowded = Array.from({ length: 30 }, (_, at) =>
      node(at, `A rather long name ${at}`, { x: at * 9, y: 0, type: 'SmiCluster' }),
    );
    const drawing = draw(scene(crowded, []));
    const named = new Set(textsOf(drawing).filter((text) => text.startsWith('A rather')));
    const said = textsOf(drawing).find((text) => text.includes('found no room')) ?? '';
    expect(Number(/\d+/.exec(said)?.[0])).toBe(30 - named.size);
    expect(named.size).toBeGreaterThan(0);
    expect(named.size).toBeLessThan(30);
  });

  it('names the more important first where there is room for one only', () => {
    const two = [
      node(0, 'Brought', { rank: 4, type: 'SmiCluster' }),
      node(0, 'Asked for', { rank: 0, type: 'SmiCluster' }),
    ];
    expect(textsOf(draw(scene(two, [])))).toContain('Asked for');
  });

  it('everything lies on its sheet', () => {
    const nodes = TYPES.map((type, at) =>
      node(at, `${type} of a name that is long`, { x: at * -300, y: at * 77, type }),
    );
    const { width, height, groups } = draw(scene(nodes, []));
    for (const { marks } of groups) {
      for (const mark of marks) {
        if (mark.kind !== 'text') continue;
        const wide = roughMeasure(mark.text, mark.look);
        const left = mark.anchor === 'start' ? mark.x : mark.anchor === 'end' ? mark.x - wide : mark.x - wide / 2;
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + wide).toBeLessThanOrEqual(width + 1);
        expect(mark.y).toBeGreaterThan(0);
        expect(mark.y).toBeLessThan(height);
      }
    }
  });

  it('what is inferred is dotted, what possibly held is dashed, an agreement is a pipe, a disagreement has its sign', () => {
    const nodes = [node(0, 'a'), node(1, 'b')];
    const strokes = (more: Partial<PictureLine>, family: RelationFamily = 'supply'): readonly (readonly number[])[] =>
      draw(scene(nodes, [line(0, 1, family, more)])).groups.flatMap(({ title, marks }) =>
        title === '0 to 1'
          ? marks.flatMap((mark) => (mark.kind === 'path' && mark.stroke !== null ? [mark.dash] : []))
          : [],
      );
    expect(strokes({})).toEqual([[]]);
    expect(strokes({ inferred: true })[0]).toEqual([0.1, 5.2]);
    expect(strokes({ possible: true })[0]).toEqual([9, 5]);
    expect(strokes({}, 'agreement').length).toBe(3);
    expect(strokes({ disputed: true }).length).toBe(3);
  });

  it('of what is on the screen it draws what is wholly on it', () => {
    const nodes = [node(0, 'inside', { x: 50, y: 50 }), node(1, 'outside', { x: 5000, y: 50 })];
    const look = { zoom: 1, pan: { x: 0, y: 0 }, width: 400, height: 300 };
    const titles = draw(scene(nodes, [line(0, 1, 'supply')], { look })).groups.map(({ title }) => title);
    expect(titles).toContain('inside');
    expect(titles).not.toContain('outside');
    expect(titles).not.toContain('0 to 1');
  });

  it('two lines that run against each other between the same two nodes do not fall together', () => {
    const nodes = [node(0, 'a'), node(1, 'b')];
    const { groups } = draw(scene(nodes, [line(0, 1, 'supply'), line(1, 0, 'support')]));
    const bends = groups.flatMap(({ title, marks }) => {
      const [first] = title?.includes(' to ') === true ? marks : [];
      return first?.kind === 'path' ? [/Q(\S+ \S+)/.exec(first.path)?.[1]] : [];
    });
    expect(new Set(bends).size).toBe(2);
  });

  it('lists every source whole, and lets it lead out', () => {
    const sources = HOSTILE.map((text) => ({ text, address: 'https://example.org/' }));
    const svg = readXml(svgText(draw(scene([node(0, 'a')], [], { sources }))));
    const written = allOf(svg, 'text')
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, '');
    for (const text of HOSTILE) expect(written.includes(possibleInXml(text.replace(/\s/g, '')))).toBe(true);
    for (const { attributes } of allOf(svg, 'a')) expect(attributes['href']).toBe('https://example.org/');
  });
});

describe('lines of text', () => {
  it('wrapping loses nothing but white space, and no line of several signs is too wide', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 40, max: 400 }), (text, width) => {
        const lines = wrapText(text, 'small', width, roughMeasure);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const written of lines) {
          if ([...written].length > 1) expect(roughMeasure(written, 'small')).toBeLessThanOrEqual(width + 0.001);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a name has two lines at most, each within the width', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const lines = nameLines(name, 142, roughMeasure);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const written of lines) expect(roughMeasure(written, 'name')).toBeLessThanOrEqual(142 + 12);
      }),
    );
  });

  it('cutting says that it cut', () => {
    expect(cutText('x'.repeat(10_000), 'name', 100, roughMeasure)).toMatch(/^x+…$/);
    expect(cutText('short', 'name', 100, roughMeasure)).toBe('short');
  });
});

describe('sizes and rings', () => {
  it('are in the picture, with the number of the community, and the legend says what they mean', () => {
    const drawn = drawPicture(
      scene(
        [
          node(0, 'Sized', { type: 'SmiCluster', radius: 28, ring: { hue: 2, number: '7' } }),
          node(1, 'Plain', { type: 'SmiCluster' }),
        ],
        [],
        {
          legend: [
            { kind: 'size', text: 'Size: degree' },
            { kind: 'ring', hue: 2, text: 'Ring: community 7' },
          ],
        },
      ),
      roughMeasure,
    );
    const svg = svgText(drawn);
    const texts = drawn.groups.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? mark.text : [])));
    expect(texts).toEqual(expect.arrayContaining(['7', 'Size: degree', 'Ring: community 7']));
    // Under the node, on the sheet and in the legend.
    expect(svg.split(COLOURS['hue-2']).length - 1).toBe(3);
    const [sized, plain] = ['Sized', 'Plain'].map((title) => drawn.groups.find((group) => group.title === title));
    expect(sized?.marks.length).toBe((plain?.marks.length ?? 0) + 3);
  });
});
