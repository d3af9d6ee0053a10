import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '../exploration/period-text.ts';
import { evidenceReach, type Question } from '../exploration/question.ts';
import { useFormats } from '../languages/use-language.ts';

const REACH_WORDS = {
  DOCUMENTED: 'filter.documented',
  GENERAL: 'filter.general',
  ANY: 'filter.inferred',
} as const;

/** Evidence and date of a question in words, as the filters say them. */
export function useFilterWords({ evidence, asOf }: Pick<Question, 'evidence' | 'asOf'>): {
  readonly evidence: string;
  readonly date: string;
} {
  const { t } = useTranslation();
  const { language } = useFormats();
  const date = asOf === null ? t('filter.anyDate') : dateText(asOf, language);
  return { evidence: t(REACH_WORDS[evidenceReach(evidence)]), date };
}

/** The filters of the question hold for an analysis, too. */
export function UnderFilters({ question }: { readonly question: Pick<Question, 'evidence' | 'asOf'> }): ReactElement {
  const { t } = useTranslation();
  return <p className="analysis-under">{t('paths.under', useFilterWords(question))}</p>;
}
