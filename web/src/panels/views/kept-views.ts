import { freeName, parseNamedView, toAdd, type NamedView } from '../../sharing/view-file.ts';

/** A view of the list. */
export interface KeptView extends NamedView {
  readonly id: string;
}

/** What the browser keeps: each view by itself, so that one that cannot be read harms no other. */
export interface Kept {
  /** The newest first. */
  readonly views: readonly KeptView[];
  /** Entries that this version cannot read; they are left as they are. */
  readonly unreadable: number;
}

/** FULL: the browser has no room left. REFUSED: it keeps nothing for this page. */
export type KeepFault = 'FULL' | 'REFUSED';

const PREFIX = 'sentra.view.';

/** Everything that is kept. */
export function readKept(): Kept {
  const keys = storageKeys();
  const views = keys.flatMap((key): readonly KeptView[] => {
    const view = parsed(key);
    return view === null ? [] : [{ id: key.slice(PREFIX.length), ...view }];
  });
  const newest = views.toSorted((a, b) => b.keptAt.localeCompare(a.keptAt) || a.name.localeCompare(b.name));
  return { views: newest, unreadable: keys.length - views.length };
}

/** Keeps views, under names that are free. What could not be kept is said; what could, stays. */
export function keep(views: readonly NamedView[]): {
  readonly kept: readonly KeptView[];
  readonly same: number;
  readonly renamed: number;
  readonly fault: KeepFault | null;
} {
  const { added, same, renamed } = toAdd(views, readKept().views);
  const kept: KeptView[] = [];
  for (const view of added) {
    const whole = { id: crypto.randomUUID(), ...view };
    const fault = write(whole);
    if (fault !== null) return { kept, same, renamed, fault };
    kept.push(whole);
  }
  return { kept, same, renamed, fault: null };
}

/** Gives a view another name, with a number behind it where it is taken. */
export function rename(view: KeptView, name: string): KeepFault | null {
  const others = readKept().views.filter(({ id }) => id !== view.id);
  return write({ ...view, name: freeName(name, new Set(others.map((other) => other.name))) });
}

/** Puts a view back that was forgotten. */
export function keepAgain(view: KeptView): KeepFault | null {
  return write(view);
}

export function forget({ id }: KeptView): void {
  try {
    window.localStorage.removeItem(PREFIX + id);
  } catch {
    // Where nothing may be kept there is nothing to forget.
  }
}

/** Calls the listener when another window of this browser has kept or forgotten a view; returns how to stop. */
export function onKeptElsewhere(listener: () => void): () => void {
  const hear = ({ key }: StorageEvent): void => {
    if (key === null || key.startsWith(PREFIX)) listener();
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}

function storageKeys(): readonly string[] {
  try {
    return Object.keys(window.localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function parsed(key: string): NamedView | null {
  try {
    return parseNamedView(JSON.parse(window.localStorage.getItem(key) ?? ''));
  } catch {
    return null;
  }
}

function write({ id, name, keptAt, view }: KeptView): KeepFault | null {
  try {
    window.localStorage.setItem(PREFIX + id, JSON.stringify({ name, keptAt, view }));
    return null;
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'FULL' : 'REFUSED';
  }
}
