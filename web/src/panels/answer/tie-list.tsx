import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { TIE_KINDS } from '../../exploration/exploration.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { TieRow } from './tie-row.tsx';

/** The ties, grouped by the best-evidenced kind, strongest first. */
export function TieList(): ReactElement | null {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { moreTies } = useExplorer();
  const answer = useExploration((exploration) => exploration.answer);
  if (answer === null) return null;
  const cut = answer.ties.length < answer.totalCount;
  return (
    <div className="ties" onKeyDown={stepThroughRows}>
      {TIE_KINDS.map((kind) => {
        const ties = answer.ties.filter((tie) => tie.kind === kind);
        const count = answer.summary.byKind.find((counted) => counted.kind === kind)?.count ?? ties.length;
        if (ties.length === 0) return null;
        return (
          <section key={kind} aria-label={t(`answer.kind.${kind}`)}>
            <h2 className="group-head">
              <span>{t(`answer.kind.${kind}`)}</span>
              <span className="group-count">{t('answer.ties', { count })}</span>
            </h2>
            <ul>
              {ties.map((tie) => (
                <li key={tie.id}>
                  <TieRow tie={tie} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {cut && (
        <div className="cut">
          <p>{t('answer.cut', { shown: number(answer.ties.length), total: number(answer.totalCount) })}</p>
          <Button onPress={() => void moreTies()}>{t('answer.more')}</Button>
        </div>
      )}
    </div>
  );
}

/** Up and down go from row to row, Home and End to the ends; Tab goes through them, too. */
export function stepThroughRows(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = nextRow(event.key, at, rows.length);
  if (at < 0 || next === null) return;
  rows[next]?.focus();
  event.preventDefault();
}

function nextRow(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
