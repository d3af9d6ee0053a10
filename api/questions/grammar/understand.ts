/**
 * Which named question a typed text asks, by a fixed grammar: the text has to be one of the forms of a phrasing, word for word, and
 * what stands in its slots has to name one node. No model, no guess: what fits nothing is refused, and a name that could be several is
 * asked back.
 */
import type { NodeId } from '#vocabulary';
import { QUESTIONS } from '../library.ts';
import type { QuestionDefinition } from '../question-types.ts';
import { checkValue, checkValues, defaultOf, type Value, type Values } from '../values.ts';
import { phrasesOf } from '../wording.ts';
import { matches, spanText, tokensOf, type Bindings, type Token } from './match.ts';
import { nearestTo, type Nearest } from './nearest.ts';
import { readSlot, type Names } from './slots.ts';

/** A named question with what it is asked with. */
interface Asked {
  readonly question: QuestionDefinition;
  readonly values: Values;
}

/** A slot whose text names no one node. */
export interface Unclear {
  readonly question: QuestionDefinition;
  readonly parameter: string;
  /** As it was typed. */
  readonly text: string;
  /** Nodes that may be meant, best first; empty where nothing is like it. */
  readonly candidates: readonly NodeId[];
  /** The other parameters, by name. */
  readonly given: ReadonlyMap<string, Value>;
}

export type Understanding =
  | { readonly kind: 'UNDERSTOOD'; readonly asked: Asked }
  /** The form is one of several questions; none is preferred. */
  | { readonly kind: 'SEVERAL'; readonly asked: readonly Asked[] }
  | { readonly kind: 'NAME_UNCLEAR'; readonly unclear: Unclear; readonly nearest: readonly Nearest[] }
  | { readonly kind: 'NOT_UNDERSTOOD'; readonly nearest: readonly Nearest[] };

/** Questions that are offered where none was understood. */
const NEAREST = 3;

/** Said before a question without changing it. */
const POLITE = /^(?:please|tolong|mohon|(?:please )?(?:tell|show) me|tunjukkan|can you tell me|boleh tahu)\s*[,:]?\s+/i;

interface Reading {
  readonly question: QuestionDefinition;
  readonly given: ReadonlyMap<string, string | null>;
  readonly unclear: readonly Unclear[];
  /** Words in slots: the fewer, the more of the text is the question's. */
  readonly slotWords: number;
}

export function understand(text: string, names: Names): Understanding {
  const plain = text.trim().replace(POLITE, '');
  const tokens = tokensOf(plain);
  const readings =
    tokens.length === 0 ? [] : QUESTIONS.flatMap((question) => readingsOf(question, plain, tokens, names));
  const complete = readings.filter(({ unclear }) => unclear.length === 0);
  const asked = [...new Map(complete.map((reading) => [keyOf(reading), reading])).values()].map(
    ({ question, given }): Asked => ({ question, values: checkValues(names.projection, question.parameters, given) }),
  );
  const [only, another] = asked;
  if (only !== undefined) {
    return another === undefined ? { kind: 'UNDERSTOOD', asked: only } : { kind: 'SEVERAL', asked };
  }
  const nearest = nearestTo(tokens, plain, names).slice(0, NEAREST);
  const [closest] = readings.toSorted(
    (a, b) => a.unclear.length - b.unclear.length || a.slotWords - b.slotWords || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  const unclear = closest?.unclear.length === 1 ? closest.unclear[0] : undefined;
  return unclear === undefined ? { kind: 'NOT_UNDERSTOOD', nearest } : { kind: 'NAME_UNCLEAR', unclear, nearest };
}

function keyOf({ question, given }: Reading): string {
  return `${question.id} ${JSON.stringify([...given].toSorted(([a], [b]) => (a < b ? -1 : 1)))}`;
}

function readingsOf(
  question: QuestionDefinition,
  text: string,
  tokens: readonly Token[],
  names: Names,
): readonly Reading[] {
  return phrasesOf(question)
    .typed.flatMap((phrase) => matches(phrase, tokens))
    .flatMap((bound) => readingOf(question, bound, text, tokens, names) ?? []);
}

/** null where a number or date is none: then the words mean something else. */
function readingOf(
  question: QuestionDefinition,
  bound: Bindings,
  text: string,
  tokens: readonly Token[],
  names: Names,
): Reading | null {
  const given = new Map<string, string | null>();
  const unclear: Omit<Unclear, 'given'>[] = [];
  let slotWords = 0;
  for (const parameter of question.parameters) {
    const span = bound.get(parameter.name);
    if (span === undefined) {
      // What a phrasing leaves out is not asked for.
      if (parameter.kind === 'NODE' && parameter.optional) given.set(parameter.name, null);
      continue;
    }
    slotWords += span.to - span.from;
    const typed = spanText(text, tokens, span);
    const reading = readSlot(parameter, typed, names);
    if (reading.known) given.set(parameter.name, reading.value);
    else if (parameter.kind !== 'NODE') return null;
    else unclear.push({ question, parameter: parameter.name, text: typed, candidates: reading.candidates });
  }
  const others = new Map(
    question.parameters.map((parameter): readonly [string, Value] => {
      const { projection } = names;
      const text = given.get(parameter.name);
      return [
        parameter.name,
        text === undefined ? defaultOf(projection, parameter) : checkValue(projection, parameter, text),
      ];
    }),
  );
  return { question, given, unclear: unclear.map((one) => ({ ...one, given: others })), slotWords };
}
