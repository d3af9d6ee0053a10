import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cookieIn, cookieKind } from '../../api/access/sign-in/cookies.ts';
import { Kept } from '../../api/access/sign-in/kept.ts';
import { returnPath } from '../../api/access/sign-in/return-path.ts';
import { roleOf } from '../../api/access/sign-in/role-claim.ts';
import { Refusals } from '../../api/access/audit/refusals.ts';
import type { AuditEvent } from '../../api/access/audit/audit-log.ts';

describe('what is kept for a browser', () => {
  it('is over when it was not used for so long, and at its end however often it was used', () => {
    let now = 0;
    const kept = new Kept<string>({ idleMs: 60, wholeMs: 200, most: 10 }, () => now);
    const [used, unused] = [kept.add('used'), kept.add('unused')];
    now = 59;
    expect([kept.get(used), kept.get(unused)]).toEqual(['used', 'unused']);
    now = 118;
    expect(kept.get(used)).toBe('used');
    now = 119;
    expect(kept.get(unused)).toBeNull();
    for (now = 170; now < 200; now += 10) expect(kept.get(used)).toBe('used');
    now = 200;
    expect(kept.get(used)).toBeNull();
    expect(kept.size).toBe(0);
  });

  it('is not more than so much, and what was used longest ago goes first', () => {
    const kept = new Kept<number>({ idleMs: 1_000, wholeMs: 1_000, most: 3 }, () => 0);
    const ids = [1, 2, 3].map((value) => kept.add(value));
    expect(kept.get(ids[0] ?? '')).toBe(1);
    const fourth = kept.add(4);
    expect([...ids, fourth].map((id) => kept.get(id))).toEqual([1, null, 3, 4]);
    expect(kept.take(fourth)).toBe(4);
    expect(kept.take(fourth)).toBeNull();
  });

  it('has ids that nobody guesses, and does not keep them', () => {
    const kept = new Kept<number>({ idleMs: 1, wholeMs: 1, most: 1_000 }, () => 0);
    const ids = Array.from({ length: 500 }, (_, i) => kept.add(i));
    expect(new Set(ids).size).toBe(500);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(kept.get('')).toBeNull();
  });
});

describe('a cookie', () => {
  const value = 'v'.repeat(43);
  const kind = cookieKind('sentra-session', true);
  it.each([
    [`__Host-sentra-session=${value}`, value],
    [`a=b; __Host-sentra-session=${value} ; c=d`, value],
    [`sentra-session=${value}`, null],
    [`x__Host-sentra-session=${value}`, null],
    [`__Host-sentra-session=${value}; __Host-sentra-session=${value}`, null],
    ['__Host-sentra-session=', null],
    [`__Host-sentra-session="${value}"`, null],
    ['', null],
  ])('in %j is %j', (header, expected) => expect(cookieIn(header, kind)).toBe(expected));
});

describe('where one comes back to', () => {
  it('is on this site, whatever is asked for', () => {
    const hosts = fc.oneof(
      fc.webUrl(),
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            '/',
            '\\',
            '.',
            '..',
            ':',
            '@',
            '?',
            '#',
            ' ',
            '\t',
            '\n',
            '\u0000',
            'evil.example',
            'https:',
            '%2f',
            '%09',
          ),
          { maxLength: 8 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hosts, fc.boolean(), (text, rooted) => {
        const path = returnPath(rooted ? `/${text}` : text);
        for (const base of ['https://sentra.example.id', 'http://127.0.0.1:4000']) {
          expect(new URL(path, base).origin).toBe(base);
        }
        expect(path).toMatch(/^\/(?![/\\])/);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['/', '/?v=1&x=a%2Fb#c', '/console', '/deep/path?to=//evil.example'])('%s is come back to as it is', (path) =>
    expect(returnPath(path)).toBe(path),
  );
});

describe('a role', () => {
  const mapping = { claim: 'realm_access.roles', readers: ['staff'], administrators: ['keepers'] };
  it('is found where the claim leads, the higher one of two', () => {
    expect(roleOf({ realm_access: { roles: ['staff', 'keepers'] } }, mapping)).toBe('administrator');
    expect(roleOf({ realm_access: { roles: 'staff' } }, mapping)).toBe('reader');
    expect(roleOf({ 'realm_access.roles': ['staff'] }, mapping)).toBe('reader');
    expect(roleOf({ realm_access: ['staff'], roles: ['staff'] }, mapping)).toBeNull();
    expect(roleOf({ 'https://a.id/roles': ['staff'] }, { ...mapping, claim: 'https://a.id/roles' })).toBe('reader');
  });

  it('is a reader’s for everybody only where that is said, and never an administrator’s', () => {
    expect(roleOf({}, { ...mapping, readers: ['*'] })).toBe('reader');
    expect(roleOf({ realm_access: { roles: ['x'] } }, { ...mapping, administrators: ['*'] })).toBeNull();
    expect(roleOf({ realm_access: { roles: ['*'] } }, mapping)).toBeNull();
  });

  it('is none by what every object has', () => {
    for (const claim of ['constructor.name', '__proto__', 'toString', 'realm_access.length']) {
      expect(roleOf({ realm_access: [] }, { ...mapping, claim, readers: ['Object', 'Function', '0'] })).toBeNull();
    }
  });
});

const NO_LOG = { fault: null, recent: () => ({ lines: [], whole: true }) };

describe('refusals', () => {
  it('are told at once the first time, and then how many more there were', () => {
    const told: AuditEvent[] = [];
    const refusals = new Refusals({ ...NO_LOG, write: (_who, event) => void told.push(event) }, () => undefined);
    const refused = { status: 401, code: 'UNAUTHENTICATED', route: '/graphql' };
    for (let i = 0; i < 1_000; i += 1)
      refusals.tell({ kind: 'nobody' }, refused, { address: '192.0.2.1', requestId: String(i) });
    refusals.tell({ kind: 'nobody' }, refused, { address: '192.0.2.2' });
    expect(told.map((event) => 'times' in event && event.times)).toEqual([1, 1]);
    refusals.tellRest();
    expect(told.map((event) => 'times' in event && event.times)).toEqual([1, 1, 999]);
    refusals.stop();
    expect(told).toHaveLength(3);
  });

  it('from more addresses than are told apart are counted all the same', () => {
    let counted = 0;
    let lines = 0;
    const write = (_who: unknown, event: AuditEvent): void => {
      counted += 'times' in event ? event.times : 0;
      lines += 1;
    };
    const refusals = new Refusals({ ...NO_LOG, write }, () => undefined);
    const refused = { status: 401, code: 'UNAUTHENTICATED', route: '/graphql' };
    for (let i = 0; i < 5_000; i += 1) refusals.tell({ kind: 'nobody' }, refused, { address: `address ${i}` });
    refusals.stop();
    expect(counted).toBe(5_000);
    expect(lines).toBeLessThan(1_100);
  });
});
