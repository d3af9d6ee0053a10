import type { Explorer } from '../../actions/explorer.ts';
import { faultNamed } from '../../actions/faults.ts';
import { openView, type PictureKeeper } from '../../actions/open-view.ts';
import { faultMessage } from '../../actions/workings.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { broughtBy, sharedView } from '../../sharing/collect.ts';
import { hasLink, linkTo, readLink, type Link } from '../../sharing/link.ts';
import { parseSharedView, type LinkedView, type SharedView } from '../../sharing/shared-view.ts';
import { tell } from './told.ts';

/** Milliseconds of rest after which the address takes what changed. */
const REST = 400;

/** Links and kept views of one page. */
export interface ViewSharing {
  /** The view as it is; null before the first answer. */
  readonly view: () => SharedView | null;
  /** A link to the view as it is, from `#` on. */
  readonly link: () => Promise<Link | null>;
  /** Opens a view that was kept, as one step. */
  readonly open: (view: SharedView, name: string) => Promise<void>;
  /** Stops following. */
  readonly stop: () => void;
}

/**
 * Opens the view that the address carries, and from then on keeps the address to the view: it is replaced, so that back and
 * forward leave the page as they always do. A view that is too long for an address is kept with the entry of the browser's
 * history, so that loading the page again shows it.
 * @param first nothing was asked yet, because the page was opened with a view
 */
export function shareViews(explorer: Explorer, keeper: PictureKeeper, first: boolean): ViewSharing {
  const { store } = explorer;
  let opening = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Until a person has done something the address stays as it is. */
  let acted = false;
  let writing = 0;

  const view = (): SharedView | null => sharedView(store.getState(), keeper.read());

  const link = async (): Promise<Link | null> => {
    const now = view();
    const base = window.location.origin.length + window.location.pathname.length + window.location.search.length;
    return now === null ? null : linkTo(now, broughtBy(store.getState()), base);
  };

  const write = async (): Promise<void> => {
    const { request, showing, expanding } = store.getState();
    const waits = [request, showing, ...Object.values(expanding)].some(({ status }) => status === 'loading');
    if (waits) return follow();
    writing += 1;
    const turn = writing;
    const next = await link();
    if (next === null || turn !== writing) return;
    const { pathname, search, hash } = window.location;
    const wanted = next.fits ? next.fragment : '';
    if (wanted === hash && next.fits) return;
    window.history.replaceState(next.fits ? null : { sentra: view() }, '', `${pathname}${search}${wanted}`);
  };

  const follow = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void write(), REST);
  };

  const openOne = async (what: LinkedView, name: string | null, isFirst: boolean): Promise<void> => {
    opening.abort();
    opening = new AbortController();
    const { signal } = opening;
    tell({ kind: 'OPENING' });
    try {
      const report = await openView(explorer, keeper, { view: what, name, first: isFirst }, signal);
      if (signal.aborted) return;
      tell(report === null ? null : { kind: 'OPENED', name, report });
      acted = true;
      follow();
    } catch (error) {
      if (signal.aborted) return;
      const fault = faultNamed(faultMessage(error));
      // What no longer exists is not there the next time either.
      const again = fault === 'BAD_USER_INPUT' ? null : () => void openOne(what, name, false);
      tell({ kind: 'FAILED', fault, again });
      if (isFirst) explorer.askAgain();
    }
  };

  const openAddress = async (isFirst: boolean): Promise<void> => {
    const read = await readLink(window.location.hash);
    if (read.fault === null) return openOne(read.view, null, isFirst);
    tell({ kind: 'FAILED', fault: read.fault, again: null });
    if (isFirst) explorer.askAgain();
    return undefined;
  };

  const start = async (): Promise<void> => {
    if (hasLink(window.location.hash)) return openAddress(first);
    if (!first) return undefined;
    const state: unknown = window.history.state;
    const kept =
      typeof state === 'object' && state !== null && 'sentra' in state ? parseSharedView(state.sentra) : null;
    if (kept !== null) return openOne(kept, null, true);
    return explorer.askAgain();
  };

  const onHash = (): void => {
    if (hasLink(window.location.hash)) void openAddress(false);
  };
  const onGesture = (): void => {
    acted = true;
    follow();
  };
  const unsubscribe = store.subscribe((now, before) => {
    if (acted && isAnother(now, before)) follow();
  });
  window.addEventListener('hashchange', onHash);
  for (const gesture of GESTURES) window.addEventListener(gesture, onGesture, { capture: true, passive: true });
  void start();

  return {
    view,
    link,
    open: async (what, name) => openOne(what, name, false),
    stop: () => {
      clearTimeout(timer);
      opening.abort();
      unsubscribe();
      window.removeEventListener('hashchange', onHash);
      for (const gesture of GESTURES) window.removeEventListener(gesture, onGesture, { capture: true });
    },
  };
}

/** After these the picture may be seen otherwise without another word to the exploration. */
const GESTURES = ['pointerup', 'wheel', 'keyup'] as const;

const CARRIED = [
  'answer',
  'view',
  'selection',
  'marked',
  'placed',
  'expansions',
  'hidden',
  'pinned',
  'layout',
  'grouping',
  'opened',
  'ways',
  'picture',
  'looks',
  'communitiesBy',
] as const satisfies readonly (keyof Exploration)[];

/** Whether something of it changed that an address carries. */
function isAnother(now: Exploration, before: Exploration): boolean {
  return CARRIED.some((part) => now[part] !== before[part]);
}
