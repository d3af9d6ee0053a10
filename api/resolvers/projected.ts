/**
 * Nodes and relations of an answer that the projection gave: what it keeps of them is answered from it, of the revision that
 * the answer names and also while the store is away. Everything else is asked of the store, field by field.
 */
import type { NodeId, NodeType, RelationId } from '#vocabulary';
import type { Projection } from '../projection/projection.ts';
import type { StoredNode, StoredRelation } from '../store/graph-store.ts';
import { markOf } from '../store/restricted.ts';
import type { RequestContext } from './context.ts';
import { changedMeanwhile, nodeOf, relationOf } from './lookup.ts';
import { checkNodeIdForm, checkNodeIds, unknownNode, wrongNodeType } from './user-input.ts';

/** What the projection knows of a node. */
export type ProjectedNode = Pick<
  StoredNode,
  'id' | 'type' | 'name' | 'names' | 'kind' | 'code' | 'latitude' | 'longitude' | 'restricted'
>;
/** What the projection knows of a relation. */
export type ProjectedRelation = Pick<
  StoredRelation,
  'id' | 'type' | 'from' | 'to' | 'period' | 'bounds' | 'evidenceClass' | 'disagreement'
>;

function nodeFrom(projection: Projection, id: NodeId): ProjectedNode | null {
  const node = projection.nodeIndex(id);
  if (node === undefined) return null;
  const coordinates = projection.nodeCoordinates(node);
  return {
    id,
    type: projection.nodeType(node),
    name: projection.nodeName(node),
    names: projection.nodeNames(node),
    kind: projection.nodeKind(node),
    code: projection.nodeCode(node),
    latitude: coordinates?.latitude ?? null,
    longitude: coordinates?.longitude ?? null,
    ...markOf(projection.nodeRestricted(node)),
  };
}

function relationFrom(projection: Projection, id: RelationId): ProjectedRelation | null {
  const relation = projection.relationIndex(id);
  if (relation === undefined) return null;
  return {
    id,
    type: projection.relationType(relation),
    from: projection.nodeId(projection.relationFrom(relation)),
    to: projection.nodeId(projection.relationTo(relation)),
    period: projection.relationPeriod(relation),
    bounds: projection.relationBounds(relation),
    evidenceClass: projection.relationEvidence(relation),
    disagreement: projection.relationDisagreement(relation),
  };
}

function known<T>(found: T | null, id: string): T {
  if (found === null) throw new Error(`the projection answered with ${id}, which it does not hold`);
  return found;
}

/** A node that the request's snapshot named. Counts as one look-up. */
export function projectedNode(id: NodeId, { snapshot, budget }: RequestContext): ProjectedNode {
  budget.spend();
  return known(nodeFrom(snapshot.projection, id), id);
}

/** The nodes of an answer, in its order. */
export function projectedNodes(ids: readonly NodeId[], context: RequestContext): readonly ProjectedNode[] {
  return ids.map((id) => projectedNode(id, context));
}

/** The relations of an answer, in its order. */
export function projectedRelations(
  ids: readonly RelationId[],
  { snapshot, budget }: RequestContext,
): readonly ProjectedRelation[] {
  return ids.map((id) => {
    budget.spend();
    return known(relationFrom(snapshot.projection, id), id);
  });
}

/** The record itself, where only what the projection knows is at hand. @throws GraphQLError DATASET_CHANGED */
export async function wholeNode(node: StoredNode | ProjectedNode, context: RequestContext): Promise<StoredNode> {
  return 'aliases' in node ? node : nodeOf(node.id, context);
}

/** As {@link wholeNode}. @throws GraphQLError DATASET_CHANGED */
export async function wholeRelation(
  relation: StoredRelation | ProjectedRelation,
  context: RequestContext,
): Promise<StoredRelation> {
  return 'share' in relation ? relation : relationOf(relation.id, context);
}

/** One end of a relation: from where the relation itself came. @throws GraphQLError DATASET_CHANGED */
export async function endOf(
  relation: StoredRelation | ProjectedRelation,
  end: 'from' | 'to',
  context: RequestContext,
): Promise<StoredNode | ProjectedNode> {
  return 'share' in relation ? nodeOf(relation[end], context) : projectedNode(relation[end], context);
}

async function started(argument: string, id: NodeId, context: RequestContext): Promise<ProjectedNode> {
  context.budget.spend();
  const node = nodeFrom(context.snapshot.projection, id);
  if (node !== null) return node;
  // Written a moment ago, perhaps: then the next question finds it.
  if ((await context.loaders.node.load(id)) !== null) throw await changedMeanwhile(context);
  throw unknownNode(argument, id);
}

/** The node that an argument of a question to the projection names. @throws UserInputError; GraphQLError DATASET_CHANGED */
export async function startNode(argument: string, text: string, context: RequestContext): Promise<ProjectedNode> {
  return started(argument, checkNodeIdForm(argument, text), context);
}

/** As {@link startNode}, several. @throws UserInputError; GraphQLError DATASET_CHANGED */
export async function startNodes(
  argument: string,
  texts: readonly string[],
  context: RequestContext,
): Promise<readonly ProjectedNode[]> {
  return Promise.all(checkNodeIds(argument, texts).map((id) => started(argument, id, context)));
}

/** As {@link startNode}, of one of the types. @throws UserInputError; GraphQLError DATASET_CHANGED */
export async function startNodeOfType(
  argument: string,
  text: string,
  types: readonly NodeType[],
  context: RequestContext,
): Promise<ProjectedNode> {
  const node = await startNode(argument, text, context);
  if (!types.includes(node.type)) throw wrongNodeType(argument, node, types);
  return node;
}
