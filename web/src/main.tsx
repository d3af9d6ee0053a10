import { lazy, startTransition, StrictMode, Suspense, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import './ui/ui.css';
import './app/app.css';
import './panels/panels.css';
import { useSignInNeeded } from './actions/access.ts';
import { createExplorer, type Explorer } from './actions/explorer.ts';
import { ExplorerContext } from './actions/explorer-context.ts';
import { App } from './app/app.tsx';
import { LOADING } from './exploration/exploration.ts';
import { createExploration } from './exploration/store.ts';
import { startLanguages, withLaterTexts } from './languages/i18n.ts';
import { localeOf, useLanguage } from './languages/use-language.ts';
import { carriesView } from './sharing/carried.ts';
import { startTheme } from './theme/theme.ts';

const SignIn = lazy(withLaterTexts(async () => import('./panels/access/sign-in.tsx')));

function Page({ explorer }: { readonly explorer: Explorer }): ReactElement {
  const ways = useSignInNeeded();
  return (
    <I18nProvider locale={localeOf(useLanguage())}>
      <ExplorerContext value={explorer}>
        {ways === null ? (
          <App />
        ) : (
          <Suspense fallback={null}>
            <SignIn ways={ways} />
          </Suspense>
        )}
      </ExplorerContext>
    </I18nProvider>
  );
}

async function start(): Promise<void> {
  startTheme();
  const place = document.getElementById('sentra');
  if (place === null) throw new Error('index.html has no element with id sentra');
  const explorer = createExplorer(createExploration(), await startLanguages());
  // The first question goes out before anything is drawn; a view that comes with the page asks its own (panels/views).
  if (carriesView()) explorer.store.setState({ request: LOADING });
  else explorer.askAgain();
  const root = createRoot(place);
  // As a transition the first picture of the page is built in slices, between which the browser answers.
  startTransition(() =>
    root.render(
      <StrictMode>
        <Page explorer={explorer} />
      </StrictMode>,
    ),
  );
}

void start();
