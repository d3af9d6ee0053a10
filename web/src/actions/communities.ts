import { parseNodeId, type NodeId } from '#vocabulary';
import type { CommunitiesBy } from '../exploration/looks.ts';
import { request } from '../requests/client.ts';
import {
  CommunitiesDocument,
  type CommunitiesQuery,
  type CommunitiesQueryVariables,
} from '../requests/generated/operations.ts';
import type { Filters } from './answers.ts';

const COMMUNITIES_A_PAGE = 200;

type Community = CommunitiesQuery['communities']['nodes'][number];

/** Every community of more than one node, asked for page by page. */
export async function allCommunities(
  { quality, resolution, seed, families }: CommunitiesBy,
  { asOf, evidence }: Filters,
  signal: AbortSignal,
): Promise<readonly Community[]> {
  const found: Community[] = [];
  let after: string | null = null;
  do {
    const variables: CommunitiesQueryVariables = {
      filter: { asOf, evidence: [...evidence], ...(families.length === 0 ? {} : { families: [...families] }) },
      quality,
      resolution,
      seed,
      first: COMMUNITIES_A_PAGE,
      after,
    };
    const page: CommunitiesQuery = await request(CommunitiesDocument, variables, signal);
    const { nodes, pageInfo } = page.communities;
    found.push(...nodes.filter(({ memberIds }) => memberIds.length > 1));
    // Larger come first: after one of a single node there are only others of one.
    after = pageInfo.hasNextPage && (nodes.at(-1)?.memberIds.length ?? 0) > 1 ? pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

/** The community that each node is in; nodes that are alone are left out. */
export function communityNumbers(communities: readonly Community[]): Readonly<Record<NodeId, number>> {
  const numbers: Record<NodeId, number> = {};
  for (const { number, memberIds } of communities) {
    for (const id of memberIds) numbers[parseNodeId(id)] = number;
  }
  return numbers;
}
