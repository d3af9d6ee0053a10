/** Says how far a load is: one line rewritten on a terminal, a plain line every few seconds elsewhere. */

/** Milliseconds between two tellings. */
const ON_TERMINAL = 200;
const ELSEWHERE = 5_000;

export interface ProgressOutput {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

function line(done: number, total: number, seconds: number): string {
  const rate = seconds > 0 ? Math.round(done / seconds) : 0;
  return `${done} of ${total} records, ${rate} a second`;
}

/**
 * @param output standard error, so that standard output stays the answer
 * @param now milliseconds of a clock that only goes forward
 */
export function progressOn(
  output: ProgressOutput,
  now: () => number = () => performance.now(),
): (done: number, total: number) => void {
  const started = now();
  const terminal = output.isTTY === true;
  let told = started;
  return (done, total) => {
    const at = now();
    const last = done === total;
    if (!last && at - told < (terminal ? ON_TERMINAL : ELSEWHERE)) return;
    // What took no time worth a line needs none.
    if (last && at - started < (terminal ? ON_TERMINAL : ELSEWHERE)) return;
    told = at;
    const text = line(done, total, (at - started) / 1_000);
    output.write(terminal ? `\r\u001B[K${text}${last ? '\n' : ''}` : `${text}\n`);
  };
}
