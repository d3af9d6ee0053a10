/** One question, two engines, the same bytes: through GraphQL and HTTP, on the whole dataset. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withNeo4j } from '../store/neo4j-under-test.ts';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';
import { ANALYSIS_DOCUMENTS, DOCUMENTS } from './documents.ts';

const NODES_ASKED = 120;
const SEED = 20_251_231;

/** Everything that one step around a node shows, with who says so and the revision it was answered at. */
const NEIGHBOURHOOD = `query($id: ID!, $first: Int!, $after: String) {
  dataset { revision projectionRevision }
  neighbourhood(of: [$id], first: $first, after: $after) {
    nodes { id type name names { language text } aliases { text kind } kind code coordinates { latitude longitude }
      period { from to attested lastCertain } description evidence { kind note facts source { id title } }
      figures { id measure value unit text approximate definition evidence { source { id } } }
      disagreements { id question } places { id } }
    relations { id type from to fromNode { name } toNode { name } period { from to attested lastCertain } evidenceClass
      share carries valueMillionRp coefficient status role evidence { kind note facts source { id date } } disagreement { id } }
    groups { relationType direction nodeType count }
    shown { nodes relations } total { nodes relations } pageInfo { hasNextPage endCursor }
  }
}`;

/** A generator of Lehmer's kind: the same nodes every time. */
function chosen<T>(all: readonly T[], count: number): readonly T[] {
  const left = [...all];
  let state = SEED;
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return left.splice(state % left.length, 1);
  }).flat();
}

async function answerOf(api: ApiUnderTest, query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, text: await response.text() };
}

withNeo4j((neo4j) => {
  describe('SQLite and Neo4j answer the same bytes', () => {
    const records = realRecords();
    let onSqlite: ApiUnderTest;
    let onNeo4j: ApiUnderTest;
    beforeAll(async () => {
      onSqlite = await openApi(records);
      onNeo4j = await openApi(records, { store: await neo4j.openEmpty() });
    }, 120_000);
    afterAll(async () => {
      await onSqlite?.close();
      await onNeo4j?.close();
    });

    it.each(Object.entries({ ...DOCUMENTS, ...ANALYSIS_DOCUMENTS }).map(([name, text]) => ({ name, text })))(
      'to the document on $name, but for the name of the engine',
      async ({ text }) => {
        const sqlite = await answerOf(onSqlite, text);
        const other = await answerOf(onNeo4j, text);
        expect(sqlite.status).toBe(200);
        expect(sqlite.text).not.toContain('"errors"');
        expect(other.text.replace('"engine":"neo4j"', '"engine":"sqlite"')).toBe(sqlite.text);
      },
    );

    it(`to the neighbourhoods of ${NODES_ASKED} nodes, page by page`, async () => {
      let compared = 0;
      for (const { id } of chosen(records.nodes, NODES_ASKED)) {
        const variables = { id, first: 100 };
        const sqlite = await answerOf(onSqlite, NEIGHBOURHOOD, variables);
        const other = await answerOf(onNeo4j, NEIGHBOURHOOD, variables);
        expect(sqlite.text).not.toContain('"errors"');
        expect(sqlite.text).toMatch(/"revision":"[0-9a-f]{32}"/);
        expect(other).toEqual(sqlite);
        compared += 1;
      }
      expect(compared).toBe(NODES_ASKED);
    }, 240_000);
  });
});
