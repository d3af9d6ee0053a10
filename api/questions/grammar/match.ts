/** Whether a typed text is one of a phrasing's forms, and what stands in its slots. */
import { plainWords } from '../../projection/fold-name.ts';
import { isWord } from './spelling.ts';
import type { Part, Phrase } from './template.ts';

/** A word of a typed text and where it stands. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{M}'’ʼ`]+/gu;

/** The words of a text; punctuation between them does not count, but a slot keeps it. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(WORD)].flatMap((found) => {
    const word = plainWords(found[0]).join('');
    return word === '' ? [] : [{ word, start: found.index, end: found.index + found[0].length }];
  });
}

/** The tokens `from` up to, but not with, `to` that fill a slot. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Bindings = ReadonlyMap<string, Span>;

interface State {
  readonly at: number;
  readonly bound: Bindings;
}

/** How many words a slot holds at most. */
type MostWords = (slot: string) => number;

/** What a text is matched against, and what it is. */
interface Matching {
  readonly tokens: readonly Token[];
  readonly mostWords: MostWords;
}

/** Every way in which the phrase is the whole text, each once; a slot holds at least one word. */
export function matches(phrase: Phrase, tokens: readonly Token[], mostWords: MostWords): readonly Bindings[] {
  const found = new Map<string, Bindings>();
  for (const { at, bound } of along(phrase, 0, { tokens, mostWords }, { at: 0, bound: new Map() })) {
    if (at === tokens.length) found.set(JSON.stringify([...bound]), bound);
  }
  return [...found.values()];
}

function* along(phrase: Phrase, next: number, matching: Matching, state: State): Generator<State> {
  const part = phrase[next];
  if (part === undefined) {
    yield state;
    return;
  }
  for (const after of through(part, matching, state)) yield* along(phrase, next + 1, matching, after);
}

function* through(part: Part, matching: Matching, state: State): Generator<State> {
  const { tokens, mostWords } = matching;
  switch (part.kind) {
    case 'TEXT': {
      const { at } = state;
      if (part.words.every((word, i) => isWord(tokens[at + i]?.word ?? '', word))) {
        yield { ...state, at: at + part.words.length };
      }
      return;
    }
    case 'SLOT': {
      const end = Math.min(tokens.length, state.at + mostWords(part.name));
      for (let to = state.at + 1; to <= end; to += 1) {
        yield { at: to, bound: new Map([...state.bound, [part.name, { from: state.at, to }]]) };
      }
      return;
    }
    case 'OPTIONAL':
      yield* along(part.parts, 0, matching, state);
      yield state;
      return;
    case 'ONE_OF':
      for (const choice of part.choices) yield* along(choice, 0, matching, state);
  }
}

/** A slot's text as it was typed, with a sign that stands right before it. */
export function spanText(text: string, tokens: readonly Token[], { from, to }: Span): string {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  const sign = /[-+−]$/.exec(text.slice(0, start))?.[0] ?? '';
  return sign + text.slice(start, end);
}
