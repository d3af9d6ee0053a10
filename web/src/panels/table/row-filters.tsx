import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { localeOf, useFormats } from '../../languages/use-language.ts';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { Icon } from '../../ui/icon.tsx';
import { choicesOf, type DataColumn, type RowFilter } from './columns.ts';
import type { SortedRows } from './use-sorted-rows.ts';

const ALL = '';

/** What narrows the rows: a text that any column says, a value each of some columns; on a phone also their order. */
export function RowFilters<Item>({
  items,
  columns,
  filter,
  onFilter,
  sorted,
  phone,
}: {
  readonly items: readonly Item[];
  readonly columns: readonly DataColumn<Item>[];
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
  readonly sorted: SortedRows<Item>;
  readonly phone: boolean;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="row-filters" role="group" aria-label={t('table.filters')}>
      <SearchField
        className="row-find"
        aria-label={t('table.find')}
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      >
        <Icon name="search" size={14} />
        <Input className="row-find-input" placeholder={t('table.find')} />
      </SearchField>
      {columns
        .filter(({ choices }) => choices === true)
        .map((column) => (
          <ColumnChoice key={column.id} items={items} column={column} filter={filter} onFilter={onFilter} />
        ))}
      {phone && <Order columns={columns} sorted={sorted} />}
    </div>
  );
}

function ColumnChoice<Item>({
  items,
  column,
  filter,
  onFilter,
}: {
  readonly items: readonly Item[];
  readonly column: DataColumn<Item>;
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const values = choicesOf(items, column, localeOf(language));
  const chosen = filter.choices[column.id] ?? ALL;
  if (values.length < 2 && chosen === ALL) return null;
  const choose = (id: string): void => {
    const { [column.id]: _, ...others } = filter.choices;
    onFilter({ ...filter, choices: id === ALL ? others : { ...others, [column.id]: id } });
  };
  const all = { id: ALL, text: t('table.all'), end: number(items.length) };
  const choices = values.map(({ value, count }) => ({ id: value, text: value, end: number(count) }));
  return (
    <ChoiceMenu
      label={column.title}
      value={chosen === ALL ? t('table.all') : chosen}
      look="filter"
      active={chosen !== ALL}
      chosen={chosen}
      sections={[{ id: 'all', title: null, choices: [all, ...choices] }]}
      onChoose={choose}
    />
  );
}

/** Cards have no headings to sort by. */
function Order<Item>({
  columns,
  sorted: { sort, toggle },
}: {
  readonly columns: readonly DataColumn<Item>[];
  readonly sorted: SortedRows<Item>;
}): ReactElement {
  const { t } = useTranslation();
  const now = columns.find(({ id }) => id === sort?.column);
  const way = sort?.descending === true ? t('table.sortedDescending') : t('table.sortedAscending');
  return (
    <ChoiceMenu
      label={t('table.order')}
      value={now === undefined ? t('table.asDrawn') : `${now.title}, ${way}`}
      look="filter"
      active={now !== undefined}
      chosen={ALL}
      sections={[
        {
          id: 'all',
          title: null,
          choices: columns.map(({ id, title, fullTitle }) => ({ id, text: fullTitle ?? title })),
        },
      ]}
      onChoose={toggle}
    />
  );
}
