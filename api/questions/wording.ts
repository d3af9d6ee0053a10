/** A question's own text in a language, with what it is asked with. */
import { parseNodeId, parsePartialDate, type Language } from '#vocabulary';
import { decimal } from './grammar/slots.ts';
import { readPhrase, sayPhrase, type Phrase } from './grammar/template.ts';
import type { QuestionDefinition } from './question-types.ts';
import type { Value } from './values.ts';
import type { Words } from './words.ts';

/** Languages in which a typed question is understood. */
export const TYPED_LANGUAGES = ['en', 'id'] as const satisfies readonly Language[];

interface ReadPhrasings {
  readonly own: Readonly<Record<Language, Phrase>>;
  /** By language, the question's own text first. */
  readonly typed: readonly Phrase[];
}

const read = new WeakMap<QuestionDefinition, ReadPhrasings>();

/** Read once. */
export function phrasesOf(question: QuestionDefinition): ReadPhrasings {
  const before = read.get(question);
  if (before !== undefined) return before;
  const { en, id, ja } = question.phrasings;
  const phrases: ReadPhrasings = {
    own: { en: readPhrase(en[0]), id: readPhrase(id[0]), ja: readPhrase(ja) },
    typed: TYPED_LANGUAGES.flatMap((language) => question.phrasings[language]).map(readPhrase),
  };
  read.set(question, phrases);
  return phrases;
}

/** How one parameter's value is said; null: it has none. */
export function sayValue(question: QuestionDefinition, name: string, value: Value, words: Words): string | null {
  const parameter = question.parameters.find((one) => one.name === name);
  if (value === null || parameter === undefined) return null;
  switch (parameter.kind) {
    case 'NODE':
      return typeof value === 'string' ? words.name(parseNodeId(value)) : null;
    case 'NUMBER':
      return typeof value === 'number' ? decimal(value, words.language) : null;
    case 'DATE':
      return typeof value === 'string' ? words.date(parsePartialDate(value)) : null;
  }
}

/** What is missing shows as an ellipsis. */
export function titleOf(question: QuestionDefinition, values: ReadonlyMap<string, Value>, words: Words): string {
  return sayPhrase(phrasesOf(question).own[words.language], (slot) =>
    sayValue(question, slot, values.get(slot) ?? null, words),
  );
}

/** A piece of a question's text, or the parameter that stands there. */
export interface WordingPart {
  readonly text: string | null;
  readonly parameter: string | null;
}

/** The question's own text with every parameter in its place, those that may be left out as well. */
export function wordingOf(question: QuestionDefinition, language: Language): readonly WordingPart[] {
  const parts = (phrase: Phrase): readonly WordingPart[] =>
    phrase.flatMap((part): readonly WordingPart[] => {
      switch (part.kind) {
        case 'TEXT':
          return [{ text: part.text, parameter: null }];
        case 'SLOT':
          return [{ text: null, parameter: part.name }];
        case 'OPTIONAL':
          return parts(part.parts);
        case 'ONE_OF':
          return parts(part.choices[0] ?? []);
      }
    });
  return parts(phrasesOf(question).own[language]);
}
