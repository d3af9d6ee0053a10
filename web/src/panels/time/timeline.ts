import { heldByAll, heldByAny, OPEN, parsePartialDate, REFERENCE_DAY, type Held, type PartialDate } from '#vocabulary';
import type { Tie } from '../../exploration/answer.ts';
import type { KnownRelation } from '../../exploration/known.ts';
import { heldOn } from '../../exploration/preview.ts';

/** How many ties certainly held at a date, and how many only possibly. */
interface HeldCount {
  readonly certain: number;
  readonly possible: number;
}

/** As {@link HeldCount}, at some time in a year. */
export interface YearCount extends HeldCount {
  readonly year: number;
}

/** The ties of a question at any date, over the years. */
export interface Timeline {
  /** Every year from the first that a tie's relations speak of to the dataset's reference day; at least two. */
  readonly years: readonly YearCount[];
  /** Ties none of whose relations has a date: they are possible in every year. */
  readonly undated: number;
  readonly countAt: (asOf: PartialDate) => HeldCount;
}

type Relations = Readonly<Record<string, KnownRelation>>;

/** Earlier years than this many before the reference day are left to the date field. */
const MOST_YEARS = 120;

/** @param relations all that the ties' chains run along; a chain with an unknown one is possible at any date */
export function timelineOf(ties: readonly Tie[], relations: Relations): Timeline {
  const last = Number(REFERENCE_DAY.slice(0, 4));
  const dated = ties.map((tie) => yearsOf(tie, relations));
  const earliest = Math.min(last - 1, ...dated.flat());
  const first = Math.max(earliest, last - MOST_YEARS);
  const countAt = (asOf: PartialDate): HeldCount => {
    let [certain, possible] = [0, 0];
    for (const tie of ties) {
      const held = tieHeldOn(tie, relations, asOf);
      if (held === 'YES') certain += 1;
      else if (held === 'POSSIBLY') possible += 1;
    }
    return { certain, possible };
  };
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    years: years.map((year) => ({ year, ...countAt(yearDate(year)) })),
    undated: dated.filter((known) => known.length === 0).length,
    countAt,
  };
}

/** The whole of a year as a partial date. */
export function yearDate(year: number): PartialDate {
  return parsePartialDate(String(year).padStart(4, '0'));
}

export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/** A chain holds as its weakest relation, a tie as the best of its chains of its evidence class: as the API does. */
function tieHeldOn(tie: Tie, relations: Relations, asOf: PartialDate): Held {
  const chains = tie.chains.filter((chain) => chain.evidenceClass === tie.evidenceClass);
  const held = chains.map(({ relations: steps }) =>
    heldByAll(
      steps.map((id): Held => {
        const relation = relations[id];
        return relation === undefined ? 'POSSIBLY' : heldOn(relation.period, asOf);
      }),
    ),
  );
  return heldByAny(held);
}

/** Years that the relations of a tie speak of. */
function yearsOf(tie: Tie, relations: Relations): readonly number[] {
  const periods = tie.chains.flatMap((chain) => chain.relations.flatMap((id) => relations[id]?.period ?? []));
  const dates = periods.flatMap(({ from, to, attested }) => [from, to, ...attested]);
  return dates.flatMap((date) => (date === null || date === OPEN ? [] : [Number(date.slice(0, 4))]));
}
