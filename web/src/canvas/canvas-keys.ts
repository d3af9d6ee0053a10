import type { NodeId } from '#vocabulary';
import type { CanvasController } from './controller.ts';
import type { Arrow } from './nearest.ts';

/** What the canvas's keys do. `at` is the node where the keyboard stands, or else the selected one. */
export interface KeyActions {
  readonly canvas: CanvasController;
  readonly at: NodeId | null;
  readonly go: (arrow: Arrow) => void;
  /** To the next (1) or previous (−1) relation of the node. */
  readonly along: (by: 1 | -1) => void;
  /** To the other end of the relation that was walked to. */
  readonly across: () => void;
  readonly open: (id: NodeId) => void;
  readonly expand: (id: NodeId) => void;
  readonly collapse: (id: NodeId) => void;
  readonly analyse: (what: 'TIERS', id: NodeId) => void;
  readonly pin: (id: NodeId) => void;
  readonly mark: (id: NodeId) => void;
  readonly menu: (id: NodeId) => void;
}

/** The key as pressed on the canvas. */
export interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const ARROWS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] satisfies readonly Arrow[];

function isArrow(key: string): key is Arrow {
  return ARROWS.includes(key);
}

/** Whether the canvas knows the key, and did what it says. */
export function press({ key, altKey, shiftKey }: Pressed, actions: KeyActions): boolean {
  if (altKey) return isArrow(key) && pressAlong(key, actions);
  if (isArrow(key)) return done(actions.go(key));
  if (shiftKey && key === 'F10') return onNode(actions, actions.menu);
  switch (key.toLowerCase()) {
    case ']':
      return actions.at !== null && done(actions.along(1));
    case '[':
      return actions.at !== null && done(actions.along(-1));
    case 'contextmenu':
      return onNode(actions, actions.menu);
    case 'enter':
    case ' ':
      return onNode(actions, actions.open);
    case 'e':
      return onNode(actions, actions.expand);
    case 'c':
      return onNode(actions, actions.collapse);
    case 't':
      return onNode(actions, (id) => actions.analyse('TIERS', id));
    case 'p':
      return onNode(actions, actions.pin);
    case 'm':
      return onNode(actions, actions.mark);
    case 'f':
      return done(actions.canvas.fit());
    case '+':
    case '=':
      return done(actions.canvas.zoomIn());
    case '-':
      return done(actions.canvas.zoomOut());
    default:
      return false;
  }
}

function pressAlong(key: Arrow, actions: KeyActions): boolean {
  if (actions.at === null) return false;
  if (key === 'ArrowDown') return done(actions.across());
  if (key === 'ArrowUp') return false;
  return done(actions.along(key === 'ArrowRight' ? 1 : -1));
}

function onNode({ at }: KeyActions, act: (id: NodeId) => void): boolean {
  return at !== null && done(act(at));
}

/** The key was taken, whatever its action gives back. */
function done(result: void): boolean {
  return result === undefined;
}
