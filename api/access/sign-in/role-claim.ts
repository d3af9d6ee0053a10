import type { Role } from '../rights.ts';

/** Which values of which claim mean which role. */
export interface RoleMapping {
  /** Name of the claim, or names on the way to it between points: `realm_access.roles`. */
  readonly claim: string;
  readonly readers: readonly string[];
  readonly administrators: readonly string[];
}

/** In readers: whoever the provider lets in. */
const EVERYBODY = '*';

/** @returns undefined where there is no such claim */
export function claimAt(claims: unknown, path: string): unknown {
  // A name may hold points itself: https://sentra.example.id/roles.
  if (isRecord(claims) && Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>((at, name) => (isRecord(at) && Object.hasOwn(at, name) ? at[name] : undefined), claims);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, or several in a list; what is neither says nothing. */
function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string');
}

/** The highest role that the claim's values mean; null: none. */
export function roleOf(claims: unknown, { claim, readers, administrators }: RoleMapping): Role | null {
  const texts = textsOf(claimAt(claims, claim));
  if (texts.some((text) => administrators.includes(text))) return 'administrator';
  return readers.includes(EVERYBODY) || texts.some((text) => readers.includes(text)) ? 'reader' : null;
}
