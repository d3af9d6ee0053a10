import { useEffect, useEffectEvent, type RefObject } from 'react';
import { useExplorer } from '../actions/explorer-context.ts';
import { VIEWS, type View } from '../exploration/exploration.ts';
import { OFFERED_VIEWS } from '../panels/bar/views.ts';
import { requestExpand } from '../panels/expand-request.ts';
import { closePanel, openTrace } from '../panels/open-panel.ts';

/** What the page may ask of the canvas. */
export interface CanvasCommands {
  readonly fit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
}

/** What the page's keys act on. */
export interface KeysOf {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly canvas: RefObject<CanvasCommands | null>;
  readonly showKeys: () => void;
  readonly showPalette: () => void;
}

const VIEW_KEYS = ['1', '2', '3', '4'];

const TEXT = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable]';
const OPENED = '[role="listbox"], [role="dialog"], [role="alertdialog"], [role="menu"]';

/** True while keys mean text: also when a list of hits hears them in place of the field that has the focus. */
function isTyping({ target }: KeyboardEvent): boolean {
  const places = [target, document.activeElement];
  return places.some((place) => place instanceof Element && place.closest(TEXT) !== null);
}

/** True while keys mean text, or belong to a menu or dialog that is open. */
function keysBelongElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return true;
  return event.target instanceof Element && event.target.closest(OPENED) !== null;
}

/** With Ctrl, or ⌘ on a Mac; `z` while typing is the text field's own. */
function isChord(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.defaultPrevented;
}

/** The keys of the page. The canvas has keys of its own while it has the focus. */
export function useKeys({ search, canvas, showKeys, showPalette }: KeysOf): void {
  const explorer = useExplorer();

  const show = (view: View): void => {
    explorer.setView(view);
    // On a wide screen the list always stands beside the picture: there its key moves the keyboard to it.
    if (view === 'LIST') document.getElementById('answer')?.focus();
  };

  /** Ctrl and another key. */
  const chord = (event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase();
    if (key === 'k' && !event.shiftKey) return done(showPalette());
    if (isTyping(event)) return false;
    if (key === 'z') return done(event.shiftKey ? explorer.redo() : explorer.undo());
    return key === 'y' && !event.shiftKey && done(explorer.redo());
  };

  const act = (key: string): boolean => {
    const { selection, marked, pinned, nodes } = explorer.store.getState();
    const node = selection?.kind === 'node' ? selection.id : null;
    const known = node === null ? undefined : nodes[node];
    const wanted = VIEWS[VIEW_KEYS.indexOf(key)];
    const view = OFFERED_VIEWS.find((offered) => offered === wanted);
    if (view !== undefined) return done(show(view));
    switch (key.toLowerCase()) {
      case '/':
        search.current?.focus();
        return done(search.current?.select());
      case '?':
        return done(showKeys());
      case 'escape':
        if (selection !== null) return done(explorer.back());
        if (marked.length > 0) return done(explorer.clearMarks());
        return closePanel();
      case 'e':
        return node !== null && done(requestExpand(node));
      case 'c':
        return node !== null && done(explorer.collapseAll(node));
      case 'p':
        if (node === null) return false;
        return done(pinned[node] === undefined ? explorer.pinHere([node]) : explorer.unpin([node]));
      case 't':
        return known !== undefined && done(openTrace(known));
      case 'f':
        return run(canvas.current?.fit);
      case '+':
      case '=':
        return run(canvas.current?.zoomIn);
      case '-':
        return run(canvas.current?.zoomOut);
      default:
        return false;
    }
  };

  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (isChord(event) ? chord(event) : !keysBelongElsewhere(event) && act(event.key)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** The key was taken, whatever its action gives back. */
function done(result: void): boolean {
  return result === undefined;
}

function run(command: (() => void) | undefined): boolean {
  command?.();
  return command !== undefined;
}
