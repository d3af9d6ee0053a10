import { useEffect, useEffectEvent, type RefObject } from 'react';
import { useExplorer } from '../actions/explorer-context.ts';
import { VIEWS } from '../exploration/exploration.ts';
import { OFFERED_VIEWS } from '../panels/bar/views.ts';
import { requestExpand } from '../panels/expand-request.ts';

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
}

const VIEW_KEYS = ['1', '2', '3', '4'];

/** True while keys mean text, or belong to a menu or dialog that is open. */
function keysBelongElsewhere(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.closest('input, textarea, select, [contenteditable], [role="listbox"], [role="dialog"], [role="menu"]') !==
    null
  );
}

/** The keys of the page. The canvas has keys of its own while it has the focus. */
export function useKeys({ search, canvas, showKeys }: KeysOf): void {
  const explorer = useExplorer();

  const act = (key: string): boolean => {
    const { selection } = explorer.store.getState();
    const node = selection?.kind === 'node' ? selection.id : null;
    const wanted = VIEWS[VIEW_KEYS.indexOf(key)];
    const view = OFFERED_VIEWS.find((offered) => offered === wanted);
    if (view !== undefined) return done(explorer.setView(view));
    switch (key.toLowerCase()) {
      case '/':
        search.current?.focus();
        return done(search.current?.select());
      case '?':
        return done(showKeys());
      case 'escape':
        return selection !== null && done(explorer.back());
      case 'e':
        return node !== null && done(requestExpand(node));
      case 'c':
        return node !== null && done(explorer.collapseAll(node));
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
    if (!keysBelongElsewhere(event) && act(event.key)) event.preventDefault();
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
