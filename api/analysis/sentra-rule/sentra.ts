/** Which makers are a sentra by the letter of the regulation (ANALYSIS.md §10). */
import type { Held, NodeId } from '#vocabulary';
import { compareText } from '../compare-text.ts';
import {
  LEGAL_LIMITS,
  LIKENESSES,
  type Likeness,
  type PlaceVerdict,
  type RuleUnit,
  type Sentra,
  type SentraByRule,
  type SentraLimits,
  type SentraReason,
  type UndecidedSentra,
  type WorkerRange,
} from './sentra-types.ts';

export interface SentraRequest {
  /** Whether the units are all there are: only then can too few of them decide that there is no sentra. */
  readonly listComplete: boolean;
  /** Absent: {@link LEGAL_LIMITS}. */
  readonly limits?: SentraLimits | undefined;
}

/**
 * Sentra by rule (PP 29/2018): units of the size asked for, in one place, with one product, material or process in common: each value
 * that enough units have is a sentra. A set inside a larger one of the same place is dropped, equal sets are one with several reasons.
 * What is unknown of a unit is never filled in: too few known units are "undecided", not "none", unless the list is complete and even
 * with all that is unknown there are too few. Pure. O(units · values).
 */
export function findSentra(units: readonly RuleUnit[], request: SentraRequest): SentraByRule {
  const limits = request.limits ?? LEGAL_LIMITS;
  const places = unique(units.flatMap(({ place }) => place ?? []));
  const read = places.map((place) => readPlace(place, units, limits, request.listComplete));
  return {
    sentra: read.flatMap(({ sentra }) => sentra),
    undecided: read.flatMap(({ undecided }) => undecided),
    places: read.map(({ verdict }) => verdict),
  };
}

interface PlaceRead {
  readonly sentra: readonly Sentra[];
  readonly undecided: readonly UndecidedSentra[];
  readonly verdict: PlaceVerdict;
}

function readPlace(
  place: NodeId,
  units: readonly RuleUnit[],
  { leastUnits, workers }: SentraLimits,
  listComplete: boolean,
): PlaceRead {
  const perhaps = units.filter((unit) => (unit.place ?? place) === place && mayFit(unit.workers, workers));
  const surely = perhaps.filter((unit) => unit.place === place && surelyFits(unit.workers, workers));
  const enough = new Map<string, Sentra>();
  const undecided: UndecidedSentra[] = [];
  for (const likeness of LIKENESSES) {
    for (const value of unique(units.flatMap((unit) => unit.values[likeness] ?? []))) {
      const known = idsOf(surely.filter((unit) => unit.values[likeness]?.includes(value) === true));
      const possible = idsOf(perhaps.filter((unit) => unit.values[likeness]?.includes(value) !== false));
      if (known.length >= leastUnits) {
        const key = known.join(' ');
        const reasons: readonly SentraReason[] = [...(enough.get(key)?.reasons ?? []), { likeness, value }];
        enough.set(key, { place, units: known, reasons });
      } else if (known.length > 0 && (!listComplete || possible.length >= leastUnits)) {
        undecided.push({ place, likeness, value, known, possible });
      }
    }
  }
  const sentra = widest([...enough.values()]);
  const open = !listComplete || LIKENESSES.some((likeness) => mostAlike(perhaps, likeness) >= leastUnits);
  const held: Held = sentra.length > 0 ? 'YES' : open ? 'POSSIBLY' : 'NO';
  return { sentra, undecided, verdict: { place, held } };
}

/** As many units as can have one value of a likeness in common: those of a value with all of whom none is known. */
function mostAlike(units: readonly RuleUnit[], likeness: Likeness): number {
  const unknown = units.filter((unit) => unit.values[likeness] === null).length;
  const counts = new Map<NodeId, number>();
  for (const unit of units) {
    for (const value of new Set(unit.values[likeness])) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return unknown + Math.max(0, ...counts.values());
}

/** Without the sets that lie within another; by units. */
function widest(sets: readonly Sentra[]): readonly Sentra[] {
  const within = (a: Sentra, b: Sentra): boolean => a !== b && a.units.every((unit) => b.units.includes(unit));
  return sets
    .filter((one) => !sets.some((other) => within(one, other)))
    .toSorted((a, b) => compareText(a.units.join(' '), b.units.join(' ')));
}

function surelyFits(workers: WorkerRange | null, limit: WorkerRange): boolean {
  return workers !== null && workers.least >= limit.least && workers.most <= limit.most;
}

function mayFit(workers: WorkerRange | null, limit: WorkerRange): boolean {
  return workers === null || (workers.least <= limit.most && workers.most >= limit.least);
}

function unique(ids: readonly NodeId[]): readonly NodeId[] {
  return [...new Set(ids)].toSorted(compareText);
}

function idsOf(units: readonly RuleUnit[]): readonly NodeId[] {
  return unique(units.map(({ unit }) => unit));
}

/** Villages of which at least so many of the households make the same: a sentra to the statistics office (BPS). */
const LEAST_HOUSEHOLDS = 0.2;

/**
 * BPS's rule, which counts households and not units: it stands beside the regulation and is never merged with it.
 * @param making households that make the same; null: not known
 * @param all households of the village; null: not known
 */
export function isVillageSentra(making: number | null, all: number | null): Held {
  if (making === null || all === null) return 'POSSIBLY';
  return all > 0 && making / all >= LEAST_HOUSEHOLDS ? 'YES' : 'NO';
}
