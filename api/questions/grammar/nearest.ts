/** The questions that a text comes nearest to, for one that was not understood: offered, never asked by themselves. */
import { parseNodeId } from '#vocabulary';
import { QUESTIONS } from '../library.ts';
import type { QuestionDefinition } from '../question-types.ts';
import { defaultOf, type Value } from '../values.ts';
import { phrasesOf } from '../wording.ts';
import { spanText, type Token } from './match.ts';
import { readSlot, type Names } from './slots.ts';
import { literalWords } from './template.ts';

export interface Nearest {
  readonly question: QuestionDefinition;
  /** Its defaults, but for what the text names. */
  readonly values: ReadonlyMap<string, Value>;
}

interface Vocabulary {
  readonly words: ReadonlyMap<QuestionDefinition, ReadonlySet<string>>;
  /** How telling a word is: the fewer questions have it, the more. */
  readonly weight: ReadonlyMap<string, number>;
}

let known: Vocabulary | null = null;

function vocabulary(): Vocabulary {
  if (known !== null) return known;
  const words = new Map(
    QUESTIONS.map((question) => [question, new Set(phrasesOf(question).typed.flatMap(literalWords))] as const),
  );
  const counts = new Map<string, number>();
  for (const own of words.values()) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = new Map([...counts].map(([word, count]) => [word, Math.log((QUESTIONS.length + 1) / count)]));
  known = { words, weight };
  return known;
}

/** The nearest questions, nearest first: by the weight of the words that they share with the text, then as they are listed. */
export function nearestTo(tokens: readonly Token[], text: string, names: Names, count: number): readonly Nearest[] {
  const { words, weight } = vocabulary();
  const typed = new Set(tokens.map(({ word }) => word));
  const scored = QUESTIONS.map((question) => {
    const own = words.get(question) ?? new Set<string>();
    const shared = [...typed].filter((word) => own.has(word));
    return { question, score: shared.reduce((sum, word) => sum + (weight.get(word) ?? 0), 0) };
  });
  return scored
    .toSorted((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ question }) => ({ question, values: valuesNamed(question, tokens, text, names) }));
}

/** Longest names first: East Java before Java. */
const LONGEST_NAME = 8;

function valuesNamed(
  question: QuestionDefinition,
  tokens: readonly Token[],
  text: string,
  names: Names,
): ReadonlyMap<string, Value> {
  return new Map(
    question.parameters.map((parameter): readonly [string, Value] => {
      const usual = defaultOf(names.projection, parameter);
      if (parameter.kind !== 'NODE') return [parameter.name, usual];
      for (let length = Math.min(LONGEST_NAME, tokens.length); length > 0; length -= 1) {
        for (let from = 0; from + length <= tokens.length; from += 1) {
          const typed = spanText(text, tokens, { from, to: from + length });
          const exact = names.search.named(typed, parameter.types);
          if (exact.length !== 1) continue;
          const reading = readSlot(parameter, typed, names);
          if (reading.known) return [parameter.name, parseNodeId(reading.value)];
        }
      }
      return [parameter.name, usual];
    }),
  );
}
