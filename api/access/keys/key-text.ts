/**
 * A key as it is handed out: `sentra_`, twelve hex digits that name it, `_`, and 32 random bytes as base64url. The name stands in
 * lists and logs; the bytes are shown once and nowhere kept.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const FORM = /^sentra_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;
/** Anywhere in a text: for those who look for keys where none may be. */
const IN_TEXT = /sentra_[0-9a-f]{12}_[A-Za-z0-9_-]{16,}/i;
const SECRET_BYTES = 32;

export interface PresentedKey {
  readonly id: string;
  /** SHA-256, hex. */
  readonly hash: string;
}

/** A new key: what to show once, and what to keep. */
export function newKey(): PresentedKey & { readonly text: string } {
  const id = randomBytes(6).toString('hex');
  const text = `sentra_${id}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { text, id, hash: hashOf(text) };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Null: not of the form of a key. */
export function readKeyText(text: string): PresentedKey | null {
  const id = FORM.exec(text)?.[1];
  return id === undefined ? null : { id, hash: hashOf(text) };
}

/** In a time that tells nothing of where they differ. @param a,b SHA-256, hex */
export function sameHash(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  return one.length === other.length && timingSafeEqual(one, other);
}

export function holdsKey(text: string): boolean {
  return IN_TEXT.test(text);
}
