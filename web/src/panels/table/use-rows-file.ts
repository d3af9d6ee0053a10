import { useTranslation } from 'react-i18next';
import { useExplorer } from '../../actions/explorer-context.ts';
import { visibleGraphNow } from '../../exploration/visible-graph.ts';
import { csvText } from '../../export/cells.ts';
import { fileName } from '../../export/file-name.ts';
import { useFormats } from '../../languages/use-language.ts';
import { useSentence } from '../answer/use-sentence.ts';
import { save } from '../export/save.ts';
import { statementOf } from '../export/statement.ts';
import { headOf, type DataColumn, type RowFilter } from './columns.ts';

/** What a file of rows holds. */
export interface RowsToSave<Item> {
  /** What the rows are: nodes or relations. */
  readonly label: string;
  readonly columns: readonly DataColumn<Item>[];
  readonly rows: readonly Item[];
  /** How many the tab has in all. */
  readonly total: number;
  /** The table's own filters. */
  readonly filter: RowFilter;
  readonly onlyMarked: boolean;
}

/**
 * Saves rows as one CSV file. Before its heading, and a blank line, it says what it shows: the question, its answer and filters, the
 * filters of the table, how many rows of how many, and the revision of the dataset. No cell runs as a formula.
 */
export function useRowsFile(): <Item>(wanted: RowsToSave<Item>) => void {
  const { t } = useTranslation();
  const { store } = useExplorer();
  const { language, number } = useFormats();
  const sentence = useSentence();
  return ({ label, columns, rows, total, filter, onlyMarked }) => {
    const exploration = store.getState();
    const { answer, answered } = exploration;
    if (answer === null || answered === null) return;
    const graph = visibleGraphNow(exploration);
    const madeAt = new Date();
    const view = { exploration, answer, answered, graph, shown: graph.shown, scope: 'VIEW' } as const;
    const { lines, question } = statementOf({ ...view, sentence, madeAt, language, number, t });
    const chosen = columns.flatMap(({ id, title, fullTitle }) => {
      const value = filter.choices[id];
      return value === undefined ? [] : [[fullTitle ?? title, value]];
    });
    const said = [
      ...lines.map((line) => [line.label, line.text]),
      ...(filter.text.trim() === '' ? [] : [[t('table.filterText'), filter.text]]),
      ...chosen,
      [label, t('table.rowsOf', { shown: number(rows.length), total: number(total) })],
      ...(onlyMarked ? [[label, t('table.onlyMarked')]] : []),
    ];
    const table = [headOf(columns), ...rows.map((item) => columns.map((column) => column.text(item)))];
    const blob = new Blob([csvText([...said, [], ...table])], { type: 'text/csv;charset=utf-8' });
    save({ name: fileName(`${question} ${label}`, madeAt, 'csv'), blob });
  };
}
