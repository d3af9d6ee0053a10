import type { EvidenceKind, NodeId, PartialDate } from '#vocabulary';
import type { Question } from '../exploration/question.ts';
import type { GroupKey } from '../exploration/groups.ts';
import type { RelationFilter } from '../requests/generated/operations.ts';

/** The part of a question that says which relations count, whatever is looked at. */
export interface Filters {
  readonly asOf: PartialDate | null;
  readonly evidence: readonly EvidenceKind[];
}

/** The filters of a question, without what it is about. */
export function filtersOf({ asOf, evidence }: Question): Filters {
  return { asOf, evidence };
}

/** The API's filter for relations under a question's date and evidence. */
export function relationFilter({ asOf, evidence }: Filters): RelationFilter {
  return asOf === null ? { evidence: [...evidence] } : { evidence: [...evidence], asOf };
}

/** As {@link relationFilter}, for one group of a node's relations. */
export function groupFilter(group: GroupKey, filters: Filters): RelationFilter {
  return {
    ...relationFilter(filters),
    relationTypes: [group.relationType],
    direction: group.direction,
    nodeTypes: [group.nodeType],
  };
}

/** Lists of at most `size` items each, in order. */
export function inPages(ids: readonly NodeId[], size: number): readonly (readonly NodeId[])[] {
  const pages: (readonly NodeId[])[] = [];
  for (let start = 0; start < ids.length; start += size) pages.push(ids.slice(start, start + size));
  return pages;
}
