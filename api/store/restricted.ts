/** The mark of a restricted record: absent where there is none, so that the same record is equal from either engine. */
import type { GraphRecords, Restrictable } from '#vocabulary';

const MARKED: Restrictable = { restricted: true };
const UNMARKED: Restrictable = {};

/** To be spread into a record. */
export function markOf(restricted: boolean): Restrictable {
  return restricted ? MARKED : UNMARKED;
}

/** Whether any of the records is marked. */
export function anyRestricted({ sources, nodes, relations, figures, disagreements }: GraphRecords): boolean {
  return [sources, nodes, relations, figures, disagreements].some((list: readonly Restrictable[]) =>
    list.some(({ restricted }) => restricted === true),
  );
}
