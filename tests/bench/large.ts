/** Analyses of a hundred thousand nodes and a million relations, against graphology and plain passes over the same arrays. */
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import { EVIDENCE_KINDS_BY_STRENGTH, parsePartialDate } from '#vocabulary';
import { kShortestPaths } from '../../api/analysis/paths/k-shortest-paths.ts';
import { betweenness } from '../../api/analysis/structure/betweenness.ts';
import { LINKAGE_TYPES, undirectedView } from '../../api/analysis/structure/undirected-view.ts';
import type { Ways } from '../../api/analysis/tiers/follow-ways.ts';
import { DEFAULT_TIER_TYPES } from '../../api/analysis/tiers/tier-types.ts';
import { followTiers, traceTiers } from '../../api/analysis/tiers/tiers.ts';
import { walkOf, type Walk } from '../../api/analysis/walk.ts';
import type { CompiledFilter, NodeIndex, Projection } from '../../api/projection/projection.ts';
import { check, inTurns, median, seconds, type Benchmark, type BenchmarkResult } from './benchmark.ts';
import {
  supplyGraph,
  traceOfSupply,
  traceOfWhole,
  undirectedGraph,
  wholeGraph,
  type PlainWay,
} from './graphology-graphs.ts';
import { largeProjection, plainPass, touchedBetween } from './large-graph.ts';

const ROUNDS = 7;
/** A trace takes about a millisecond: more of them, until the compiler is done. */
const TRACES = 2_001;
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

/** Relations that a trace looks at: all into whom it goes on from, the first that counts into whom it ends at. */
function tracedRelations({ incoming }: Projection, filter: CompiledFilter, ways: Ways, depth: number): number {
  const root = ways.at[0] ?? -1;
  let touched = (incoming.offsets[root + 1] ?? 0) - (incoming.offsets[root] ?? 0);
  const lastTier = ways.tierBegins[depth - 1] ?? Infinity;
  for (const [i, way] of ways.order.subarray(0, ways.toldCount).entries()) {
    const node = ways.at[way] ?? -1;
    const end = incoming.offsets[node + 1] ?? 0;
    for (let at = incoming.offsets[node] ?? 0; at < end; at += 1) {
      touched += 1;
      if (i >= lastTier && filter.allowsStep(incoming, at)) break;
    }
  }
  return touched;
}

const DEPTH = 3;

async function tiers(): Promise<readonly BenchmarkResult[]> {
  const projection = await largeProjection();
  const root = rootOf(projection);
  const request = { root: projection.nodeId(root), depth: DEPTH, asOf } as const;
  const ours = () => followTiers(projection, request, ({ ways }) => ways.toldCount);
  const filter = projection.compile({ relationTypes: DEFAULT_TIER_TYPES, asOf });
  // Before the peers' graphs stand: what sweeps them would be counted as ours.
  const touched = followTiers(projection, request, ({ ways }) => tracedRelations(projection, filter, ways, DEPTH));
  const beside = await inTurns(TRACES, ours, () => plainPass(projection, root, touched));
  const told = await inTurns(TRACES, () => traceTiers(projection, request), ours);
  const results = [
    atMost('tiers-pass', beside.ours, {
      name: `a plain pass over ${touched} relations`,
      seconds: beside.peer,
      most: 4,
    }),
    atMost('tiers-told', told.ours, {
      name: 'the same without the ids of nodes and relations',
      seconds: told.peer,
      most: 10,
    }),
  ];
  const prepared = supplyGraph(projection);
  const whole = wholeGraph(projection);
  const peers = [
    { name: 'tiers', of: 'graphology, the same graph', trace: () => traceOfWhole(whole, root, DEPTH, asOf) },
    {
      name: 'tiers-prepared',
      of: 'graphology, a graph of supply alone',
      trace: () => traceOfSupply(prepared, root, DEPTH),
    },
  ];
  for (const { name, of, trace } of peers) {
    followTiers(projection, request, ({ ways }) => checkSameWays(ways, trace()));
    const taken = await inTurns(TRACES, ours, trace);
    results.push(atMost(name, taken.ours, { name: `the same trace on ${of}`, seconds: taken.peer, most: 0.1 }));
  }
  return results;
}

function checkSameWays(ours: Ways, theirs: readonly PlainWay[]): void {
  check(ours.toldCount === theirs.length, `${ours.toldCount} ways, not ${theirs.length}`);
  for (const [i, way] of ours.order.subarray(0, ours.toldCount).entries()) {
    const nodes: NodeIndex[] = [];
    for (let at = way; at >= 0; at = ours.before[at] ?? -1) nodes.unshift(ours.at[at] ?? -1);
    const other = theirs[i];
    const same = nodes.length === other?.nodes.length && nodes.every((node, at) => node === Number(other.nodes[at]));
    check(same && Math.abs((ours.high[way] ?? 0) - (other?.high ?? -1)) < 1e-12, `way ${i} is another`);
  }
}

async function paths(): Promise<readonly BenchmarkResult[]> {
  const projection = await largeProjection();
  const ends = pathEnds(projection);
  const supply = walkOf(projection, projection.compile({ relationTypes: ['SUPPLIES'] }), 'OUT');
  const all = walkOf(projection, projection.compile({ evidence: EVIDENCE_KINDS_BY_STRENGTH }), 'OUT');
  const ways = (walk: Walk, from: NodeIndex, to: NodeIndex, most: number) =>
    kShortestPaths(walk, projection.nodeCount, from, to, most, 12);
  // As with tiers.
  const touched = median(ends.map(([from, to]) => touchedBetween(supply, from, to)));
  const beside = await eachInTurns(
    ends,
    ([from, to]) => ways(supply, from, to, 1),
    ([, to]) => plainPass(projection, to, touched),
  );
  const five = await eachInTurns(
    ends.slice(0, ROUNDS),
    ([from, to]) => ways(supply, from, to, 5),
    ([, to]) => plainPass(projection, to, projection.relationCount),
  );
  const pass = { name: `a plain pass over ${touched} relations`, seconds: median(beside.peer), most: 4 };
  const all5 = { name: 'a plain pass over all relations, for each of five paths', seconds: median(five.peer), most: 5 };
  const results = [atMost('paths-pass', median(beside.ours), pass), atMost('k-paths', Math.max(...five.ours), all5)];
  const peers = [
    { name: 'paths', of: 'the same graph', graph: wholeGraph(projection), walk: all },
    { name: 'paths-prepared', of: 'a graph of supply alone', graph: supplyGraph(projection), walk: supply },
  ];
  for (const { name, of, graph, walk } of peers) {
    for (const [from, to] of ends) {
      const theirs = bidirectional(graph, String(from), String(to));
      const [shortest] = ways(walk, from, to, 1);
      check(shortest?.length === theirs?.length, `${shortest?.length} nodes, graphology has ${theirs?.length}`);
    }
    const taken = await eachInTurns(
      ends,
      ([from, to]) => ways(walk, from, to, 1),
      ([from, to]) => bidirectional(graph, String(from), String(to)),
    );
    const peer = { name: `graphology, bidirectional, ${of}`, seconds: median(taken.peer), most: 0.1 };
    results.push(atMost(name, median(taken.ours), peer));
  }
  return results;
}

type Ends = readonly [from: NodeIndex, to: NodeIndex];

/** Small makers and large industries all over the graph. */
function pathEnds(projection: Projection): readonly Ends[] {
  const small = projection.nodesOfType('SmallIndustry');
  const large = projection.nodesOfType('LargeIndustry');
  return Array.from({ length: 31 }, (_, i) => [small[i * 997 + 1] ?? 0, large[i * 89 + 1] ?? 0] as const);
}

/** Each pair of ends by both in turns, until the compiler is done and then once more; seconds of that last time. */
async function eachInTurns(
  ends: readonly Ends[],
  ours: (of: Ends) => unknown,
  peer: (of: Ends) => unknown,
): Promise<{ readonly ours: readonly number[]; readonly peer: readonly number[] }> {
  const taken = { ours: new Array<number>(), peer: new Array<number>() };
  for (let round = 0; round < ROUNDS; round += 1) {
    taken.ours.length = 0;
    taken.peer.length = 0;
    for (const of of ends) {
      taken.ours.push(await seconds(() => ours(of)));
      taken.peer.push(await seconds(() => peer(of)));
    }
  }
  return taken;
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

export const tiersBenchmark: Benchmark = { name: 'tiers', run: tiers };
export const pathsBenchmark: Benchmark = { name: 'paths', run: paths };
export const betweennessBenchmark: Benchmark = { name: 'betweenness', run: betweennessLarge };
