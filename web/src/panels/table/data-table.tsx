import { useRef, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PHONE, useMedia } from '../../ui/use-media.ts';
import { byKeyboard, focusDetails } from '../focus-details.ts';
import { gridTemplate, leastWidth, type ColumnWidth, type DataColumn } from './columns.ts';
import { cellAfter } from './grid-keys.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useGridFocus } from './use-grid-focus.ts';
import type { SortedRows } from './use-sorted-rows.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

/** How rows are marked: one, or all from the last one marked to this. */
type MarkHow = 'ONE' | 'RANGE';

/** What the table shows, and what happens in it. */
export interface DataTableProps<Item extends object> {
  readonly label: string;
  readonly sorted: SortedRows<Item>;
  readonly columns: readonly DataColumn<Item>[];
  readonly widths: readonly ColumnWidth[];
  readonly idOf: (item: Item) => string;
  readonly nameOf: (item: Item) => string;
  /** Its details are open. */
  readonly isSelected: (id: string) => boolean;
  readonly marked: ReadonlySet<string>;
  readonly onMark: (ids: readonly string[], to: boolean) => void;
  readonly onOpen: (id: string) => void;
  readonly onMenu: (id: string, button: HTMLElement) => void;
  /** A key pressed on a row that the grid itself has no use for; true when it did something. */
  readonly onKey: (key: string, id: string) => boolean;
  readonly onCopy: () => void;
}

/** Columns that every table has around its own: the mark, and the menu; and their room with that at the rims, in pixels. */
const AROUND = 2;
const AROUND_WIDTH = 36 + 36 + 16 + 16;

/** Rows that can be sorted, marked and opened; only those in sight are in the document. Keys as in any grid. */
export function DataTable<Item extends object>(props: DataTableProps<Item>): ReactElement {
  const { label, sorted, columns, widths, idOf, nameOf, isSelected, marked } = props;
  const { t } = useTranslation();
  const phone = useMedia(PHONE);
  const grid = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const anchor = useRef<number | null>(null);
  const { rows } = sorted;
  const columnCount = columns.length + AROUND;
  const focus = useGridFocus(grid, rows.length);
  // Two names in one line would both be cut on a phone: each has a line of its own.
  const paired = columns.filter(({ card }) => card === 'first').length > 1;
  const virtual = useVirtualRows(scroll, rows.length, phone ? (paired ? 84 : 64) : 41, focus.at.row);
  const template = phone ? '44px minmax(0, 1fr) 44px' : `36px ${gridTemplate(widths)} 36px`;

  const minWidth = phone ? undefined : leastWidth(widths) + AROUND_WIDTH;

  const idAt = (row: number): string | undefined => {
    const item = rows[row];
    return item === undefined ? undefined : idOf(item);
  };

  const mark = (row: number, how: MarkHow): void => {
    const id = idAt(row);
    if (id === undefined) return;
    const to = !marked.has(id);
    const from = how === 'RANGE' ? (anchor.current ?? row) : row;
    const between = rows.slice(Math.min(from, row), Math.max(from, row) + 1).map(idOf);
    props.onMark(how === 'RANGE' ? between : [id], how === 'RANGE' ? true : to);
    anchor.current = row;
  };

  const allMarked = rows.length > 0 && rows.every((item) => marked.has(idOf(item)));
  const markAll = (): void => props.onMark(rows.map(idOf), !allMarked);

  const open = (row: number, keyboard: boolean): void => {
    const id = idAt(row);
    if (id === undefined) return;
    props.onOpen(id);
    if (keyboard) focusDetails();
  };

  const act = (part: string | undefined, row: number, target: HTMLElement, event: MouseEvent): void => {
    const id = idAt(row);
    if (part === 'mark') mark(row, event.shiftKey ? 'RANGE' : 'ONE');
    else if (part === 'menu' && id !== undefined) props.onMenu(id, target);
    else open(row, byKeyboard(event));
  };

  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return;
    const cell = event.target.closest<HTMLElement>('[data-row]');
    const row = Number(cell?.dataset['row']);
    if (cell === null || row < 0) return;
    focus.moveTo({ row, column: Number(cell.dataset['column'] ?? 1) }, false);
    const part = event.target.closest<HTMLElement>('[data-part]');
    act(part?.dataset['part'], row, part ?? cell, event);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { row, column } = focus.at;
    const extent = { rows: rows.length, columns: phone ? 3 : columnCount, page: virtual.page() };
    const ctrl = event.ctrlKey || event.metaKey;
    const next = cellAfter(event.key, ctrl, { row, column }, extent);
    if (next !== null) {
      event.preventDefault();
      if (event.shiftKey && next.row >= 0 && next.row !== row) {
        anchor.current ??= Math.max(0, row);
        mark(next.row, 'RANGE');
      }
      if (next.row >= 0) virtual.show(next.row);
      focus.moveTo(next, true);
    } else if (press(event, ctrl, row, column)) event.preventDefault();
  };

  /** Keys that do something with the row (or the heading) where the keyboard stands. */
  const press = (event: KeyboardEvent, ctrl: boolean, row: number, column: number): boolean => {
    const key = event.key.toLowerCase();
    if (ctrl && key === 'a') markAll();
    else if (ctrl && key === 'c' && window.getSelection()?.toString() === '') props.onCopy();
    else if (row < 0 || ctrl || event.altKey) return false;
    else if (key === ' ') mark(row, event.shiftKey ? 'RANGE' : 'ONE');
    else if (key === 'enter') {
      if (column === columnCount - 1 || (phone && column === 2)) return false;
      open(row, true);
    } else return props.onKey(key, idAt(row) ?? '');
    return true;
  };

  return (
    <div
      ref={grid}
      className={`table${phone ? ' table-cards' : ''}`}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={phone ? 3 : columnCount}
      aria-multiselectable
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <TableHead
        sorted={sorted}
        columns={columns}
        template={template}
        minWidth={minWidth}
        phone={phone}
        active={focus.at.row === -1 ? focus.at.column : null}
        allMarked={allMarked}
        someMarked={marked.size > 0}
        onMarkAll={markAll}
        onFocus={(column) => focus.moveTo({ row: -1, column }, false)}
      />
      <div className="table-scroll" ref={scroll} role="rowgroup" style={{ minWidth }}>
        <div className="table-length" role="presentation" style={{ height: virtual.height }}>
          {virtual.items.map(({ index, start, size }) => {
            const item = rows[index];
            if (item === undefined) return null;
            const id = idOf(item);
            return (
              <TableRow
                key={id}
                item={item}
                name={nameOf(item)}
                columns={columns}
                index={index}
                start={start}
                size={size}
                template={template}
                phone={phone}
                selected={isSelected(id)}
                marked={marked.has(id)}
                active={focus.at.row === index ? focus.at.column : null}
              />
            );
          })}
        </div>
        {rows.length === 0 && <p className="table-nothing">{t('table.nothing')}</p>}
      </div>
    </div>
  );
}
