/** What `neo4j://` is on one server: where the driver goes and in which mode it asks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../api/store/open-store.ts';
import { freePort } from '../free-port.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { newNeo4j } from '../neo4j/new-neo4j.ts';
import type { RunningNeo4j } from '../neo4j/start-neo4j.ts';
import { id } from './asking.ts';
import { faultyProxy, type FaultyProxy } from './faulty-proxy.ts';
import { whereNeo4jRuns } from './neo4j-under-test.ts';

const FORGE = id('cluster:forge');
/** `mode: 'r'` as PackStream writes it in the message that begins a transaction. */
const READ_MODE = Buffer.from([0x84, ...Buffer.from('mode'), 0x81, ...Buffer.from('r')]);

/** The message that begins a transaction, as Bolt writes it. */
const BEGIN = Buffer.from([0xb1, 0x11]);

/** Of every message that begins a transaction, whether it asks for read mode; a message stands behind its length in two bytes. */
function modesOfTransactions(sent: readonly Buffer[]): readonly ('READ' | 'WRITE')[] {
  const bytes = Buffer.concat(sent);
  const modes: ('READ' | 'WRITE')[] = [];
  for (let at = bytes.indexOf(BEGIN, 2); at >= 0; at = bytes.indexOf(BEGIN, at + BEGIN.length)) {
    const message = bytes.subarray(at, at + bytes.readUInt16BE(at - 2));
    modes.push(message.includes(READ_MODE) ? 'READ' : 'WRITE');
  }
  return modes;
}

whereNeo4jRuns(() => {
  describe('a server that is asked by neo4j://', () => {
    let server: RunningNeo4j;
    let proxy: FaultyProxy;
    let sent: Buffer[];
    beforeAll(async () => {
      const port = await freePort();
      sent = [];
      proxy = await faultyProxy({ host: '127.0.0.1', port }, (bytes) => void sent.push(bytes));
      server = await newNeo4j({ port, advertisedPort: proxy.port });
    }, 180_000);
    afterAll(async () => {
      proxy.close();
      await server.stop();
    });

    it('is asked to read in read mode, so that replicas of a cluster answer, and to write without it', async () => {
      const store = await openStore(`neo4j://127.0.0.1:${proxy.port}`);
      await store.write({ put: tinyIndustry, remove: [] });
      sent.length = 0;
      expect((await store.nodesById([FORGE])).size).toBe(1);
      expect((await store.neighbourhood({ of: [FORGE], first: 5 })).relations.length).toBeGreaterThan(0);
      expect(modesOfTransactions(sent)).toEqual(['READ', 'READ']);
      sent.length = 0;
      await store.write({ put: { ...tinyIndustry, nodes: [] }, remove: [] });
      expect(modesOfTransactions(sent)).toContain('WRITE');
      await store.close();
    }, 90_000);

    it('is followed to the address that it advertises, which is not the one it listens at', async () => {
      sent.length = 0;
      const store = await openStore(server.uri.replace('bolt:', 'neo4j:'));
      expect((await store.dataset()).engine).toBe('neo4j');
      await store.close();
      expect(sent.length).toBeGreaterThan(0);
    });
  });
});
