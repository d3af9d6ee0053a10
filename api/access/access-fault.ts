/** What keeps access from working and a person can put right: a damaged file of keys, an audit log that cannot be written. */
export class AccessFault extends Error {
  override readonly name = 'AccessFault';
}

/** What the system says of a failure: `EACCES`, `ENOSPC`; never a path or a value. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
