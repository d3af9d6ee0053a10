/** The server as a process of its own that is told to stop. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { programFile } from '../programs/program.ts';
import { openConnection, send, untilClosed } from './raw-request.ts';

const CLIENTS = 100;
const BODY = JSON.stringify({ query: '{ dataset { nodeCount } }' });
const HEAD = [
  'POST /graphql HTTP/1.1',
  'host: localhost',
  'content-type: application/json',
  `content-length: ${BODY.length}`,
  'expect: 100-continue',
  '\r\n',
].join('\r\n');

/** A request whose head the server has answered with 100: it is in flight until the body has come. */
async function inFlight(url: string): Promise<{ readonly finish: () => void; readonly said: Promise<string> }> {
  const socket: Socket = await openConnection(url);
  const said = untilClosed(socket);
  const begun = once(socket, 'data');
  socket.write(HEAD);
  await begun;
  return { finish: () => socket.write(BODY), said };
}

describe('a server that is told to stop', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sentra-stop-'));
    mkdirSync(join(folder, 'records'));
    writeFileSync(
      join(folder, 'records', 'places.yaml'),
      'nodes:\n  - id: country:id\n    name: Indonesia\n    code: ID\n',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function start(
    name: string,
  ): Promise<{ readonly child: ChildProcess; readonly url: string; log: () => string }> {
    const child = spawn(process.execPath, [await programFile('serve')], {
      env: {
        ...process.env,
        SENTRA_LOG_LEVEL: 'info',
        SENTRA_PORT: '0',
        SENTRA_STORE: `sqlite:${join(folder, `${name}.db`)}`,
        SENTRA_DATASET: join(folder, 'records'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [log, said] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (log += part.toString('utf8')));
    child.stderr.on('data', (part: Buffer) => (said += part.toString('utf8')));
    const url = await vi.waitFor(() => {
      const found = /Sentra is at (http:\S+?)\/ /.exec(said)?.[1];
      if (found === undefined) throw new Error(`not ready: ${said}`);
      return found;
    }, 30_000);
    return { child, url, log: () => log };
  }

  it(`with ${CLIENTS} requests in flight answers each of them, takes no more, and ends with code 0`, async () => {
    const { child, url, log } = await start('busy');
    const ended = once(child, 'exit');
    const clients = await Promise.all(Array.from({ length: CLIENTS }, () => inFlight(url)));
    const silent = untilClosed(await openConnection(url));
    child.kill('SIGTERM');
    await vi.waitFor(() => expect(log()).toContain('"stopping"'), 10_000);
    await vi.waitFor(async () => {
      await expect(send(url, { method: 'GET', path: '/health/live', headers: {} })).rejects.toThrow('ECONNREFUSED');
    }, 10_000);
    for (const { finish } of clients) finish();
    for (const answer of await Promise.all(clients.map(({ said }) => said))) {
      expect(answer).toMatch(/\r\n\r\nHTTP\/1\.1 200 OK\r\n[^]*"nodeCount":1/);
      expect(answer).toMatch(/\r\nconnection: close\r\n/i);
    }
    await silent;
    expect((await ended)[0]).toBe(0);
  }, 60_000);

  it('tells on a connection that is still open that it stops and when to ask again, and that it lives', async () => {
    const { child, url, log } = await start('asked');
    const ended = once(child, 'exit');
    const held = await inFlight(url);
    const late = await openConnection(url);
    const lively = await openConnection(url);
    // Those before it have been accepted then.
    await send(url, { method: 'GET', path: '/health/live', headers: {} });
    const [lateSaid, livelySaid] = [untilClosed(late), untilClosed(lively)];
    child.kill('SIGTERM');
    await vi.waitFor(() => expect(log()).toContain('"stopping"'), 10_000);
    late.write('GET /health/ready HTTP/1.1\r\nhost: localhost\r\n\r\n');
    lively.write('GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n');
    expect(await lateSaid).toMatch(/^HTTP\/1\.1 503 [^]*retry-after: 5\r\n[^]*"STOPPING"/i);
    expect(await livelySaid).toMatch(/^HTTP\/1\.1 200 [^]*"live"/);
    held.finish();
    expect(await held.said).toMatch(/HTTP\/1\.1 200 OK/);
    expect((await ended)[0]).toBe(0);
  }, 60_000);

  it('has logged nothing of what was asked or of who asked', async () => {
    const { child, url, log } = await start('logged');
    const ended = once(child, 'exit');
    const headers = {
      'content-type': 'application/json',
      authorization: 'Bearer a-secret',
      cookie: 'a-secret',
      'user-agent': 'a-person',
    };
    const body = JSON.stringify({
      query: '{ search(text: "a-person") { totalCount } }',
      variables: { text: 'a-person' },
    });
    const answer = await send(url, { method: 'POST', path: '/graphql?who=a-person', headers, body });
    await send(url, { method: 'GET', path: '/graphql?query=%7Ba-person%7D', headers: {} });
    child.kill('SIGTERM');
    await ended;
    const id = String(answer.headers['x-request-id']);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const lines = log().trim().split('\n');
    expect(lines.filter((line) => line.includes(id) && line.includes('"path":"/graphql"'))).toHaveLength(1);
    expect(log()).not.toMatch(/a-person|a-secret|remoteAddress/);
  }, 60_000);
});
