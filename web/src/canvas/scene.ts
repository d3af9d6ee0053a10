import type { Language, NodeId } from '#vocabulary';
import type { Layout, Placing, Position } from '../exploration/arrangement.ts';
import type { DrawnLooks } from '../exploration/drawn-looks.ts';
import type { Selection } from '../exploration/selection.ts';
import type { Step } from '../exploration/step.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import type { Rectangle } from './gestures.ts';
import type { Coordinates } from './layout/geographic.ts';
import type { Point } from './nearest.ts';

/** What the canvas says to the page. */
export interface CanvasEvents {
  readonly onSelect: (selection: Selection | null) => void;
  readonly onHover: (pointedAt: Selection | null) => void;
  readonly onExpand: (id: NodeId) => void;
  readonly onMark: (ids: readonly NodeId[], how: 'SET' | 'ADD' | 'TOGGLE') => void;
  readonly onPin: (placings: readonly Placing[]) => void;
  /** A node's actions are asked for, at a point of the canvas. */
  readonly onMenu: (id: NodeId, at: Point) => void;
  /** The box being drawn, in pixels of the canvas; null when there is none. */
  readonly onBox: (box: Rectangle | null) => void;
  readonly boxing: () => boolean;
}

/** What is to be shown. */
export interface CanvasScene {
  readonly graph: VisibleGraph;
  /** Sizes and colours by measures, and what the picture is looked at without. */
  readonly looks: DrawnLooks;
  readonly hover: Selection | null;
  readonly language: Language;
  readonly documentedOnly: boolean;
  /** Whether anything is selected: then a change of size, such as details that open, does not fit the picture anew. */
  readonly selecting: boolean;
  /** What was selected last: a picture that cannot be read whole opens around it. */
  readonly lookedAt: Selection | null;
  readonly layout: Layout;
  readonly pinned: Readonly<Record<NodeId, Position>>;
  readonly step: Step | null;
  /** Of the nodes with a place, when the layout goes by it. */
  readonly coordinates: ReadonlyMap<NodeId, Coordinates>;
}

/** The elements that a canvas is put into. */
export interface CanvasElements {
  /** Takes the pointer. */
  readonly surface: HTMLElement;
  /** Holds picture and labels, and is moved while a large picture is. */
  readonly still: HTMLElement;
  readonly picture: HTMLElement;
  readonly labels: HTMLCanvasElement;
}
