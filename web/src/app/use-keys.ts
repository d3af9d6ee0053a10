import { useEffect, useRef, type RefObject } from 'react';
import { useExplorer } from '../actions/explorer-context.ts';
import { VIEWS, type View } from '../exploration/exploration.ts';
import { requestExpand } from '../panels/expand-request.ts';

/** What the page may ask of the canvas. */
export interface CanvasCommands {
  readonly fit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
}

export interface KeysOf {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly canvas: RefObject<CanvasCommands | null>;
  readonly showKeys: () => void;
}

const VIEW_OF_KEY: Readonly<Record<string, View>> = { 1: VIEWS[1], 2: VIEWS[2], 3: VIEWS[0] };

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
export function useKeys(keys: KeysOf): void {
  const explorer = useExplorer();
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (keysBelongElsewhere(event)) return;
      if (!act(event.key)) return;
      event.preventDefault();
    };
    const act = (key: string): boolean => {
      const { search, canvas, showKeys } = latest.current;
      const { selection } = explorer.store.getState();
      const node = selection?.kind === 'node' ? selection.id : null;
      const view = VIEW_OF_KEY[key];
      if (view !== undefined) {
        explorer.setView(view);
        return true;
      }
      switch (key) {
        case '/':
          search.current?.focus();
          search.current?.select();
          return true;
        case '?':
          showKeys();
          return true;
        case 'Escape':
          if (selection === null) return false;
          explorer.back();
          return true;
        case 'e':
        case 'E':
          if (node === null) return false;
          requestExpand(node);
          return true;
        case 'c':
        case 'C':
          if (node === null) return false;
          explorer.collapseAll(node);
          return true;
        case 'f':
        case 'F':
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
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [explorer]);
}

function run(command: (() => void) | undefined): boolean {
  command?.();
  return command !== undefined;
}
