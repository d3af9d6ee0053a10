import { useGraphiQL, useMonaco } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import type { Theme } from '../src/theme/theme.ts';

/** What GraphiQL calls its themes in the editor. */
const EDITOR_THEMES: Readonly<Record<Theme, string>> = { light: 'graphiql-LIGHT', dark: 'graphiql-DARK' };

/** A colour of tokens.css as it is now. The build shortens #ffffff to #fff, which the editor does not take. */
function token(name: string): string {
  const colour = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return /^#[0-9a-f]{3}$/i.test(colour) ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
}

/** Our colours under the names that the editor knows them by. */
function editorColours(): Record<string, string> {
  const panel = token('--panel');
  const ink = token('--ink');
  return {
    // The page's own ground shows through.
    'editor.background': `${panel}00`,
    'scrollbar.shadow': `${panel}00`,
    'editorWidget.background': panel,
    'editorHoverWidget.background': panel,
    'editorSuggestWidget.background': panel,
    'editorSuggestWidget.foreground': ink,
    'editorSuggestWidget.selectedBackground': token('--hover'),
    'editorSuggestWidget.selectedForeground': ink,
    'editorSuggestWidget.highlightForeground': token('--large'),
    'editorSuggestWidget.focusHighlightForeground': token('--large'),
    'list.hoverBackground': token('--hover'),
    'menu.background': panel,
    'quickInput.background': panel,
    'textLink.foreground': token('--focus'),
    'editorLineNumber.foreground': token('--ink-3'),
    'editorLineNumber.activeForeground': ink,
    focusBorder: token('--focus'),
  };
}

/** What GraphiQL leaves open in its editors: our colours, long lines that wrap, and the first tab's variables. Draws nothing. */
export function EditorSetup({ theme }: { readonly theme: Theme }): null {
  const monaco = useMonaco((state) => state.monaco);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const variables = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.variables ?? '');
  // Once the editor is there it says what the tab holds, not the other way round.
  const filled = useRef(false);
  useEffect(() => {
    monaco?.editor.defineTheme(EDITOR_THEMES[theme], {
      base: theme === 'dark' ? 'vs-dark' : 'vs',
      inherit: true,
      colors: editorColours(),
      rules: [{ token: 'comment', foreground: token('--ink-3') }],
    });
  }, [monaco, theme]);
  useEffect(() => queryEditor?.updateOptions({ wordWrap: 'on' }), [queryEditor]);
  useEffect(() => {
    if (variableEditor === undefined || filled.current) return;
    filled.current = true;
    variableEditor.updateOptions({ wordWrap: 'on' });
    if (variableEditor.getValue() === '' && variables !== '') variableEditor.setValue(variables);
  }, [variableEditor, variables]);
  return null;
}
