/** Signing in where something beside it is away, or people come over http. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { node, records } from '../fixtures/records.ts';
import { Browser } from './browser-of.ts';
import { openGuarded, refusalOf } from './guarded-api.ts';
import { openOwnProvider, settingsFor, type OwnProvider } from './own-provider.ts';

const PUBLIC = 'https://sentra.example.id';
const SMALL = { records: records({ nodes: [node('cluster:a')] }) };
const PAGE = { accept: 'text/html,application/xhtml+xml' };

let provider: OwnProvider;
beforeAll(async () => {
  provider = await openOwnProvider();
});
afterAll(() => provider.close());

describe('where people come over http to this machine itself', () => {
  it('cookies are those of such a page', async () => {
    provider.claims = { sub: 'siti', groups: ['staff'] };
    const guarded = await openGuarded(settingsFor(provider.issuer, 'http://127.0.0.1:4000'), SMALL);
    try {
      const browser = new Browser(guarded.api.url, 'http://127.0.0.1:4000');
      await browser.signIn();
      expect([...browser.cookies.keys()]).toEqual(['sentra-session']);
      for (const field of browser.set) expect(field).toMatch(/; HttpOnly; SameSite=Lax$/);
      expect(await browser.me()).toMatchObject({ kind: 'person' });
    } finally {
      await guarded.close();
    }
  });
});

describe('a provider that is away', () => {
  it('keeps people out with 503, and nobody who is in; keys, liveness and readiness go on; back, it is asked again', async () => {
    const away = await openOwnProvider();
    const settings = settingsFor(away.issuer, PUBLIC);
    await away.close();
    const guarded = await openGuarded(settings, SMALL);
    try {
      const browser = new Browser(guarded.api.url, PUBLIC);
      const answer = await browser.get('/access/sign-in');
      expect(refusalOf(answer)).toMatchObject({ status: 503, code: 'PROVIDER_UNAVAILABLE' });
      expect(answer.headers['retry-after']).toBe('10');
      expect((await browser.get('/access/sign-in', PAGE)).headers.location).toBe('/?access=PROVIDER_UNAVAILABLE');
      expect((await guarded.get('/health/live')).status).toBe(200);
      expect((await guarded.get('/health/ready')).status).toBe(200);
      expect((await guarded.get('/access/me', guarded.keys.reader)).status).toBe(200);
    } finally {
      await guarded.close();
    }
  });

  it('whose keys are away when somebody comes back lets nobody in, and later does', async () => {
    const own = await openOwnProvider();
    own.claims = { sub: 'siti', groups: ['staff'] };
    const guarded = await openGuarded(settingsFor(own.issuer, PUBLIC), SMALL);
    try {
      const browser = new Browser(guarded.api.url, PUBLIC);
      own.fault = 'its keys away';
      const refused = await browser.signIn();
      expect(refusalOf(refused)).toMatchObject({ status: 503, code: 'PROVIDER_UNAVAILABLE' });
      expect(await browser.me()).toBe(401);
      own.fault = null;
      await browser.signIn();
      expect(await browser.me()).toMatchObject({ kind: 'person' });
    } finally {
      await guarded.close();
      await own.close();
    }
  });
});

describe('an audit log that cannot be written', () => {
  it('keeps people from signing in, and shows in readiness; who asks with a key is answered', async () => {
    provider.claims = { sub: 'siti', groups: ['staff'] };
    const guarded = await openGuarded({ ...settingsFor(provider.issuer, PUBLIC), SENTRA_AUDIT: '/dev/full' }, SMALL);
    try {
      const browser = new Browser(guarded.api.url, PUBLIC);
      expect(refusalOf(await browser.signIn())).toMatchObject({ status: 503, code: 'AUDIT_UNAVAILABLE' });
      expect(await browser.me()).toBe(401);
      expect(JSON.parse((await guarded.get('/health/ready')).body)).toMatchObject({
        status: 'ready',
        parts: { audit: expect.stringContaining('ENOSPC') },
      });
      expect((await guarded.get('/access/me', guarded.keys.reader)).status).toBe(200);
      const taken = await guarded.api.url;
      const exported = await fetch(`${taken}/access/exported`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${guarded.keys.reader}` },
        body: '{"form":"csv"}',
      });
      expect(exported.status).toBe(503);
    } finally {
      await guarded.close();
    }
  });
});
