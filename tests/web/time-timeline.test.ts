import { heldAt, parsePartialDate, parsePeriod, periodBounds, type Period } from '#vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownRelation } from '../../web/src/exploration/known.ts';
import { axisYears } from '../../web/src/panels/time/histogram.tsx';
import { timelineOf, yearDate } from '../../web/src/panels/time/timeline.ts';
import { RELATIONS, TIES } from './fixture/small-picture.ts';

const period = (from: string | null, to: string | null, ...attested: string[]): Period =>
  parsePeriod({ from, to, attested });

/** The fixture's relations with these periods; memberships hold for ever. */
function dated(periods: Readonly<Record<string, Period>>): Readonly<Record<string, KnownRelation>> {
  return Object.fromEntries(
    RELATIONS.map((relation) => [
      relation.id,
      {
        ...relation,
        period: periods[relation.id] ?? (relation.type === 'MEMBER_OF' ? period('..', '..') : relation.period),
      },
    ]),
  );
}

describe('ties over the years', () => {
  // c1>t1 through r3 or r4; c1>l1 through r3 and r5, or r6 and r7 (undated); c1>l3 undated; c2>l2 through r8.
  const timeline = timelineOf(TIES, dated({ r3: period('2010', '2012'), r8: period('2018', null) }));
  const at = (date: string) => timeline.countAt(parsePartialDate(date));

  it('keep what certainly held apart from what possibly did', () => {
    // 2011: c1>t1 by r3; c1>l1 needs r5, of which nothing is known; c1>l3 is undated; c2>l2 had not begun.
    expect(at('2011')).toEqual({ certain: 1, possible: 2 });
    expect(at('2018')).toEqual({ certain: 1, possible: 3 });
    expect(at('2020')).toEqual({ certain: 0, possible: 4 });
  });

  it('run from the first year that is known to the reference day', () => {
    expect(timeline.years[0]?.year).toBe(2010);
    expect(timeline.years.at(-1)?.year).toBe(2025);
    expect(timeline.years.find(({ year }) => year === 2011)).toEqual({ year: 2011, certain: 1, possible: 2 });
  });

  it('count the ties without any date, and are not lost when there is none', () => {
    expect(timelineOf(TIES, dated({ r3: period('2010', '2012') })).undated).toBe(2);
    expect(timelineOf([], {}).years.length).toBeGreaterThan(1);
  });

  it('are possible where a relation is not known', () => {
    expect(timelineOf(TIES.slice(0, 1), {}).countAt(yearDate(2011))).toEqual({ certain: 0, possible: 1 });
  });

  it('agree with every chain held by hand', () => {
    const year = fc.integer({ min: 1990, max: 2025 }).map(String);
    fc.assert(
      fc.property(fc.array(year, { minLength: 7, maxLength: 7 }), year, (attested, asked) => {
        const ids = ['r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r10'];
        const relations = dated(
          Object.fromEntries(ids.map((id, i) => [id, period(null, null, attested[i] ?? '2000')])),
        );
        const rank = { NO: 0, POSSIBLY: 1, YES: 2 } as const;
        const expected = { certain: 0, possible: 0 };
        for (const tie of TIES) {
          const chains = tie.chains.filter((chain) => chain.evidenceClass === tie.evidenceClass);
          const best = Math.max(
            ...chains.map((chain) =>
              Math.min(
                ...chain.relations.map((id) => {
                  const relation = relations[id];
                  return relation === undefined
                    ? 1
                    : rank[heldAt(periodBounds(relation.period), parsePartialDate(asked))];
                }),
              ),
            ),
          );
          if (best === 2) expected.certain += 1;
          if (best === 1) expected.possible += 1;
        }
        expect(timelineOf(TIES, relations).countAt(parsePartialDate(asked))).toEqual(expected);
      }),
    );
  });

  it('have round years along the axis, not too many', () => {
    expect(axisYears(1983, 2025)).toEqual([1985, 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025]);
    expect(axisYears(2024, 2025)).toEqual([2024, 2025]);
  });
});
