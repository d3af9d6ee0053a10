import type { PartialDate, Source, SourceId } from '#vocabulary';
import type { RelationSources } from '../store/graph-store.ts';
import type { RelationIndex } from './projection.ts';
import { ProjectionError } from './projection-error.ts';
import type { RelationTable } from './relation-table.ts';

/** What relations rest on, as a store tells it. */
export interface SourceInput {
  /** Every relation once, ascending by id; another order costs a search each. */
  readonly ofRelations: AsyncIterable<readonly RelationSources[]>;
  readonly byId: (sources: readonly SourceId[]) => Promise<ReadonlyMap<SourceId, Pick<Source, 'date'>>>;
}

/** All that the table is, as plain values and an array on shared memory. */
export interface SourceParts {
  readonly setOf: Int32Array;
  readonly sets: readonly (readonly SourceId[])[];
  readonly dates: readonly (readonly [SourceId, PartialDate | null])[];
}

/** Sources whose dates are asked for at once. */
const DATES_AT_ONCE = 1_000;

async function datesOf(
  sets: readonly (readonly SourceId[])[],
  { byId }: SourceInput,
): Promise<ReadonlyMap<SourceId, PartialDate | null>> {
  const dates = new Map<SourceId, PartialDate | null>();
  const ids = [...new Set(sets.flat())];
  for (let at = 0; at < ids.length; at += DATES_AT_ONCE) {
    for (const [id, { date }] of await byId(ids.slice(at, at + DATES_AT_ONCE))) dates.set(id, date);
  }
  return dates;
}

/**
 * Which sources each relation rests on, and of when those are: 4 bytes a relation, and every distinct set of sources once; relations
 * share few sets, since a survey or an article speaks of many.
 */
export class SourceTable {
  /** Place of a relation's set; 0 is the empty set. */
  readonly #setOf: Int32Array;
  readonly #sets: readonly (readonly SourceId[])[];
  readonly #dates: ReadonlyMap<SourceId, PartialDate | null>;

  /** Without input nothing is known of any source. @throws ProjectionError when a relation is not in the table */
  static async read(input: SourceInput | undefined, relations: RelationTable): Promise<SourceTable> {
    const setOf = new Int32Array(new SharedArrayBuffer(relations.count * Int32Array.BYTES_PER_ELEMENT));
    const sets: (readonly SourceId[])[] = [[]];
    const places = new Map<string, number>();
    let next: RelationIndex = 0;
    for await (const batch of input?.ofRelations ?? []) {
      for (const { id, sources } of batch) {
        const relation = next < relations.count && relations.id(next) === id ? next : relations.index(id);
        if (relation === undefined) throw new ProjectionError(`sources were named of '${id}', which is no relation`);
        const key = sources.join(' ');
        const place = places.get(key) ?? sets.push(sources) - 1;
        places.set(key, place);
        setOf[relation] = place;
        next = relation + 1;
      }
    }
    return new SourceTable(setOf, sets, input === undefined ? new Map() : await datesOf(sets, input));
  }

  /** The table of what {@link parts} gave. */
  static ofParts({ setOf, sets, dates }: SourceParts): SourceTable {
    return new SourceTable(setOf, sets, new Map(dates));
  }

  private constructor(
    setOf: Int32Array,
    sets: readonly (readonly SourceId[])[],
    dates: ReadonlyMap<SourceId, PartialDate | null>,
  ) {
    this.#setOf = setOf;
    this.#sets = sets;
    this.#dates = dates;
  }

  parts(): SourceParts {
    return { setOf: this.#setOf, sets: this.#sets, dates: [...this.#dates] };
  }

  of(relations: Iterable<RelationIndex>): ReadonlySet<SourceId> {
    const places = new Set<number>();
    for (const relation of relations) places.add(this.#setOf[relation] ?? 0);
    return new Set([...places].flatMap((place) => this.#sets[place] ?? []));
  }

  date(source: SourceId): PartialDate | null {
    return this.#dates.get(source) ?? null;
  }
}
