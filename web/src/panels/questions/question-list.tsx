import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNamedQuestions, type NamedQuestion, type QuestionAsked } from '../../actions/questions.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Failure, Waiting } from '../states.tsx';

/** In the order in which they are listed. */
const ASKERS = [
  'MINISTRY',
  'JICA',
  'PROVINCE',
  'REGENCY',
  'BUYER',
] as const satisfies readonly NamedQuestion['askedBy'][];

/** Every named question, by who asks it; a press answers it with its usual parameters. */
export function QuestionList({ ask }: { readonly ask: (asked: QuestionAsked) => void }): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const questions = useNamedQuestions(language);
  if (questions.status === 'failed') return <Failure fault={questions.fault} again={questions.again} />;
  if (questions.status === 'loading') return <Waiting awaited={t('questions.waitingList')} rows={8} />;
  return (
    <>
      <p className="analysis-note question-note">{t('questions.note', { count: questions.value.length })}</p>
      {ASKERS.map((asker) => {
        const own = questions.value.filter(({ askedBy }) => askedBy === asker);
        if (own.length === 0) return null;
        return (
          <section key={asker} className="question-group" aria-label={t(`questions.asker.${asker}`)}>
            <h3 className="question-asker">
              {t(`questions.asker.${asker}`)} <span>{number(own.length)}</span>
            </h3>
            <ul>
              {own.map(({ id, title, analysis }) => (
                <li key={id}>
                  <button type="button" className="question-row" onClick={() => ask({ question: id, parameters: {} })}>
                    <span className="question-text">{title}</span>
                    <span className="question-analysis">{t(`questions.analysis.${analysis}`)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
