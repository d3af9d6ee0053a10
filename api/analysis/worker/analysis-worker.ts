/** The thread: one analysis, one answer. Started by run-in-worker.ts only, which knows the types on either side. */
import { parentPort, workerData } from 'node:worker_threads';
import { ANALYSES, type AnalysisName, type AnalysisParts } from './analyses.ts';

interface Task<N extends AnalysisName> {
  readonly name: N;
  readonly input: AnalysisParts[N]['input'];
}

function run<N extends AnalysisName>({ name, input }: Task<N>): AnalysisParts[N]['output'] {
  return ANALYSES[name](input);
}

const task: Task<AnalysisName> = workerData;
// Nothing is handed over: answers are small beside the work.
parentPort?.postMessage(run(task), []);
