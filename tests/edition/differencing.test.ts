/**
 * What is hidden cannot be inferred: over random graphs, somebody who may not see it gets from a service that holds it, byte for byte, what
 * they get from one that never did, whatever they ask.
 */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { NODE_POOL } from '../fixtures/random-graph.ts';
import { evidence, figure, node, relation, source } from '../fixtures/records.ts';
import { bruteForceOpen } from './brute-force-open.ts';
import { DrawnQuestions } from './drawn-questions.ts';
import { anyRestrictedGraph } from './drawn-restrictions.ts';
import { serveEditions, type ServedEditions } from './served-editions.ts';

const HIDDEN = { restricted: true } as const;
const NEVER = ['market:never', 'cluster:never'];
const MORE = ['market:more', 'regency:75.01'];
const SEED = 20_251_128;
const GRAPHS = 6;

/** Graphs of which something is hidden and something is left. */
function drawnGraphs(count: number): GraphRecords[] {
  const drawn = fc
    .sample(anyRestrictedGraph, { numRuns: 400, seed: SEED })
    .filter(
      (graph) => JSON.stringify(graph).includes('"restricted":true') && bruteForceOpen(graph).relations.length > 2,
    );
  if (drawn.length < count) throw new Error(`only ${drawn.length} graphs are of use`);
  return drawn.slice(0, count);
}

/** The same with more that is hidden: nodes, relations among all of it, a source and what only that one says. */
function withMoreHidden(graph: GraphRecords): GraphRecords {
  const secret = source('source:more', HIDDEN);
  const ends = [...graph.nodes.map(({ id }) => String(id)), ...MORE];
  return {
    ...graph,
    sources: [...graph.sources, secret],
    nodes: [...graph.nodes, ...MORE.map((id) => node(id, { name: 'Forge', code: id.slice(8), ...HIDDEN }))],
    relations: [
      ...graph.relations,
      ...ends.map((from, at) =>
        relation(from, 'SUPPLIES', ends[(at + 1) % ends.length] ?? from, {
          key: 'more',
          evidence: [evidence(secret.id)],
        }),
      ),
      ...ends.map((from) =>
        relation(from, 'LOCATED_WITH', MORE[0] ?? from, { key: 'm', evidence: [evidence('source:a')] }),
      ),
    ],
    figures: [...graph.figures, figure('cluster:a', 'MAKERS', { key: 'more', evidence: [evidence(secret.id)] })],
  };
}

const open: ServedEditions[] = [];
async function serve(...given: Parameters<typeof serveEditions>): Promise<ServedEditions> {
  const served = await serveEditions(...given);
  open.push(served);
  return served;
}
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});

/** What of Prometheus' text tells of the graph. */
function graphMetrics(text: string): string {
  return text
    .split('\n')
    .filter((line) => /^sentra_(?:projection|store_left_out)/.test(line))
    .join('\n');
}

/** Questions of which the two say different things, and how many were answered with data. */
async function differences(
  one: ServedEditions,
  other: ServedEditions,
  questions: readonly string[],
): Promise<{ readonly differing: string[]; readonly answered: number }> {
  const differing: string[] = [];
  let answered = 0;
  for (const question of questions) {
    const [first, second] = [await one.ask(question), await other.ask(question)];
    if (first !== second) differing.push(`${question}\n${first.slice(0, 300)}\n${second.slice(0, 300)}`);
    if (!second.includes('"errors"')) answered += 1;
  }
  if ((await one.get('/health/ready')) !== (await other.get('/health/ready'))) differing.push('/health/ready');
  if (graphMetrics(await one.get('/metrics')) !== graphMetrics(await other.get('/metrics'))) differing.push('/metrics');
  return { differing, answered };
}

function questionsOf(graph: GraphRecords, seed: number): string[] {
  const ids = [
    ...NODE_POOL,
    ...NEVER,
    ...MORE,
    ...graph.relations.map(({ id }) => id),
    ...graph.sources.map(({ id }) => id),
    ...graph.disagreements.map(({ id }) => id),
  ];
  return new DrawnQuestions(seed, { ids, texts: ['forge', 'anvil', '33.28', '01', 'hidden'] }).all();
}

describe('somebody who may not see restricted records', () => {
  it('is told the same by a service that holds them and by one that never did', { timeout: 300_000 }, async () => {
    let [asked, answered] = [0, 0];
    for (const [at, graph] of drawnGraphs(GRAPHS).entries()) {
      const holds = await serve(graph);
      const holdsMore = await serve(withMoreHidden(graph));
      const never = await serve(bruteForceOpen(graph));
      const questions = questionsOf(graph, SEED + at);
      const found = await differences(holds, never, questions);
      expect(found.differing).toEqual([]);
      expect((await differences(holdsMore, never, questions)).differing).toEqual([]);
      asked += questions.length;
      answered += found.answered;
      for (const served of open.splice(0)) await served.close();
    }
    expect(answered / asked).toBeGreaterThan(0.4);
  });

  it('is told of a hidden id what is told of one that never was', { timeout: 120_000 }, async () => {
    const [graph] = drawnGraphs(1);
    if (graph === undefined) throw new Error('no graph was drawn');
    const served = await serve(withMoreHidden(graph));
    const asks = [
      (id: string) => `{ node(id: "${id}") { id name } }`,
      (id: string) => `{ nodes(ids: ["${id}", "cluster:a"]) { id } }`,
      (id: string) => `{ neighbourhood(of: ["${id}"]) { nodes { id } total { relations } } }`,
      (id: string) => `{ paths(from: "${id}", to: "cluster:a") { totalCount } }`,
      (id: string) => `{ tiers(root: "${id}", asOf: "2018") { totalCount } }`,
      (id: string) => `{ relation(id: "cluster:a--SUPPLIES--${id}") { id } }`,
      (id: string) => `{ removal(node: "${id}") { lostCount } }`,
      (id: string) => `{ search(text: "${id.slice(7)}") { totalCount } }`,
    ];
    for (const ask of asks) {
      const [hidden, never] = [await served.ask(ask('market:more')), await served.ask(ask('market:xxxx'))];
      expect(hidden.replaceAll('more', 'xxxx')).toBe(never);
    }
  });

  it.each([
    ['the keeper of everything', (edition, full) => ({ ...edition, keeper: full.keeper })],
    ['the store of everything', (edition, full) => ({ ...edition, store: full.store })],
  ] satisfies readonly (readonly [string, NonNullable<Parameters<typeof serveEditions>[1]>])[])(
    'would be told more if their edition were given %s, and this test would tell',
    { timeout: 120_000 },
    async (_what, leak) => {
      for (const [at, graph] of drawnGraphs(2).entries()) {
        const [leaks, never] = [await serve(graph, leak), await serve(bruteForceOpen(graph))];
        expect((await differences(leaks, never, questionsOf(graph, SEED + at))).differing.length).toBeGreaterThan(3);
      }
    },
  );
});
