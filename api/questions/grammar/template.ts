/**
 * How phrasings are written. Words stand for themselves; `{place}` is a slot for the parameter of that name; `[…]` may be left
 * out; `(a|b c|)` is one of several, the last one here nothing. Case, accents and punctuation do not count.
 *
 * A phrasing is read once and then used both ways: to say a question with its parameters, and to match what was typed.
 */
import { plainWords } from '../../projection/fold-name.ts';

export type Part =
  /** `typed` is compared, `text` is said. */
  | { readonly kind: 'TEXT'; readonly text: string; readonly words: readonly string[] }
  | { readonly kind: 'SLOT'; readonly name: string }
  | { readonly kind: 'OPTIONAL'; readonly parts: Phrase }
  | { readonly kind: 'ONE_OF'; readonly choices: readonly Phrase[] };
/** Parts in order. */
export type Phrase = readonly Part[];

/** @throws Error when brackets do not close; phrasings are part of the program, so that is a fault of ours */
export function readPhrase(written: string): Phrase {
  const [phrase, end] = readUntil(written, 0, '');
  if (end !== written.length) throw new Error(`'${written}' closes at ${end} what was not opened`);
  return phrase;
}

/** Reads up to one of the characters of `until`, which is left to be read. */
function readUntil(written: string, start: number, until: string): readonly [Phrase, number] {
  const parts: Part[] = [];
  let text = '';
  let at = start;
  const flush = (): void => {
    if (text !== '') parts.push({ kind: 'TEXT', text, words: plainWords(text) });
    text = '';
  };
  while (at < written.length && !until.includes(written.charAt(at))) {
    const character = written.charAt(at);
    if ('{[('.includes(character)) {
      flush();
      const [part, next] = readBracket(written, at);
      parts.push(part);
      at = next;
    } else {
      if ('}])'.includes(character)) throw new Error(`'${written}' closes at ${at} what was not opened`);
      text += character;
      at += 1;
    }
  }
  flush();
  return [parts, at];
}

function readBracket(written: string, start: number): readonly [Part, number] {
  const opened = written.charAt(start);
  if (opened === '{') {
    const end = written.indexOf('}', start);
    if (end < 0) throw new Error(`'${written}' leaves a slot open`);
    return [{ kind: 'SLOT', name: written.slice(start + 1, end) }, end + 1];
  }
  if (opened === '[') {
    const [parts, end] = readUntil(written, start + 1, ']');
    if (end >= written.length) throw new Error(`'${written}' leaves '[' open`);
    return [{ kind: 'OPTIONAL', parts }, end + 1];
  }
  const choices: Phrase[] = [];
  let at = start;
  do {
    const [parts, end] = readUntil(written, at + 1, '|)');
    if (end >= written.length) throw new Error(`'${written}' leaves '(' open`);
    choices.push(parts);
    at = end;
  } while (written.charAt(at) === '|');
  return [{ kind: 'ONE_OF', choices }, at + 1];
}

/** Names of the slots of a phrase, each once. */
export function slotsOf(phrase: Phrase): readonly string[] {
  const names = phrase.flatMap((part): readonly string[] => {
    switch (part.kind) {
      case 'TEXT':
        return [];
      case 'SLOT':
        return [part.name];
      case 'OPTIONAL':
        return slotsOf(part.parts);
      case 'ONE_OF':
        return part.choices.flatMap(slotsOf);
    }
  });
  return [...new Set(names)];
}

/** All words of a phrase, with repeats. */
export function literalWords(phrase: Phrase): readonly string[] {
  return phrase.flatMap((part): readonly string[] => {
    switch (part.kind) {
      case 'TEXT':
        return part.words;
      case 'SLOT':
        return [];
      case 'OPTIONAL':
        return literalWords(part.parts);
      case 'ONE_OF':
        return part.choices.flatMap(literalWords);
    }
  });
}

/**
 * Says the phrase: the first of several, and what is optional only where all its slots are filled.
 * @param fill the text of a slot; null: it has none
 */
export function sayPhrase(phrase: Phrase, fill: (slot: string) => string | null): string {
  const text = said(phrase, fill)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s+([?,.;:。、？])/g, '$1')
    .trim();
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function said(phrase: Phrase, fill: (slot: string) => string | null): string {
  return phrase
    .map((part) => {
      switch (part.kind) {
        case 'TEXT':
          return part.text;
        case 'SLOT':
          return fill(part.name) ?? '…';
        case 'OPTIONAL':
          return slotsOf(part.parts).every((slot) => fill(slot) !== null) ? said(part.parts, fill) : '';
        case 'ONE_OF':
          return said(part.choices[0] ?? [], fill);
      }
    })
    .join('');
}
