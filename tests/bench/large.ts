/** Analyses of a hundred thousand nodes and a million relations, against graphology and plain passes over the same arrays. */
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import { parsePartialDate } from '#vocabulary';
import { createAnalysisPool } from '../../api/analysis/worker/analysis-pool.ts';
import { kShortestPaths } from '../../api/analysis/paths/k-shortest-paths.ts';
import { betweenness } from '../../api/analysis/structure/betweenness.ts';
import { LINKAGE_TYPES, undirectedView } from '../../api/analysis/structure/undirected-view.ts';
import { traceTiers } from '../../api/analysis/tiers/tiers.ts';
import { walkOf } from '../../api/analysis/walk.ts';
import type { NodeIndex, Projection } from '../../api/projection/projection.ts';
import { check, inTurns, median, seconds, type Benchmark, type BenchmarkResult } from './benchmark.ts';
import { largeProjection, longestPause, plainPass, supplyGraph, undirectedGraph } from './large-graph.ts';

const ROUNDS = 7;
/** A trace takes about a millisecond: more of them, until the compiler is done. */
const TRACES = 101;
const asOf = parsePartialDate('2025-12-31');

/** A result whose goal is a part of the peer's time. */
function atMost(
  name: string,
  own: number,
  peer: { readonly name: string; readonly seconds: number; readonly most: number },
): BenchmarkResult {
  const ratio = peer.seconds / own;
  return {
    name,
    value: own * 1_000,
    unit: 'ms',
    peer: peer.name,
    peerValue: peer.seconds * 1_000,
    ratio,
    goal: `at most ${peer.most} times its time`,
    pass: own <= peer.most * peer.seconds,
  };
}

/** Buyers whose suppliers' suppliers' suppliers are neither few nor more than a trace lists. */
function rootOf(projection: Projection): NodeIndex {
  const { incoming } = projection;
  const degree = (node: NodeIndex): number => (incoming.offsets[node + 1] ?? 0) - (incoming.offsets[node] ?? 0);
  const root = projection.nodesOfType('SmallIndustry').find((node) => degree(node) === 8);
  if (root === undefined) throw new Error('nobody has eight suppliers');
  return root;
}

interface PlainWay {
  readonly nodes: readonly string[];
  readonly low: number;
  readonly high: number;
}

/** The same ways with the same parts in the same order, as one writes it on graphology. */
function graphologyTrace(graph: ReturnType<typeof supplyGraph>, root: NodeIndex, depth: number): readonly PlainWay[] {
  const rests = new Map<string, number>();
  const restOf = (buyer: string): number => {
    const before = rests.get(buyer);
    if (before !== undefined) return before;
    let stated = 0;
    graph.forEachInEdge(buyer, (_edge, attributes) => void (stated += attributes.stated));
    rests.set(buyer, Math.max(0, 1 - stated));
    return Math.max(0, 1 - stated);
  };
  const ways: PlainWay[] = [];
  const walk = ({ nodes, low, high }: PlainWay, left: number): void => {
    const buyer = nodes.at(-1) ?? '';
    graph.forEachInEdge(buyer, (_edge, { stated, unknown: some }, supplier) => {
      const way = {
        nodes: [...nodes, supplier],
        low: low * stated,
        high: high * (some ? stated + restOf(buyer) : stated),
      };
      ways.push(way);
      if (left > 1 && !nodes.includes(supplier)) walk(way, left - 1);
    });
  };
  walk({ nodes: [String(root)], low: 1, high: 1 }, depth);
  const byNumber = (a: PlainWay, b: PlainWay): number =>
    a.nodes.reduce((order, node, i) => (order === 0 ? Number(node) - Number(b.nodes[i]) : order), 0);
  return ways.sort((a, b) => a.nodes.length - b.nodes.length || b.low - a.low || b.high - a.high || byNumber(a, b));
}

async function tiers(): Promise<readonly BenchmarkResult[]> {
  const projection = await largeProjection();
  const graph = supplyGraph(projection);
  const root = rootOf(projection);
  const request = { root: projection.nodeId(root), depth: 3, asOf } as const;
  const ours = () => traceTiers(projection, request);
  const peer = () => graphologyTrace(graph, root, 3);
  const answer = ours();
  const theirs = peer();
  check(!answer.hasMore && answer.paths.length === theirs.length, `${answer.paths.length} ways, not ${theirs.length}`);
  for (const [i, { nodes, contribution }] of answer.paths.entries()) {
    const same = nodes.every((id, at) => projection.nodeIndex(id) === Number(theirs[i]?.nodes[at]));
    check(same && Math.abs(contribution.high - (theirs[i]?.high ?? -1)) < 1e-12, `way ${i} is another`);
  }
  const taken = await inTurns(TRACES, ours, peer);
  const touched = answer.paths.reduce((sum, { nodes }) => {
    const last = projection.nodeIndex(nodes.at(-1) ?? request.root) ?? 0;
    return sum + (projection.incoming.offsets[last + 1] ?? 0) - (projection.incoming.offsets[last] ?? 0);
  }, 0);
  const pass = median(await timesOf(() => plainPass(projection, root, touched)));
  return [
    atMost('tiers', taken.ours, { name: 'the same trace on graphology', seconds: taken.peer, most: 0.1 }),
    atMost('tiers-pass', taken.ours, { name: `a plain pass over ${touched} relations`, seconds: pass, most: 4 }),
  ];
}

async function timesOf(work: () => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await seconds(work));
  return times;
}

async function paths(): Promise<readonly BenchmarkResult[]> {
  const projection = await largeProjection();
  const graph = supplyGraph(projection);
  const small = projection.nodesOfType('SmallIndustry');
  const large = projection.nodesOfType('LargeIndustry');
  const ends = Array.from({ length: ROUNDS }, (_, i) => [small[i * 997 + 1] ?? 0, large[i * 89 + 1] ?? 0] as const);
  const walk = walkOf(projection, projection.compile({ relationTypes: ['SUPPLIES'] }), 'OUT');
  const ways = (from: NodeIndex, to: NodeIndex, most: number) =>
    kShortestPaths(walk, projection.nodeCount, from, to, most, 12);
  const [one, five, other, pass]: number[][] = [[], [], [], []];
  for (const [from, to] of ends) {
    const theirs = bidirectional(graph, String(from), String(to));
    const [shortest] = ways(from, to, 1);
    check(shortest?.length === theirs?.length, `${shortest?.length} nodes, graphology has ${theirs?.length}`);
    one?.push(await seconds(() => ways(from, to, 1)));
    five?.push(await seconds(() => ways(from, to, 5)));
    other?.push(await seconds(() => bidirectional(graph, String(from), String(to))));
    pass?.push(await seconds(() => plainPass(projection, to, projection.relationCount)));
  }
  const plain = { name: 'a plain pass over all relations', seconds: median(pass ?? []), most: 4 };
  return [
    atMost('paths', median(one ?? []), { name: 'graphology, bidirectional', seconds: median(other ?? []), most: 0.1 }),
    atMost('paths-pass', median(one ?? []), plain),
    atMost('k-paths', Math.max(...(five ?? [])), { ...plain, name: `${plain.name}, for each of five paths`, most: 5 }),
  ];
}

/** Sources of the comparison; a sampled betweenness has a thousand. */
const SOURCES = 5;

async function betweennessLarge(): Promise<readonly BenchmarkResult[]> {
  const projection = await largeProjection();
  const view = undirectedView(projection, projection.compile({ relationTypes: LINKAGE_TYPES }), undefined);
  const graph = undirectedGraph(projection);
  check(view.nodes.length === graph.order, `${view.nodes.length} nodes, graphology has ${graph.order}`);
  const brandes = createUnweightedIndexedBrandes(graph);
  const sources = Array.from({ length: SOURCES }, (_, i) => i * 1_009);
  const ours = () => betweenness(view, sources);
  const peer = (): Float64Array => {
    const sum = new Float64Array(graph.order);
    for (const source of sources) {
      const [order, before, ways] = brandes(source);
      const dependency = new Float64Array(graph.order);
      while (order.size > 0) {
        const node = order.pop() ?? 0;
        const share = (1 + (dependency[node] ?? 0)) / (ways[node] ?? 1);
        for (const other of before[node] ?? []) {
          dependency[other] = (dependency[other] ?? 0) + (ways[other] ?? 0) * share;
        }
        if (node !== source) sum[node] = (sum[node] ?? 0) + (dependency[node] ?? 0);
      }
    }
    return sum.map((value) => (value * graph.order) / SOURCES / 2);
  };
  const [own, theirs] = [ours(), peer()];
  const off = own.findIndex((value, node) => Math.abs(value - (theirs[node] ?? 0)) > 1e-6 * Math.max(1, value));
  check(off < 0, `node ${off} is ${own[off]}, graphology has ${theirs[off]}`);
  const taken = await inTurns(3, ours, peer);
  return [
    atMost('betweenness', taken.ours, { name: `graphology, ${SOURCES} sources`, seconds: taken.peer, most: 0.5 }),
  ];
}

/** Without a peer: sweeping up two gigabytes of graphology's graphs holds the event loop up for seconds, which is none of ours. */
async function ranksPause(): Promise<readonly BenchmarkResult[]> {
  const projection = await largeProjection();
  const pool = createAnalysisPool({ threads: 1, deadlineMs: 300_000 });
  try {
    return [
      pauseOf('ranks-pause', await longestPause(() => pool.ask('centrality', projection, { measure: 'DEGREE' }))),
    ];
  } finally {
    await pool.close();
  }
}

/** The longest that anybody else had to wait while a thread answered. */
function pauseOf(name: string, pause: number): BenchmarkResult {
  const most = 50;
  return {
    name,
    value: pause,
    unit: 'ms the event loop paused at most',
    peer: 'the limit',
    peerValue: most,
    ratio: most / pause,
    goal: `at most ${most} ms`,
    pass: pause <= most,
  };
}

export const tiersBenchmark: Benchmark = { name: 'tiers', run: tiers };
export const pathsBenchmark: Benchmark = { name: 'paths', run: paths };
export const betweennessBenchmark: Benchmark = { name: 'betweenness', run: betweennessLarge };
export const ranksPauseBenchmark: Benchmark = { name: 'ranks-pause', run: ranksPause };
