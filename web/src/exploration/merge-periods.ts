import { OPEN, type PartialDate, type Period } from '#vocabulary';

/**
 * All that several periods say together, for one short line of text: the earliest beginning, the latest end and every
 * date attested. It is not a fact of its own; null when none of them says anything.
 */
export function mergePeriods(periods: readonly Period[]): Period | null {
  const attested = [...new Set(periods.flatMap((period) => period.attested))].sort();
  const from = pick(
    periods.map((period) => period.from),
    (a, b) => a < b,
  );
  const to = pick(
    periods.map((period) => period.to),
    (a, b) => a > b,
  );
  return from === null && to === null && attested.length === 0 ? null : { from, to, attested };
}

type End = Period['from'];

/** The first by `before`; open wins over any date, and an unknown end says nothing. */
function pick(ends: readonly End[], before: (a: PartialDate, b: PartialDate) => boolean): End {
  let best: End = null;
  for (const end of ends) {
    if (end === null || best === OPEN) continue;
    if (end === OPEN || best === null || before(end, best)) best = end;
  }
  return best;
}
