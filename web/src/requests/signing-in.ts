/** Signing in and out, who one is, and that a file was taken away: what the first screen does without. */
import { object, optional, string, type infer as Infer } from 'zod/mini';
import { accessState, authorization, becomeAccess, keepKey } from './access.ts';

const whoShape = object({ kind: string(), name: optional(string()), role: optional(string()) });
/** Whom the server takes one for. */
export type Who = Infer<typeof whoShape>;

/** Why a key did not open anything. */
export type KeyFault = 'WRONG' | 'TOO_MUCH' | 'UNREACHABLE' | 'UNEXPECTED';

const FAULT_OF_STATUS: Readonly<Record<number, KeyFault>> = {
  400: 'WRONG',
  401: 'WRONG',
  429: 'TOO_MUCH',
  503: 'UNREACHABLE',
};

async function askWho(headers: Readonly<Record<string, string>>): Promise<Who | KeyFault> {
  let response: Response;
  try {
    response = await fetch('/access/me', { headers, cache: 'no-store' });
  } catch {
    return 'UNREACHABLE';
  }
  if (!response.ok) return FAULT_OF_STATUS[response.status] ?? 'UNEXPECTED';
  const parsed = whoShape.safeParse(await response.json().catch(() => null));
  return parsed.success ? parsed.data : 'UNEXPECTED';
}

/** Who one is here; null: nobody, or it cannot be told. */
export async function whoAmI(): Promise<Who | null> {
  const who = await askWho(authorization());
  return typeof who === 'string' ? null : who;
}

/** Tries a key, and keeps it for this tab when it opens something. @returns why not, or null */
export async function openWithKey(key: string): Promise<KeyFault | null> {
  // What no header can hold is no key.
  if (!/^[\x21-\x7e]+$/.test(key)) return 'WRONG';
  const who = await askWho({ authorization: `Bearer ${key}` });
  if (typeof who === 'string') return who;
  keepKey(key);
  becomeAccess({ needed: null, known: true });
  return null;
}

async function post(path: string, body: Readonly<Record<string, string>>): Promise<void> {
  const headers = { 'content-type': 'application/json', ...authorization() };
  await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), keepalive: true });
}

/** Ends the session at the server and forgets the key, and everything that the page knows with it. */
export async function signOut(): Promise<void> {
  // Without an answer the key is forgotten all the same.
  await post('/access/sign-out', {}).catch(() => undefined);
  keepKey(null);
  window.location.reload();
}

/** Tells the server that a file was taken away, where it knows who does. @param form csv, zip, png … */
export function tellExported(form: string): void {
  if (accessState().known) void post('/access/exported', { form }).catch(() => undefined);
}
