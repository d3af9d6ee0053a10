/** Kills loads: a process that loads into a store is ended at a moment drawn from a seed, so that a failure comes back. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { programFile } from '../programs/program.ts';
import { TOO_SLOW } from './editions.ts';

export interface Moment {
  /** Lines that the process has printed: the first once the store is open, then one a step that was acknowledged. */
  readonly lines: number;
  /** After that line. */
  readonly milliseconds: number;
}

export interface KilledRun {
  /** Done before its moment came, or broken off because the store did not answer in time, as on a machine that is very busy. */
  readonly end: 'killed' | 'done' | 'too slow';
  /** Records that it had told of as written. */
  readonly acknowledged: number;
}

/** What `load-until-killed.ts` loads into the store at an address. */
export interface KilledLoad {
  readonly address: string;
  readonly nodes: number;
  readonly relations: number;
  /** Records a transaction. */
  readonly batch: number;
  /** Which of the two states of the same generated data. */
  readonly edition: number;
}

/** Runs the load as a process of its own and kills it with SIGKILL at the moment. */
export async function loadUntilKilled(load: KilledLoad, moment: Moment): Promise<KilledRun> {
  const { address, nodes, relations, batch, edition } = load;
  const given = [nodes, relations, batch, edition].map(String);
  const child = spawn(process.execPath, [await programFile('load-until-killed'), address, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<KilledRun['end']>((resolve, reject) => {
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0) resolve('done');
      else if (code === TOO_SLOW) resolve('too slow');
      else reject(new Error(`the load ended with code ${code}`));
    });
  });
  let lines = 0;
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    lines += 1;
    acknowledged = Number(line);
    if (lines === moment.lines) setTimeout(() => child.kill('SIGKILL'), moment.milliseconds);
  }
  return { end: await ended, acknowledged };
}
