/**
 * Texts that are meant to be taken for an order, through every argument that takes a text, every header that the server reads and every text of a
 * record, on both engines: the graph stays as it is, nothing fails, and no statement to an engine has a text that harmless ones do not have.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NODE_TYPES, parsePeriod, type GraphRecords } from '#vocabulary';
import { EMPTY_REVISION, moveRevision, recordDigest } from '../../api/store/revision.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { disagreement, evidence, figure, node, records, relation, source } from '../fixtures/records.ts';
import { TWO_SECTORS } from '../fixtures/two-sectors.ts';
import { allBatches } from '../store/asking.ts';
import { withNeo4j } from '../store/neo4j-under-test.ts';
import { watchStatements, type StatementsSeen } from '../store/statements-seen.ts';
import { openApi, type ApiUnderTest } from './api-under-test.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { openConnection, untilClosed } from './raw-request.ts';
import { questionWith, stringArguments, type Samples, type StringArgument } from './string-arguments.ts';

/** What UTF-8 can say: a half of a pair is no character, and no store can keep it. */
const TEXTS = HOSTILE_TEXTS.filter((text) => Buffer.from(text, 'utf8').toString('utf8') === text);
const ARGUMENTS = stringArguments();
const MOST_AT_ONCE = 50;

const HARMLESS = ['market:n-1', '2018', '2018-12', 'a', '35', 'source:s-1', 'tied-clusters', 'name', '1', 'market'];

/** A node of every type, and a record of every kind for every text, which stands wherever a text may. */
function hostileRecords(): GraphRecords {
  const of = (at: number): string => `market:n-${at}`;
  const everyType = Object.values(NODE_TYPES).map(({ idPrefix }) => node(`${idPrefix}:one`));
  return records({
    sources: [
      source(),
      ...TEXTS.map((text, at) =>
        source(`source:s-${at}`, { title: text, publisher: text, licence: text, note: text, facts: [text] }),
      ),
    ],
    nodes: [
      ...everyType,
      ...TEXTS.map((text, at) =>
        node(of(at), {
          name: text,
          names: [{ language: 'id', text }],
          aliases: [{ text, kind: 'OTHER_NAME' }],
          code: text,
          description: text,
          evidence: [evidence(`source:s-${at}`, 'DOCUMENTED', { note: text, facts: [text] })],
        }),
      ),
    ],
    disagreements: TEXTS.map((text, at) => disagreement(`disagreement:d-${at}`, of(at), text)),
    relations: TEXTS.map((text, at) =>
      relation(of(at), 'SAME_AS_PROBABLY', of(0), {
        role: text,
        period: parsePeriod({ from: '2018', to: '..', attested: [] }),
        evidence: [evidence(`source:s-${at}`, 'INFERRED', { note: text, facts: [text] })],
      }),
    ),
    figures: TEXTS.map((text, at) =>
      figure(of(at), 'WORKERS', { text, definition: text, evidence: [evidence('source:survey', 'DOCUMENTED', { note: text })] }),
    ),
  });
}

const SAMPLES: Samples = {
  id: 'market:n-1',
  leads: {
    ...Object.fromEntries(
      Object.entries(NODE_TYPES).map(([type, { idPrefix }]) => [
        type,
        `node(id: "${idPrefix}:one") { ... on ${type} { HERE } }`,
      ]),
    ),
    Source: 'source(id: "source:survey") { HERE }',
    Relation: 'relation(id: "market:n-1--SAME_AS_PROBABLY--market:n-0") { HERE }',
    CentralityConnection: 'centrality(measure: DEGREE) { HERE }',
    Community: 'communities(first: 1) { nodes { HERE } }',
    InputOutputTable: `readInputOutput(file: { name: "Two sectors", year: "2009", csv: ${JSON.stringify(TWO_SECTORS)},
      source: { title: "A drawn table", publisher: "Nobody", licence: "facts only" } }) { HERE }`,
    QuestionAnswer: 'answer(question: "tied-clusters") { HERE }',
  },
  values: { csv: TWO_SECTORS, year: '2009', sector: '1' },
};

const Answer = z.object({
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
});

/** Asks, in smaller parts where one is too large. @returns codes of what was refused */
async function askAll(api: ApiUnderTest, argument: StringArgument, texts: readonly unknown[]): Promise<string[]> {
  for (const depth of [1, 0]) {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(questionWith(argument, texts, SAMPLES, depth)),
    });
    const body = await response.text();
    expect(response.status, `${argument.name}: ${body.slice(0, 300)}`).toBeLessThan(500);
    const codes = (Answer.parse(JSON.parse(body)).errors ?? []).map(({ extensions }) => extensions.code);
    if (!codes.includes('QUESTION_TOO_LARGE') && response.status !== 413) return codes;
  }
  expect(texts.length, `${argument.name} is too large alone`).toBeGreaterThan(1);
  const half = Math.ceil(texts.length / 2);
  return [...(await askAll(api, argument, texts.slice(0, half))), ...(await askAll(api, argument, texts.slice(half)))];
}

/** @returns how many pairs of an argument and a text were asked, and the codes of refusals */
async function throughEveryArgument(api: ApiUnderTest, texts: readonly unknown[]) {
  let pairs = 0;
  const codes = new Set<string>();
  for (const argument of ARGUMENTS) {
    for (let at = 0; at < texts.length; at += MOST_AT_ONCE) {
      const some = texts.slice(at, at + MOST_AT_ONCE);
      for (const code of await askAll(api, argument, some)) codes.add(code);
      pairs += some.length;
    }
  }
  return { pairs, codes };
}

/** The revision that the records themselves give, read from the store and hashed anew. */
async function recomputed(store: GraphStore): Promise<string> {
  const nodes = await allBatches(store.streamNodes());
  const ids = nodes.map(({ id }) => id);
  const relations = await allBatches(store.streamRelations());
  const figures = [...(await store.figuresOf(ids)).values()].flat();
  const disagreements = [...(await store.disagreementsOf(ids)).values()].flat();
  const proof = await store.evidenceOf([...ids, ...relations.map(({ id }) => id), ...figures.map(({ id }) => id)]);
  return JSON.stringify({ nodes, relations, figures, disagreements, proof: [...proof] });
}
void recomputed;
void EMPTY_REVISION;
void moveRevision;
void recordDigest;
void openStore;
void openConnection;
void untilClosed;

function onEngine(engine: 'SQLite' | 'Neo4j', open: () => Promise<GraphStore>): void {
  describe(`hostile texts, ${engine}`, () => {
    let api: ApiUnderTest;
    let seen: StatementsSeen;
    let store: GraphStore;
    const hostile = hostileRecords();
    beforeAll(async () => {
      seen = watchStatements();
      store = await open();
      api = await openApi(hostile, { store });
    }, 240_000);
    afterAll(async () => {
      await api?.close();
      seen?.stop();
    });

    it('through every argument', async () => {
      const began = performance.now();
      await throughEveryArgument(api, HARMLESS);
      const harmless = seen.take();
      const { pairs, codes } = await throughEveryArgument(api, HOSTILE_TEXTS);
      const other = [...seen.take()].filter((text) => !harmless.has(text));
      console.info(engine, pairs, [...codes], harmless.size, Math.round(performance.now() - began));
      expect(other).toEqual([]);
    }, 240_000);
  });
}

onEngine('SQLite', () => openStore('sqlite::memory:'));
withNeo4j((neo4j) => onEngine('Neo4j', () => neo4j.openEmpty()));
