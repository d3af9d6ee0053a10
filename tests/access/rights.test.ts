import { describe, expect, it } from 'vitest';
import { LOCAL, may, maySeeRestricted, NOBODY, type Principal } from '../../api/access/principal.ts';
import { BY_ROLE, RIGHTS, rightsOf, ROLES, withOpenings, type Openings, type Role } from '../../api/access/rights.ts';

const keyOf = (role: Role, openings?: Openings): Principal => ({
  kind: 'key',
  id: 'k',
  name: 'a key',
  role,
  rights: rightsOf(role, openings),
});

describe('rights', () => {
  it('of whoever sits at the machine are all of them, of nobody none', () => {
    expect(RIGHTS.filter((right) => !may(LOCAL, right))).toEqual([]);
    expect(RIGHTS.filter((right) => may(NOBODY, right))).toEqual([]);
    expect([maySeeRestricted(LOCAL), maySeeRestricted(NOBODY)]).toEqual([true, false]);
  });

  it('of a reader: the explorer’s questions and its exports; of an administrator: everything', () => {
    expect(RIGHTS.filter((right) => may(keyOf('reader'), right))).toEqual(['askListed', 'export']);
    expect(RIGHTS.filter((right) => may(keyOf('administrator'), right))).toEqual(RIGHTS);
    expect(ROLES.map((role) => maySeeRestricted(keyOf(role)))).toEqual([false, true]);
  });

  it('are widened and narrowed by settings in what settings are about, and nowhere else', () => {
    const open: Openings = { askAny: true, introspect: false, readMetrics: null };
    expect(RIGHTS.filter((right) => may(keyOf('reader', open), right))).toEqual(['askListed', 'askAny', 'export']);
    expect(RIGHTS.filter((right) => !may(keyOf('administrator', open), right))).toEqual(['introspect']);
    expect([...withOpenings(LOCAL.rights, BY_ROLE)]).toEqual(RIGHTS);
  });
});
