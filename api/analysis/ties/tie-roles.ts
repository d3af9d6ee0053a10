import type { RelationType } from '#vocabulary';
import type { StandInType, TieClaim, TieKind } from './tie-types.ts';

/**
 * The part a relation type plays in the grammar of chains, `s{0,2} ((o{1,3} | i{1,3} | u) f? | p q)` (ANALYSIS.md §1).
 * A type that is not here plays none: requirements, same place, same sector, GREW_FROM, OWNS and SECTOR_INPUT tie nobody.
 */
export type TieRole =
  /** s: read from the cluster, its end, to who stands in, its start: a member, an organisation, a part; never a whole. */
  | { readonly part: 'standIn'; readonly type: StandInType }
  /** s: read either way. */
  | { readonly part: 'twin'; readonly type: StandInType }
  /** o along the relation, i against it. */
  | { readonly part: 'goods'; readonly claim: TieClaim }
  /** u: read either way. */
  | { readonly part: 'support'; readonly claim: TieClaim }
  /** f: from the facility to its owner. */
  | { readonly part: 'facilityOwner' }
  /** p: from the supported to the programme; only where a programme stands at the start. */
  | { readonly part: 'programmeReaches' }
  /** q */
  | { readonly part: 'programmeInvolves' };

export const TIE_ROLES: Readonly<Partial<Record<RelationType, TieRole>>> = {
  MEMBER_OF: { part: 'standIn', type: 'MEMBER_OF' },
  REPRESENTS: { part: 'standIn', type: 'REPRESENTS' },
  PART_OF: { part: 'standIn', type: 'PART_OF' },
  SAME_AS_PROBABLY: { part: 'twin', type: 'SAME_AS_PROBABLY' },
  SUPPLIES: { part: 'goods', claim: 'SUPPLIES' },
  DISTRIBUTES_THROUGH: { part: 'goods', claim: 'DISTRIBUTES_THROUGH' },
  AGREED_TO_SUPPLY: { part: 'goods', claim: 'AGREED_TO_SUPPLY' },
  POTENTIAL_SUPPLY: { part: 'goods', claim: 'POTENTIAL_SUPPLY' },
  FOSTERS: { part: 'support', claim: 'FOSTERS' },
  FUNDS: { part: 'support', claim: 'FUNDS' },
  TRAINS: { part: 'support', claim: 'TRAINS' },
  AGREED_TO_COOPERATE: { part: 'support', claim: 'AGREED_TO_COOPERATE' },
  FACILITY_OF: { part: 'facilityOwner' },
  SUPPORTS: { part: 'programmeReaches' },
  DRAWS_FROM: { part: 'programmeReaches' },
  INVOLVES: { part: 'programmeInvolves' },
};

/** What each claim amounts to for a reader. */
export const KIND_OF_CLAIM: Readonly<Record<TieClaim, TieKind>> = {
  SUPPLIES: 'GOODS_OBSERVED',
  DISTRIBUTES_THROUGH: 'GOODS_OBSERVED',
  AGREED_TO_SUPPLY: 'SUPPLY_AGREED',
  FOSTERS: 'SUPPORT',
  AGREED_TO_COOPERATE: 'SUPPORT',
  FUNDS: 'SUPPORT',
  TRAINS: 'SUPPORT',
  SHARED_PROGRAMME: 'SAME_PROGRAMME',
  POTENTIAL_SUPPLY: 'POTENTIAL',
};
