/** The one place that says who asks, from what a request carries. It fails shut: what cannot be told is nobody. */
import { AccessFault } from './access-fault.ts';
import type { KeyFault, KeyList } from './keys/key-list.ts';
import type { StoredKey } from './keys/key-file.ts';
import { maySeeRestricted, NOBODY, type Principal } from './principal.ts';
import { BY_ROLE, rightsOf, type Openings } from './rights.ts';

/** `AS_CONFIGURED`: on as soon as there is, or was, a key or a provider to sign in with. `ELSEWHERE`: something in front does it. */
export type AccessMode = 'AS_CONFIGURED' | 'ON' | 'ELSEWHERE';

/** What knows the people who signed in. */
interface KnownPeople {
  /** @param cookie the header, as it came */
  principalOf(cookie: string | undefined): Principal | null;
}

export interface AccessParts {
  readonly mode: AccessMode;
  /** Who asks where access is off. */
  readonly anybody: Principal;
  readonly openings: Openings;
  readonly keys: KeyList | null;
  readonly people: KnownPeople | null;
}

/** What a request says of who sends it. */
export interface Credentials {
  /** Every Authorization header, as many as there are. */
  readonly authorizations: readonly string[];
  readonly cookie: string | undefined;
}

export interface Unidentified {
  readonly status: 400 | 401 | 503;
  readonly code: string;
  readonly message: string;
  /** Whether a key was presented that opens nothing: an attempt. */
  readonly attempt: boolean;
}

const KEY_MESSAGES: Readonly<Record<KeyFault, string>> = {
  WRONG: 'This is no key of this server; ask whoever runs it for one.',
  EXPIRED: 'This key has expired; ask whoever runs this server for a new one.',
  REVOKED: 'This key was revoked; ask whoever runs this server for a new one.',
};

const BEARER = /^Bearer +([^\s,]+)$/i;

function unauthenticated(message: string, attempt: boolean): Unidentified {
  return { status: 401, code: 'UNAUTHENTICATED', message, attempt };
}

const TWO_AUTHORIZATIONS: Unidentified = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The request has two Authorization headers; send one.',
  attempt: true,
};

const NOT_BEARER = unauthenticated('Authorization has to be Bearer and a key: "Bearer sentra_…".', true);

const UNAVAILABLE: Unidentified = {
  status: 503,
  code: 'ACCESS_UNAVAILABLE',
  message: 'Who may ask cannot be looked up at the moment; whoever runs this server finds the reason in its log.',
  attempt: false,
};

export class AccessControl {
  readonly keys: KeyList | null;
  readonly #parts: AccessParts;
  #fault: string | null = null;

  constructor(parts: AccessParts) {
    this.#parts = parts;
    this.keys = parts.keys;
  }

  /** Why nobody can be let in at the moment, for whoever runs the server; null: nothing known. */
  get fault(): string | null {
    return this.#fault;
  }

  /** Whether one has to be somebody here; `FAULTY`: that cannot be told, and nobody is let in. Once it is on it stays on. */
  state(): 'OFF' | 'ON' | 'FAULTY' {
    try {
      const on = this.#isOn();
      return on ? 'ON' : 'OFF';
    } catch (error) {
      if (!(error instanceof AccessFault)) throw error;
      this.#fault = error.message;
      return 'FAULTY';
    }
  }

  /** Whether restricted records are for whoever asks: nobody has to be told apart then. */
  everybodySeesRestricted(): boolean {
    return this.state() === 'OFF' && maySeeRestricted(this.#parts.anybody);
  }

  #isOn(): boolean {
    const { mode, keys, people } = this.#parts;
    if (mode === 'ELSEWHERE') return false;
    return mode === 'ON' || people !== null || (keys?.everHeldAny() ?? false);
  }

  /** A key where there is an Authorization header, and only by that; else the session of a person; else nobody. */
  identify(credentials: Credentials): Principal | Unidentified {
    try {
      const principal = this.#identify(credentials);
      this.#fault = null;
      return principal;
    } catch (error) {
      if (!(error instanceof AccessFault)) throw error;
      this.#fault = error.message;
      return UNAVAILABLE;
    }
  }

  #identify({ authorizations, cookie }: Credentials): Principal | Unidentified {
    if (!this.#isOn()) return this.#parts.anybody;
    const [authorization, ...more] = authorizations;
    if (more.length > 0) return TWO_AUTHORIZATIONS;
    if (authorization !== undefined) return this.#ofKey(authorization);
    return this.#parts.people?.principalOf(cookie) ?? NOBODY;
  }

  #ofKey(authorization: string): Principal | Unidentified {
    const text = BEARER.exec(authorization)?.[1];
    if (text === undefined) return NOT_BEARER;
    const found = this.keys?.find(text) ?? 'WRONG';
    return typeof found === 'string' ? unauthenticated(KEY_MESSAGES[found], true) : this.#principalOf(found);
  }

  #principalOf({ id, name, role }: StoredKey): Principal {
    return { kind: 'key', id, name, role, rights: rightsOf(role, this.#parts.openings) };
  }
}

/** Where nobody signs in, for ever: what `anybody` may is all there is to ask. */
export function openTo(anybody: Principal): AccessControl {
  return new AccessControl({ mode: 'ELSEWHERE', anybody, openings: BY_ROLE, keys: null, people: null });
}
