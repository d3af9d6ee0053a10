import type { Language } from '#vocabulary';
import type { QuestionAnswer } from '../../actions/questions.ts';

/** The question as a GraphQL call that can be pasted into the console or a program. JSON's texts are GraphQL's. */
export function graphqlCall(
  { question, parameters }: Pick<QuestionAnswer, 'question' | 'parameters'>,
  language: Language,
): string {
  const given = parameters.map(
    ({ name, value }) =>
      `{ name: ${JSON.stringify(name)}, value: ${value === null || value === undefined ? 'null' : JSON.stringify(value)} }`,
  );
  return `{
  answer(question: ${JSON.stringify(question.id)}, parameters: [${given.join(', ')}], language: ${language}) {
    title
    sentences
    figures { name value text }
    columns { id title }
    table(first: 200) { totalCount nodes { cells { text value high date nodes { id name } } } }
    unknown
    sources { id title publisher url date }
    revision
  }
}
`;
}
