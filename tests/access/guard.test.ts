/** What a key opens, and what nothing else does: asked over HTTP. */
import { writeFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyFileIn } from '../../api/access/keys/key-file.ts';
import { newKey } from '../../api/access/keys/key-text.ts';
import * as operations from '../../web/src/requests/generated/operations.ts';
import { openConnection, send, untilClosed } from '../api/raw-request.ts';
import { openGuarded, refusalOf, type GuardedApi } from './guarded-api.ts';
import { addKey, revokeKeys } from './key-files.ts';

const LISTED = String(operations.ReferenceDayDocument);
const OTHER = '{ dataset { revision } }';
const JSON_TYPE = { 'content-type': 'application/json' };

describe('where one has to be somebody', () => {
  let guarded: GuardedApi;
  let logged = '';
  beforeAll(async () => {
    const lines = new Writable({
      write: (part: Buffer, _encoding, done) => {
        logged += part.toString('utf8');
        done();
      },
    });
    guarded = await openGuarded({}, { logger: pino({ level: 'info' }, lines) });
  });
  afterAll(() => guarded.close());

  it('a reader asks what the explorer asks, an administrator anything', async () => {
    const { ask, get, keys } = guarded;
    expect((await ask(LISTED, keys.reader)).status).toBe(200);
    expect(refusalOf(await ask(OTHER, keys.reader))).toMatchObject({ status: 403, code: 'FORBIDDEN', right: 'askAny' });
    expect((await ask(OTHER, keys.administrator)).status).toBe(200);
    expect((await ask('{ __schema { queryType { name } } }', keys.administrator)).status).toBe(200);
    expect(refusalOf(await get('/metrics', keys.reader))).toMatchObject({ status: 403, right: 'readMetrics' });
    expect((await get('/metrics', keys.administrator)).status).toBe(200);
  });

  it('who has no key is told how to come in, sees the page’s way in and that the server lives, and nothing else', async () => {
    const { ask, get } = guarded;
    for (const answer of [await ask(LISTED), await get('/metrics'), await get('/access/me')]) {
      expect(refusalOf(answer)).toMatchObject({
        status: 401,
        code: 'UNAUTHENTICATED',
        waysIn: { key: true, provider: false },
      });
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="Sentra"');
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
    }
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
    expect((await get('/nowhere')).status).toBe(404);
  });

  it('each is told who they are here', async () => {
    const { get, keys } = guarded;
    const me = await get('/access/me', keys.reader);
    expect(JSON.parse(me.body)).toEqual({
      kind: 'key',
      name: 'a reader',
      role: 'reader',
      rights: ['askListed', 'export'],
    });
    expect(me.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['a key of another server', () => `Bearer ${newKey().text}`],
    ['a key cut short', () => `Bearer ${guarded.keys.reader.slice(0, -1)}`],
    ['a key with something after it', () => `Bearer ${guarded.keys.reader}x`],
    ['two keys', () => `Bearer ${guarded.keys.reader}, Bearer ${guarded.keys.administrator}`],
    ['no key', () => 'Bearer '],
    ['nothing', () => ''],
    ['another way to sign in', () => `Basic ${Buffer.from('a:b').toString('base64')}`],
    ['a key without its word', () => guarded.keys.reader],
  ])('%s is nobody, not somebody else', async (_what, authorization) => {
    const { api } = guarded;
    const answer = await send(api.url, {
      method: 'POST',
      path: '/graphql',
      headers: { ...JSON_TYPE, authorization: authorization() },
      body: JSON.stringify({ query: LISTED }),
    });
    expect(refusalOf(answer)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(answer.headers['www-authenticate']).toContain('Bearer');
    expect(answer.body).not.toContain(guarded.keys.reader.slice(-20));
  });

  it('two Authorization headers are refused, whichever is right', async () => {
    const { api, keys } = guarded;
    for (const [first, second] of [
      [keys.reader, 'x'],
      ['x', keys.reader],
      [keys.reader, keys.administrator],
    ]) {
      const socket = await openConnection(api.url);
      const heard = untilClosed(socket);
      const fields = [`authorization: Bearer ${first}`, `Authorization: Bearer ${second}`];
      socket.write(`GET /access/me HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n${fields.join('\r\n')}\r\n\r\n`);
      expect(await heard).toMatch(/^HTTP\/1\.1 400 [^]*two Authorization headers/);
    }
  });

  it('a key in an address opens nothing, and stands in no log', async () => {
    const { get, keys } = guarded;
    for (const path of [
      `/graphql?key=${keys.reader}`,
      `/metrics?access_token=${encodeURIComponent(keys.administrator).replaceAll('_', '%5F')}`,
      `/${keys.reader}`,
      `/health/live?${keys.reader}`,
    ]) {
      expect(refusalOf(await get(path, keys.administrator))).toMatchObject({ status: 400, code: 'KEY_IN_ADDRESS' });
    }
    expect(logged).toContain('"path":"/…"');
    for (const key of Object.values(keys)) expect(logged).not.toContain(key.slice(-43));
  });

  it('an administrator reads which keys there are and the end of the audit log, without what opens anything', async () => {
    const { get, keys } = guarded;
    const listed = await get('/access/keys', keys.administrator);
    expect(JSON.parse(listed.body)).toMatchObject({
      keys: [
        { name: 'a reader', role: 'reader', expires: null, revoked: null },
        { name: 'an administrator', role: 'administrator' },
      ],
    });
    expect(listed.body).not.toMatch(/hash|[0-9a-f]{64}/);
    const recent = await get('/access/audit', keys.administrator);
    expect(JSON.parse(recent.body)).toEqual({ lines: guarded.audited(), whole: true });
    for (const path of ['/access/keys', '/access/audit']) expect((await get(path, keys.reader)).status).toBe(403);
  });

  it('what is refused is told to the audit log: who, where and why, without keys and questions', () => {
    const lines = guarded.audited();
    expect(lines).toContainEqual(
      expect.objectContaining({
        event: 'refused',
        code: 'FORBIDDEN',
        right: 'askAny',
        route: '/graphql',
        times: 1,
        who: expect.objectContaining({ kind: 'key', name: 'a reader', role: 'reader' }),
        address: '127.0.0.1',
      }),
    );
    const codes = new Set(lines.map(({ code }) => code));
    expect([...codes].toSorted()).toEqual(['BAD_REQUEST', 'FORBIDDEN', 'KEY_IN_ADDRESS', 'UNAUTHENTICATED']);
    const text = JSON.stringify(lines);
    for (const secret of [guarded.keys.reader.slice(-43), 'revision', 'referenceDay'])
      expect(text).not.toContain(secret);
  });
});

describe('a server that is running', () => {
  it('takes a key as soon as it is added, and no more as soon as it is revoked; from the first one on all need one', async () => {
    const guarded = await openGuarded();
    const { folder, ask, get, close } = guarded;
    try {
      const key = addKey(folder, { name: 'added later' });
      await expect.poll(async () => (await ask(LISTED, key)).status, { timeout: 1_000, interval: 50 }).toBe(200);
      revokeKeys(folder);
      await expect.poll(async () => (await ask(LISTED, key)).status, { timeout: 1_000, interval: 50 }).toBe(401);
      expect(refusalOf(await ask(LISTED, key))).toMatchObject({ message: expect.stringContaining('revoked') });
      expect((await get('/access/me')).status).toBe(401);
    } finally {
      await close();
    }
  });

  it('lets nobody in while its keys are damaged, says so in readiness, and lives', async () => {
    const guarded = await openGuarded();
    const { folder, ask, get, keys, close } = guarded;
    try {
      expect((await ask(LISTED, keys.reader)).status).toBe(200);
      writeFileSync(keyFileIn(folder), 'not what it was');
      await expect
        .poll(async () => (await ask(LISTED, keys.reader)).status, { timeout: 1_000, interval: 50 })
        .toBe(503);
      expect(refusalOf(await ask(LISTED))).toMatchObject({ status: 503, code: 'ACCESS_UNAVAILABLE' });
      expect(JSON.parse((await get('/health/ready')).body)).toMatchObject({ parts: { access: 'unavailable' } });
      expect((await get('/health/ready')).body).not.toContain(folder);
      expect((await get('/health/live')).status).toBe(200);
    } finally {
      await close();
    }
  });
});

describe('how much one may ask', () => {
  it('is counted by what questions cost, for each key by itself, and told when it is too much', async () => {
    const guarded = await openGuarded({ SENTRA_ALLOWANCE: '500,1' });
    const { ask, keys, folder, audited, close } = guarded;
    try {
      const large = '{ sources(first: 200) { nodes { id } } }';
      const answers = [];
      for (let i = 0; i < 4; i += 1) answers.push(await ask(large, keys.administrator));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
      const refused = answers[2];
      expect(refused === undefined ? null : refusalOf(refused)).toMatchObject({
        code: 'TOO_MUCH',
        cost: 202,
        limit: 500,
        left: 96,
        perSecond: 1,
      });
      const wait = Number(refused?.headers['retry-after']);
      expect(wait).toBeGreaterThanOrEqual(100);
      expect(wait).toBeLessThanOrEqual(106);
      expect((await ask('{ dataset { revision } }', keys.administrator)).status).toBe(200);
      const other = addKey(folder, { name: 'another', role: 'administrator' });
      await expect.poll(async () => (await ask(large, other)).status, { timeout: 1_000, interval: 250 }).toBe(200);
      expect(audited()).toContainEqual(expect.objectContaining({ event: 'refused', status: 429, code: 'TOO_MUCH' }));
    } finally {
      await close();
    }
  });

  it('of keys that open nothing is limited by address, and who has a right one goes on', async () => {
    const guarded = await openGuarded();
    const { ask, keys, close } = guarded;
    try {
      const statuses = [];
      for (let i = 0; i < 25; i += 1) statuses.push((await ask(LISTED, newKey().text)).status);
      expect(statuses.filter((status) => status === 401)).toHaveLength(20);
      expect(statuses.at(-1)).toBe(429);
      expect((await ask(LISTED, keys.reader)).status).toBe(200);
    } finally {
      await close();
    }
  });

  it('is counted by the address that a proxy names, where that proxy is known, and by the connection’s where not', async () => {
    const wrong = (i: number) => ({ 'x-forwarded-for': `198.51.100.${i}` });
    for (const [settings, last] of [
      [{ SENTRA_PROXIES: '127.0.0.1' }, 401],
      [{}, 429],
    ] as const) {
      const guarded = await openGuarded(settings);
      try {
        const statuses = [];
        for (let i = 0; i < 25; i += 1) statuses.push((await guarded.ask(LISTED, newKey().text, wrong(i))).status);
        expect(statuses.at(-1)).toBe(last);
      } finally {
        await guarded.close();
      }
    }
  });
});
