/** Whom a store trusts that is opened with encryption, and what is said of a certificate that is not trusted. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../api/store/open-store.ts';
import { newNeo4j } from '../neo4j/new-neo4j.ts';
import type { RunningNeo4j } from '../neo4j/start-neo4j.ts';
import { programFile } from '../programs/program.ts';
import { refusal } from './asking.ts';
import { whereNeo4jRuns } from './neo4j-under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'sentra-certificate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Certificate {
  /** Files. */
  readonly key: string;
  readonly cert: string;
}

function openssl(...args: readonly string[]): void {
  const made = spawnSync('openssl', args, { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`openssl ${args.join(' ')}: ${made.stderr}`);
}

/** A certificate that its owner signed. @param days for which it holds; negative: it has expired */
function certificate(name: string, days: number, names: string): Certificate {
  const [key, request, cert, extensions] = ['key', 'csr', 'crt', 'cnf'].map((end) => join(folder, `${name}.${end}`));
  if (key === undefined || request === undefined || cert === undefined || extensions === undefined)
    throw new Error(name);
  openssl(...'req -newkey rsa:2048 -nodes -subj /CN=localhost'.split(' '), '-keyout', key, '-out', request);
  writeFileSync(extensions, `subjectAltName=${names}\n`);
  // Only this command makes one that has expired.
  openssl('x509', '-req', '-in', request, '-signkey', key, '-out', cert, '-days', String(days), '-extfile', extensions);
  return { key, cert };
}
const HERE = 'DNS:localhost,IP:127.0.0.1';

/** What opening a store prints in a process that trusts the certificate: the engine, or why not. */
async function openTrusting(cert: string, address: string): Promise<string> {
  const child = spawn(process.execPath, [await programFile('opened-once'), address], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: cert },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  await once(child, 'close');
  return said;
}

/** On a busy machine a process that has just begun may find no connection within its second; then it is begun again. */
const PATIENTLY = { timeout: 50_000 };
const opening = (cert: string, address: string) => () => openTrusting(cert, address);

describe('a server of another name or time', () => {
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
  });

  /** Port of a server that shows the certificate and says nothing more. */
  async function showing({ key, cert }: Certificate): Promise<number> {
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (socket) =>
      socket.on('error', () => undefined),
    );
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return z.object({ port: z.number() }).parse(server.address()).port;
  }

  it('whose certificate is trusted, but for elsewhere, is told so', async () => {
    const made = certificate('elsewhere', 2, 'DNS:elsewhere.example');
    const port = await showing(made);
    await expect
      .poll(opening(made.cert, `bolt+s://127.0.0.1:${port}`), PATIENTLY)
      .toMatch(/certificate of Neo4j at 127\.0\.0\.1:\d+ is not trusted .*made out to another name; give that name in/);
  }, 60_000);

  it('whose certificate has expired is told so', async () => {
    const made = certificate('expired', -1, HERE);
    const port = await showing(made);
    await expect
      .poll(opening(made.cert, `bolt+s://127.0.0.1:${port}`), PATIENTLY)
      .toMatch(/is not trusted \(CERT_HAS_EXPIRED\): it has expired; have it renewed/);
  }, 60_000);
});

whereNeo4jRuns(() => {
  describe('a server that encrypts, with a certificate of its owner’s making', () => {
    let server: RunningNeo4j;
    let address: string;
    let trusted: string;
    beforeAll(async () => {
      const { key, cert } = certificate('public', 2, HERE);
      copyFileSync(key, join(folder, 'private.key'));
      server = await newNeo4j({ certificates: folder });
      trusted = cert;
      address = server.uri.slice(server.uri.indexOf(':'));
    }, 180_000);
    afterAll(() => server.stop());

    it.each(['bolt+ssc', 'neo4j+ssc'])('is asked by %s, which takes any certificate', async (scheme) => {
      const store = await openStore(scheme + address);
      expect((await store.dataset()).engine).toBe('neo4j');
      await store.close();
    });

    it.each(['bolt+s', 'neo4j+s'])(
      'is refused by %s as one whose certificate is not trusted, with both ways out, and not as one that does not answer',
      async (scheme) => {
        const { code, message } = await refusal(openStore(scheme + address));
        expect(code).toBe('STORE_UNAVAILABLE');
        expect(message).toMatch(
          /certificate of Neo4j at 127\.0\.0\.1:\d+ is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
        );
        expect(message).toContain('NODE_EXTRA_CA_CERTS');
        expect(message).toContain('bolt+ssc:// or neo4j+ssc://');
        expect(message).not.toContain('does not answer');
      },
    );

    it.each(['bolt', 'neo4j'])('is named as one that may want encryption when it is asked by %s', async (scheme) => {
      const { code, message } = await refusal(openStore(scheme + address));
      expect(code).toBe('STORE_UNAVAILABLE');
      expect(message).toMatch(/ended the connection; .*write bolt\+s:\/\/ or neo4j\+s:\/\//);
    });

    it('is trusted by bolt+s once Node knows the certificate', async () => {
      await expect
        .poll(opening(trusted, `bolt+s${address.replace('127.0.0.1', 'localhost')}`), PATIENTLY)
        .toBe('neo4j\n');
    }, 60_000);
  });

  describe('a server that does not encrypt', () => {
    let server: RunningNeo4j;
    beforeAll(async () => {
      server = await newNeo4j();
    }, 180_000);
    afterAll(() => server.stop());

    it.each(['bolt+s', 'bolt+ssc', 'neo4j+s'])('is named as such when it is asked by %s', async (scheme) => {
      const { code, message } = await refusal(openStore(server.uri.replace('bolt', scheme)));
      expect(code).toBe('STORE_UNAVAILABLE');
      expect(message).toMatch(/does not encrypt; .*write bolt:\/\/ or neo4j:\/\//);
    });
  });
});
