/** Longest address of the explorer that is come back to. */
const LONGEST = 8_000;
/** To tell what a browser makes of an address; nobody is there. */
const HERE = 'http://here.invalid';

/** Where to go after signing in: an address of this page and of no other site; anything else is its first screen. */
export function returnPath(to: unknown): string {
  if (typeof to !== 'string' || to.length > LONGEST || !/^\/(?![/\\])/.test(to) || hasControl(to)) return '/';
  try {
    const { origin, pathname, search, hash } = new URL(to, HERE);
    // Back to what would sign in again would go round for ever.
    if (origin !== HERE || /^\/(?:access|graphql|metrics|health)(?:\/|$)/.test(pathname) || pathname.startsWith('//'))
      return '/';
    return `${pathname}${search}${hash}`;
  } catch {
    return '/';
  }
}

/** Browsers leave tabs and line ends out of addresses, and then see another one. */
function hasControl(text: string): boolean {
  return [...text].some((sign) => sign <= ' ' || sign === '\u007f' || sign === '\\');
}
