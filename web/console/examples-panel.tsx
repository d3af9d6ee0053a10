import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import type { ReactElement } from 'react';
import { firstLanguage } from '../src/languages/first-language.ts';
import { questionText, variablesText, type Example } from './examples/example.ts';
import { EXAMPLE_GROUPS } from './examples/index.ts';
import { TEXTS } from './texts.ts';

const language = firstLanguage();

/**
 * Opens examples: in a new tab, or in the one that holds it already, unchanged. The caret goes to the editor, so that
 * Ctrl+Enter runs the example.
 */
function useOpenExample(): (example: Example) => void {
  const { addTab, changeTab } = useGraphiQLActions();
  const tabs = useGraphiQL((state) => state.tabs);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  return (example) => {
    const query = questionText(example, language);
    const variables = variablesText(example);
    const open = tabs.findIndex((tab) => tab.query === query && (tab.variables ?? '') === variables);
    if (open >= 0) {
      changeTab(open);
    } else {
      addTab();
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables);
    }
    queryEditor?.setPosition({ lineNumber: 3, column: 1 });
    queryEditor?.focus();
  };
}

function ExamplesPanel(): ReactElement {
  const openExample = useOpenExample();
  return (
    <section className="examples" lang={language} aria-labelledby="examples-title">
      <h2 id="examples-title">{TEXTS.examples[language]}</h2>
      <p>{TEXTS.how[language]}</p>
      {EXAMPLE_GROUPS.map(({ title, examples }) => (
        <section key={title.en} aria-labelledby={`examples-${title.en}`}>
          <h3 id={`examples-${title.en}`}>{title[language]}</h3>
          <ul>
            {examples.map((example) => (
              <li key={example.id}>
                <button type="button" onClick={() => openExample(example)}>
                  <strong>{example.title[language]}</strong>
                  <span>{example.comment[language]}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function ExamplesIcon(): ReactElement {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" strokeWidth="1.2">
      <path d="M5.5 4H14M5.5 8H14M5.5 12H14M2.2 4h.6M2.2 8h.6M2.2 12h.6" strokeLinecap="round" />
    </svg>
  );
}

/** The worked examples as a panel of GraphiQL, beside documentation and history. */
export const EXAMPLES_PLUGIN: GraphiQLPlugin = {
  title: TEXTS.examples[language],
  icon: ExamplesIcon,
  content: ExamplesPanel,
};
