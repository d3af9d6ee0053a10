import { lazy, Suspense, type MouseEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn, provinceOf } from '../../actions/known.ts';
import type { Tie } from '../../exploration/answer.ts';
import { FIRST_QUESTION, sameQuestion } from '../../exploration/question.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { byKeyboard, focusDetails } from '../focus-details.ts';
import { openPanel } from '../open-panel.ts';
import { AllQuestionsRow } from './panel-row.tsx';
import { startingQuestions, type StartingQuestion } from './starting-questions.ts';
import { showTour } from '../tour/tour-request.ts';
import { hideQuestions, useQuestionsHidden } from './visit.ts';

// It asks how many there are, once the answer stands.
const AllQuestions = lazy(() => import('./all-questions.tsx'));

/** Three questions to start from, and the way to all others, below the answer to the first, until they are put away. */
export function StartCard(): ReactElement | null {
  const { t } = useTranslation();
  const hidden = useQuestionsHidden();
  const answer = useExploration((exploration) => exploration.answer);
  const answered = useExploration((exploration) => exploration.answered);
  if (hidden || answer === null || answered === null || !sameQuestion(answered, FIRST_QUESTION)) return null;
  const questions = startingQuestions(answer.ties, provinceOf);
  if (questions.length === 0) return null;
  const putAway = (): void => {
    hideQuestions(true);
    // The button is gone: the keyboard stays beside it.
    document.getElementById('answer')?.focus();
  };
  return (
    <section className="start" aria-label={t('start.title')}>
      <header className="start-head">
        <h2 className="start-title">{t('start.title')}</h2>
        <Button look="text" onPress={showTour}>
          {t('start.tour')}
        </Button>
        <IconButton icon="close" label={t('start.hide')} onPress={putAway} />
      </header>
      <ul>
        {questions.map((question) => (
          <li key={question.kind}>
            <QuestionRow question={question} />
          </li>
        ))}
      </ul>
      <Suspense fallback={<AllQuestionsRow words={t('start.all')} />}>
        <AllQuestions />
      </Suspense>
    </section>
  );
}

type Asked = StartingQuestion<NonNullable<ReturnType<typeof provinceOf>>>;

const SIGNS = { WHO_SAYS: 'help', CHAIN: 'graph', PLACE: 'map' } as const satisfies Record<Asked['kind'], IconName>;

/** One press of it shows the answer. */
function QuestionRow({ question }: { readonly question: Asked }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { ask, know, selectTie } = useExplorer();
  const nodes = useExploration((exploration) => exploration.nodes);
  const ends = ({ cluster, largeIndustry }: Tie): { cluster: string; firm: string } => ({
    cluster: nodes[cluster]?.name ?? cluster,
    firm: nodes[largeIndustry]?.name ?? largeIndustry,
  });
  const said = (): string => {
    switch (question.kind) {
      case 'WHO_SAYS':
        return t('start.whoSays', ends(question.tie));
      case 'CHAIN':
        return t('start.chain', ends(question.tie));
      case 'PLACE':
        return t('start.place', { place: nameIn(question.place, language) });
    }
  };
  const show = (event: MouseEvent): void => {
    switch (question.kind) {
      case 'WHO_SAYS':
        selectTie(question.tie.id);
        if (byKeyboard(event)) focusDetails();
        return;
      case 'CHAIN':
        return openPanel({ kind: 'PATHS', from: question.tie.cluster, to: question.tie.largeIndustry });
      case 'PLACE':
        ask({ place: know(question.place) });
        // The row goes with the first answer: the keyboard stays with the next one.
        return document.getElementById('answer')?.focus();
    }
  };
  return (
    <button type="button" className="start-row" onClick={show}>
      <Icon name={SIGNS[question.kind]} />
      <span>{said()}</span>
    </button>
  );
}
