import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import type { Cell } from '../../export/cells.ts';
import type { ShownTable } from './shown-table.ts';
import { twinOf, type TwinColumn } from './twins.ts';
import { useFigures } from './use-figures.ts';

/** Rows at once. */
const AT_ONCE = 100;

/** A picture's twin: the same figures as rows. */
export function TwinTable({
  shown: { table, asked },
  caption,
}: {
  readonly shown: ShownTable;
  readonly caption: string;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { shown: written, unit } = useFigures(table);
  const { columns, rows } = useMemo(() => twinOf(table, asked), [table, asked]);
  const [most, setMost] = useState(AT_ONCE);
  const cellText = (cell: Cell | undefined, column: TwinColumn): string => {
    if (typeof cell === 'number') return written(cell, column.shown);
    if (typeof cell === 'boolean') return cell ? t('inputOutput.yes') : t('inputOutput.no');
    return cell ?? '';
  };
  const shown = rows.slice(0, most);
  return (
    // It scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="io-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="io-twin">
        <caption>
          {caption} {t('inputOutput.shown', { shown: number(shown.length), total: number(rows.length) })}
        </caption>
        <thead>
          <tr>
            {columns.map(({ id, shown: as }) => (
              <th key={id} scope="col" className={as === 'TEXT' ? undefined : 'io-number'}>
                {t(`inputOutput.column.${id}`, { unit })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.slice(0, 4).join(' ')}>
              {columns.map((column, at) => (
                <td key={column.id} className={column.shown === 'TEXT' ? undefined : 'io-number'}>
                  {cellText(row[at], column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <p className="io-more">
          <Button onPress={() => setMost(most * 2)}>{t('ranks.more')}</Button>
        </p>
      )}
    </div>
  );
}
