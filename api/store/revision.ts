import { createHash } from 'node:crypto';
import type { RecordKind, Revision } from './graph-store.ts';

/** Keys in a fixed order, so that equal records give equal text however they were built. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, part]) => [key, canonical(part)]),
    );
  }
  return value;
}

/** A seed compares digests and then writes them: each is computed once. Records are never changed, only replaced. */
const computed = new WeakMap<object, string>();

/** 128 bits of SHA-256 over the record's kind and canonical JSON, as 32 lower-case hex digits. */
export function recordDigest(kind: RecordKind, record: object): string {
  const known = computed.get(record);
  if (known !== undefined) return known;
  const digest = digestOf(kind, record);
  computed.set(record, digest);
  return digest;
}

/** A record as text: the same for equal records, however they were built. */
export function canonicalText(record: object): string {
  return JSON.stringify(canonical(record));
}

function digestOf(kind: RecordKind, record: object): string {
  return createHash('sha256').update(kind).update('\n').update(canonicalText(record)).digest('hex').slice(0, 32);
}

const MODULUS = 1n << 128n;
export const EMPTY_REVISION: Revision = '0'.repeat(32);

/**
 * The revision after some records came and others went: the sum of all record digests modulo 2^128. A sum does not mind
 * the order of loading and moves by just what a write changes.
 */
export function moveRevision(revision: Revision, added: Iterable<string>, removed: Iterable<string>): Revision {
  let sum = BigInt(`0x${revision}`);
  for (const digest of added) sum += BigInt(`0x${digest}`);
  for (const digest of removed) sum += MODULUS - BigInt(`0x${digest}`);
  return (sum % MODULUS).toString(16).padStart(32, '0');
}
