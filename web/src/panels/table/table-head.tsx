import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';
import type { DataColumn } from './columns.ts';
import { MarkBox } from './mark-box.tsx';
import type { SortedRows } from './use-sorted-rows.ts';

/** Headings that sort; on a phone only the mark, as the cards have no columns (they are sorted from the filters). */
export function TableHead<Item>(props: {
  readonly sorted: SortedRows<Item>;
  readonly columns: readonly DataColumn<Item>[];
  readonly template: string;
  readonly minWidth: number | undefined;
  readonly phone: boolean;
  /** The column where the keyboard stands; null: not in the heading. */
  readonly active: number | null;
  readonly allMarked: boolean;
  readonly someMarked: boolean;
  readonly onMarkAll: () => void;
  readonly onFocus: (column: number) => void;
}): ReactElement {
  const { sorted, columns, template, minWidth, phone, active, allMarked, someMarked, onMarkAll, onFocus } = props;
  const { t } = useTranslation();
  const tab = (column: number): 0 | -1 => (active === column ? 0 : -1);
  return (
    <div className="table-head" role="rowgroup" style={{ minWidth }}>
      <div className="table-row" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        <div role="columnheader" className="cell cell-mark" aria-colindex={1} data-row={-1} data-column={0}>
          <MarkBox
            label={t('table.markAll')}
            checked={allMarked ? true : someMarked ? 'some' : false}
            tabIndex={tab(0)}
            onChange={onMarkAll}
          />
        </div>
        {phone ? (
          <div
            role="columnheader"
            className="cell table-all"
            aria-colindex={2}
            data-row={-1}
            data-column={1}
            tabIndex={tab(1)}
          >
            {t('table.markAll')}
          </div>
        ) : (
          columns.map((column, at) => (
            <Heading
              key={column.id}
              column={column}
              at={at + 1}
              sorted={sorted}
              tabIndex={tab(at + 1)}
              onFocus={() => onFocus(at + 1)}
            />
          ))
        )}
        <div
          role="columnheader"
          className="cell"
          aria-colindex={phone ? 3 : columns.length + 2}
          data-row={-1}
          data-column={phone ? 2 : columns.length + 1}
          tabIndex={tab(phone ? 2 : columns.length + 1)}
        >
          <span className="spoken">{t('table.actions')}</span>
        </div>
      </div>
    </div>
  );
}

function Heading<Item>({
  column,
  at,
  sorted: { sort, toggle },
  tabIndex,
  onFocus,
}: {
  readonly column: DataColumn<Item>;
  readonly at: number;
  readonly sorted: SortedRows<Item>;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { id, title, fullTitle, numeric = false } = column;
  const way = sort?.column !== id ? 'none' : sort.descending ? 'descending' : 'ascending';
  return (
    <div
      role="columnheader"
      aria-colindex={at + 1}
      aria-sort={way}
      className={`cell${numeric ? ' cell-number' : ''}`}
      data-row={-1}
      data-column={at}
    >
      <button
        type="button"
        className="table-sort"
        data-part="sort"
        tabIndex={tabIndex}
        title={fullTitle}
        onClick={() => toggle(id)}
        onFocus={onFocus}
      >
        {title}
        {way !== 'none' && <Icon name={way === 'ascending' ? 'up' : 'down'} size={12} />}
        {fullTitle !== undefined && <span className="spoken">{fullTitle}</span>}
        {way !== 'none' && (
          <span className="spoken">{t(way === 'ascending' ? 'table.sortedAscending' : 'table.sortedDescending')}</span>
        )}
      </button>
    </div>
  );
}
