import { useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../languages/use-language.ts';
import { largestSectors, SHADES, shadesOf } from './figures.ts';
import { nextCell, type Cell } from './grid-walk.ts';
import type { ShownTable } from './shown-table.ts';
import { useFigures } from './use-figures.ts';

/** Sectors along a side; a larger table shows those with most output. */
const MOST_SECTORS = 40;
/** Digits behind the point that tell coefficients apart in a small cell. */
const DIGITS = 3;

/**
 * A matrix of the table as a grid of shaded numbers: sellers down, buyers across. Arrows, Home, End and Page keys walk it; the cell that
 * has the keyboard or the pointer is said in full above.
 */
export function HeatMap({ shown: { table, asked, change } }: { readonly shown: ShownTable }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const says = useCellWords(table, asked.of);
  const places = useMemo(() => largestSectors(table, MOST_SECTORS), [table]);
  const shades = useMemo(() => shadesOf(table.matrix, asked.of), [table, asked.of]);
  const { plain } = useFigures(table);
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const [pointed, setPointed] = useState<Cell | null>(null);
  const placed = (index: number): number => places[index] ?? 0;
  const value = ({ row, column }: Cell): number => table.matrix[placed(row)]?.[placed(column)] ?? 0;
  const written = (cell: Cell): string => {
    const own = value(cell);
    if (asked.of === 'FLOWS') return plain(own);
    if (own === 0) return number(0);
    return own < 0.0005 ? t('inputOutput.below', { value: number(0.001, DIGITS) }) : number(own, DIGITS);
  };
  const spoken = ({ row, column }: Cell): string => says(placed(row), placed(column));
  const walk = (event: KeyboardEvent): void => {
    const next = nextCell(at, event, places.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };
  const code = (index: number): string => table.sectors[placed(index)]?.code ?? '';
  const look = (index: number): void => change({ sector: code(index) === asked.sector ? null : code(index) });
  const matrix = t(`inputOutput.matrix.${asked.of}`);
  return (
    <>
      <p className="io-said" data-io-said>
        {spoken(pointed ?? at)}
      </p>
      <div className="io-scroll">
        {/* Its cells are walked with the arrows, as a grid's are. */}
        {/* oxlint-disable jsx-a11y/no-noninteractive-element-to-interactive-role */}
        <table
          className="io-grid"
          role="grid"
          aria-label={matrix}
          aria-describedby="io-how-to"
          aria-readonly="true"
          ref={grid}
          onPointerLeave={() => setPointed(null)}
        >
          {/* oxlint-enable jsx-a11y/no-noninteractive-element-to-interactive-role */}
          <thead>
            <tr>
              <th className="io-corner">{t('inputOutput.corner')}</th>
              {places.map((place, column) => (
                <th key={place} scope="col" className={code(column) === asked.sector ? 'io-looked' : undefined}>
                  <span className="io-column-name">{table.sectors[place]?.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place, row) => (
              <tr key={place}>
                <th scope="row" className={code(row) === asked.sector ? 'io-looked' : undefined}>
                  <button
                    type="button"
                    tabIndex={-1}
                    className="io-row-name"
                    aria-pressed={code(row) === asked.sector}
                    onClick={() => look(row)}
                  >
                    {table.sectors[place]?.name}
                  </button>
                </th>
                {places.map((other, column) => (
                  // The keyboard walks the grid as a whole; a cell alone is no button.
                  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
                  <td
                    key={other}
                    className={`io-shade-${shades[place]?.[other] ?? 0}`}
                    data-cell={`${row} ${column}`}
                    tabIndex={at.row === row && at.column === column ? 0 : -1}
                    aria-label={spoken({ row, column })}
                    onFocus={() => {
                      setAt({ row, column });
                      setPointed(null);
                    }}
                    onPointerEnter={() => setPointed({ row, column })}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter' || event.key === ' ') {
                        event.preventDefault();
                        look(row);
                      } else walk(event);
                    }}
                  >
                    {written({ row, column })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p id="io-how-to" hidden>
        {t('inputOutput.howTo')}
      </p>
      <Legend of={asked.of} shown={places.length} total={table.sectors.length} />
    </>
  );
}

function useCellWords(
  table: ShownTable['table'],
  of: ShownTable['asked']['of'],
): (row: number, column: number) => string {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const { rupiah } = useFigures(table);
  return (row, column) => {
    const [seller, buyer] = [table.sectors[row], table.sectors[column]];
    const value = table.matrix[row]?.[column] ?? 0;
    const names = { seller: seller?.name ?? '', buyer: buyer?.name ?? '' };
    if (of !== 'FLOWS') return t(`inputOutput.cell.${of}`, { ...names, value: number(value, 4) });
    return t('inputOutput.cell.FLOWS', {
      ...names,
      value: rupiah(value),
      ofSeller: percent(value / (seller?.output ?? NaN)),
      ofBuyer: percent(value / (buyer?.output ?? NaN)),
    });
  };
}

function Legend({
  of,
  shown,
  total,
}: {
  readonly of: ShownTable['asked']['of'];
  readonly shown: number;
  readonly total: number;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <div className="io-legend">
      <span>{t('inputOutput.none')}</span>
      <span className="io-shades" aria-hidden="true">
        {Array.from({ length: SHADES + 1 }, (_, shade) => (
          <span key={shade} className={`io-shade-${shade}`} />
        ))}
      </span>
      <span>{t('inputOutput.largest')}</span>
      <span>
        {t('inputOutput.shade')} {(of === 'LEONTIEF' || of === 'GHOSH') && t('inputOutput.shadeOwn')}
      </span>
      <span>{t('inputOutput.shownSectors', { shown: number(shown), total: number(total) })}</span>
    </div>
  );
}
