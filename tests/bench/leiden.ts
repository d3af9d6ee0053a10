/**
 * Leiden on 100,000 relations against igraph's, which is written in C: modularity, and CPU time with building. igraph is no dependency:
 * the benchmark fetches that one version from PyPI into a folder of its own, once (needs python3 with venv).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { communityInput } from '../../api/analysis/communities/communities.ts';
import { partitionOf } from '../../api/analysis/communities/partition.ts';
import { industryOf } from '../fixtures/industry-of.ts';
import { check, median, type Benchmark, type BenchmarkResult } from './benchmark.ts';

const VERSION = '1.0.0';
const [NODES, RELATIONS] = [20_000, 100_000];
/** As many as ours makes at most. */
const LEIDEN_ROUNDS = 3;
const TIMES = 5;

const Peer = z.object({ version: z.string(), modularity: z.number(), seconds: z.number() });

/** A Python that has igraph. */
function pythonWithIgraph(): string {
  const folder = join(tmpdir(), `sentra-igraph-${VERSION}`);
  const python = join(folder, 'bin', 'python');
  if (!existsSync(python)) {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', `igraph==${VERSION}`], { stdio: 'inherit' });
  }
  return python;
}

/** Seconds of this process's own, those of the collector's threads among them. */
function cpuSeconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

export const leidenBenchmark: Benchmark = {
  name: 'leiden',
  run: async (): Promise<readonly BenchmarkResult[]> => {
    const python = pythonWithIgraph();
    const projection = await industryOf(NODES, RELATIONS);
    const input = communityInput(projection, { filter: {}, quality: 'MODULARITY', resolution: 1, seed: 1 });
    const pairs = [...input.from].flatMap((from, i) => (from === input.to[i] ? [] : [`${from} ${input.to[i]}`]));
    const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-leiden-'));
    try {
      const file = join(folder, 'pairs.txt');
      writeFileSync(file, pairs.join('\n'));
      const program = join(import.meta.dirname, 'leiden-igraph.py');
      const peer = (): z.infer<typeof Peer> =>
        Peer.parse(JSON.parse(execFileSync(python, [program, file, String(LEIDEN_ROUNDS)], { encoding: 'utf8' })));
      const [first, again] = [partitionOf(input), partitionOf(input)];
      check(first.members.join() === again.members.join(), 'the same seed gave two partitions');
      const [own, theirs]: [number[], z.infer<typeof Peer>[]] = [[], []];
      for (let time = 0; time < TIMES; time += 1) {
        own.push(cpuSeconds(() => partitionOf(input)));
        theirs.push(peer());
      }
      const [version] = theirs.map((answer) => answer.version);
      check(version === VERSION, `igraph ${version} in place of ${VERSION}`);
      const name = `igraph ${VERSION}, ${LEIDEN_ROUNDS} iterations, ${pairs.length} relations`;
      const seconds = { own: median(own), peer: median(theirs.map((answer) => answer.seconds)) };
      const modularity = median(theirs.map((answer) => answer.modularity));
      return [
        {
          name: 'leiden-modularity',
          value: first.modularity,
          unit: 'modularity',
          peer: name,
          peerValue: modularity,
          ratio: first.modularity / modularity,
          goal: 'at most 0.001 below',
          pass: first.modularity >= modularity - 0.001,
        },
        {
          name: 'leiden',
          value: seconds.own,
          unit: 's of CPU with building',
          peer: name,
          peerValue: seconds.peer,
          ratio: seconds.peer / seconds.own,
          goal: 'at most 1.5 times its time',
          pass: seconds.own <= 1.5 * seconds.peer,
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
