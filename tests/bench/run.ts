/** `npm run bench -- [NAME…] [--json FILE]`: one line a result; exit code 1 when an answer is wrong or a goal is missed. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Benchmark, BenchmarkResult } from './benchmark.ts';
import { editionsBenchmark } from './editions.ts';
import { expandBenchmark } from './expand.ts';
import { gapsBenchmark } from './gaps.ts';
import { graphql10kBenchmark } from './graphql-10k.ts';
import { heapBenchmark } from './heap.ts';
import { betweennessBenchmark, pathsBenchmark, tiersBenchmark } from './large.ts';
import { leidenBenchmark } from './leiden.ts';
import { lighthouseBenchmark } from './lighthouse.ts';
import { neighbourhoodBenchmark } from './neighbourhood.ts';
import { neo4jLoadBenchmark } from './neo4j-load.ts';
import { neo4jNeighbourhoodBenchmark } from './neo4j-neighbourhood.ts';
import { neo4jSurveyBenchmark } from './neo4j-survey.ts';
import { pan1000Benchmark, pan3000Benchmark } from './pan.ts';
import { pausesBenchmark } from './pauses.ts';
import { refusalsBenchmark } from './refusals.ts';
import { seedBenchmark } from './seed.ts';
import { soakBenchmark } from './soak.ts';
import { startBenchmark } from './start.ts';
import { storeAwayBenchmark } from './store-away.ts';
import { tiesBenchmark } from './ties.ts';
import { tiesLargeBenchmark } from './ties-large.ts';
import { view20000Benchmark } from './view-20000.ts';
import { view3000Benchmark } from './view-3000.ts';

const BENCHMARKS: readonly Benchmark[] = [
  startBenchmark,
  seedBenchmark,
  neighbourhoodBenchmark,
  neo4jLoadBenchmark,
  neo4jNeighbourhoodBenchmark,
  neo4jSurveyBenchmark,
  storeAwayBenchmark,
  tiesBenchmark,
  tiesLargeBenchmark,
  gapsBenchmark,
  expandBenchmark,
  pan1000Benchmark,
  pan3000Benchmark,
  view3000Benchmark,
  graphql10kBenchmark,
  heapBenchmark,
  view20000Benchmark,
  pausesBenchmark,
  tiersBenchmark,
  pathsBenchmark,
  betweennessBenchmark,
  leidenBenchmark,
  lighthouseBenchmark,
  refusalsBenchmark,
  soakBenchmark,
  editionsBenchmark,
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const unknown = positionals.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${BENCHMARKS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const chosen =
  positionals.length === 0
    ? BENCHMARKS.filter(({ onlyByName }) => onlyByName !== true)
    : BENCHMARKS.filter(({ name }) => positionals.includes(name));
const results: BenchmarkResult[] = [];
let wrong = false;
for (const benchmark of chosen) {
  try {
    for (const result of await benchmark.run()) {
      results.push(result);
      const { name, value, unit, peer, peerValue, ratio, goal, pass } = result;
      const figures = `${value.toPrecision(4)} ${unit} against ${peerValue.toPrecision(4)} of ${peer}, ratio ${ratio.toFixed(2)}`;
      console.log(`${name}: ${figures}; goal ${goal}: ${pass ? 'reached' : 'MISSED'}`);
    }
  } catch (error) {
    wrong = true;
    console.log(`${benchmark.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = wrong || results.some(({ pass }) => !pass) ? 1 : 0;
