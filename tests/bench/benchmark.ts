/** What every benchmark is: it checks the answer before it times, and compares with a named peer in the same run. */
export interface BenchmarkResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What `peerValue` was measured on, in the same run. */
  readonly peer: string;
  readonly peerValue: number;
  /** Ours against the peer: above 1 is better than the peer, whichever way the unit counts. */
  readonly ratio: number;
  readonly goal: string;
  readonly pass: boolean;
}

export interface Benchmark {
  readonly name: string;
  /** Takes so long that it runs only when it is named. */
  readonly onlyByName?: true;
  /** @throws when an answer is not the right one; nothing is timed then */
  readonly run: () => Promise<readonly BenchmarkResult[]>;
}

/** Stops the benchmark when the answer is wrong. */
export function check(right: boolean, message: string): void {
  if (!right) throw new Error(`wrong answer, nothing timed: ${message}`);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('no values');
  return middle;
}

/** Seconds that the work took. */
export async function seconds(work: () => Promise<unknown> | unknown): Promise<number> {
  const started = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - started) / 1e9;
}

/** Runs the two in turns, so that both meet the same noise; medians of seconds. */
export async function inTurns(
  rounds: number,
  ours: () => Promise<unknown> | unknown,
  peer: () => Promise<unknown> | unknown,
): Promise<{ readonly ours: number; readonly peer: number }> {
  const own: number[] = [];
  const other: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    own.push(await seconds(ours));
    other.push(await seconds(peer));
  }
  return { ours: median(own), peer: median(other) };
}
