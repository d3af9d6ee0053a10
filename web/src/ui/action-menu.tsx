import { useEffect, useRef, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from './icon.tsx';

/** One thing that can be done, or one of several that can be chosen. */
export interface MenuAction {
  readonly id: string;
  readonly text: string;
  /** A smaller second line. */
  readonly note?: string;
  /** The key that does the same. */
  readonly key?: string;
  readonly disabled?: boolean;
  /** Given for all or none: true marks the one that holds now. */
  readonly chosen?: boolean;
}

/** A menu of actions beside what it belongs to. */
export interface ActionMenuProps {
  readonly label: string;
  readonly anchor: RefObject<Element | null>;
  readonly placement: 'bottom start' | 'bottom end';
  readonly actions: readonly MenuAction[];
  readonly onAct: (id: string) => void;
  readonly onClose: () => void;
}

/**
 * Opened on purpose, it takes the keyboard: arrows (around the ends), Home, End, the first letters of a name, Enter or Space, Esc or Tab out.
 * React Aria's own menu with its submenus and sections would cost the first screen 4 kB, because its dialogs share a module with it.
 */
export function ActionMenu({ label, anchor, placement, actions, onAct, onClose }: ActionMenuProps): ReactElement {
  return (
    <Popover
      className="pop"
      triggerRef={anchor}
      isOpen
      placement={placement}
      offset={2}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Items label={label} actions={actions} onAct={onAct} onClose={onClose} />
    </Popover>
  );
}

function Items({
  label,
  actions,
  onAct,
  onClose,
}: Pick<ActionMenuProps, 'label' | 'actions' | 'onAct' | 'onClose'>): ReactElement {
  const menu = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  useEffect(() => {
    const chosen = menu.current?.querySelector<HTMLElement>('[aria-checked=true]');
    (chosen ?? itemsOf(menu.current)[0])?.focus({ preventScroll: true });
  }, []);

  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    // Through a portal, too, keys reach whoever rendered the menu: they mean nothing there while it is open.
    if (event.key !== 'Escape') event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab') onClose();
    const items = itemsOf(menu.current);
    const at = items.findIndex((item) => item === document.activeElement);
    const next = stepped(event.key, at, items.length) ?? spelt(event, items, at, typed.current);
    if (next === null) return;
    event.preventDefault();
    items[next]?.focus();
  };

  return (
    // Arrows go through the items; the menu itself is not in their way.
    <div ref={menu} className="options action-menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={press}>
      {actions.map(({ id, text, note, key, disabled = false, chosen }) => (
        <button
          key={id}
          type="button"
          className="option"
          role={chosen === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={chosen}
          aria-disabled={disabled || undefined}
          data-selected={chosen === true ? '' : undefined}
          tabIndex={-1}
          onPointerMove={({ currentTarget }) => currentTarget.focus({ preventScroll: true })}
          onClick={() => {
            if (disabled) return;
            onClose();
            onAct(id);
          }}
        >
          {chosen !== undefined && <span className="option-mark">{chosen && <Icon name="check" size={14} />}</span>}
          <span className="option-text">
            {text}
            {note !== undefined && <span className="option-note">{note}</span>}
          </span>
          {key !== undefined && <kbd className="option-end">{key}</kbd>}
        </button>
      ))}
    </div>
  );
}

function itemsOf(menu: HTMLElement | null): readonly HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled])') ?? [])];
}

/** Where an arrow, Home or End leads from item `at` (−1: none) of `count`; null for other keys. */
function stepped(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (Math.max(at, 0) + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Letters typed within this many milliseconds belong together. */
const TOGETHER = 800;

/** The next item whose name begins with what was typed; the same letter again goes on to the next one. */
function spelt(
  { key, timeStamp }: KeyboardEvent,
  items: readonly HTMLElement[],
  at: number,
  typed: { text: string; at: number },
): number | null {
  if ([...key].length !== 1 || (key === ' ' && typed.text === '')) return null;
  const going = timeStamp - typed.at < TOGETHER ? typed.text : '';
  typed.text = going === key ? going : going + key.toLocaleLowerCase();
  typed.at = timeStamp;
  // A single letter looks beyond where the keyboard stands, more letters stay where they still fit.
  const from = typed.text.length > 1 ? Math.max(at, 0) : at + 1;
  for (let step = 0; step < items.length; step += 1) {
    const index = (from + step) % items.length;
    if (items[index]?.textContent?.toLocaleLowerCase().startsWith(typed.text) === true) return index;
  }
  return null;
}
