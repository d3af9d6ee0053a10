/** The mark of a restricted record: absent where there is none, so that the same record is equal from either engine. */
import type { Restrictable } from '#vocabulary';

const MARKED: Restrictable = { restricted: true };
const UNMARKED: Restrictable = {};

/** To be spread into a record. */
export function markOf(restricted: boolean): Restrictable {
  return restricted ? MARKED : UNMARKED;
}
