/** How many units and workers stand behind clusters, where figures say so; what nobody counted is counted apart. */
import type { FigureId, Measure, NodeId, PeriodBounds } from '#vocabulary';

/** What is looked at of a figure. */
export interface SizeFigure {
  readonly id: FigureId;
  readonly about: NodeId;
  readonly measure: Measure;
  /** A figure that is narrowed, such as to one product, is not the whole. */
  readonly within: NodeId | null;
  readonly value: number | null;
  readonly bounds: PeriodBounds;
}

/** From the smallest to the largest that sources of the same day say. */
export interface KnownCount {
  readonly low: number;
  readonly high: number;
  /** Ascending. */
  readonly figures: readonly FigureId[];
}

export interface ClusterSize {
  /** null: no source says. */
  readonly units: KnownCount | null;
  readonly workers: KnownCount | null;
}

/** Sums of those that are known, and how many are not. */
export interface SizeTotal {
  /** null where none is known, which is not nothing. */
  readonly low: number | null;
  readonly high: number | null;
  readonly knownCount: number;
  readonly unknownCount: number;
}

/** Units of a cluster; of a group without makers of its own, its members. */
const UNIT_MEASURES: readonly Measure[] = ['MAKERS', 'MEMBERS'];

/** Of several days, the one whose figures are last known to hold: growth over years is no disagreement. */
function newest(figures: readonly SizeFigure[]): KnownCount | null {
  const last = Math.max(...figures.map(({ bounds }) => bounds.earliestEnd));
  const values = figures
    .filter(({ bounds }) => bounds.earliestEnd === last)
    .flatMap(({ id, value }) => (value === null ? [] : [{ id, value }]));
  if (values.length === 0) return null;
  return {
    low: Math.min(...values.map(({ value }) => value)),
    high: Math.max(...values.map(({ value }) => value)),
    figures: values.map(({ id }) => id).toSorted(),
  };
}

/** By the newest whole figure that had begun by the last day asked for. */
export function sizeOf(figures: readonly SizeFigure[], lastDay: number): ClusterSize {
  const whole = figures.filter(
    ({ within, value, bounds }) => within === null && value !== null && bounds.earliestStart <= lastDay,
  );
  const of = (measure: Measure): KnownCount | null => newest(whole.filter((figure) => figure.measure === measure));
  return {
    units: UNIT_MEASURES.reduce<KnownCount | null>((known, measure) => known ?? of(measure), null),
    workers: of('WORKERS'),
  };
}

/** Over clusters that are each given once. */
export function totalOf(counts: readonly (KnownCount | null)[]): SizeTotal {
  const known = counts.filter((count) => count !== null);
  const sum = (end: 'low' | 'high'): number | null =>
    known.length === 0 ? null : known.reduce((all, count) => all + count[end], 0);
  return { low: sum('low'), high: sum('high'), knownCount: known.length, unknownCount: counts.length - known.length };
}
