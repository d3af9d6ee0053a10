import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';
import type { DataColumn } from './columns.ts';
import { MarkBox } from './mark-box.tsx';

interface RowProps<Item> {
  readonly item: Item;
  readonly name: string;
  readonly columns: readonly DataColumn<Item>[];
  readonly index: number;
  /** Pixels from the top of the first row. */
  readonly start: number;
  readonly size: number;
  readonly template: string;
  readonly phone: boolean;
  readonly selected: boolean;
  readonly marked: boolean;
  /** The column where the keyboard stands; null: not in this row. */
  readonly active: number | null;
}

function Row<Item>(props: RowProps<Item>): ReactElement {
  const { item, name, columns, index, start, size, template, phone, selected, marked, active } = props;
  const { t } = useTranslation();
  const tab = (column: number): 0 | -1 => (active === column ? 0 : -1);
  const last = phone ? 2 : columns.length + 1;
  return (
    <div
      className={`table-row table-body-row${selected ? ' table-selected' : ''}${marked ? ' table-marked' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={marked}
      aria-current={selected ? 'true' : undefined}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)`, height: size }}
    >
      <div role="gridcell" className="cell cell-mark" aria-colindex={1} data-row={index} data-column={0}>
        <MarkBox label={t('table.mark', { name })} checked={marked} tabIndex={tab(0)} />
      </div>
      {phone ? (
        <Card item={item} columns={columns} index={index} tabIndex={tab(1)} />
      ) : (
        columns.map(({ id, show, text, numeric = false }, at) => (
          <div
            key={id}
            role="gridcell"
            className={`cell cell-${id}${numeric ? ' cell-number' : ''}`}
            aria-colindex={at + 2}
            data-row={index}
            data-column={at + 1}
            tabIndex={tab(at + 1)}
            title={text(item)}
          >
            {show(item)}
          </div>
        ))
      )}
      <div role="gridcell" className="cell" aria-colindex={last + 1} data-row={index} data-column={last}>
        <button
          type="button"
          className="row-menu"
          data-part="menu"
          aria-haspopup="menu"
          aria-label={t('table.actionsFor', { name })}
          tabIndex={tab(last)}
        >
          <Icon name="more" />
        </button>
      </div>
    </div>
  );
}

/** A row on a phone: what matters most in two lines. */
function Card<Item>({
  item,
  columns,
  index,
  tabIndex,
}: {
  readonly item: Item;
  readonly columns: readonly DataColumn<Item>[];
  readonly index: number;
  readonly tabIndex: 0 | -1;
}): ReactElement {
  const line = (which: 'first' | 'second'): ReactElement[] =>
    columns
      .filter((column) => column.card === which && column.text(item) !== '')
      .map(({ id, show }) => (
        <span key={id} className={`card-part cell-${id}`}>
          {show(item)}
        </span>
      ));
  return (
    <div role="gridcell" className="card" aria-colindex={2} data-row={index} data-column={1} tabIndex={tabIndex}>
      <span className="card-line card-first">{line('first')}</span>
      <span className="card-line">{line('second')}</span>
    </div>
  );
}

/** Rows are many and change seldom: one is drawn again only when something of it has changed. */
export const TableRow = memo(Row) as typeof Row;
