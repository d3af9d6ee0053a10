import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { faultNamed } from '../../actions/faults.ts';
import { sameQuestion, type Question } from '../../exploration/question.ts';
import { withLaterTexts } from '../../languages/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { LONG, UNNOTICED, useDelayed } from '../../ui/use-delayed.ts';
import { StartCard } from '../start/start-card.tsx';
import { Failure, Waiting } from '../states.tsx';
import { AnswerHead } from './answer-head.tsx';
import { TieList } from './tie-list.tsx';
import { UntiedButton } from './untied.tsx';
import { useSentence } from './use-sentence.ts';

// Seldom needed, and never at first.
const EmptyAnswer = lazy(() => import('./empty-answer.tsx'));
const UntiedList = lazy(withLaterTexts(async () => import('./untied-list.tsx')));

/** The answer in a sentence, and the rows behind its numbers. */
export function AnswerPanel(): ReactElement {
  const { t } = useTranslation();
  const explorer = useExplorer();
  const answer = useExploration((exploration) => exploration.answer);
  const request = useExploration((exploration) => exploration.request);
  const answered = useExploration((exploration) => exploration.answered);
  const [untiedOf, showUntiedOf] = useState<Question | null>(null);
  // The answer to a new question is shown from its head.
  if (untiedOf !== null && answered !== null && !sameQuestion(untiedOf, answered)) showUntiedOf(null);
  const showsUntied = untiedOf !== null;
  const loading = request.status === 'loading';
  const noticed = useDelayed(loading, UNNOTICED);

  return (
    <section className="answer" aria-label={t('answer.region')} id="answer" tabIndex={-1} aria-busy={loading}>
      {loading && noticed && answer !== null && <LongWait />}
      {request.status === 'failed' && (
        <Failure
          fault={faultNamed(request.message)}
          again={explorer.askAgain}
          keptSince={answer === null ? null : explorer.answeredAt()}
          detail={JSON.stringify(explorer.store.getState().question)}
        />
      )}
      {answer === null && loading && <Waiting awaited={t('state.waiting')} rows={8} cancel={explorer.cancel} />}
      {answer === null && request.status === 'idle' && (
        <div className="notice">
          <Button look="solid" onPress={explorer.askAgain}>
            {t('state.tryAgain')}
          </Button>
        </div>
      )}
      {answer !== null && showsUntied && (
        <Suspense fallback={null}>
          <UntiedList back={() => showUntiedOf(null)} />
        </Suspense>
      )}
      {answer !== null && !showsUntied && (
        <>
          <div className="answer-scroll">
            <AnswerHead />
            <StartCard />
            <Suspense fallback={null}>{answer.ties.length === 0 ? <EmptyAnswer /> : <TieList />}</Suspense>
          </div>
          <UntiedButton open={() => showUntiedOf(answered)} />
        </>
      )}
    </section>
  );
}

/** The old picture stays while the next answer is awaited; only a long wait is spoken of. */
function LongWait(): ReactElement {
  const { t } = useTranslation();
  const explorer = useExplorer();
  const long = useDelayed(true, LONG - UNNOTICED);
  return (
    <div className="progress" role="status">
      <span className="progress-bar" aria-hidden="true" />
      {long && (
        <p className="waiting">
          {t('state.waiting')} <Button onPress={explorer.cancel}>{t('state.cancel')}</Button>
        </p>
      )}
    </div>
  );
}

/** Says the answer to those who hear the page. */
export function AnswerAnnouncer(): ReactElement {
  const sentence = useSentence();
  return (
    <p className="spoken" role="status" aria-live="polite">
      {sentence}
    </p>
  );
}
