import type { Language } from '#vocabulary';
import { request } from '../requests/client.ts';
import {
  NamedQuestionsDocument,
  QuestionAnswerDocument,
  UnderstandDocument,
  type AskedQuestionFragment,
  type NamedQuestionFragment,
  type QuestionAnswerQuery,
  type UnderstandQuery,
} from '../requests/generated/operations.ts';
import { useAnswer, type Answered } from './use-answer.ts';

/** A named question of the library. */
export type NamedQuestion = NamedQuestionFragment;
/** A named question with what it is asked with. */
export type AskedQuestion = AskedQuestionFragment;
/** The answer to a named question, in words and as a table. */
export type QuestionAnswer = QuestionAnswerQuery['answer'];
export type AnswerCell = QuestionAnswer['table']['nodes'][number]['cells'][number];
export type QuestionParameter = QuestionAnswer['question']['parameters'][number];
/** What became of a typed text. */
export type Understanding = UnderstandQuery['understand'];

/** A question by its id, and its parameters as texts; null asks without one, what is absent takes its default. */
export interface QuestionAsked {
  readonly question: string;
  readonly parameters: Readonly<Record<string, string | null>>;
}

/** The API gives no more rows at once. */
export const MOST_ANSWER_ROWS = 200;

/** The whole library, in the language. */
export function useNamedQuestions(language: Language): Answered<readonly NamedQuestion[]> {
  return useAnswer(`questions ${language}`, async (signal) => {
    return (await request(NamedQuestionsDocument, { language }, signal)).questions;
  });
}

/** The answer with its first so many rows; null asks nothing. */
export function useQuestionAnswer(
  asked: QuestionAsked | null,
  language: Language,
  first: number,
): Answered<QuestionAnswer> {
  const key = asked === null ? null : `answer ${language} ${first} ${JSON.stringify(asked)}`;
  return useAnswer(key, async (signal) => {
    if (asked === null) throw new Error('Nothing was asked');
    const parameters = Object.entries(asked.parameters).map(([name, value]) => ({ name, value }));
    const variables = { question: asked.question, parameters, language, first };
    return (await request(QuestionAnswerDocument, variables, signal)).answer;
  });
}

/** Which named question a typed text asks; null asks nothing. */
export function useUnderstanding(text: string | null, language: Language): Answered<Understanding> {
  return useAnswer(text === null ? null : `understand ${language} ${text}`, async (signal) => {
    if (text === null) throw new Error('Nothing was asked');
    return (await request(UnderstandDocument, { text, language }, signal)).understand;
  });
}

/** What a found question is asked with. */
export function askedWith({ question, parameters }: AskedQuestion): QuestionAsked {
  return {
    question: question.id,
    parameters: Object.fromEntries(parameters.map(({ name, value }) => [name, value])),
  };
}
