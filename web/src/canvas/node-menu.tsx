import type { Language, NodeId } from '#vocabulary';
import { useRef, type ReactElement } from 'react';
import type { VisibleNode } from '../exploration/visible-graph.ts';
import { ActionMenu } from '../ui/action-menu.tsx';
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
    ...(node.group === null ? (['traceSuppliers', 'traceBuyers', 'paths'] as const) : []),
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
      <ActionMenu
        label={words.menuOf(node.name)}
        anchor={anchor}
        placement="bottom start"
        actions={actions.map((id) => ({ id, text: words.actions[id] }))}
        onAct={(id) => {
          const action = actions.find((candidate) => candidate === id);
          if (action !== undefined) onAct(action, node.id);
        }}
        onClose={onClose}
      />
    </>
  );
}
