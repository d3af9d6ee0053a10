import { useMemo } from 'react';
import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table';
import type { DataColumn } from './columns.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** Rows in the order that a person chose. */
export interface SortedRows<Item> {
  readonly rows: readonly Item[];
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  /** Ascending, descending, and as they were again. */
  readonly toggle: (column: string) => void;
}

/** Sorts rows by their columns' values: numbers by size, texts as the language does, with numbers inside them by size. */
export function useSortedRows<Item extends object>(
  items: readonly Item[],
  columns: readonly DataColumn<Item>[],
  idOf: (item: Item) => string,
  locale: string,
): SortedRows<Item> {
  const definitions = useMemo(() => {
    const collator = new Intl.Collator(locale, { numeric: true });
    return columns.map(({ id, value }): ColumnDef<typeof features, Item> => ({
      id,
      accessorFn: value,
      sortFn: (a, b) => compare(a.getValue(id), b.getValue(id), collator),
      sortDescFirst: false,
    }));
  }, [columns, locale]);
  const table = useTable({ features, columns: definitions, data: items, getRowId: idOf });
  const model = table.getRowModel().rows;
  const rows = useMemo(() => model.map((row) => row.original), [model]);
  const sorted = table.getAllLeafColumns().find((column) => column.getIsSorted() !== false);
  return {
    rows,
    sort: sorted === undefined ? null : { column: sorted.id, descending: sorted.getIsSorted() === 'desc' },
    toggle: (column) => table.getColumn(column)?.toggleSorting(),
  };
}

function compare(a: unknown, b: unknown, collator: Intl.Collator): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
