/**
 * Whether one has to be somebody here, and whether one is: learnt from the answers to questions, so that a page where nobody signs in asks
 * nothing besides.
 */
import { boolean, object, type infer as Infer } from 'zod/mini';

/** How to come in. */
const waysInShape = object({ key: boolean(), provider: boolean() });
export type WaysIn = Infer<typeof waysInShape>;

/** How to come in where an answer does not say it. */
const ANY_WAY: WaysIn = { key: true, provider: true };

/** What the page knows of it. */
export interface AccessState {
  /** One has to sign in, and these ways there are; null: not that we know. */
  readonly needed: WaysIn | null;
  /** Answers come to somebody the server knows. */
  readonly known: boolean;
}

const NAME_OF_KEY = 'sentra.key';

let state: AccessState = { needed: null, known: false };
const listeners = new Set<() => void>();

export function accessState(): AccessState {
  return state;
}

/** Calls back when that changes, until the returned function is called. */
export function onAccessChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function becomeAccess(next: AccessState): void {
  if (state.needed === next.needed && state.known === next.known) return;
  state = next;
  for (const listener of listeners) listener();
}

/** A browser that keeps nothing keeps the key as long as the page stands. */
let keyOfPage: string | null = null;

function keptKey(): string | null {
  try {
    return keyOfPage ?? window.sessionStorage.getItem(NAME_OF_KEY);
  } catch {
    return keyOfPage;
  }
}

/** For this tab; null: no more. */
export function keepKey(key: string | null): void {
  keyOfPage = key;
  try {
    if (key === null) window.sessionStorage.removeItem(NAME_OF_KEY);
    else window.sessionStorage.setItem(NAME_OF_KEY, key);
  } catch {
    // It stays in the page.
  }
}

/** Header fields that say who asks; none where the browser's cookie does, or nobody signs in. */
export function authorization(): Readonly<Record<string, string>> {
  const key = keptKey();
  return key === null ? {} : { authorization: `Bearer ${key}` };
}

/** From every answer: that it came to somebody. */
export function heardFrom(response: Response): void {
  if (response.headers.get('sentra-access') !== null) becomeAccess({ needed: null, known: true });
}

/** @param waysIn as the answer has them */
export function signInNeeded(waysIn: unknown): void {
  keepKey(null);
  const parsed = waysInShape.safeParse(waysIn);
  if (state.needed === null) becomeAccess({ needed: parsed.success ? parsed.data : ANY_WAY, known: false });
}
