/**
 * A Neo4j for one test file. On a machine that cannot run one, CI=true fails the file; otherwise it says loudly what was not
 * run, and the file holds one case that says so.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import neo4j, { type Driver } from 'neo4j-driver';
import { openStore } from '../../api/store/open-store.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { neo4jMissing } from '../neo4j/neo4j-jars.ts';
import { newNeo4j } from '../neo4j/new-neo4j.ts';
import type { RunningNeo4j } from '../neo4j/start-neo4j.ts';

export interface Neo4jUnderTest {
  /** Address of the running server. */
  uri(): string;
  /** A session-free way past the store, for what a person does in Neo4j Browser. */
  driver(): Driver;
  /** Empties the server, down to what marks it as Sentra's, and opens it. The caller closes the store. */
  openEmpty(): Promise<GraphStore>;
}

interface Running {
  readonly server: RunningNeo4j;
  readonly driver: Driver;
}

function serverOfFile(): Neo4jUnderTest {
  let running: Running | null = null;
  const there = (): Running => {
    if (running === null) throw new Error('Neo4j is started before the cases');
    return running;
  };
  beforeAll(async () => {
    const server = await newNeo4j();
    running = { server, driver: neo4j.driver(server.uri, undefined, { useBigInt: true }) };
  }, 180_000);
  afterAll(async () => {
    await running?.driver.close();
    await running?.server.stop();
  });
  return {
    uri: () => there().server.uri,
    driver: () => there().driver,
    openEmpty: async () => {
      const { driver, server } = there();
      await driver.executeQuery('MATCH (n) WHERE NOT n:Dataset DETACH DELETE n');
      await driver.executeQuery('MATCH (d:Dataset) SET d.revision = $revision REMOVE d.marks', {
        revision: '0'.repeat(32),
      });
      return openStore(server.uri);
    },
  };
}

/** Registers the cases where there can be a Neo4j. */
export function whereNeo4jRuns(cases: () => void): void {
  const missing = neo4jMissing();
  if (missing === null) {
    cases();
    return;
  }
  console.warn(`NOT RUN: everything that needs a Neo4j: ${missing}`);
  it('runs a Neo4j, or says what is missing for it', () => {
    expect(process.env['CI'], `CI has to run Neo4j too: ${missing}`).not.toBe('true');
  });
}

/** Registers the cases with a running server, where there can be one. */
export function withNeo4j(cases: (neo4j: Neo4jUnderTest) => void): void {
  whereNeo4jRuns(() => cases(serverOfFile()));
}
