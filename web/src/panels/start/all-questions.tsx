import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNamedQuestions } from '../../actions/questions.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { AllQuestionsRow } from './panel-row.tsx';

/** Leads to every named question, and says how many there are once that is known. */
export default function AllQuestions(): ReactElement {
  const { t } = useTranslation();
  const questions = useNamedQuestions(useLanguage());
  const count = questions.status === 'ready' ? questions.value.length : null;
  return <AllQuestionsRow words={count === null ? t('start.all') : t('start.allCounted', { count })} />;
}
