/** What may be done here, and which role may do it: the one table. Who asks has the rights that {@link rightsOf} gives, and no others. */

/**
 * `askListed`: the explorer's own questions. `askAny`: any other question. `introspect`: questions about the schema itself.
 * `readMetrics`: /metrics. `export`: taking a file away from the explorer. `seeRestricted`: records that are marked restricted.
 * `readAudit`: who signed in, what was refused. `manageKeys`: which keys there are.
 */
export const RIGHTS = [
  'askListed',
  'askAny',
  'introspect',
  'readMetrics',
  'export',
  'seeRestricted',
  'readAudit',
  'manageKeys',
] as const;
export type Right = (typeof RIGHTS)[number];

/** Between these two comes `editor`, who proposes changes, with the rights that editing brings. */
export const ROLES = ['reader', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

const RIGHTS_OF_ROLE: Readonly<Record<Role, readonly Right[]>> = {
  reader: ['askListed', 'export'],
  administrator: RIGHTS,
};

/** What settings open to everybody who may ask (true), or to nobody (false); null: it goes by the role. */
export interface Openings {
  readonly askAny: boolean | null;
  readonly introspect: boolean | null;
  readonly readMetrics: boolean | null;
}

export const BY_ROLE: Openings = { askAny: null, introspect: null, readMetrics: null };

/** What whoever sits at this machine may do, where nobody signs in, before settings take something away. */
export const EVERY_RIGHT: ReadonlySet<Right> = new Set(RIGHTS);

export function rightsOf(role: Role, openings: Openings = BY_ROLE): ReadonlySet<Right> {
  return withOpenings(new Set(RIGHTS_OF_ROLE[role]), openings);
}

export function withOpenings(rights: ReadonlySet<Right>, openings: Openings): ReadonlySet<Right> {
  const open: Readonly<Partial<Record<Right, boolean | null>>> = { ...openings };
  return new Set(RIGHTS.filter((right) => open[right] ?? rights.has(right)));
}
