import type { Language, NodeId } from '#vocabulary';
import { useRef, type ReactElement } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { VisibleNode } from '../exploration/visible-graph.ts';
import styles from './canvas.module.css';
import type { Point } from './nearest.ts';
import { WORDS, type NodeAction } from './words.ts';

/** A node's actions, asked for at a point of the canvas. */
export interface MenuAt {
  readonly id: NodeId;
  readonly at: Point;
}

/** What can be done with a node as it is now, in order. */
export function actionsOf(node: VisibleNode): readonly NodeAction[] {
  return [
    'details',
    node.group === null ? 'expand' : 'openGroup',
    ...(node.expanded ? (['collapse'] as const) : []),
    'hide',
    'keepOnly',
    node.pinned ? 'unpin' : 'pin',
    node.marked ? 'unmark' : 'mark',
  ];
}

/** The menu of a node's actions, where the pointer or the keyboard stands. */
export function NodeMenu({
  node,
  at,
  language,
  onAct,
  onClose,
}: {
  readonly node: VisibleNode;
  readonly at: Point;
  readonly language: Language;
  readonly onAct: (action: NodeAction, id: NodeId) => void;
  readonly onClose: () => void;
}): ReactElement {
  const words = WORDS[language];
  const anchor = useRef<HTMLSpanElement>(null);
  const actions = actionsOf(node);
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: at.x, top: at.y }} aria-hidden="true" />
      <Popover
        className={styles.menu ?? ''}
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Menu
          aria-label={words.menuOf(node.name)}
          // A menu that was asked for takes the keyboard, as menus do.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus="first"
          onAction={(key) => {
            const action = actions.find((candidate) => candidate === key);
            if (action !== undefined) onAct(action, node.id);
          }}
          onClose={onClose}
        >
          {actions.map((action) => (
            <MenuItem key={action} id={action} className={styles.item ?? ''}>
              {words.actions[action]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
