/** People who sign in with the provider, from going there to signing out. */
import { AccessFault } from '../access-fault.ts';
import type { Principal } from '../principal.ts';
import { rightsOf, type Openings } from '../rights.ts';
import { cookieIn, cookieKind, setCookie, type CookieKind } from './cookies.ts';
import { Kept, type KeptLimits } from './kept.ts';
import type { Begun, Claims, Provider } from './provider.ts';
import { returnPath } from './return-path.ts';
import { roleOf, type RoleMapping } from './role-claim.ts';
import type { SessionFile } from './session-file.ts';
import { SignInFault } from './sign-in-fault.ts';

type Person = Extract<Principal, { kind: 'person' }>;

interface Going extends Begun {
  readonly to: string;
}

export interface SignInParts {
  readonly provider: Pick<Provider, 'begin' | 'finish'>;
  readonly roles: RoleMapping;
  readonly openings: Openings;
  /** Whether people come over https. */
  readonly secure: boolean;
  readonly sessions: Pick<KeptLimits, 'idleMs' | 'wholeMs'>;
  readonly now?: () => number;
}

/** Where a browser goes next, and the Set-Cookie fields that it takes along. */
export interface Sent {
  readonly location: string;
  readonly cookies: readonly string[];
}

/** On the way to the provider and back. */
const GOING: KeptLimits = { idleMs: 600_000, wholeMs: 600_000, most: 1_000 };
const MOST_SESSIONS = 10_000;

/** When sessions were last used is written down so often at most, in milliseconds, and when the server stops. */
const WRITTEN_EVERY_MS = 300_000;

const MOST_NAME = 200;

export class SignIn {
  readonly #parts: SignInParts;
  readonly #going: Kept<Going>;
  readonly #sessions: Kept<Person>;
  readonly #goingCookie: CookieKind;
  readonly #sessionCookie: CookieKind;
  #file: SessionFile | null = null;
  #written = 0;
  #onFault: (reason: string) => void = () => undefined;

  constructor(parts: SignInParts) {
    this.#parts = parts;
    this.#going = new Kept(GOING, parts.now);
    this.#sessions = new Kept({ ...parts.sessions, most: MOST_SESSIONS }, parts.now);
    this.#goingCookie = cookieKind('sentra-sign-in', parts.secure);
    this.#sessionCookie = cookieKind('sentra-session', parts.secure);
  }

  /** @param to where to come back to, as whoever asks says it @throws SignInFault */
  async begin(to: unknown): Promise<Sent> {
    const { address, ...begun } = await this.#parts.provider.begin();
    const id = this.#going.add({ ...begun, to: returnPath(to) });
    return { location: address, cookies: [setCookie(this.#goingCookie, id, GOING.wholeMs / 1_000)] };
  }

  /**
   * Whoever comes back from the provider; `enter` lets them in.
   * @param cookie the header, as it came
   * @throws SignInFault; what was begun is over either way
   */
  async finish(cookie: string | undefined, search: string): Promise<{ readonly person: Person; readonly to: string }> {
    const id = cookieIn(cookie, this.#goingCookie);
    const going = id === null ? null : this.#going.take(id);
    if (going === null) throw new SignInFault('SIGN_IN_EXPIRED', 'not begun in this browser');
    const claims = await this.#parts.provider.finish(going, search);
    const role = roleOf(claims, this.#parts.roles);
    if (role === null) throw new SignInFault('NO_ROLE', 'no value of the claim means a role');
    const rights = rightsOf(role, this.#parts.openings);
    return { person: { kind: 'person', id: claims.sub, name: nameOf(claims), role, rights }, to: going.to };
  }

  /** A new session, whatever the browser had before: an id that somebody else put there is worth nothing. */
  enter(person: Person, to: string, cookie: string | undefined): Sent {
    this.#endSession(cookie);
    const id = this.#sessions.add(person);
    this.writeDown();
    const seconds = Math.floor(this.#parts.sessions.wholeMs / 1_000);
    return {
      location: to,
      cookies: [setCookie(this.#sessionCookie, id, seconds), setCookie(this.#goingCookie, '', 0)],
    };
  }

  /** The session is over here, too. @returns Set-Cookie fields */
  leave(cookie: string | undefined): readonly string[] {
    if (this.#endSession(cookie)) this.writeDown();
    return [setCookie(this.#sessionCookie, '', 0)];
  }

  principalOf(cookie: string | undefined): Principal | null {
    const id = cookieIn(cookie, this.#sessionCookie);
    const person = id === null ? null : this.#sessions.get(id);
    if (person !== null && this.#now() - this.#written >= WRITTEN_EVERY_MS) this.writeDown();
    return person;
  }

  /**
   * From now on sessions stand in the file, and those that stood there are sessions again: with the rights that their role has now.
   * @param onFault told why the file could not be read or written; whoever is in stays in
   */
  keepIn(file: SessionFile, onFault: (reason: string) => void): void {
    this.#onFault = onFault;
    this.#trying(() => {
      const { openings } = this.#parts;
      const sessions = file.read().map(({ hash, id, name, role, begun, used }) => {
        const value: Person = { kind: 'person', id, name, role, rights: rightsOf(role, openings) };
        return { hash, value, begun, used };
      });
      this.#sessions.takeIn(sessions);
    });
    this.#file = file;
    this.writeDown();
  }

  /** At once; also when the server stops. */
  writeDown(): void {
    const file = this.#file;
    if (file === null) return;
    this.#written = this.#now();
    this.#trying(() =>
      file.write(
        this.#sessions.entries().map(({ hash, value: { id, name, role }, begun, used }) => {
          return { hash, id, name, role, begun, used };
        }),
      ),
    );
  }

  #trying(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof AccessFault)) throw error;
      this.#onFault(error.message);
    }
  }

  #now(): number {
    return (this.#parts.now ?? Date.now)();
  }

  /** Whether there was one. */
  #endSession(cookie: string | undefined): boolean {
    const id = cookieIn(cookie, this.#sessionCookie);
    return id !== null && this.#sessions.take(id) !== null;
  }
}

/** How people know them. */
function nameOf(claims: Claims): string {
  const names = [claims['name'], claims['preferred_username'], claims.sub];
  const name = names.find((one) => typeof one === 'string' && one.trim() !== '');
  return String(name).slice(0, MOST_NAME);
}
