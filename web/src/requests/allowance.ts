/** When whoever asks may ask again, after they or all together had asked for too much: as the server said, in milliseconds since 1970. */
let again = 0;

/** @param response whose Retry-After says how many seconds; without one nothing is known */
export function allowanceSpent(response: Response): void {
  const seconds = Number(response.headers.get('retry-after'));
  again = Number.isFinite(seconds) && seconds > 0 ? Date.now() + seconds * 1_000 : 0;
}

/** Seconds from now on, at least 1; null: that time has come, or nobody said one. */
export function secondsUntilAsking(): number | null {
  const left = again - Date.now();
  return left > 0 ? Math.ceil(left / 1_000) : null;
}
