/** Signing in with a provider, and every way in which that must not work. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as operations from '../../web/src/requests/generated/operations.ts';
import { node, records } from '../fixtures/records.ts';
import { Browser } from './browser-of.ts';
import { openGuarded, refusalOf, type GuardedApi } from './guarded-api.ts';
import { openOwnProvider, settingsFor, type OwnProvider, type ProviderFault } from './own-provider.ts';

const PUBLIC = 'https://sentra.example.id';
const LISTED = { query: String(operations.ReferenceDayDocument) };
const SMALL = { records: records({ nodes: [node('cluster:a')] }) };
const PAGE = { accept: 'text/html,application/xhtml+xml' };

let provider: OwnProvider;
beforeAll(async () => {
  provider = await openOwnProvider();
});
afterAll(() => provider.close());
afterEach(() => {
  provider.fault = null;
  provider.denies = false;
  provider.claims = { sub: 'siti' };
  provider.userInfo = {};
});

describe('signing in', () => {
  let guarded: GuardedApi;
  let browser: Browser;
  beforeAll(async () => {
    guarded = await openGuarded(settingsFor(provider.issuer, PUBLIC), SMALL);
  });
  afterAll(() => guarded.close());
  const open = (): Browser => {
    browser = new Browser(guarded.api.url, PUBLIC);
    return browser;
  };

  it('lets in whom the provider knows and who has a role, back to where they were', async () => {
    provider.claims = { sub: 'siti', name: 'Siti', groups: ['others', 'staff'] };
    open();
    expect(await browser.me()).toBe(401);
    const back = await browser.signIn('/?v=abc#map');
    expect([back.status, back.headers.location]).toEqual([303, '/?v=abc#map']);
    expect(back.headers['cache-control']).toBe('no-store');
    expect(await browser.me()).toEqual({
      kind: 'person',
      name: 'Siti',
      role: 'reader',
      rights: ['askListed', 'export'],
    });
    const asked = await browser.send('POST', '/graphql', { body: LISTED });
    expect([asked.status, asked.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(
      refusalOf(await browser.send('POST', '/graphql', { body: { query: '{ dataset { revision } }' } })),
    ).toMatchObject({
      status: 403,
      right: 'askAny',
    });
  });

  it('asks for PKCE, state and nonce, and keeps its cookies to itself', async () => {
    provider.claims = { sub: 'siti', groups: 'keepers' };
    open();
    const there = await browser.get('/access/sign-in');
    const asked = new URL(String(there.headers.location)).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'sentra',
      redirect_uri: `${PUBLIC}/access/callback`,
      scope: 'openid profile',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThanOrEqual(43);
    await browser.signIn();
    expect(await browser.me()).toMatchObject({ name: 'siti', role: 'administrator' });
    expect([...browser.cookies.keys()]).toEqual(['__Host-sentra-session']);
    for (const field of browser.set) {
      expect(field).toMatch(
        /^__Host-sentra-[a-z-]+=[A-Za-z0-9_-]*; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
      );
    }
  });

  it('takes the role from user info where the ID token has none', async () => {
    provider.userInfo = { groups: ['readers'] };
    await open().signIn();
    expect(await browser.me()).toMatchObject({ kind: 'person', role: 'reader' });
  });

  it.each([
    ['no claim', {}],
    ['other values', { groups: ['visitors', 'reader', 'STAFF'] }],
    ['a claim of another form', { groups: { readers: true } }],
    ['an empty list', { groups: [] }],
  ])('refuses whom the provider knows with %s: no role, no session', async (_what, claims) => {
    provider.claims = { sub: 'siti', ...claims };
    const answer = await open().signIn();
    expect(refusalOf(answer)).toMatchObject({ status: 403, code: 'NO_ROLE' });
    expect(await browser.me()).toBe(401);
    expect(browser.cookies.has('__Host-sentra-session')).toBe(false);
  });

  const faults: readonly (readonly [ProviderFault, number, string])[] = [
    ['another nonce', 403, 'SIGN_IN_FAILED'],
    ['no nonce', 403, 'SIGN_IN_FAILED'],
    ['another issuer', 403, 'SIGN_IN_FAILED'],
    ['another audience', 403, 'SIGN_IN_FAILED'],
    ['an expired token', 403, 'SIGN_IN_FAILED'],
    ['a token from the future', 403, 'SIGN_IN_FAILED'],
    ['another key', 403, 'SIGN_IN_FAILED'],
    ['no signature', 403, 'SIGN_IN_FAILED'],
    ['no ID token', 403, 'SIGN_IN_FAILED'],
    ['no subject', 403, 'SIGN_IN_FAILED'],
    ['a code used before', 403, 'SIGN_IN_FAILED'],
    ['another state', 403, 'SIGN_IN_FAILED'],
    ['another iss', 403, 'SIGN_IN_FAILED'],
    ['its token endpoint broken', 503, 'PROVIDER_UNAVAILABLE'],
  ];
  it.each(faults)('with %s lets nobody in', async (fault, status, code) => {
    // Each from an address of its own: what is looked at is not how many attempts there were.
    provider.claims = { sub: 'siti', groups: ['keepers'] };
    const fresh = await openGuarded(settingsFor(provider.issuer, PUBLIC), SMALL);
    try {
      const browser = new Browser(fresh.api.url, PUBLIC);
      // The same person gets in when nothing is wrong.
      await browser.signIn();
      expect(await browser.me()).toMatchObject({ role: 'administrator' });
      const other = new Browser(fresh.api.url, PUBLIC);
      provider.fault = fault;
      const answer = await other.signIn();
      expect(refusalOf(answer)).toMatchObject({ status, code });
      expect(await other.me()).toBe(401);
      expect(answer.body).not.toMatch(/a secret|a token|eyJ|siti/);
    } finally {
      await fresh.close();
    }
  });

  it('that was begun in another browser, or not at all, or once already, is none', async () => {
    provider.claims = { sub: 'siti', groups: ['keepers'] };
    const back = await open().goAndComeBack();
    const other = new Browser(guarded.api.url, PUBLIC);
    expect(refusalOf(await other.get(back))).toMatchObject({ status: 400, code: 'SIGN_IN_EXPIRED' });
    const exchanged = provider.exchanged();
    const again = new Map(browser.cookies);
    expect((await browser.get(back)).status).toBe(303);
    for (const [name, value] of again) browser.cookies.set(name, value);
    expect(refusalOf(await browser.get(back))).toMatchObject({ code: 'SIGN_IN_EXPIRED' });
    expect(provider.exchanged()).toBe(exchanged + 1);
    // Two cookies of the name: one of them is somebody else's.
    const third = new Browser(guarded.api.url, PUBLIC);
    const path = await third.goAndComeBack();
    const [[name = '', value = ''] = []] = third.cookies;
    third.cookies.clear();
    expect(refusalOf(await third.get(path, { cookie: `${name}=${value}; ${name}=${'a'.repeat(43)}` }))).toMatchObject({
      code: 'SIGN_IN_EXPIRED',
    });
  });

  it('that the person does not agree to tells so, to a page by sending it to its words', async () => {
    provider.denies = true;
    expect(refusalOf(await open().signIn())).toMatchObject({ status: 403, code: 'SIGN_IN_REFUSED' });
    const path = await open().goAndComeBack();
    const answer = await browser.get(path, PAGE);
    expect([answer.status, answer.headers.location]).toEqual([303, '/?access=SIGN_IN_REFUSED']);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/',
    'https:evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    '/access/sign-in?to=/',
    '/access/../access/sign-in',
    '',
  ])('never leads elsewhere: %j', async (to) => {
    provider.claims = { sub: 'siti', groups: ['staff'] };
    expect((await open().signIn(to)).headers.location).toBe('/');
  });

  it('gives a new id, whatever the browser had before, and the one before ends', async () => {
    provider.claims = { sub: 'siti', groups: ['staff'] };
    await open().signIn();
    const before = browser.cookies.get('__Host-sentra-session') ?? '';
    await browser.signIn();
    expect(browser.cookies.get('__Host-sentra-session')).not.toBe(before);
    const thief = new Browser(guarded.api.url, PUBLIC);
    thief.cookies.set('__Host-sentra-session', before);
    expect(await thief.me()).toBe(401);
    // An id that somebody put there is worth nothing before and after.
    const planted = 'p'.repeat(43);
    open().cookies.set('__Host-sentra-session', planted);
    await browser.signIn();
    expect(browser.cookies.get('__Host-sentra-session')).not.toBe(planted);
    thief.cookies.set('__Host-sentra-session', planted);
    expect(await thief.me()).toBe(401);
  });

  it('ends for the server, too, with signing out, which only this page can ask for', async () => {
    provider.claims = { sub: 'siti', groups: ['staff'] };
    await open().signIn();
    const session = browser.cookies.get('__Host-sentra-session') ?? '';
    expect((await browser.get('/access/sign-out')).status).toBe(404);
    const foreign = await browser.send('POST', '/access/sign-out', {
      body: {},
      headers: { origin: 'https://evil.example' },
    });
    expect(refusalOf(foreign)).toMatchObject({ status: 403, code: 'FOREIGN_ORIGIN' });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await browser.send('POST', '/access/sign-out', { body: {}, headers: form })).status).toBe(415);
    expect(await browser.me()).toMatchObject({ kind: 'person' });
    expect((await browser.send('POST', '/access/sign-out', { body: {} })).status).toBe(204);
    expect(browser.cookies.size).toBe(0);
    browser.cookies.set('__Host-sentra-session', session);
    expect(await browser.me()).toBe(401);
  });

  it('is no way around a key that opens nothing: whoever sends one means that one', async () => {
    provider.claims = { sub: 'siti', groups: ['keepers'] };
    await open().signIn();
    const answer = await browser.send('POST', '/graphql', {
      body: LISTED,
      headers: { authorization: 'Bearer sentra_x' },
    });
    expect(answer.status).toBe(401);
    const reader = await browser.get('/access/me', { authorization: `Bearer ${guarded.keys.reader}` });
    expect(JSON.parse(reader.body)).toMatchObject({ kind: 'key', role: 'reader' });
  });

  it('does not let other sites ask with its cookie', async () => {
    provider.claims = { sub: 'siti', groups: ['keepers'] };
    await open().signIn();
    const asked = await browser.send('POST', '/graphql', { body: LISTED, headers: { origin: 'https://evil.example' } });
    expect(refusalOf(asked)).toMatchObject({ status: 403, code: 'FOREIGN_ORIGIN' });
    expect(asked.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('tells the audit log of each who came in, went out, or did not come in, and of exports', async () => {
    provider.claims = { sub: 'audited', name: 'A person\n{"event":"forged"}', groups: ['staff'] };
    await open().signIn();
    expect((await browser.send('POST', '/access/exported', { body: { form: 'csv' } })).status).toBe(204);
    expect((await browser.send('POST', '/access/exported', { body: { form: 'not a form' } })).status).toBe(400);
    await browser.send('POST', '/access/sign-out', { body: {} });
    expect((await browser.send('POST', '/access/exported', { body: { form: 'csv' } })).status).toBe(401);
    const lines = guarded.audited();
    const own = lines.filter(({ who }) => JSON.stringify(who).includes('"audited"'));
    expect(own.map(({ event, form }) => [event, form])).toEqual([
      ['signed-in', undefined],
      ['exported', 'csv'],
      ['signed-out', undefined],
    ]);
    expect(own[0]?.['who']).toMatchObject({
      kind: 'person',
      id: 'audited',
      role: 'reader',
      name: expect.stringContaining('forged'),
    });
    expect(lines).toContainEqual(expect.objectContaining({ event: 'sign-in-failed', reason: 'NO_ROLE' }));
    expect(lines.some(({ event }) => event === 'forged')).toBe(false);
    expect(JSON.stringify(lines)).not.toMatch(/eyJ|a token|state=|code=/);
  });
});
