import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowsBySize, largestSectors, shadesOf, unitOf } from '../../web/src/panels/input-output/figures.ts';
import { layFlowsOut } from '../../web/src/panels/input-output/flow-layout.ts';
import { nextCell } from '../../web/src/panels/input-output/grid-walk.ts';
import { linkageOrder } from '../../web/src/panels/input-output/twins.ts';
import { readAbout } from '../../web/src/panels/input-output/table-about.ts';

const FLOWS = [
  [10, 0, 5],
  [40, 0, 5],
  [0, 20, 1],
];

describe('the figures of a table', () => {
  it('are shown in the largest unit that leaves digits to tell them apart', () => {
    expect([28_700_250_526, 5_000_000, 3_000].map((totalOutput) => unitOf({ totalOutput }).id)).toEqual([
      'TRILLION',
      'BILLION',
      'MILLION',
    ]);
  });

  it('are shaded by the square root, nothing at all stays white, and a sector’s own unit in an inverse does not count', () => {
    expect(
      shadesOf(
        [
          [0, 64],
          [1, 16],
        ],
        'FLOWS',
      ),
    ).toEqual([
      [0, 8],
      [1, 4],
    ]);
    expect(
      shadesOf(
        [
          [1, 0.25],
          [0, 2],
        ],
        'LEONTIEF',
      ),
    ).toEqual([
      [0, 4],
      [0, 8],
    ]);
  });

  it('stand largest flow first, equal ones by place, zeros never; of one sector both what it sells and what it buys', () => {
    expect(flowsBySize(FLOWS, null).map(({ value }) => value)).toEqual([40, 20, 10, 5, 5, 1]);
    expect(flowsBySize(FLOWS, 1)).toEqual([
      { from: 1, to: 0, value: 40 },
      { from: 2, to: 1, value: 20 },
      { from: 1, to: 2, value: 5 },
    ]);
  });

  it('of a table too large for a grid are those of the sectors with most output, in the table’s order', () => {
    const sectors = [3, 9, 1, 9].map((output) => ({ output }));
    expect(largestSectors({ sectors }, 2)).toEqual([1, 3]);
    expect(largestSectors({ sectors }, 9)).toEqual([0, 1, 2, 3]);
  });

  it('of linkages are ordered by the index asked for, equal ones as the table has them', () => {
    const one = (backwardIndex: number, sensitivityIndex: number, forwardIndex: number) => ({
      directBackward: 0,
      directForward: 0,
      backward: 0,
      backwardIndex,
      sensitivity: 0,
      sensitivityIndex,
      forward: 0,
      forwardIndex,
      keyByLeontief: false,
      keyByGhosh: false,
    });
    const linkages = [one(1, 3, 2), one(2, 1, 2), one(1, 2, 5)];
    expect(linkageOrder({ linkages }, 'BACKWARD')).toEqual([1, 0, 2]);
    expect(linkageOrder({ linkages }, 'SENSITIVITY')).toEqual([0, 2, 1]);
    expect(linkageOrder({ linkages }, 'FORWARD')).toEqual([2, 0, 1]);
    expect(linkageOrder({ linkages }, 'TABLE')).toEqual([0, 1, 2]);
  });
});

describe('the picture of flows', () => {
  const flows = fc.array(fc.record({ from: fc.nat(8), to: fc.nat(8), value: fc.integer({ min: 1, max: 1_000_000 }) }), {
    minLength: 1,
    maxLength: 40,
  });

  it('draws every flow once, as thick as its value, inside both its sectors, and no two bands over one another', () => {
    fc.assert(
      fc.property(flows, (drawn) => {
        const layout = layFlowsOut(drawn, 600);
        expect(layout.bands).toHaveLength(drawn.length);
        const [first] = layout.bands;
        for (const band of layout.bands) {
          expect(band.thickness / band.value).toBeCloseTo((first?.thickness ?? 0) / (first?.value ?? 1), 9);
        }
        for (const [ends, side, at] of [
          [layout.sellers, 'from', 'left'],
          [layout.buyers, 'to', 'right'],
        ] as const) {
          for (const end of ends) {
            const own = layout.bands.filter((band) => band[side] === end.sector).toSorted((a, b) => a[at] - b[at]);
            let below = end.top - 1e-6;
            for (const band of own) {
              expect(band[at]).toBeGreaterThanOrEqual(below);
              below = band[at] + band.thickness - 1e-6;
            }
            expect(below).toBeLessThanOrEqual(end.top + end.height + 1e-6);
            expect(end.value).toBeCloseTo(
              own.reduce((sum, { value }) => sum + value, 0),
              6,
            );
          }
        }
      }),
    );
  });

  it('has nothing to draw where there is no flow', () => {
    expect(layFlowsOut([], 600)).toMatchObject({ sellers: [], buyers: [], bands: [], height: 0 });
  });
});

describe('the grid', () => {
  const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey });

  it('is walked by arrows, Home, End and pages, and never left', () => {
    expect(nextCell({ row: 0, column: 0 }, key('ArrowLeft'), 17)).toEqual({ row: 0, column: 0 });
    expect(nextCell({ row: 0, column: 0 }, key('ArrowDown'), 17)).toEqual({ row: 1, column: 0 });
    expect(nextCell({ row: 3, column: 4 }, key('End'), 17)).toEqual({ row: 3, column: 16 });
    expect(nextCell({ row: 3, column: 4 }, key('End', true), 17)).toEqual({ row: 16, column: 16 });
    expect(nextCell({ row: 15, column: 4 }, key('PageDown'), 17)).toEqual({ row: 16, column: 4 });
    expect(nextCell({ row: 15, column: 4 }, key('x'), 17)).toBeNull();
  });
});

describe('the JSON beside a table', () => {
  it('fills in what it says, and what is no such JSON is told apart', () => {
    expect(
      readAbout('{"name":"A","year":"2015","scheme":"BPS_IO_17","source":{"title":"T","publisher":"P","licence":"L"}}'),
    ).toEqual({ name: 'A', year: '2015', title: 'T', publisher: 'P', licence: 'L', url: '', ofBps17: true });
    expect(readAbout('{"name":1}')).toBeNull();
    expect(readAbout('no')).toBeNull();
  });
});
