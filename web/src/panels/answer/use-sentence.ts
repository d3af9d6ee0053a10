import { useTranslation } from 'react-i18next';
import { useExploration } from '../../actions/explorer-context.ts';
import { useFormats } from '../../languages/use-language.ts';

/** The answer's sentence, or nothing before the first answer. */
export function useSentence(): string {
  const { t } = useTranslation();
  const { number } = useFormats();
  const answer = useExploration((exploration) => exploration.answer);
  const answered = useExploration((exploration) => exploration.answered);
  const nodes = useExploration((exploration) => exploration.nodes);
  if (answer === null || answered === null) return '';
  const { scope, largeIndustry, evidence } = answered;
  const object = (largeIndustry === null ? undefined : nodes[largeIndustry]?.name) ?? t('question.anyLarge');
  const { clusterCount, tiedClusterCount } = answer.summary;
  const values = { count: clusterCount, tied: number(tiedClusterCount), object };
  const documented = evidence.every((kind) => kind === 'DOCUMENTED');
  if (scope === 'CLUSTER') return documented ? t('answer.documentedCLUSTER', values) : t('answer.anyCLUSTER', values);
  return documented ? t('answer.documentedGROUP', values) : t('answer.anyGROUP', values);
}
