import type { NodeId } from '#vocabulary';
import type cytoscape from 'cytoscape';
import type { Selection } from '../exploration/selection.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import type { PlacedLabel } from './label-plan.ts';
import { selectionOfLine } from './light.ts';
import { distanceToRun, HIT, targetAt, type Point, type Target } from './nearest.ts';

/** What a person points at. */
export interface HitTester {
  /** A node by its shape or name, or else a line; null on the ground. */
  readonly at: (point: Point, coarse: boolean) => Selection | null;
}

/** Hit areas are wider than what is drawn: 24 px around a node, 12 across a line; 44 and 24 for a finger. */
export function hitTester(
  cy: cytoscape.Core,
  graph: () => VisibleGraph | null,
  labels: () => readonly PlacedLabel[],
): HitTester {
  function nodeTargets(): readonly Target<NodeId>[] {
    return (graph()?.nodes ?? []).flatMap(({ id }) => {
      const drawn = cy.getElementById(id);
      if (drawn.empty()) return [];
      const half = { x: drawn.renderedWidth() / 2, y: drawn.renderedHeight() / 2 };
      return [{ id, at: drawn.renderedPosition(), half }];
    });
  }

  function lineAt(point: Point, across: number): Selection | null {
    let best: { readonly selection: Selection; readonly distance: number } | null = null;
    for (const line of graph()?.lines ?? []) {
      const drawn = cy.getElementById(line.id);
      if (drawn.empty()) continue;
      const distance = distanceToRun(runOf(drawn.edges().first()), point);
      const reach = Math.max(across / 2, (line.width * cy.zoom()) / 2 + 2);
      if (distance <= reach && (best === null || distance < best.distance)) {
        best = { selection: selectionOfLine(line), distance };
      }
    }
    return best?.selection ?? null;
  }

  return {
    at: (point, coarse) => {
      const kind = coarse ? 'coarse' : 'fine';
      const id = targetAt(nodeTargets(), point, HIT.node[kind]) ?? labelAt(labels(), point);
      return id === null ? lineAt(point, HIT.line[kind]) : { kind: 'node', id };
    },
  };
}

function labelAt(labels: readonly PlacedLabel[], { x, y }: Point): NodeId | null {
  const label = labels.find(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  return label?.id ?? null;
}

/** The line as drawn, in straight pieces. */
function runOf(line: cytoscape.EdgeSingular): readonly Point[] {
  const [start, end] = [line.renderedSourceEndpoint(), line.renderedTargetEndpoint()];
  // A straight line has none, whatever the types say (and asking for the rendered ones would throw).
  const controls: cytoscape.Position[] | undefined = line.controlPoints();
  const bend = controls?.[0];
  if (bend === undefined) return [start, end];
  const [zoom, pan] = [line.cy().zoom(), line.cy().pan()];
  const control = { x: bend.x * zoom + pan.x, y: bend.y * zoom + pan.y };
  return Array.from({ length: 13 }, (_, i) => {
    const t = i / 12;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y };
  });
}
