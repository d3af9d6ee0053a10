import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { askedWith, useUnderstanding, type QuestionAsked } from '../../actions/questions.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { Failure } from '../states.tsx';
import { AskField } from './ask-field.tsx';
import { NotUnderstood } from './not-understood.tsx';
import { AnsweredQuestion } from './question-answer.tsx';
import { QuestionList } from './question-list.tsx';
import './questions.css';

/** What was chosen or typed last; never both. */
interface Doing {
  readonly asked: QuestionAsked | null;
  readonly typed: string | null;
}

/** Named questions by who asks them, a typed one, and the answer in words with its table and sources. */
export function QuestionsPanel({
  first,
  typed,
}: {
  /** Answered at once; null: the list stands. */
  readonly first: QuestionAsked | null;
  /** Asked at once, as if it had been typed; null: none. */
  readonly typed: string | null;
}): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [doing, setDoing] = useState<Doing>({ asked: first, typed: typed?.trim() ?? null });
  const understanding = useUnderstanding(doing.typed, language);
  const found = doing.typed !== null && understanding.status === 'ready' ? understanding.value : null;
  const [only] = found?.kind === 'UNDERSTOOD' ? found.asked : [];
  const asked = doing.asked ?? (only === undefined ? null : askedWith(only));
  const ask = (next: QuestionAsked | null): void => setDoing({ asked: next, typed: null });
  return (
    <AnalysisFrame title={t('questions.title')}>
      <AskField typed={typed} submit={(text) => setDoing({ asked: null, typed: text })}>
        {found !== null && only === undefined && <NotUnderstood understanding={found} ask={ask} />}
        {doing.typed !== null && understanding.status === 'failed' && (
          <Failure fault={understanding.fault} again={understanding.again} />
        )}
      </AskField>
      <div className="answer-scroll">
        {asked === null ? (
          <QuestionList ask={ask} />
        ) : (
          <>
            <p className="question-back">
              <Button look="text" onPress={() => ask(null)}>
                <Icon name="back" size={14} /> {t('questions.all')}
              </Button>
            </p>
            <AnsweredQuestion key={asked.question} asked={asked} ask={ask} />
          </>
        )}
      </div>
    </AnalysisFrame>
  );
}
