/** Sentra by rule from the definition alone: all subsets of the units, and all completions of what is unknown. */
import type { RuleUnit } from '../../api/analysis/sentra-rule/sentra-types.ts';
import { nodeId } from './graph-of-records.ts';

/** A unit of which everything is known. */
export interface PlainUnit {
  readonly id: string;
  readonly place: string;
  readonly workers: number;
  /** `product:iron` and the like. */
  readonly has: readonly string[];
}

/** As `findSentra` takes it. */
export function ruleUnit({ id, place, workers, has }: PlainUnit): RuleUnit {
  const values = (likeness: string) =>
    has.filter((value) => value.startsWith(`${likeness}:`)).map((value) => nodeId(value.slice(likeness.length + 1)));
  return {
    unit: nodeId(id),
    place: nodeId(place),
    workers: { least: workers, most: workers },
    values: { PRODUCT: values('PRODUCT'), MATERIAL: values('MATERIAL'), PROCESS: values('PROCESS') },
  };
}

interface PlainSentra {
  readonly place: string;
  readonly units: readonly string[];
  readonly reasons: readonly string[];
}

/** Every subset of at least so many units of 1–99 workers in one place that share a value, and that no larger such subset holds. */
export function sentraBySubsets(units: readonly PlainUnit[], leastUnits: number): readonly PlainSentra[] {
  const found: { readonly mask: number; readonly sentra: PlainSentra }[] = [];
  for (let mask = 1; mask < 2 ** units.length; mask += 1) {
    const own = units.filter((_, at) => (mask >> at) & 1);
    const [first] = own;
    if (first === undefined || own.length < leastUnits) continue;
    if (own.some(({ place, workers }) => place !== first.place || workers < 1 || workers > 99)) continue;
    const shared = [...new Set(first.has)].filter((value) => own.every(({ has }) => has.includes(value)));
    if (shared.length === 0) continue;
    const ids = own.map(({ id }) => id).toSorted();
    found.push({ mask, sentra: { place: first.place, units: ids, reasons: shared.toSorted() } });
  }
  return found
    .filter(({ mask }) => !found.some((other) => other.mask !== mask && (mask & other.mask) === mask))
    .map(({ sentra }) => sentra)
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** A unit of which some may be unknown (null). */
export interface HalfKnown {
  readonly id: string;
  readonly place: string | null;
  readonly workers: number | null;
  readonly product: string | null;
  readonly material: string | null;
}

const ELSEWHERE = 'elsewhere';

/** Every way in which the unknown can turn out, `none` being a value that nobody else has. */
export function* completions(
  units: readonly HalfKnown[],
  places: readonly string[],
  values: readonly string[],
): Generator<readonly PlainUnit[]> {
  const [first, ...rest] = units;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const others of completions(rest, places, values)) {
    for (const place of first.place === null ? [...places, ELSEWHERE] : [first.place]) {
      for (const workers of first.workers === null ? [50, 240] : [first.workers]) {
        for (const product of first.product === null ? [...values, `only-${first.id}`] : [first.product]) {
          for (const material of first.material === null ? [...values, `only-${first.id}`] : [first.material]) {
            const has = [`PRODUCT:${product}`, `MATERIAL:${material}`];
            yield [{ id: first.id, place, workers, has }, ...others];
          }
        }
      }
    }
  }
}
