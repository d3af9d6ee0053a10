import {
  heldAt,
  periodBounds,
  type Held,
  type PartialDate,
  type Period,
  type PeriodBounds,
  type RelationFamily,
} from '#vocabulary';
import type { Exploration } from './exploration.ts';
import type { VisibleGraph, VisibleLine } from './visible-graph.ts';

/**
 * Shows the picture as of a date before it is asked for, from the periods that are known; null goes back to what is answered.
 * Nothing moves and no node goes: only lines do. It ends when the next answer comes, and is no step.
 */
export function previewAsOf(exploration: Exploration, asOf: PartialDate | null): Exploration {
  return exploration.preview === asOf ? exploration : { ...exploration, preview: asOf };
}

const BOUNDS = new WeakMap<Period, PeriodBounds>();

/** As `heldAt`, with the bounds of a period worked out once. */
export function heldOn(period: Period, asOf: PartialDate): Held {
  const bounds = BOUNDS.get(period) ?? periodBounds(period);
  BOUNDS.set(period, bounds);
  return heldAt(bounds, asOf);
}

/**
 * A picture with the lines that held, or possibly held, at the date looked at; the same when none is.
 * @param widthOf the width of a line of a family that counts so many relations
 */
export function previewed(
  graph: VisibleGraph,
  { preview, relations }: Exploration,
  widthOf: (family: RelationFamily, relations: number) => number,
): VisibleGraph {
  if (preview === null) return graph;
  const lines = graph.lines.flatMap((line): readonly VisibleLine[] => {
    const held = new Map(
      line.relations.map((id) => {
        const relation = relations[id];
        return [id, relation === undefined ? 'POSSIBLY' : heldOn(relation.period, preview)] as const;
      }),
    );
    const kept = line.relations.filter((id) => held.get(id) !== 'NO');
    if (kept.length === 0) return [];
    const possible = kept.every((id) => held.get(id) === 'POSSIBLY');
    const doubtful = {
      inferred: line.doubtful.inferred.filter((id) => held.get(id) !== 'NO'),
      possible: kept.filter((id) => held.get(id) === 'POSSIBLY'),
      disputed: line.doubtful.disputed.filter((id) => held.get(id) !== 'NO'),
    };
    return [{ ...line, relations: kept, possible, doubtful, width: widthOf(line.family, kept.length) }];
  });
  return { ...graph, lines };
}
