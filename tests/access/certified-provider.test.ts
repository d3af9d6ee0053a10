/** Signing in with a certified implementation of OpenID Connect that is not ours: oidc-provider, on 127.0.0.1. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { node, records } from '../fixtures/records.ts';
import { Browser } from './browser-of.ts';
import { openGuarded, type GuardedApi } from './guarded-api.ts';
import { settingsFor } from './own-provider.ts';

const PUBLIC = 'https://sentra.example.id';

/** Whoever comes is this person, and agrees. */
async function openCertified(): Promise<{ readonly issuer: string; readonly server: Server }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' }] },
    clients: [
      {
        client_id: 'sentra',
        client_secret: 'a secret of the client',
        redirect_uris: [`${PUBLIC}/access/callback`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'groups'] },
    cookies: { keys: ['only for this test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, name: 'Budi', groups: ['keepers'] }),
    }),
  });
  const callback = provider.callback();
  server.on('request', (request, response) => {
    void (async () => {
      if (request.url?.startsWith('/interaction/') !== true) return callback(request, response);
      const { prompt, session } = await provider.interactionDetails(request, response);
      if (prompt.name === 'login') {
        return provider.interactionFinished(request, response, { login: { accountId: 'budi' } });
      }
      const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: 'sentra' });
      grant.addOIDCScope('openid profile');
      return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
    })();
  });
  return { issuer, server };
}

/** Through the provider's own pages, with its cookies, until it sends back. */
async function throughProvider(begin: string): Promise<string> {
  const cookies = new Map<string, string>();
  let address = begin;
  for (let steps = 0; steps < 10; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const field of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(field) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider stopped: ${answer.status} ${await answer.text()}`);
    address = new URL(location, address).href;
    if (address.startsWith(PUBLIC)) return address.slice(PUBLIC.length);
  }
  throw new Error('the provider goes round and round');
}

describe('a certified provider', () => {
  let guarded: GuardedApi;
  let server: Server;
  beforeAll(async () => {
    const certified = await openCertified();
    ({ server } = certified);
    guarded = await openGuarded(settingsFor(certified.issuer, PUBLIC), {
      records: records({ nodes: [node('cluster:a')] }),
    });
  });
  afterAll(async () => {
    await guarded.close();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  it('signs people in, its role from user info', async () => {
    const browser = new Browser(guarded.api.url, PUBLIC);
    const there = await browser.get('/access/sign-in?to=%2F%3Fv%3D1');
    const back = await throughProvider(String(there.headers.location));
    expect((await browser.get(back)).headers.location).toBe('/?v=1');
    expect(await browser.me()).toMatchObject({ kind: 'person', name: 'Budi', role: 'administrator' });
  });

  it('knows a code that was used, and then nobody gets in', async () => {
    const [first, second] = [new Browser(guarded.api.url, PUBLIC), new Browser(guarded.api.url, PUBLIC)];
    const there = await first.get('/access/sign-in');
    const back = await throughProvider(String(there.headers.location));
    await second.get('/access/sign-in');
    expect((await second.get(back)).status).toBe(403);
    expect(await second.me()).toBe(401);
  });
});
