import type { NodeId } from '#vocabulary';
import type cytoscape from 'cytoscape';
import type { Selection } from '../exploration/selection.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import type { PlacedLabel } from './label-plan.ts';
import { fixedScale } from './layout/fixed.ts';
import type { Placements, Size } from './layout/placement.ts';
import { curve, type Bend } from './layout/routes.ts';
import { selectionOfLine } from './light.ts';
import { distanceToRun, HIT, targetAt, type Point, type Target } from './nearest.ts';

/** What a person points at. */
export interface HitTester {
  /** A node by its shape or name, or else a line; null on the ground. Points are pixels from the canvas's corner. */
  readonly at: (point: Point, coarse: boolean) => Selection | null;
  /** Something moved, came or went. */
  readonly forget: () => void;
}

/** What is pointed at, where, and as it stands now. */
export interface HitScene {
  readonly graph: VisibleGraph;
  readonly places: Placements;
  readonly sizes: ReadonlyMap<NodeId, Size>;
  readonly bends: ReadonlyMap<string, Bend>;
  /** The zoom below which nodes of fixed size shrink (`fixedFrom`). */
  readonly from: number;
  readonly labels: readonly PlacedLabel[];
}

interface Run {
  readonly selection: () => Selection;
  readonly points: readonly Point[];
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Hit areas are wider than what is drawn: 24 px around a node, 12 across a line; 44 and 24 for a finger. Everything is
 * gathered once for a picture, in its own coordinates, so that a move of the pointer costs no look at Cytoscape.
 */
export function hitTester(cy: cytoscape.Core, scene: () => HitScene | null): HitTester {
  let runs: readonly Run[] | null = null;

  function nodeTargets({ graph, places, sizes, from }: HitScene, zoom: number): readonly Target<NodeId>[] {
    return graph.nodes.flatMap(({ id }) => {
      const [at, size] = [places.get(id), sizes.get(id)];
      if (at === undefined || size === undefined) return [];
      const scale = size.fixed === true ? fixedScale(zoom, from) : 1;
      return [{ id, at, half: { x: size.half.x * scale, y: size.half.y * scale } }];
    });
  }

  function lineAt(shown: HitScene, point: Point, across: number, zoom: number): Selection | null {
    let best: { readonly selection: Selection; readonly distance: number } | null = null;
    runs ??= runsOf(shown);
    for (const run of runs) {
      const reach = Math.max(across / 2 / zoom, run.width / 2 + 2 / zoom);
      if (point.x < run.left - reach || point.x > run.right + reach) continue;
      if (point.y < run.top - reach || point.y > run.bottom + reach) continue;
      const distance = distanceToRun(run.points, point);
      if (distance <= reach && (best === null || distance < best.distance)) {
        best = { selection: run.selection(), distance };
      }
    }
    return best?.selection ?? null;
  }

  return {
    at: (point, coarse) => {
      const shown = scene();
      if (shown === null) return null;
      const [zoom, pan] = [cy.zoom(), cy.pan()];
      const there = { x: (point.x - pan.x) / zoom, y: (point.y - pan.y) / zoom };
      const kind = coarse ? 'coarse' : 'fine';
      const id = targetAt(nodeTargets(shown, zoom), there, HIT.node[kind] / zoom) ?? labelAt(shown.labels, point);
      return id === null ? lineAt(shown, there, HIT.line[kind], zoom) : { kind: 'node', id };
    },
    forget: () => (runs = null),
  };
}

function labelAt(labels: readonly PlacedLabel[], { x, y }: Point): NodeId | null {
  const label = labels.find(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  return label?.id ?? null;
}

/** The lines as drawn, in straight pieces. */
function runsOf({ graph, places, bends }: HitScene): readonly Run[] {
  return graph.lines.flatMap((line) => {
    const [a, b] = [places.get(line.from), places.get(line.to)];
    if (a === undefined || b === undefined) return [];
    const bend = bends.get(line.id);
    const points = bend === undefined ? [a, b] : curve(a, b, bend);
    const xs = points.map((at) => at.x);
    const ys = points.map((at) => at.y);
    return [
      {
        selection: () => selectionOfLine(line),
        points,
        width: line.width,
        left: Math.min(...xs),
        right: Math.max(...xs),
        top: Math.min(...ys),
        bottom: Math.max(...ys),
      },
    ];
  });
}
