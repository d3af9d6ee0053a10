/**
 * What a text holds before it is parsed: one pass without making anything, many times cheaper than the parser, so that a text made to
 * exhaust it never reaches it. Counts what is written, not what fragments repeat (see shape.ts); of a text that is no GraphQL it counts
 * something, and the parser says so afterwards.
 */
export interface TextCount {
  /** Words, punctuation and values, as GraphQL cuts a text. */
  readonly tokens: number;
  /** The deepest level of braces. */
  readonly nesting: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
}

const [TAB, NEWLINE, SPACE, QUOTE, HASH, DOLLAR] = [0x09, 0x0a, 0x20, 0x22, 0x23, 0x24];
const [OPEN, CLOSE, PLUS, COMMA, MINUS, DOT, COLON, AT, BACKSLASH] = [
  0x28, 0x29, 0x2b, 0x2c, 0x2d, 0x2e, 0x3a, 0x40, 0x5c,
];
const [OPEN_BRACE, CLOSE_BRACE, RETURN, BYTE_ORDER_MARK] = [0x7b, 0x7d, 0x0d, 0xfeff];

const [OTHER, WORD, DIGIT, IGNORED] = [0, 1, 2, 3];

/** What each of the first 128 characters is: looked up, since a text that is refused is cheaper to look through than to answer. */
const KINDS = Uint8Array.from({ length: 128 }, (_, character) => {
  if (character >= 0x30 && character <= 0x39) return DIGIT;
  if (/\w/.test(String.fromCharCode(character))) return WORD;
  return [SPACE, NEWLINE, COMMA, TAB, RETURN].includes(character) ? IGNORED : OTHER;
});

function kindOf(character: number): number {
  if (character < 128) return KINDS[character] ?? OTHER;
  return character === BYTE_ORDER_MARK ? IGNORED : OTHER;
}

/** Letters, digits and `_`. */
function inWord(character: number): boolean {
  const kind = kindOf(character);
  return kind === WORD || kind === DIGIT;
}

/** @returns where the text goes on after the number that begins at `start`, as in -1.5e+3 */
function afterNumber(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (!inWord(character) && character !== DOT && character !== PLUS && character !== MINUS) break;
  }
  return at;
}

/** @returns where the text goes on after the string that begins at `start` */
function afterString(text: string, start: number): number {
  if (text.startsWith('"""', start)) {
    let end = text.indexOf('"""', start + 3);
    while (end > 0 && text.charCodeAt(end - 1) === BACKSLASH) end = text.indexOf('"""', end + 3);
    return end < 0 ? text.length : end + 3;
  }
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === BACKSLASH) at += 1;
    else if (character === QUOTE || character === NEWLINE || character === RETURN) return at + 1;
  }
  return text.length;
}

/** Stops as soon as a count passes its limit, which tells enough. O(length). */
export function countText(text: string, limits: TextCount = UNLIMITED): TextCount {
  const count = { tokens: 0, nesting: 0, fields: 0, aliases: 0, directives: 0 };
  let [level, brackets] = [0, 0];
  // Whether the next word is a field, and not the name of a directive, fragment, type or variable.
  let free = true;
  let at = 0;
  while (at < text.length) {
    const character = text.charCodeAt(at);
    const kind = kindOf(character);
    if (kind === IGNORED) {
      at += 1;
      continue;
    }
    if (character === HASH) {
      while (at < text.length && text.charCodeAt(at) !== NEWLINE && text.charCodeAt(at) !== RETURN) at += 1;
      continue;
    }
    if ((count.tokens += 1) > limits.tokens) return count;
    if (kind === DIGIT || character === MINUS) {
      at = afterNumber(text, at);
      continue;
    }
    if (kind === WORD) {
      const start = at;
      while (at < text.length && inWord(text.charCodeAt(at))) at += 1;
      if (free && level > 0 && brackets === 0) count.fields += 1;
      // One more than may is no alias any more: the colon would have taken it back.
      if (count.fields > limits.fields + 1) return count;
      // The type of an inline fragment follows `on`, as its name would.
      free = free || !(at - start === 2 && text.startsWith('on', start));
      continue;
    }
    if (character === QUOTE) {
      at = afterString(text, at);
      continue;
    }
    at += 1;
    free = true;
    if (character === OPEN_BRACE) {
      level += 1;
      if (level > count.nesting) count.nesting = level;
      if (count.nesting > limits.nesting) return count;
    } else if (character === CLOSE_BRACE) level -= 1;
    else if (character === OPEN) brackets += 1;
    else if (character === CLOSE) brackets -= 1;
    else if (character === AT) {
      if ((count.directives += 1) > limits.directives) return count;
      free = false;
    } else if (character === DOLLAR) free = false;
    else if (character === DOT) {
      while (text.charCodeAt(at) === DOT) at += 1;
      free = false;
    } else if (character === COLON && brackets === 0 && level > 0) {
      if ((count.aliases += 1) > limits.aliases) return count;
      count.fields -= 1;
    }
  }
  return count;
}

const NONE = Number.POSITIVE_INFINITY;
const UNLIMITED: TextCount = { tokens: NONE, nesting: NONE, fields: NONE, aliases: NONE, directives: NONE };
