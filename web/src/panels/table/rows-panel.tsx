import { useDeferredValue, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tsvText } from '../../export/cells.ts';
import { localeOf, useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { PHONE, useMedia } from '../../ui/use-media.ts';
import { columnWidths, filteredRows, foldedRows, headOf, NO_FILTER, type DataColumn } from './columns.ts';
import { DataTable } from './data-table.tsx';
import { RowFilters } from './row-filters.tsx';
import { RowMenu, type RowAction } from './row-menu.tsx';
import { useRowsFile } from './use-rows-file.ts';
import { useSortedRows } from './use-sorted-rows.ts';

/** One tab of the table. */
export interface RowsPanelProps<Item extends object> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly columns: readonly DataColumn<Item>[];
  readonly idOf: (item: Item) => string;
  readonly nameOf: (item: Item) => string;
  readonly isSelected: (id: string) => boolean;
  readonly marked: ReadonlySet<string>;
  readonly onMark: (ids: readonly string[], to: boolean) => void;
  readonly onOpen: (id: string) => void;
  readonly actionsOf: (id: string) => readonly RowAction[];
  /** What can be done with the marked rows; null where the bar of the marked nodes does it. */
  readonly markedActions: ReactNode;
  /** Said beside the counts, such as what is still awaited. */
  readonly note: ReactNode;
}

/** Filters, counts, what can be done with the marked rows, and the rows. */
export function RowsPanel<Item extends object>(props: RowsPanelProps<Item>): ReactElement {
  const { label, items, columns, idOf, nameOf, isSelected, marked, onMark, onOpen, actionsOf, note } = props;
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const phone = useMedia(PHONE);
  const [filter, setFilter] = useState(NO_FILTER);
  const [menu, setMenu] = useState<{ readonly id: string; readonly button: HTMLElement } | null>(null);
  const asked = useDeferredValue(filter);
  const said = useMemo(() => foldedRows(items, columns), [items, columns]);
  const filtered = useMemo(() => filteredRows(items, said, columns, asked), [items, said, columns, asked]);
  const widths = useMemo(() => columnWidths(items, columns), [items, columns]);
  const sorted = useSortedRows(filtered, columns, idOf, localeOf(language));
  const chosen = sorted.rows.filter((item) => marked.has(idOf(item)));
  const saveRows = useRowsFile();
  const [copied, setCopied] = useState<number | null>(null);

  /** The marked rows, or all that are listed when none is marked, as a spreadsheet takes them. */
  const copy = (): void => {
    const rows = chosen.length > 0 ? chosen : sorted.rows;
    const text = tsvText([headOf(columns), ...rows.map((item) => columns.map((column) => column.text(item)))]);
    navigator.clipboard.writeText(text).then(
      () => setCopied(rows.length),
      () => setCopied(-1),
    );
  };

  const press = (key: string, id: string): boolean => {
    const action = actionsOf(id).find((candidate) => candidate.key?.toLowerCase() === key);
    if (action === undefined || action.disabled === true) return false;
    action.run();
    return true;
  };

  return (
    <>
      <RowFilters items={items} columns={columns} filter={filter} onFilter={setFilter} sorted={sorted} phone={phone} />
      <div className="row-bar">
        <p className="table-shown" role="status">
          {sorted.rows.length === items.length
            ? t('table.rowsAll', { count: items.length, shown: number(items.length) })
            : t('table.rowsOf', { shown: number(sorted.rows.length), total: number(items.length) })}
          {note}
        </p>
        <div className="row-bar-actions">
          {marked.size > 0 && props.markedActions !== null && (
            <>
              <span className="row-marked">
                {t('table.marked', { count: marked.size, shown: number(marked.size) })}
              </span>
              {props.markedActions}
            </>
          )}
          <Button
            onPress={() =>
              saveRows({
                label,
                columns,
                rows: chosen.length > 0 ? chosen : sorted.rows,
                total: items.length,
                filter,
                onlyMarked: chosen.length > 0,
              })
            }
          >
            {chosen.length > 0 ? t('table.csvMarked') : t('table.csv')}
          </Button>
          <Button onPress={copy}>{chosen.length > 0 ? t('table.copyMarked') : t('table.copyAll')}</Button>
        </div>
        <p className="spoken" role="status">
          {copied === null
            ? ''
            : copied < 0
              ? t('table.copyFailed')
              : t('table.copied', { count: copied, shown: number(copied) })}
        </p>
      </div>
      <DataTable
        label={label}
        sorted={sorted}
        columns={columns}
        widths={widths}
        idOf={idOf}
        nameOf={nameOf}
        isSelected={isSelected}
        marked={marked}
        onMark={onMark}
        onOpen={onOpen}
        onMenu={(id, button) => setMenu({ id, button })}
        onKey={press}
        onCopy={copy}
      />
      {menu !== null && (
        <RowMenu
          label={t('table.actions')}
          button={menu.button}
          actions={actionsOf(menu.id)}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}
