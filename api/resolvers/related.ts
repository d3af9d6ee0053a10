/** Lists of nodes one relation away: what most fields of the domain types are. */
import type { EvidenceKind, NodeType, RelationType } from '#vocabulary';
import type { Page, RelationFilter, StoredNode } from '../store/graph-store.ts';
import { connectionOf, type Connection } from './connection.ts';
import type { RequestContext } from './context.ts';
import type { NodeParent } from './parents.ts';
import { checkEvidence, checkOptionalDate, checkPage } from './user-input.ts';

/** Which relations a field follows, and to what. */
export interface Related {
  readonly relationTypes: readonly RelationType[];
  readonly direction: 'OUT' | 'IN';
  readonly nodeTypes?: readonly NodeType[];
}

interface RelatedArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly asOf?: string | null | undefined;
  readonly evidence?: readonly EvidenceKind[] | null | undefined;
}

/** A list of names cannot show how sure each is, so by default it holds only what a source says. */
const DOCUMENTED: readonly EvidenceKind[] = ['DOCUMENTED'];
/** Where a field takes no `evidence`: everything but our own conclusions. */
export const NOT_INFERRED: readonly EvidenceKind[] = ['DOCUMENTED', 'GENERAL_KNOWLEDGE'];
/** Far above what a field that is no connection ever holds. */
const MOST_IN_PLAIN_LIST = 10_000;

async function firstPage(node: NodeParent, filter: RelationFilter, first: number, { loaders }: RequestContext) {
  return loaders.relatedNodes(filter, first).load(node.id);
}

async function laterPage(
  node: NodeParent,
  filter: RelationFilter,
  first: number,
  after: string,
  { store }: RequestContext,
): Promise<Page<StoredNode>> {
  const pages = await store.relatedNodes({ ...filter, of: [node.id], first, after });
  return pages.get(node.id) ?? { items: [], totalCount: 0, next: null };
}

/**
 * A field that is a connection to related nodes, by name.
 * @param usualEvidence what counts when the question does not say
 */
export function relatedConnection(
  related: Related,
  usualEvidence: readonly EvidenceKind[] = DOCUMENTED,
): (node: NodeParent, args: RelatedArguments, context: RequestContext) => Promise<Connection<StoredNode>> {
  return async (node, args, context) => {
    const { first, after } = checkPage(args);
    const filter: RelationFilter = {
      ...related,
      evidence: checkEvidence('evidence', args.evidence) ?? usualEvidence,
      asOf: checkOptionalDate('asOf', args.asOf),
    };
    const page =
      after === undefined
        ? await firstPage(node, filter, first, context)
        : await laterPage(node, filter, first, after, context);
    return connectionOf(page);
  };
}

/** A field that is a short list of related nodes, by name, whole. */
export function relatedList(
  related: Related,
): (node: NodeParent, args: object, context: RequestContext) => Promise<readonly StoredNode[]> {
  return async (node, _args, context) => {
    const page = await firstPage(node, { ...related, evidence: NOT_INFERRED }, MOST_IN_PLAIN_LIST, context);
    if (page.next !== null) throw new Error(`${node.id} has more than ${MOST_IN_PLAIN_LIST} related nodes in one list`);
    return page.items;
  };
}
