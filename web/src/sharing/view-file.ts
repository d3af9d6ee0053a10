import { array, custom, object, string, unknown } from 'zod/mini';
import { parseSharedView, type SharedView } from './shared-view.ts';

/** A view that was kept under a name. */
export interface NamedView {
  readonly name: string;
  /** When: ISO 8601, UTC. */
  readonly keptAt: string;
  readonly view: SharedView;
}

const FORMAT = 'sentra-views';
const VERSION = 1;
/** Letters of a name. */
export const NAME_AT_MOST = 120;

const named = object({ name: string(), keptAt: string(), view: unknown() });
const file = object({
  format: custom<string>((format) => format === FORMAT),
  version: custom<number>(Number.isInteger),
  views: array(unknown()),
});

/** A name as it is kept: one line, nothing that turns the text around it, not too long; empty when nothing of it can be seen. */
export function cleanName(text: string): string {
  // Controls, and marks that override the direction of writing.
  const line = text
    .replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(line)) return '';
  const letters = [...line];
  return letters.length <= NAME_AT_MOST ? line : `${letters.slice(0, NAME_AT_MOST - 1).join('')}…`;
}

/** The name, or with a number behind it where it is taken: no two views are called the same. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) {
    const ending = ` (${number})`;
    const letters = [...name];
    const room = NAME_AT_MOST - ending.length;
    const begin = letters.length <= room ? name : `${letters.slice(0, room - 1).join('')}…`;
    if (!taken.has(begin + ending)) return begin + ending;
  }
}

/** A kept view from outside; null when it is none. */
export function parseNamedView(value: unknown): NamedView | null {
  const parsed = named.safeParse(value);
  const view = parsed.success ? parseSharedView(parsed.data.view) : null;
  const name = parsed.success ? cleanName(parsed.data.name) : '';
  if (!parsed.success || view === null || name === '') return null;
  const { keptAt } = parsed.data;
  return {
    name,
    keptAt: Number.isNaN(Date.parse(keptAt)) ? new Date(0).toISOString() : new Date(keptAt).toISOString(),
    view,
  };
}

/** A file of views, as text. */
export function viewFile(views: readonly NamedView[]): string {
  const plain = views.map(({ name, keptAt, view }) => ({ name, keptAt, view }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, views: plain }, null, 1)}\n`;
}

/** NO_VIEWS: another kind of file. TOO_NEW: made with a later version of Sentra. */
type FileFault = 'NO_VIEWS' | 'TOO_NEW';

export type ReadFile =
  | { readonly fault: null; readonly views: readonly NamedView[]; readonly unreadable: number }
  | { readonly fault: FileFault };

/** The views in a file; those that cannot be read are counted. */
export function readViewFile(text: string): ReadFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'NO_VIEWS' };
  }
  const parsed = file.safeParse(value);
  if (!parsed.success) return { fault: 'NO_VIEWS' };
  if (parsed.data.version > VERSION) return { fault: 'TOO_NEW' };
  const all = parsed.data.views.map(parseNamedView);
  const views = all.filter((view) => view !== null);
  return { fault: null, views, unreadable: all.length - views.length };
}

/** Of views that arrive those to be added, under names that are free, and how many are there already. */
export function toAdd(
  arriving: readonly NamedView[],
  kept: readonly NamedView[],
): { readonly added: readonly NamedView[]; readonly same: number; readonly renamed: number } {
  const taken = new Set(kept.map(({ name }) => name));
  const contents = new Set(kept.map(contentOf));
  const added: NamedView[] = [];
  let renamed = 0;
  for (const view of arriving) {
    if (contents.has(contentOf(view))) continue;
    const name = freeName(view.name, taken);
    if (name !== view.name) renamed += 1;
    taken.add(name);
    contents.add(contentOf(view));
    added.push({ ...view, name });
  }
  return { added, same: arriving.length - added.length, renamed };
}

/** Two with the same name and content are one. */
function contentOf({ name, view }: NamedView): string {
  return `${name}\n${JSON.stringify(view)}`;
}
