import { useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type Row,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMedia, PHONE } from '../../ui/use-media.ts';
import { Icon } from '../../ui/icon.tsx';
import { byKeyboard, focusDetails } from '../focus-details.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** A column: its heading, the text or number it sorts by, and what it shows. */
export interface DataColumn<Item> {
  readonly id: string;
  readonly title: string;
  readonly value: (item: Item) => string | number;
  readonly show: (item: Item) => ReactNode;
  /** Numbers stand at the right. */
  readonly numeric?: boolean;
  /** Share of the width, in fractions. */
  readonly grow: number;
}

/** What the table shows, and what happens when a row is opened. */
export interface DataTableProps<Item extends object> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly columns: readonly DataColumn<Item>[];
  readonly idOf: (item: Item) => string;
  readonly isSelected: (item: Item) => boolean;
  readonly onOpen: (item: Item) => void;
  readonly locale: string;
}

/** Rows that can be sorted and opened; only those in sight are in the document. Arrow keys go from row to row. */
export function DataTable<Item extends object>(props: DataTableProps<Item>): ReactElement {
  const { t } = useTranslation();
  const { label, items, columns, idOf, isSelected, onOpen, locale } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const rowHeight = useMedia(PHONE) ? 60 : 41;
  const collator = new Intl.Collator(locale, { numeric: true });
  const definitions: ColumnDef<typeof features, Item>[] = columns.map(({ id, value, title }) => ({
    id,
    header: title,
    accessorFn: value,
    sortFn: (a, b) => compare(a.getValue(id), b.getValue(id), collator),
    sortUndefined: 'last',
  }));
  const table = useTable({ features, columns: definitions, data: items, getRowId: idOf });
  const rows = table.getRowModel().rows;
  // The React Compiler, which this library is not ready for, is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const template = { gridTemplateColumns: columns.map(({ grow }) => `minmax(0, ${grow}fr)`).join(' ') };

  const step = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    const next = event.key === 'ArrowDown' ? index + 1 : event.key === 'ArrowUp' ? index - 1 : null;
    if (next === null || next < 0 || next >= rows.length) return;
    event.preventDefault();
    virtual.scrollToIndex(next);
    window.requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus(),
    );
  };

  return (
    <div className="table" role="table" aria-label={label} aria-rowcount={rows.length + 1}>
      <div className="table-head" role="rowgroup">
        <div className="table-row" role="row" style={template}>
          {table.getHeaderGroups().flatMap((group) =>
            group.headers.map((header) => {
              const sorted = header.column.getIsSorted();
              return (
                <div
                  key={header.id}
                  role="columnheader"
                  aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
                >
                  <button type="button" className="table-sort" onClick={() => header.column.toggleSorting()}>
                    {columns.find(({ id }) => id === header.column.id)?.title}
                    {sorted !== false && <Icon name={sorted === 'asc' ? 'up' : 'down'} size={12} />}
                    {sorted !== false && (
                      <span className="spoken">
                        {sorted === 'asc' ? t('table.sortedAscending') : t('table.sortedDescending')}
                      </span>
                    )}
                  </button>
                </div>
              );
            }),
          )}
        </div>
      </div>
      <div className="table-scroll" ref={scroll} role="rowgroup">
        <div className="table-length" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <div
                key={row.id}
                className={`table-row table-body-row${isSelected(row.original) ? ' table-selected' : ''}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={isSelected(row.original)}
                data-index={item.index}
                style={{ ...template, transform: `translateY(${item.start}px)`, height: item.size }}
                onClick={() => onOpen(row.original)}
                onKeyDown={(event) => step(event, item.index)}
              >
                <Cells row={row} columns={columns} onOpen={onOpen} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The first cell is the row's button, so that a keyboard reaches it. */
function Cells<Item extends object>({
  row,
  columns,
  onOpen,
}: {
  readonly row: Row<typeof features, Item>;
  readonly columns: readonly DataColumn<Item>[];
  readonly onOpen: (item: Item) => void;
}): ReactElement {
  return (
    <>
      {columns.map(({ id, show, numeric = false }, index) => (
        <div key={id} role="cell" className={`cell${numeric ? ' cell-number' : ''}`}>
          {index === 0 ? (
            <button
              type="button"
              className="cell-open"
              onClick={(event) => {
                event.stopPropagation();
                onOpen(row.original);
                if (byKeyboard(event)) focusDetails();
              }}
            >
              {show(row.original)}
            </button>
          ) : (
            show(row.original)
          )}
        </div>
      ))}
    </>
  );
}

function compare(a: unknown, b: unknown, collator: Intl.Collator): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
