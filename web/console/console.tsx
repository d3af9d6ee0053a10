import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useSyncExternalStore, type ReactElement } from 'react';
import { firstLanguage } from '../src/languages/first-language.ts';
import { authorization } from '../src/requests/access.ts';
import { currentTheme, subscribeTheme, toggleTheme } from '../src/theme/theme.ts';
import { Icon } from '../src/ui/icon.tsx';
import { questionText, variablesText } from './examples/example.ts';
import { EXAMPLE_GROUPS } from './examples/index.ts';
import { EditorSetup } from './editor-setup.tsx';
import { EXAMPLES_PLUGIN } from './examples-panel.tsx';
import { TEXTS } from './texts.ts';

const language = firstLanguage();
const fetcher = createGraphiQLFetcher({
  url: '/graphql',
  // With the key that opened the explorer in this tab, where one did.
  fetch: (input, init) =>
    fetch(input, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), ...authorization() } }),
});
const plugins = [EXAMPLES_PLUGIN, HISTORY_PLUGIN];
/** Below this a panel would leave no room for the question. */
const hasRoomForPanel = window.matchMedia('(min-width: 720px)').matches;

/** The very first visit begins with a question that runs. */
const firstTabs = EXAMPLE_GROUPS.flatMap(({ examples }) => examples)
  .filter(({ id }) => id === 'ties')
  .map((example) => ({ query: questionText(example, language), variables: variablesText(example) }));

/** The page: a bar with the way back, and GraphiQL, which keeps tabs, history and sizes in the browser's storage. */
export function Console(): ReactElement {
  const theme = useSyncExternalStore(subscribeTheme, currentTheme);
  return (
    <>
      <header className="bar" lang={language}>
        <a href="/">
          <Icon name="back" />
          {TEXTS.back[language]}
        </a>
        <h1>{TEXTS.title[language]}</h1>
        <button type="button" onClick={toggleTheme}>
          <Icon name="theme" />
          <span>{theme === 'dark' ? TEXTS.toLight[language] : TEXTS.toDark[language]}</span>
        </button>
      </header>
      <main>
        <GraphiQL
          fetcher={fetcher}
          plugins={plugins}
          {...(hasRoomForPanel ? { visiblePlugin: EXAMPLES_PLUGIN } : {})}
          defaultTabs={firstTabs}
          defaultEditorToolsVisibility="variables"
          isHeadersEditorEnabled={false}
          showPersistHeadersSettings={false}
          defaultTheme={theme}
          forcedTheme={theme}
        >
          <GraphiQL.Logo>{null}</GraphiQL.Logo>
          <EditorSetup theme={theme} />
        </GraphiQL>
      </main>
    </>
  );
}
