import { useDeferredValue, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { TIE_KINDS } from '../../exploration/answer.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { TieRow } from './tie-row.tsx';

/** The ties, grouped by the best-evidenced kind, strongest first. */
export function TieList(): ReactElement | null {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { moreTies } = useExplorer();
  // The answer's sentence is not kept waiting for its rows.
  const answer = useDeferredValue(
    useExploration((exploration) => exploration.answer),
    null,
  );
  if (answer === null) return null;
  const cut = answer.ties.length < answer.totalCount;
  return (
    <div className="ties" data-rows>
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
