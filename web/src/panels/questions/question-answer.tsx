import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePartialDate, parseSourceId } from '#vocabulary';
import { useExplorer } from '../../actions/explorer-context.ts';
import {
  MOST_ANSWER_ROWS,
  useQuestionAnswer,
  type QuestionAnswer,
  type QuestionAsked,
} from '../../actions/questions.ts';
import { dateText } from '../../exploration/period-text.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Failure, Waiting } from '../states.tsx';
import { useLast } from '../use-last.ts';
import { useWorking, WorkFailed } from '../working.tsx';
import { answerCsv } from './answer-csv.ts';
import { AnswerTable } from './answer-table.tsx';
import { CopyText } from './copy-button.tsx';
import { graphqlCall } from './graphql-call.ts';
import { ParameterWord } from './parameter-word.tsx';
import { showView } from './show-view.ts';

/** Rows shown at first. */
const ROWS = 50;

/** One named question with its parameters in place, answered. */
export function AnsweredQuestion({
  asked,
  ask,
}: {
  readonly asked: QuestionAsked;
  readonly ask: (asked: QuestionAsked) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const [rows, setRows] = useState(ROWS);
  const found = useQuestionAnswer(asked, language, rows);
  // What was answered stays while another parameter of the same question is awaited.
  const last = useLast(asked.question, found.status === 'ready' ? found.value : null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return (
    <div className="question-answer" ref={place} tabIndex={-1}>
      {last !== null && <QuestionSentence answer={last} asked={asked} ask={ask} />}
      {found.status === 'failed' && <Failure fault={found.fault} again={found.again} />}
      {found.status === 'loading' && last === null && <Waiting awaited={t('questions.waiting')} rows={5} />}
      {last !== null && found.status !== 'failed' && <Found answer={last} more={() => setRows(MOST_ANSWER_ROWS)} />}
    </div>
  );
}

/** A comma stays on the line of the menu before it: beside a box, only a word joiner keeps a line from breaking (CSS Text 3, 5.1). */
function keptWithWord(text: string | null): string | null {
  return text !== null && /^[,.;:?、。？]/.test(text) ? `\u2060${text}` : text;
}

/** The question as a sentence whose words are menus. */
function QuestionSentence({
  answer: { question, parameters },
  asked,
  ask,
}: {
  readonly answer: QuestionAnswer;
  readonly asked: QuestionAsked;
  readonly ask: (asked: QuestionAsked) => void;
}): ReactElement {
  const now = Object.fromEntries(parameters.map(({ name, value }) => [name, value ?? null]));
  return (
    <div className="analysis-sentence question-sentence">
      <p>
        {question.wording.map(({ text, parameter }, at) => {
          const definition = question.parameters.find(({ name }) => name === parameter);
          const value = parameters.find(({ name }) => name === parameter);
          // The parts of a sentence never move.
          // oxlint-disable-next-line react/no-array-index-key
          if (definition === undefined || value === undefined) return <span key={at}>{keptWithWord(text)}</span>;
          return (
            <ParameterWord
              key={definition.name}
              parameter={definition}
              asked={value}
              change={(next) =>
                ask({ question: question.id, parameters: { ...now, ...asked.parameters, [definition.name]: next } })
              }
            />
          );
        })}
      </p>
    </div>
  );
}

function Found({ answer, more }: { readonly answer: QuestionAnswer; readonly more: () => void }): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const { totalCount, nodes } = answer.table;
  const cut = nodes.length < totalCount;
  return (
    <>
      <div role="status" className="answer-words">
        {answer.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Actions answer={answer}>
        <CopyText label={t('questions.csv')} text={() => answerCsv(answer)} />
        <CopyText label={t('questions.call')} text={() => graphqlCall(answer, language)} />
      </Actions>
      {totalCount > 0 && <AnswerTable answer={answer} />}
      {totalCount > 0 && (
        <p className="cut analysis-cut">
          {t('gaps.shown', { shown: number(nodes.length), total: number(totalCount) })}{' '}
          {cut && nodes.length < MOST_ANSWER_ROWS && <Button onPress={more}>{t('gaps.more')}</Button>}
        </p>
      )}
      {answer.unknown.length > 0 && (
        <section className="answer-caution" aria-label={t('questions.unknown')}>
          <h3>{t('questions.unknown')}</h3>
          {answer.unknown.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      )}
      <Sources answer={answer} />
    </>
  );
}

function Actions({
  answer,
  children,
}: {
  readonly answer: QuestionAnswer;
  readonly children: ReactElement[];
}): ReactElement {
  const { t } = useTranslation();
  const explorer = useExplorer();
  const working = useWorking();
  return (
    <div className="answer-actions">
      <Button look="solid" onPress={() => working.run(() => showView(answer.view, explorer))}>
        {t(`questions.view.${answer.view.kind}`)}
      </Button>
      {children}
      <WorkFailed working={working} />
    </div>
  );
}

/** Who says so; a press opens the source with all that it says. */
function Sources({
  answer: { sources, sourceCount, relationCount },
}: {
  readonly answer: QuestionAnswer;
}): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const { selectSource } = useExplorer();
  const relations = t('questions.relations', { count: relationCount, shown: number(relationCount) });
  // A table of flows is no relation: its figures have a source all the same.
  const summary =
    relationCount === 0
      ? t('questions.sourcesAlone', { count: sourceCount })
      : t('questions.sources', { count: sourceCount, relations });
  return (
    <Disclosure summary={summary}>
      {() => (
        <>
          <ul className="answer-sources">
            {sources.map(({ id, title, publisher, date }) => (
              <li key={id}>
                <button type="button" className="source-button" onClick={() => selectSource(parseSourceId(id))}>
                  <span className="source-title">{title}</span>
                  <span className="source-from">
                    {publisher},{' '}
                    {date === null || date === undefined
                      ? t('details.undatedSource')
                      : dateText(parsePartialDate(date), language)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {sources.length < sourceCount && (
            <p className="analysis-note">
              {t('gaps.shown', { shown: number(sources.length), total: number(sourceCount) })}
            </p>
          )}
        </>
      )}
    </Disclosure>
  );
}
