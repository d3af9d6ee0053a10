import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNodeId } from '#vocabulary';
import { boxAt, type Arrow } from '../../web/src/tiers/arrows.ts';
import { BOX_HEIGHT, columnCount, layTiersOut, partsOfBuyer, type TierLayout } from '../../web/src/tiers/layout.ts';
import { crossings, ordered } from '../../web/src/tiers/order.ts';
import { spread } from '../../web/src/tiers/spread.ts';
import { stepLook, tierGraph, type TracedStep, type TracedWay } from '../../web/src/tiers/tier-graph.ts';

const id = (name: string): string => `large-industry:${name}`;
const ROOT = parseNodeId(id('root'));

function step(from: string, to: string, share: number | null = null, more: Partial<TracedStep> = {}): TracedStep {
  const relations = [{ id: `${from}--SUPPLIES--${to}`, type: 'SUPPLIES' as const }];
  return { share, held: 'YES', evidenceClass: 'DOCUMENTED', relations, ...more };
}

/** "root < a < b": a way from the root on; `end` as the API gives it. */
function way(text: string, end: TracedWay['end'] = null): TracedWay {
  const names = text.split(' < ');
  return {
    end,
    nodes: names.map((name) => ({ id: id(name) })),
    steps: names.slice(1).map((name, index) => step(name, names[index] ?? '')),
  };
}

const lay = (
  ways: readonly TracedWay[],
  { cut = false, depth = 3, direction = 'UPSTREAM' as const } = {},
): TierLayout => layTiersOut(tierGraph(ROOT, ways, cut), { direction, depth, pitch: 240, room: 600 });

/** Traces of random graphs of suppliers, as the API would give them: every simple way, and the step that closes a circle. */
const traces = fc
  .record({
    arcs: fc.uniqueArray(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 24, selector: ([a, b]) => `${a} ${b}` }),
    shares: fc.array(fc.option(fc.double({ min: 0, max: 0.3, noNaN: true })), { minLength: 1, maxLength: 8 }),
    depth: fc.integer({ min: 1, max: 4 }),
    direction: fc.constantFrom('UPSTREAM' as const, 'DOWNSTREAM' as const),
    shown: fc.nat(40),
  })
  .map(({ arcs, shares, depth, direction, shown }) => {
    const name = (index: number): string => (index === 0 ? 'root' : `n${index}`);
    const suppliersOf = (buyer: string): readonly string[] =>
      arcs.filter(([from, to]) => from !== to && name(to) === buyer).map(([from]) => name(from));
    const all: TracedWay[] = [];
    let front: readonly (readonly string[])[] = [['root']];
    for (let tier = 1; tier <= depth; tier += 1) {
      const next: string[][] = [];
      for (const names of front) {
        for (const supplier of suppliersOf(names.at(-1) ?? '')) {
          const circle = names.includes(supplier);
          const further = !circle && tier === depth && suppliersOf(supplier).length > 0;
          const steps = [...names, supplier]
            .slice(1)
            .map((from, index) =>
              step(from, [...names, supplier][index] ?? '', shares[from.length % shares.length] ?? null),
            );
          const nodes = [...names, supplier].map((each) => ({ id: id(each) }));
          all.push({ nodes, steps, end: circle ? 'CYCLE' : further ? 'TRUNCATED' : null });
          if (!circle) next.push([...names, supplier]);
        }
      }
      front = next;
    }
    const ways = all.slice(0, Math.max(1, shown));
    return { ways, cut: ways.length < all.length, depth, direction };
  });

describe('the layered picture of a trace', () => {
  it('never lets two boxes overlap, nor one leave the picture', () => {
    fc.assert(
      fc.property(traces, ({ ways, cut, depth, direction }) => {
        const layout = layTiersOut(tierGraph(ROOT, ways, cut), { direction, depth, pitch: 240, room: 500 });
        for (const [index, a] of layout.boxes.entries()) {
          expect(a.y).toBeGreaterThanOrEqual(-1e-6);
          expect(a.y + a.height).toBeLessThanOrEqual(layout.height + 1e-6);
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width).toBeLessThanOrEqual(layout.width + 1e-6);
          for (const b of layout.boxes.slice(index + 1)) {
            const apart =
              a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
            expect(apart, `${a.key} and ${b.key}`).toBe(true);
          }
        }
      }),
    );
  });

  it('joins neighbouring columns only, each step of every way, suppliers to the left of their buyers', () => {
    fc.assert(
      fc.property(traces, ({ ways, cut, depth, direction }) => {
        const { boxes, bands } = layTiersOut(tierGraph(ROOT, ways, cut), { direction, depth, pitch: 240, room: 500 });
        const tierOf = new Map(boxes.map(({ key, tier }) => [key, tier]));
        for (const { near, far, supplier, buyer } of bands) {
          expect((tierOf.get(far) ?? NaN) - (tierOf.get(near) ?? NaN)).toBe(1);
          expect(supplier.x).toBeLessThan(buyer.x);
        }
        const drawn = new Set(bands.flatMap((band) => band.step.relations.map((relation) => relation.id)));
        const told = new Set(
          ways.flatMap(({ steps }) => steps.flatMap(({ relations }) => relations.map((each) => each.id))),
        );
        expect(drawn).toEqual(told);
      }),
    );
  });

  it('counts the nodes of every column, and has a box for each node of the shown ways and no other', () => {
    fc.assert(
      fc.property(traces, ({ ways, cut, depth, direction }) => {
        const { boxes, columns } = layTiersOut(tierGraph(ROOT, ways, cut), { direction, depth, pitch: 240, room: 500 });
        expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(boxes.length);
        expect(new Set(boxes.map((box) => box.id))).toEqual(
          new Set([ROOT, ...ways.flatMap(({ nodes }) => nodes.map((node) => node.id))]),
        );
      }),
    );
  });

  it('says that nobody further is recorded only where no way that was left out could go on', () => {
    fc.assert(
      fc.property(traces, ({ ways, cut, depth, direction }) => {
        const { boxes, unknown } = layTiersOut(tierGraph(ROOT, ways, cut), { direction, depth, pitch: 240, room: 500 });
        const last = Math.max(...ways.map(({ steps }) => steps.length), 0);
        const doubtful = boxes.filter(({ end, tier }) => cut && end === 'UNKNOWN' && tier >= last - 1);
        expect(doubtful).toEqual([]);
        expect(unknown?.tier ?? 0).toBeLessThanOrEqual(depth);
      }),
    );
  });

  it('stands the root at the right of its suppliers, and at the left of its buyers', () => {
    const ways = [way('root < a'), way('root < a < b')];
    const graph = tierGraph(ROOT, ways, false);
    const order = (direction: 'UPSTREAM' | 'DOWNSTREAM'): readonly number[] =>
      layTiersOut(graph, { direction, depth: 2, pitch: 240, room: 500 })
        .boxes.toSorted((a, b) => a.x - b.x)
        .map(({ tier }) => tier);
    expect(order('UPSTREAM')).toEqual([2, 1, 0]);
    expect(order('DOWNSTREAM')).toEqual([0, 1, 2]);
  });
});

describe('repeats, circles and ends', () => {
  it('a node reached over ways of two lengths has a box in each tier, the further one marked', () => {
    const { boxes } = lay([way('root < a'), way('root < b'), way('root < a < b')]);
    const b = boxes.filter((box) => box.id === id('b'));
    expect(b.map(({ tier, alsoIn }) => [tier, alsoIn])).toEqual([
      [1, null],
      [2, 1],
    ]);
  });

  it('a circle ends in a box of its own, beside one of the same node that ways go on from', () => {
    const { boxes } = lay([
      way('root < a'),
      way('root < b'),
      way('root < a < b'),
      way('root < b < a'),
      way('root < a < b < a', 'CYCLE'),
    ]);
    expect(boxes.filter((box) => box.tier === 3).map(({ end }) => end)).toEqual(['CYCLE']);
    expect(boxes.filter((box) => box.end === 'GOES_ON' && box.tier === 2).map((box) => box.id)).toEqual([id('b')]);
  });

  it('draws a column of the unknown where nobody further is recorded and more was asked for', () => {
    const ways = [way('root < a'), way('root < b')];
    expect(lay(ways, { depth: 2 }).unknown).toMatchObject({ tier: 2, from: [expect.any(Number), expect.any(Number)] });
    expect(lay(ways, { depth: 1 }).unknown).toBeNull();
    expect(lay(ways, { depth: 2, cut: true }).unknown).toBeNull();
    expect(lay([way('root < a', 'TRUNCATED')], { depth: 1 }).unknown).toBeNull();
    expect(columnCount(tierGraph(ROOT, ways, false), 2)).toBe(3);
  });
});

describe('how much leads to a buyer', () => {
  it('stated shares are themselves; the others part the rest', () => {
    expect(partsOfBuyer([step('a', 'root', 0.5), step('b', 'root'), step('c', 'root')])).toEqual([0.5, 0.25, 0.25]);
    expect(partsOfBuyer([step('a', 'root', 0.1)])).toEqual([0.1]);
  });

  it('a band is as high at its buyer as its part of it', () => {
    const ways = [
      { ...way('root < a'), steps: [step('a', 'root', 0.25)] },
      { ...way('root < b'), steps: [step('b', 'root')] },
    ];
    const { bands, boxes } = lay(ways);
    const root = boxes.find(({ tier }) => tier === 0);
    const heights = bands.map(({ buyer }) => (buyer.bottom - buyer.top) / (root?.height ?? NaN));
    expect(heights.map((height) => Math.round(height * 100))).toEqual([25, 75]);
    expect(root?.height).toBe(BOX_HEIGHT);
  });

  it('what is inferred or only agreed never looks like supply that was seen', () => {
    const agreed = { relations: [{ id: 'x', type: 'AGREED_TO_SUPPLY' as const }] };
    expect(stepLook(step('a', 'b', 0.5))).toBe('STATED');
    expect(stepLook(step('a', 'b'))).toBe('UNSTATED');
    expect(stepLook(step('a', 'b', 0.5, agreed))).toBe('AGREED');
    expect(stepLook(step('a', 'b', 0.5, { evidenceClass: 'INFERRED' }))).toBe('INFERRED');
    expect(stepLook(step('a', 'b', 0.5, { evidenceClass: 'GENERAL_KNOWLEDGE' }))).toBe('INFERRED');
  });
});

describe('the order within a column', () => {
  it('untangles what can be untangled', () => {
    const ways = [
      way('root < a'),
      way('root < b'),
      way('root < c'),
      way('root < c < x'),
      way('root < b < y'),
      way('root < a < z'),
    ];
    const graph = tierGraph(ROOT, ways, false);
    expect(crossings(graph.columns, graph.links)).toBe(3);
    expect(crossings(ordered(graph).columns, graph.links)).toBe(0);
  });

  it('never crosses more than the order that came in, and keeps every box', () => {
    fc.assert(
      fc.property(traces, ({ ways, cut }) => {
        const graph = tierGraph(ROOT, ways, cut);
        const after = ordered(graph);
        expect(crossings(after.columns, after.links)).toBeLessThanOrEqual(crossings(graph.columns, graph.links));
        const keys = (columns: typeof graph.columns): readonly (readonly string[])[] =>
          columns.map((column) => column.map(({ key }) => key).toSorted());
        expect(keys(after.columns)).toEqual(keys(graph.columns));
      }),
    );
  });

  it('spreads things as near to their wishes as can be, in order and apart', () => {
    expect(
      spread(
        [
          { middle: 10, height: 10 },
          { middle: 50, height: 10 },
        ],
        4,
      ),
    ).toEqual([5, 45]);
    expect(
      spread(
        [
          { middle: 10, height: 10 },
          { middle: 10, height: 10 },
        ],
        4,
      ),
    ).toEqual([-2, 12]);
    fc.assert(
      fc.property(
        fc.array(fc.record({ middle: fc.integer({ min: 0, max: 400 }), height: fc.integer({ min: 1, max: 60 }) })),
        (wishes) => {
          const tops = spread(wishes, 5);
          for (const [index, { height }] of wishes.entries()) {
            const [top, next] = [tops[index] ?? NaN, tops[index + 1]];
            if (next !== undefined) expect(next - top).toBeGreaterThanOrEqual(height + 5 - 1e-6);
          }
        },
      ),
    );
  });
});

describe('walking the picture with the arrow keys', () => {
  const layout = lay([way('root < a'), way('root < b'), way('root < a < x'), way('root < b < y')]);
  const go = (from: string, arrow: Arrow): string | null => {
    const box = layout.boxes.find((each) => each.id === id(from));
    return box === undefined ? null : (boxAt(layout, box, arrow)?.id.replace('large-industry:', '') ?? null);
  };

  it('goes along relations between columns, and stops at the ends', () => {
    expect(go('b', 'ArrowLeft')).toBe('y');
    expect(go('y', 'ArrowRight')).toBe('b');
    expect(go('root', 'ArrowRight')).toBeNull();
    expect(go('x', 'ArrowLeft')).toBeNull();
  });

  it('goes up and down within a column, and to its first and last', () => {
    const [first, second] = layout.boxes.filter(({ tier }) => tier === 1).toSorted((a, b) => a.y - b.y);
    const name = (box: typeof first): string => box?.id.replace('large-industry:', '') ?? '';
    expect(go(name(first), 'ArrowDown')).toBe(name(second));
    expect(go(name(second), 'ArrowDown')).toBeNull();
    expect(go(name(second), 'Home')).toBe(name(first));
    expect(go(name(first), 'End')).toBe(name(second));
  });
});
