/**
 * Which named question a typed text asks, by a fixed grammar: the text has to be one of the forms of a phrasing, word for word, and
 * what stands in its slots has to name one node. No model, no guess: what fits nothing is refused, and a name that could be several is
 * asked back.
 */
import type { NodeId } from '#vocabulary';
import { QUESTIONS } from '../library.ts';
import type { ParameterDefinition, QuestionDefinition } from '../question-types.ts';
import { checkValue, checkValues, defaultOf, isOptional, type Value, type Values } from '../values.ts';
import { phrasesOf } from '../wording.ts';
import { matches, spanText, tokensOf, type Bindings, type Token } from './match.ts';
import { nearestTo, type Nearest } from './nearest.ts';
import { readSlot, type Names, type SlotReading } from './slots.ts';

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

/** Said before or behind a question without changing it. */
const POLITE =
  /^(?:(?:mohon|minta) (?:info|informasi|data)|please|tolong|mohon|(?:please )?(?:tell|show) me|tunjukkan|(?:can|could) you (?:please )?tell me|do you know|(?:i|we) (?:would like|want|need) to know|boleh (?:kami |saya )?tahu|(?:saya|kami) (?:ingin|mau|perlu) (?:tahu|tanya|mengetahui)|mau tanya|hi|hello|halo|(?:selamat )?(?:pagi|siang|sore)|pak|bu|min)\s*[,:]?\s+/i;
const THANKS =
  /[\s,.?!]+(?:please|thanks|thank you|ya|pak|bu|min|terima kasih|makasih|trims|tolong|mohon infonya)[\s.?!]*$/i;

/** Without politeness, however much there is of it. */
function withoutPoliteness(text: string): string {
  const shorter = text.trim().replace(POLITE, '').replace(THANKS, '');
  return shorter === text ? text : withoutPoliteness(shorter);
}

interface Reading {
  readonly question: QuestionDefinition;
  readonly given: ReadonlyMap<string, string | null>;
  readonly unclear: readonly UnclearSlot[];
  /** Words in slots: the fewer, the more of the text is the question's. */
  readonly slotWords: number;
}

/** Candidates are looked up for the one that is asked back, for that costs more than all the rest. */
interface UnclearSlot {
  readonly parameter: string;
  readonly text: string;
  readonly candidates: () => readonly NodeId[];
}

/** A typed text, with every slot's text read once. */
interface Typed {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly names: Names;
  readonly read: (parameter: ParameterDefinition, text: string) => SlotReading;
}

function typedText(text: string, names: Names): Typed {
  const before = new Map<string, SlotReading>();
  const read = (parameter: ParameterDefinition, slot: string): SlotReading => {
    const { name: _name, label: _label, ...what } = parameter;
    const key = `${JSON.stringify(what)} ${slot}`;
    const reading = before.get(key) ?? readSlot(parameter, slot, names);
    before.set(key, reading);
    return reading;
  };
  return { text, tokens: tokensOf(text), names, read };
}

export function understand(text: string, names: Names): Understanding {
  const typed = typedText(withoutPoliteness(text), names);
  const { tokens } = typed;
  const readings = tokens.length === 0 ? [] : QUESTIONS.flatMap((question) => readingsOf(question, typed));
  const complete = readings.filter(({ unclear }) => unclear.length === 0);
  const asked = [...new Map(complete.map((reading) => [keyOf(reading), reading])).values()].map(
    ({ question, given }): Asked => ({ question, values: checkValues(names.projection, question.parameters, given) }),
  );
  const [only, another] = asked;
  if (only !== undefined) {
    return another === undefined ? { kind: 'UNDERSTOOD', asked: only } : { kind: 'SEVERAL', asked };
  }
  const nearest = nearestTo(tokens, typed.text, names, NEAREST);
  const [closest] = readings.toSorted(
    (a, b) => a.unclear.length - b.unclear.length || a.slotWords - b.slotWords || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  const unclear = closest?.unclear.length === 1 ? unclearOf(closest, names) : null;
  return unclear === null ? { kind: 'NOT_UNDERSTOOD', nearest } : { kind: 'NAME_UNCLEAR', unclear, nearest };
}

/** The only name of a reading that is asked back, with what else it is asked with. */
function unclearOf({ question, given, unclear: [slot] }: Reading, { projection }: Names): Unclear | null {
  if (slot === undefined) return null;
  const others = new Map(
    question.parameters.map((parameter): readonly [string, Value] => {
      const text = given.get(parameter.name);
      return [
        parameter.name,
        text === undefined ? defaultOf(projection, parameter) : checkValue(projection, parameter, text),
      ];
    }),
  );
  return { ...slot, question, candidates: slot.candidates(), given: others };
}

function keyOf({ question, given }: Reading): string {
  return `${question.id} ${JSON.stringify([...given].toSorted(([a], [b]) => (a < b ? -1 : 1)))}`;
}

/** Words that a value of each kind has at most: a number two (7,5), a date three, no name of ours as many as this. */
const MOST_WORDS: Readonly<Record<ParameterDefinition['kind'], number>> = { NUMBER: 2, DATE: 3, NODE: 20 };

function mostWordsOf({ parameters }: QuestionDefinition): (slot: string) => number {
  const most = new Map(parameters.map(({ name, kind }) => [name, MOST_WORDS[kind]]));
  return (slot) => most.get(slot) ?? 0;
}

function readingsOf(question: QuestionDefinition, typed: Typed): readonly Reading[] {
  return phrasesOf(question)
    .typed.flatMap((phrase) => matches(phrase, typed.tokens, mostWordsOf(question)))
    .flatMap((bound) => readingOf(question, bound, typed) ?? []);
}

/** null where a number or date is none: then the words mean something else. */
function readingOf(question: QuestionDefinition, bound: Bindings, typed: Typed): Reading | null {
  const given = new Map<string, string | null>();
  const unclear: UnclearSlot[] = [];
  let slotWords = 0;
  // Names last: most readings fail at a number or date already.
  const cheapFirst = question.parameters.toSorted((a, b) => Number(a.kind === 'NODE') - Number(b.kind === 'NODE'));
  for (const parameter of cheapFirst) {
    const span = bound.get(parameter.name);
    if (span === undefined) {
      // What a phrasing leaves out is not asked for.
      if (isOptional(parameter)) given.set(parameter.name, null);
      continue;
    }
    slotWords += span.to - span.from;
    const text = spanText(typed.text, typed.tokens, span);
    const reading = typed.read(parameter, text);
    if (reading.known) given.set(parameter.name, reading.value);
    else if (parameter.kind !== 'NODE') return null;
    else unclear.push({ parameter: parameter.name, text, candidates: reading.candidates });
  }
  return { question, given, unclear, slotWords };
}
