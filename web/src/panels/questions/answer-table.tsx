import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import type { AnswerCell, QuestionAnswer } from '../../actions/questions.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { useFormats } from '../../languages/use-language.ts';

/** The rows behind the words; a node's name opens its details. */
export function AnswerTable({
  answer: { columns, table, title },
}: {
  readonly answer: Pick<QuestionAnswer, 'columns' | 'table' | 'title'>;
}): ReactElement {
  return (
    // A wide table is moved sideways, also by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="answer-table-ground" role="region" aria-label={title} tabIndex={0}>
      <table className="answer-table">
        <thead>
          <tr>
            {columns.map(({ id, title, numeric }) => (
              <th key={id} scope="col" className={numeric ? 'answer-number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.nodes.map(({ cells }, at) => (
            // Rows have no names of their own and never move.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              {cells.map((cell, column) => (
                <td
                  key={columns[column]?.id}
                  className={columns[column]?.numeric === true ? 'answer-number' : undefined}
                >
                  <CellContent cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellContent({ cell }: { readonly cell: AnswerCell }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { openNode } = useExplorer();
  if (!cell.known) return <span className="answer-unknown">{t('questions.unknownCell')}</span>;
  if (cell.nodes.length === 0) return <>{cell.text}</>;
  return (
    <>
      {cell.nodes.map((node) => (
        <button key={node.id} type="button" className="node-name answer-node" onClick={() => openNode(node)}>
          <NodeGlyph type={node.type} size={16} />
          <span>{nameIn(node, language)}</span>
        </button>
      ))}
    </>
  );
}
