import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupportRow } from '../../actions/programmes.ts';
import { useFormats } from '../../languages/use-language.ts';
import { NodeName } from '../fragility/found-list.tsx';
import { relationWord, periodOf } from '../words.ts';
import { rowKey } from './grouped-rows.ts';
import { useSupportWords } from './support-words.ts';

/** The picture's rows in words, in the same order. */
export function SupportTable({ rows }: { readonly rows: readonly SupportRow[] }): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const words = useSupportWords();
  return (
    // It scrolls sideways by itself; the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="support-scroll" role="group" aria-label={t('programmes.table')} tabIndex={0}>
      <table className="support-table">
        <thead>
          <tr>
            {(['cluster', 'supporter', 'says', 'status', 'level', 'period', 'evidence', 'relations'] as const).map(
              (column) => (
                <th key={column} scope="col">
                  {t(`programmes.column.${column}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { cluster, support } = row;
            return (
              <tr key={rowKey(row)}>
                <th scope="row">
                  <NodeName node={cluster} />
                </th>
                <td>
                  <NodeName node={support.supporter} />
                </td>
                <td>{relationWord(support.type, 'OUT', language)}</td>
                <td>{t(`programmes.status.${support.status}`)}</td>
                <td>{t(`programmes.level.${support.level}`)}</td>
                <td>{words.period(periodOf(support.period))}</td>
                <td>{t(`programmes.evidence.${support.evidence}`)}</td>
                <td>{number(support.relations.length)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
