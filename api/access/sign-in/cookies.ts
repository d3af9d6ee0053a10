/** Cookies of signing in. Each is a random id that means something to the server only. */

export interface CookieKind {
  readonly name: string;
  /** Over https only, and bound to this host by its name. */
  readonly secure: boolean;
}

/** @param secure whether people come over https; else only this machine is meant, whose browsers know no `__Host-` over http */
export function cookieKind(name: string, secure: boolean): CookieKind {
  return { name: secure ? `__Host-${name}` : name, secure };
}

/** Its value; null where there is none, or more than one: somebody else may have set one of them. */
export function cookieIn(header: string | undefined, { name }: CookieKind): string | null {
  const values = (header ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : [];
  });
  const [value] = values;
  return values.length === 1 && value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
}

/** A Set-Cookie field. @param seconds that it is kept at most; 0 removes it */
export function setCookie({ name, secure }: CookieKind, value: string, seconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
