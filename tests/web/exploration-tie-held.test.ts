import { describe, expect, it } from 'vitest';
import type { Held } from '#vocabulary';
import type { KnownRelation } from '../../web/src/exploration/known.ts';
import { clustersHeld, tieHeld } from '../../web/src/exploration/tie-held.ts';
import { answer, must, RELATIONS, TIES } from './fixture/small-picture.ts';

/** The fixture's relations at a date at which all certainly held but those named. */
const at = (named: Readonly<Record<string, Held>>): Record<string, KnownRelation> =>
  Object.fromEntries(RELATIONS.map((known) => [known.id, { ...known, held: named[known.id] ?? 'YES' }]));
const undated = Object.fromEntries(RELATIONS.map((known) => [known.id, known]));
const [twoMembers, , , funded] = TIES;

describe('whether a tie held at the date asked for', () => {
  it('is not said when no date was asked', () => {
    expect(tieHeld(must(twoMembers), undated)).toBeNull();
    expect(clustersHeld(answer(), undated)).toBeNull();
  });

  it('is certain as long as one of its chains is', () => {
    expect(tieHeld(must(twoMembers), at({ r1: 'POSSIBLY' }))).toBe('YES');
  });

  it('is only possible when the weakest relation of every chain is', () => {
    expect(tieHeld(must(twoMembers), at({ r1: 'POSSIBLY', r4: 'POSSIBLY' }))).toBe('POSSIBLY');
  });

  it('is not made certain by a chain of weaker evidence', () => {
    expect(tieHeld(must(funded), at({ r8: 'POSSIBLY', r9: 'YES' }))).toBe('POSSIBLY');
  });
});

describe('clusters that had a tie at the date asked for', () => {
  it('are counted once each, certainly where any of their ties is certain', () => {
    expect(clustersHeld(answer(), at({ r8: 'POSSIBLY', r10: 'POSSIBLY' }))).toEqual({ certain: 1, possible: 1 });
  });

  it('are not counted when the list of ties was cut', () => {
    expect(clustersHeld({ ...answer(), totalCount: TIES.length + 1 }, at({}))).toBeNull();
  });
});
