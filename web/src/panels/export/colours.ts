import { COLOUR_NAMES, type ColourName, type Colours } from '../../appearance/colours.ts';

function coloursBy(value: (name: ColourName) => string): Colours {
  return Object.fromEntries(COLOUR_NAMES.map((name): [ColourName, string] => [name, value(name)])) as Record<
    ColourName,
    string
  >;
}

/** The colours on the screen. */
export function coloursOnScreen(): Colours {
  const style = getComputedStyle(document.documentElement);
  return coloursBy((name) => style.getPropertyValue(`--${name}`).trim());
}

/** The colours of the light theme, whichever is on the screen: for paper. */
export function coloursOnPaper(): Colours {
  if (document.documentElement.dataset['theme'] !== 'dark') return coloursOnScreen();
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSStyleRule) || rule.selectorText !== ':root') continue;
      if (rule.style.getPropertyValue('--canvas') === '') continue;
      return coloursBy((name) => rule.style.getPropertyValue(`--${name}`).trim());
    }
  }
  return coloursOnScreen();
}
