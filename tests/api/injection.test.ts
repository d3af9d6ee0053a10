/**
 * Texts that are meant to be taken for an order, through every argument that takes a text, every header that the server reads and every text of a
 * record, on both engines: the graph stays as it is, nothing fails, and no statement to an engine has a text that harmless ones do not have.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NODE_TYPES, parsePeriod, type GraphRecords } from '#vocabulary';
import { datasetRevision } from '../../api/seeding/seed-store.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { disagreement, evidence, figure, node, records, relation, source } from '../fixtures/records.ts';
import { TWO_SECTORS } from '../fixtures/two-sectors.ts';
import { refusal } from '../store/asking.ts';
import { answersOf, everything } from '../store/every-answer.ts';
import { withNeo4j } from '../store/neo4j-under-test.ts';
import { watchStatements, type StatementsSeen } from '../store/statements-seen.ts';
import { openApi, type ApiUnderTest } from './api-under-test.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { openConnection, untilClosed } from './raw-request.ts';
import { questionWith, stringArguments, type Samples, type StringArgument } from './string-arguments.ts';

/** What a store can keep: a half of a pair has no form in UTF-8, and texts of SQLite end at NUL. */
const TEXTS = HOSTILE_TEXTS.filter((text) => Buffer.from(text).toString() === text && !text.includes('\0'));
const ARGUMENTS = stringArguments();
const MOST_AT_ONCE = 68;

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
      figure(of(at), 'WORKERS', {
        text,
        definition: text,
        evidence: [evidence('source:survey', 'DOCUMENTED', { note: text })],
      }),
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

/** How many texts of an argument go into a question that is not too large, and how deep it then looks. */
interface Fit {
  readonly most: number;
  readonly depth: number;
}

class Through {
  readonly #api: ApiUnderTest;
  readonly #fits = new Map<string, Fit>();
  /** Pairs of an argument and a text that were asked. */
  pairs = 0;
  readonly codes = new Set<string>();
  readonly failures: string[] = [];

  constructor(api: ApiUnderTest) {
    this.#api = api;
  }

  async everyArgument(texts: readonly string[]): Promise<void> {
    for (const argument of ARGUMENTS) {
      for (let at = 0; at < texts.length;) {
        const fit = this.#fits.get(argument.name) ?? { most: MOST_AT_ONCE, depth: 1 };
        const some = texts.slice(at, at + fit.most);
        if (await this.#asked(argument, some, fit.depth)) at += some.length;
        else this.#fits.set(argument.name, narrower(argument, fit));
      }
    }
  }

  /** @returns false when it was too large to be looked at */
  async #asked(argument: StringArgument, texts: readonly string[], depth: number): Promise<boolean> {
    const response = await fetch(`${this.#api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(questionWith(argument, texts, SAMPLES, depth)),
    });
    const body = await response.text();
    if (response.status >= 500) this.failures.push(`${response.status} ${argument.name}: ${body.slice(0, 300)}`);
    const codes = (Answer.parse(JSON.parse(body)).errors ?? []).map(({ extensions }) => extensions.code);
    if (codes.includes('QUESTION_TOO_LARGE')) return false;
    for (const code of codes) this.codes.add(code);
    this.pairs += texts.length;
    return true;
  }
}

function narrower({ name }: StringArgument, { most, depth }: Fit): Fit {
  if (depth > 0) return { most, depth: 0 };
  if (most === 1) throw new Error(`a question with one text in ${name} is too large`);
  return { most: Math.ceil(most / 2), depth: 1 };
}

/** Headers that the server, or what it stands on, looks at; that none is missing is seen below. */
const HEADERS = [
  'host',
  'origin',
  'cookie',
  'authorization',
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'accept',
  'accept-encoding',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'connection',
  'expect',
  'upgrade',
  'range',
  'if-none-match',
  'if-modified-since',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'traceparent',
  'tracestate',
  'x-request-id',
  'user-agent',
];

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** One question with the text in one header, byte for byte. @returns the status */
async function withHeader(url: string, header: string, text: string): Promise<number> {
  const body = '{"query":"{ dataset { revision } }"}';
  const plain = {
    host: new URL(url).host,
    'content-type': 'application/json',
    'content-length': String(body.length),
  };
  const headers = Object.entries({ ...plain, [header]: text }).map(([name, value]) => `${name}: ${value}\r\n`);
  const socket = await openConnection(url);
  const answer = untilClosed(socket);
  socket.once('data', () => socket.end());
  socket.write(`POST /graphql HTTP/1.1\r\n${headers.join('')}\r\n${body}`);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(await answer)?.[1] ?? 0);
  return status;
}

function onEngine(engine: 'SQLite' | 'Neo4j', open: () => Promise<GraphStore>): void {
  describe(`hostile texts, ${engine}`, () => {
    let api: ApiUnderTest;
    let seen: StatementsSeen;
    let store: GraphStore;
    const hostile = hostileRecords();
    const who = hostile.nodes.map(({ id }) => id);
    beforeAll(async () => {
      seen = watchStatements();
      store = await open();
      api = await openApi(hostile, { store });
    }, 240_000);
    afterAll(async () => {
      await api?.close();
      seen?.stop();
    });

    /** All that is answered is what the records give, hashed anew from what stands in the store. */
    async function expectUnchanged(): Promise<void> {
      const [now, given] = [await everything(store, who), await answersOf(hostile, who)];
      const different = now.flatMap((part, at) => (isDeepStrictEqual(part, given[at]) ? [] : [at]));
      if (different.length > 0) expect(now[different[0] ?? 0]).toEqual(given[different[0] ?? 0]);
      expect(await store.takeIn({ whole: true })).toMatchObject({ takenIn: 0, faultCount: 0 });
      expect(await store.revision()).toBe(datasetRevision(hostile));
    }

    it(`in every text of ${hostile.nodes.length} nodes and what hangs on them are read back as they were written`, async () => {
      await expectUnchanged();
      const { nodes } = await api.ask(
        'query($ids: [ID!]!) { nodes(ids: $ids) { name description names { text } aliases { text } evidence { note facts } } }',
        z.object({ nodes: z.array(z.object({ name: z.string(), description: z.string().nullable() })) }),
        { ids: TEXTS.map((_, at) => `market:n-${at}`) },
      );
      expect(nodes.map(({ name }) => name)).toEqual(TEXTS);
      expect(nodes.map(({ description }) => description)).toEqual(TEXTS);
    });

    it('that could not be read back as they were written are refused by name', async () => {
      const broken = HOSTILE_TEXTS.filter((text) => !TEXTS.includes(text));
      expect(broken.length).toBeGreaterThan(4);
      for (const description of broken) {
        const put = records({ nodes: [node('market:broken', { description })] });
        const { code, message } = await refusal(store.write({ put, remove: [] }));
        expect(code).toBe('INVALID_CHANGE');
        expect(message).toContain('market:broken: description holds NUL or half a character');
      }
    });

    it(`through each of ${ARGUMENTS.length} arguments change nothing, fail nothing and reach no text of a statement`, async () => {
      const [harmless, tried] = [new Through(api), new Through(api)];
      await harmless.everyArgument(HARMLESS);
      // Those of opening and loading, too: SQLite's are prepared once.
      const texts = seen.take();
      await tried.everyArgument(HOSTILE_TEXTS);
      const withTexts = seen.take();
      expect([...withTexts].filter((text) => !texts.has(text))).toEqual([]);
      expect(texts.size).toBeGreaterThan(5);
      expect(tried.pairs).toBe(ARGUMENTS.length * HOSTILE_TEXTS.length);
      expect([...harmless.failures, ...tried.failures]).toEqual([]);
      expect([...tried.codes]).toEqual(['BAD_USER_INPUT']);
      console.info(
        `${engine}: ${tried.pairs} pairs of ${ARGUMENTS.length} arguments and ${HOSTILE_TEXTS.length} texts, ${withTexts.size} texts of statements, all of them among the ${texts.size} that harmless values give`,
      );
      await expectUnchanged();
    }, 300_000);

    it(`through each of ${HEADERS.length} headers change nothing and fail nothing`, async () => {
      await withHeader(api.url, 'accept', '*/*');
      const texts = new Set(seen.take());
      const statuses = new Map<number, number>();
      for (const header of HEADERS) {
        const answers = await Promise.all(HOSTILE_TEXTS.map((text) => withHeader(api.url, header, text)));
        for (const status of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      console.info(
        `${engine}: ${HEADERS.length * HOSTILE_TEXTS.length} headers, answered ${JSON.stringify([...statuses])}`,
      );
      expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
      expect([...seen.take()].filter((text) => !texts.has(text))).toEqual([]);
      await expectUnchanged();
      expect(await withHeader(api.url, 'accept', '*/*')).toBe(200);
    }, 120_000);
  });
}

const folder = mkdtempSync(join(tmpdir(), 'sentra-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
onEngine('SQLite', () => openStore(`sqlite:${join(folder, 'graph.db')}`));
withNeo4j((neo4j) => onEngine('Neo4j', () => neo4j.openEmpty()));

describe('what is tried', () => {
  it('is at least two hundred texts, and every header that the server reads', () => {
    expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(200);
    const code = ['api/server', 'api/access'].flatMap(sourcesIn).join('\n');
    const read = [...code.matchAll(/request\.headers\.([a-z]+)|headers(?:\.([a-z]+)\b(?!\()|\['([a-z-]+)'\])/g)];
    const names = read.map(([, ...found]) => found.find((name) => name !== undefined)).filter((name) => name !== 'ts');
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => name !== undefined && !HEADERS.includes(name))).toEqual([]);
  });
});
