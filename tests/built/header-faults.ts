/** What is missing in the headers of an answer, or stands there and should not. */
import type { RawAnswer } from '../api/raw-request.ts';

export interface Expected {
  /** Only the console's page writes styles into itself. */
  readonly ownStyles: boolean;
  readonly cache: 'for ever' | 'asked anew' | 'never';
}

const CACHES: Readonly<Record<Expected['cache'], string>> = {
  'for ever': 'public, max-age=31536000, immutable',
  'asked anew': 'no-cache',
  never: 'no-store',
};

const FIXED: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

/** Tells about us, or opens a door to other sites. */
const UNWANTED = ['server', 'x-powered-by', 'access-control-allow-origin', 'access-control-allow-credentials'];

/** Sources that a directive may name: nothing but where the page came from, data for pictures, and hashes. */
const SAFE = /^'(?:self|none|sha(?:256|384|512)-[A-Za-z0-9+/]+=*)'$/;

function policyFaults(policy: string, ownStyles: boolean): readonly string[] {
  const directives = new Map(
    policy.split(';').map((part): [string, readonly string[]] => {
      const [name = '', ...sources] = part.trim().split(/\s+/);
      return [name, sources];
    }),
  );
  const faults: string[] = [];
  for (const [name, sources] of directives) {
    for (const source of sources) {
      const allowed =
        SAFE.test(source) ||
        (name === 'img-src' && source === 'data:') ||
        (name === 'style-src' && source === "'unsafe-inline'" && ownStyles);
      if (!allowed) faults.push(`content-security-policy: ${name} allows ${source}`);
    }
  }
  if (directives.get('frame-ancestors')?.join() !== "'none'")
    faults.push('content-security-policy: others may frame it');
  const nothingElse = directives.get('default-src')?.join() === "'none'";
  for (const name of ['default-src', ...(nothingElse ? [] : ['script-src', 'object-src', 'base-uri', 'form-action'])]) {
    if (!directives.has(name)) faults.push(`content-security-policy: no ${name}`);
  }
  return faults;
}

export function headerFaults({ headers, body }: RawAnswer, { ownStyles, cache }: Expected): readonly string[] {
  const policy = headers['content-security-policy'];
  const caches = headers['cache-control'];
  return [
    ...(typeof policy === 'string' ? policyFaults(policy, ownStyles) : ['no content-security-policy']),
    ...Object.entries(FIXED).flatMap(([name, value]) =>
      headers[name] === value ? [] : [`${name} is ${String(headers[name])} and not ${value}`],
    ),
    ...(caches === CACHES[cache] ? [] : [`cache-control is ${String(caches)} and not ${CACHES[cache]}`]),
    ...UNWANTED.filter((name) => headers[name] !== undefined).map((name) => `${name} is there`),
    ...(body !== '' && headers['content-type'] === undefined ? ['no content-type'] : []),
  ];
}
