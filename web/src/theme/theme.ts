/**
 * Light or dark: what the person chose, or what the system says. The choice stands as `data-theme` on the document, where
 * tokens.css and the canvas read it.
 */
export type Theme = 'light' | 'dark';

const STORED_AS = 'sentra.theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

/** A browser may refuse storage (private windows, policies); the choice then lasts as long as the page. */
function remembered(): Theme | null {
  try {
    const text = window.localStorage.getItem(STORED_AS);
    return text === 'light' || text === 'dark' ? text : null;
  } catch {
    return null;
  }
}

function remember(theme: Theme): void {
  try {
    window.localStorage.setItem(STORED_AS, theme);
  } catch {
    // See remembered().
  }
}

let chosen = remembered();

/** The theme that is drawn now. */
export function currentTheme(): Theme {
  return chosen ?? (dark.matches ? 'dark' : 'light');
}

function apply(): void {
  document.documentElement.dataset['theme'] = currentTheme();
  for (const listener of listeners) listener();
}

/** Chooses the other theme and remembers it. */
export function toggleTheme(): void {
  chosen = currentTheme() === 'dark' ? 'light' : 'dark';
  remember(chosen);
  apply();
}

/** Calls the listener after every change; returns how to stop. */
export function subscribeTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Applies the theme and follows the system until a person chooses. Call once, before the first drawing. */
export function startTheme(): void {
  dark.addEventListener('change', apply);
  apply();
}
