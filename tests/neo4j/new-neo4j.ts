/** A Neo4j for a test file, of the process that all files share (shared-neo4j.ts). */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { inject } from 'vitest';
import type { ServerSettings } from './neo4j-host.ts';
import { Told } from './shared-neo4j.ts';
import { addressOf, untilAnswers, type RunningNeo4j } from './start-neo4j.ts';

/**
 * A new server, within a second of the first one. A test that kills it starts one of its own (start-neo4j.ts).
 * @throws Error that says what is missing, or what the process printed
 */
export async function newNeo4j(options: Partial<ServerSettings> = {}): Promise<RunningNeo4j> {
  const socket = connect({ port: inject('neo4jPort'), host: '127.0.0.1', noDelay: true });
  const closed = once(socket, 'close');
  socket.write(`${JSON.stringify(options)}\n`);
  const [line] = await Promise.race([once(createInterface({ input: socket }), 'line'), closed]);
  if (typeof line !== 'string') throw new Error('the process of the shared Neo4j servers is gone');
  const told = Told.parse(JSON.parse(line));
  if ('failed' in told) throw new Error(told.failed);
  const uri = addressOf(told.port, options);
  await untilAnswers(uri);
  return {
    uri,
    stop: async () => {
      socket.end();
      // Data that stay are not used again before it has ended.
      if (options.folder !== undefined) await closed;
    },
  };
}
