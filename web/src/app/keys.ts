/** A key as it is pressed, with what is held meanwhile: `Ctrl+Shift+z`, `Alt+ArrowDown`, `?`. */
type Press = string;

/** One line of the list of keys: caps as they are shown, what they do (a text of `keys`), and the presses that do it. */
export interface KeyLine {
  readonly caps: readonly string[];
  readonly words:
    | 'search'
    | 'palette'
    | 'views'
    | 'tab'
    | 'undo'
    | 'redo'
    | 'escape'
    | 'help'
    | 'arrows'
    | 'enter'
    | 'expand'
    | 'collapse'
    | 'trace'
    | 'pin'
    | 'mark'
    | 'menu'
    | 'fit'
    | 'zoom'
    | 'along'
    | 'across'
    | 'pan'
    | 'turn'
    | 'rowMark'
    | 'rowRange'
    | 'rowAll'
    | 'rowCopy'
    | 'rowHide'
    | 'ways';
  readonly presses: readonly Press[];
}

/** Where keys work, with a title of `keys.where`. */
export type KeyPlace = 'page' | 'node' | 'graph' | 'map' | 'table' | 'paths';

const ARROWS = ['←', '↑', '→', '↓'];

/**
 * Every key of the page, once; the list of keys (`?`) is drawn from it. tests/browser/keys.spec.ts presses all there are on graph and map, and
 * finds none that is taken and not listed, nor listed and not taken.
 */
export const KEY_PLACES: Readonly<Record<KeyPlace, readonly KeyLine[]>> = {
  page: [
    { caps: ['/'], words: 'search', presses: ['/'] },
    { caps: ['Ctrl K', '⌘ K'], words: 'palette', presses: ['Ctrl+k'] },
    { caps: ['1', '2', '3', '4'], words: 'views', presses: ['1', '2', '3', '4'] },
    { caps: ['Tab'], words: 'tab', presses: [] },
    { caps: ['Ctrl Z', '⌘ Z'], words: 'undo', presses: ['Ctrl+z'] },
    { caps: ['Ctrl Shift Z', '⌘ ⇧ Z'], words: 'redo', presses: ['Ctrl+Shift+z', 'Ctrl+y'] },
    { caps: ['Esc'], words: 'escape', presses: ['Escape'] },
    { caps: ['?'], words: 'help', presses: ['?'] },
  ],
  node: [
    { caps: ['Enter'], words: 'enter', presses: ['Enter', ' '] },
    { caps: ['E'], words: 'expand', presses: ['e'] },
    { caps: ['C'], words: 'collapse', presses: ['c'] },
    { caps: ['T'], words: 'trace', presses: ['t'] },
    { caps: ['P'], words: 'pin', presses: ['p'] },
  ],
  graph: [
    {
      caps: ARROWS,
      words: 'arrows',
      presses: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'],
    },
    {
      caps: ['[', ']', 'Alt ←', 'Alt →'],
      words: 'along',
      presses: ['[', ']', 'Alt+ArrowLeft', 'Alt+ArrowRight'],
    },
    { caps: ['Alt ↓'], words: 'across', presses: ['Alt+ArrowDown'] },
    { caps: ['M'], words: 'mark', presses: ['m'] },
    { caps: ['Shift F10'], words: 'menu', presses: ['Shift+F10', 'ContextMenu'] },
    { caps: ['F'], words: 'fit', presses: ['f'] },
    { caps: ['+', '−'], words: 'zoom', presses: ['+', '=', '-'] },
  ],
  map: [
    {
      caps: ['Shift ←', '↑', '→', '↓'],
      words: 'pan',
      presses: ['Shift+ArrowLeft', 'Shift+ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowDown'],
    },
    { caps: ['Home', 'End', 'Page ↑', 'Page ↓'], words: 'turn', presses: ['Home', 'End', 'PageUp', 'PageDown'] },
  ],
  table: [
    { caps: ['Space'], words: 'rowMark', presses: [' '] },
    { caps: ['Shift ↑', 'Shift ↓'], words: 'rowRange', presses: ['Shift+ArrowUp', 'Shift+ArrowDown'] },
    { caps: ['Ctrl A', '⌘ A'], words: 'rowAll', presses: ['Ctrl+a'] },
    { caps: ['Ctrl C', '⌘ C'], words: 'rowCopy', presses: ['Ctrl+c'] },
    { caps: ['H'], words: 'rowHide', presses: ['h'] },
  ],
  paths: [{ caps: ['[', ']'], words: 'ways', presses: ['[', ']'] }],
};
