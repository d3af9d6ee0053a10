import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn, placeNames } from '../../actions/known.ts';
import { askedWith, type AskedQuestion, type QuestionAsked, type Understanding } from '../../actions/questions.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { useFormats } from '../../languages/use-language.ts';
import { typeWord } from '../words.ts';

type Ask = (asked: QuestionAsked) => void;

/** Why a typed question was not answered, and what can be asked instead: nothing is guessed. */
export function NotUnderstood({
  understanding: { kind, asked, unclear, nearest },
  ask,
}: {
  readonly understanding: Understanding;
  readonly ask: Ask;
}): ReactElement {
  const { t } = useTranslation();
  if (kind === 'SEVERAL') return <Questions said={t('questions.several')} questions={asked} ask={ask} />;
  return (
    <>
      {unclear !== null && unclear !== undefined && unclear.candidates.length > 0 ? (
        <Candidates unclear={unclear} ask={ask} />
      ) : (
        <>
          <p>{unclear ? t('questions.unknownName', { text: unclear.text }) : t('questions.refused')}</p>
          <Questions said={t('questions.nearest')} questions={nearest} ask={ask} />
        </>
      )}
    </>
  );
}

function Questions({
  said,
  questions,
  ask,
}: {
  readonly said: string;
  readonly questions: readonly AskedQuestion[];
  readonly ask: Ask;
}): ReactElement {
  return (
    <>
      <p>{said}</p>
      <ul>
        {questions.map((question) => (
          <li key={question.question.id}>
            <button type="button" className="question-row" onClick={() => ask(askedWith(question))}>
              <span className="question-text">{question.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A name that could be several nodes is asked back. */
function Candidates({
  unclear: { question, parameter, text, candidates, given },
  ask,
}: {
  readonly unclear: NonNullable<Understanding['unclear']>;
  readonly ask: Ask;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const others = Object.fromEntries(given.map(({ name, value }) => [name, value]));
  return (
    <>
      <p>{t('questions.whichName', { text })}</p>
      <ul>
        {candidates.map((node) => (
          <li key={node.id}>
            <button
              type="button"
              className="question-row ask-candidate"
              onClick={() => ask({ question: question.id, parameters: { ...others, [parameter]: node.id } })}
            >
              <NodeGlyph type={node.type} size={18} />
              <span className="question-text">{nameIn(node, language)}</span>
              <span className="question-analysis">
                {[typeWord(node.type, language), ...placeNames(node, language)].join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
