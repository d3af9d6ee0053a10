import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choicesOf,
  columnWidths,
  filteredRows,
  foldedRows,
  gridTemplate,
  leastWidth,
  type DataColumn,
} from '../../web/src/panels/table/columns.ts';
import { cellAfter, type GridCell } from '../../web/src/panels/table/grid-keys.ts';

interface Firm {
  readonly name: string;
  readonly type: string;
}

const column = (id: keyof Firm, more: Partial<DataColumn<Firm>> = {}): DataColumn<Firm> => ({
  id,
  title: id,
  width: [60, 300],
  value: (firm) => firm[id],
  text: (firm) => firm[id],
  show: (firm) => firm[id],
  ...more,
});

const COLUMNS = [column('name', { flexible: true }), column('type')];
const FIRMS: readonly Firm[] = [
  { name: 'Café Sukses', type: 'Small industry' },
  { name: 'PT Dharma Polimetal', type: 'Large industry' },
  { name: 'PT Astra', type: 'Large industry' },
];

const rows = (text: string, choices: Readonly<Record<string, string>> = {}): readonly string[] =>
  filteredRows(FIRMS, foldedRows(FIRMS, COLUMNS), COLUMNS, { text, choices }).map(({ name }) => name);

describe('filtering rows', () => {
  it('finds a text in any column, whatever its case and accents', () => {
    expect(rows('cafe')).toEqual(['Café Sukses']);
    expect(rows('LARGE')).toEqual(['PT Dharma Polimetal', 'PT Astra']);
  });

  it('every word has to be said, in whatever column', () => {
    expect(rows('large astra')).toEqual(['PT Astra']);
    expect(rows('small astra')).toEqual([]);
  });

  it('a chosen value is meant whole', () => {
    expect(rows('', { type: 'Large industry' })).toEqual(['PT Dharma Polimetal', 'PT Astra']);
    expect(rows('dharma', { type: 'Large industry' })).toEqual(['PT Dharma Polimetal']);
    expect(rows('', { type: 'Large' })).toEqual([]);
  });

  it('without a filter all rows stay, in their order', () => {
    expect(rows('  ')).toEqual(FIRMS.map(({ name }) => name));
  });

  it('offers every value once, with how many rows have it', () => {
    expect(choicesOf(FIRMS, column('type'), 'en')).toEqual([
      { value: 'Large industry', count: 2 },
      { value: 'Small industry', count: 1 },
    ]);
  });
});

describe('widths by content', () => {
  it('a long text makes its column wider, within its bounds', () => {
    const wide = (name: string): number => columnWidths([{ name, type: 'x' }], COLUMNS)[0]?.wanted ?? 0;
    expect(wide('a name of some length')).toBeGreaterThan(wide('short'));
    expect(wide('x'.repeat(10_000))).toBe(300);
    expect(wide('')).toBeGreaterThanOrEqual(60);
  });

  it('only flexible columns give way', () => {
    const widths = columnWidths(FIRMS, COLUMNS);
    expect(gridTemplate(widths)).toMatch(/^minmax\(60px, \d+fr\) \d+px$/);
    expect(leastWidth(widths)).toBe(60 + (widths[1]?.wanted ?? 0));
  });

  it('without rows the headings decide', () => {
    expect(columnWidths([], COLUMNS).every(({ wanted }) => wanted >= 60)).toBe(true);
  });
});

describe('keys in a grid', () => {
  const extent = { rows: 5, columns: 3, page: 2 };
  const go = (key: string, at: GridCell, ctrl = false): GridCell | null => cellAfter(key, ctrl, at, extent);

  it('arrows move by one cell and stop at the rims; above the first row is the heading', () => {
    expect(go('ArrowDown', { row: 0, column: 1 })).toEqual({ row: 1, column: 1 });
    expect(go('ArrowUp', { row: 0, column: 1 })).toEqual({ row: -1, column: 1 });
    expect(go('ArrowUp', { row: -1, column: 1 })).toBeNull();
    expect(go('ArrowRight', { row: 0, column: 2 })).toBeNull();
    expect(go('ArrowLeft', { row: 2, column: 1 })).toEqual({ row: 2, column: 0 });
  });

  it('Home and End go to the ends of the row, with Ctrl to those of the grid', () => {
    expect(go('Home', { row: 3, column: 2 })).toEqual({ row: 3, column: 0 });
    expect(go('End', { row: 3, column: 0 })).toEqual({ row: 3, column: 2 });
    expect(go('Home', { row: 3, column: 2 }, true)).toEqual({ row: 0, column: 0 });
    expect(go('End', { row: 0, column: 0 }, true)).toEqual({ row: 4, column: 2 });
  });

  it('pages go by what is in sight', () => {
    expect(go('PageDown', { row: 1, column: 0 })).toEqual({ row: 3, column: 0 });
    expect(go('PageUp', { row: 1, column: 0 })).toEqual({ row: 0, column: 0 });
    expect(go('PageDown', { row: 4, column: 0 })).toBeNull();
  });

  it('other keys lead nowhere', () => {
    expect(go('x', { row: 1, column: 1 })).toBeNull();
  });

  it('no key leads out of the grid', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];
    const cells = fc.record({ row: fc.integer({ min: -1, max: 4 }), column: fc.integer({ min: 0, max: 2 }) });
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.boolean(), cells, (key, ctrl, at) => {
        const to = go(key, at, ctrl) ?? at;
        expect(to.row).toBeGreaterThanOrEqual(-1);
        expect(to.row).toBeLessThan(5);
        expect(to.column).toBeGreaterThanOrEqual(0);
        expect(to.column).toBeLessThan(3);
      }),
    );
  });
});
