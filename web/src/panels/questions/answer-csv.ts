import type { AnswerCell, QuestionAnswer } from '../../actions/questions.ts';
import { csvText, type Cell } from '../../export/cells.ts';

type Column = QuestionAnswer['columns'][number];
type Answer = Pick<QuestionAnswer, 'columns' | 'table' | 'revision'>;

const list = (values: readonly string[]): string => values.join('; ');

/** What a column holds, by any of its cells: a column of nodes has their ids as well, a range its two ends. */
function formOf(at: number, { table }: Answer): 'NODES' | 'RANGE' | 'ONE' {
  const cells = table.nodes.map(({ cells }) => cells[at]);
  if (cells.some((cell) => cell !== undefined && cell.nodes.length > 0)) return 'NODES';
  return cells.some((cell) => cell?.high !== null && cell?.high !== undefined) ? 'RANGE' : 'ONE';
}

function valueOf(cell: AnswerCell): Cell {
  if (!cell.known) return null;
  return cell.date ?? cell.value ?? cell.text;
}

function cellsOf(cell: AnswerCell | undefined, form: ReturnType<typeof formOf>): readonly Cell[] {
  if (cell === undefined || !cell.known) return form === 'ONE' ? [null] : [null, null];
  if (form === 'NODES') return [cell.text, list(cell.nodes.map(({ id }) => id))];
  return form === 'RANGE' ? [cell.value ?? null, cell.high ?? null] : [valueOf(cell)];
}

function headOf({ id }: Column, form: ReturnType<typeof formOf>): readonly string[] {
  if (form === 'NODES') return [id, `${id}_id`];
  return form === 'RANGE' ? [`${id}_low`, `${id}_high`] : [id];
}

/** The table as a CSV file whose cells no spreadsheet runs: numbers as programs read them, ids beside names. */
export function answerCsv(answer: Answer): string {
  const forms = answer.columns.map((_, at) => formOf(at, answer));
  return csvText([
    [...answer.columns.flatMap((column, at) => headOf(column, forms[at] ?? 'ONE')), 'revision'],
    ...answer.table.nodes.map(({ cells }) => [
      ...forms.flatMap((form, at) => cellsOf(cells[at], form)),
      answer.revision,
    ]),
  ]);
}
