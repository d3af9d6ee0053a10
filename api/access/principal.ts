/** Who asks. Every request has one principal, known before anything is read of it. */
import { EVERY_RIGHT, type Right, type Role } from './rights.ts';

interface Known {
  /** Of a key its id, of a person what the provider calls them: the same for the same one, unlike the name. */
  readonly id: string;
  /** For people to read. */
  readonly name: string;
  readonly role: Role;
  readonly rights: ReadonlySet<Right>;
}

export type Principal =
  /** Where nobody signs in: whoever gets here. */
  | { readonly kind: 'anybody'; readonly rights: ReadonlySet<Right> }
  /** Where one has to sign in, and who asks has not. */
  | { readonly kind: 'nobody'; readonly rights: ReadonlySet<Right> }
  | ({ readonly kind: 'key' } & Known)
  | ({ readonly kind: 'person' } & Known);

/** Whoever sits at this machine, where nobody else can reach it. */
export const LOCAL: Principal = { kind: 'anybody', rights: EVERY_RIGHT };

export const NOBODY: Principal = { kind: 'nobody', rights: new Set() };

export function may(principal: Principal, right: Right): boolean {
  return principal.rights.has(right);
}

/** Whether records that are marked restricted exist for whoever asks. Every answer is made from the edition that this chooses. */
export function maySeeRestricted(principal: Principal): boolean {
  return may(principal, 'seeRestricted');
}
