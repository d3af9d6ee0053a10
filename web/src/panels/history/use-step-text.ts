import { useTranslation } from 'react-i18next';
import { useExploration } from '../../actions/explorer-context.ts';
import type { Step } from '../../exploration/step.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { stepText } from './step-text.ts';

/** Says a step in the language that is spoken. */
export function useStepText(): (step: Step) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const nodes = useExploration((exploration) => exploration.nodes);
  return (step) => stepText(step, { t, language, nodes });
}
