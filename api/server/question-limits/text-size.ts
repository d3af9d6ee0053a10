/** The deepest level of braces in a text, whatever it says: one pass, so that a text made to exhaust the parser never reaches it. */
export function nestingOf(text: string): number {
  let [level, deepest] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === OPENING_BRACE) {
      level += 1;
      if (level > deepest) deepest = level;
    } else if (character === CLOSING_BRACE) level -= 1;
  }
  return deepest;
}

const OPENING_BRACE = '{'.charCodeAt(0);
const CLOSING_BRACE = '}'.charCodeAt(0);
