import type { Language } from '#vocabulary';
import type { GroupPage, OpenedGroup } from '../exploration/expanding.ts';
import type { ExpansionFilter, GroupKey } from '../exploration/groups.ts';
import type { Question } from '../exploration/question.ts';
import { request } from '../requests/client.ts';
import { NeighbourhoodDocument } from '../requests/generated/operations.ts';
import { filtersOf, groupFilter, type Filters } from './answers.ts';
import { knownNode, knownRelation } from './known.ts';

/** The most relations that the API gives at once. */
const A_PAGE = 200;

/** What is wanted of a group. */
export interface GroupWanted {
  readonly group: GroupKey;
  readonly filter: ExpansionFilter;
  /** Relations wanted from `after` on. */
  readonly more: number;
  /** Relations asked for already. */
  readonly had: number;
  /** Where to go on; null from the beginning. */
  readonly after: string | null;
}

/** The date and evidence of an expansion under a question. */
function filtersWithin(question: Question, { evidence, asOf }: ExpansionFilter): Filters {
  const filters = filtersOf(question);
  return { evidence: evidence ?? filters.evidence, asOf: asOf ?? filters.asOf };
}

/** Asks for relations of a group under the filters of the question and its own; more than the API gives at once page by page. */
export async function openGroup(
  wanted: GroupWanted,
  question: Question,
  language: Language,
  signal: AbortSignal,
): Promise<OpenedGroup> {
  const { group, filter, had, more } = wanted;
  const filters = filtersWithin(question, filter);
  let { after } = wanted;
  let left = more;
  let page: GroupPage | undefined;
  do {
    const first = Math.min(left, A_PAGE);
    const variables = { of: [group.of], first, after, filter: groupFilter(group, filters) };
    const { neighbourhood } = await request(NeighbourhoodDocument, variables, signal);
    after = neighbourhood.pageInfo.hasNextPage ? neighbourhood.pageInfo.endCursor : null;
    left -= first;
    const before: GroupPage | undefined = page;
    page = {
      nodes: [...(before?.nodes ?? []), ...neighbourhood.nodes.map((node) => knownNode(node, language))],
      relations: [
        ...(before?.relations ?? []),
        ...neighbourhood.relations.map((relation) => knownRelation(relation, filters.asOf)),
      ],
      // The API counts the node asked for among the nodes; a group counts the other ends.
      total: { ...neighbourhood.total, nodes: Math.max(0, neighbourhood.total.nodes - 1) },
      endCursor: after,
    };
  } while (after !== null && left > 0);
  return { group, filter, cap: had + more, page };
}
