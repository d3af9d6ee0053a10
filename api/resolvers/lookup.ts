/** By id: what an argument names, or what an answer already holds. */
import { GraphQLError } from 'graphql';
import type { FigureId, NodeId, NodeType, RelationId } from '#vocabulary';
import type { StoredFigure, StoredNode, StoredRelation } from '../store/graph-store.ts';
import type { RequestContext } from './context.ts';
import {
  checkNodeIdForm,
  checkNodeIds,
  checkRelationIds,
  unknownNode,
  unknownRelation,
  wrongNodeType,
} from './user-input.ts';

/**
 * An answer of the projection may name what a write has removed a moment ago. Leaving it out would be a wrong count, so
 * the whole question is asked again by the caller.
 */
export async function changedMeanwhile({ catchUp }: RequestContext): Promise<GraphQLError> {
  // Asked again, the question is then answered from what is there now.
  await catchUp();
  return new GraphQLError('The dataset changed while this was being answered; ask again.', {
    extensions: { code: 'DATASET_CHANGED' },
  });
}

/** @throws GraphQLError DATASET_CHANGED when one is missing */
async function allThere<T>(found: readonly (T | null)[], context: RequestContext): Promise<readonly T[]> {
  const there = found.filter((item) => item !== null);
  if (there.length < found.length) throw await changedMeanwhile(context);
  return there;
}

/** The nodes of an answer, in its order. @throws GraphQLError DATASET_CHANGED */
export async function nodesOf(ids: readonly NodeId[], context: RequestContext): Promise<readonly StoredNode[]> {
  return allThere(await Promise.all(ids.map((id) => context.loaders.node.load(id))), context);
}

/** @throws GraphQLError DATASET_CHANGED */
export async function nodeOf(id: NodeId, context: RequestContext): Promise<StoredNode> {
  const node = await context.loaders.node.load(id);
  if (node === null) throw await changedMeanwhile(context);
  return node;
}

/** @throws GraphQLError DATASET_CHANGED */
export async function relationOf(id: RelationId, context: RequestContext): Promise<StoredRelation> {
  const relation = await context.loaders.relation.load(id);
  if (relation === null) throw await changedMeanwhile(context);
  return relation;
}

/** The relations of an answer, in its order. @throws GraphQLError DATASET_CHANGED */
export async function relationsOf(
  ids: readonly RelationId[],
  context: RequestContext,
): Promise<readonly StoredRelation[]> {
  return allThere(await Promise.all(ids.map((id) => context.loaders.relation.load(id))), context);
}

/** The figures of an answer, in its order. @throws GraphQLError DATASET_CHANGED */
export async function figuresOfIds(
  ids: readonly FigureId[],
  context: RequestContext,
): Promise<readonly StoredFigure[]> {
  return allThere(await Promise.all(ids.map((id) => context.loaders.figure.load(id))), context);
}

/** The node that an argument names. @throws UserInputError */
export async function askedNode(argument: string, text: string, { loaders }: RequestContext): Promise<StoredNode> {
  const node = await loaders.node.load(checkNodeIdForm(argument, text));
  if (node === null) throw unknownNode(argument, text);
  return node;
}

/** As {@link askedNode}, of one of the types. @throws UserInputError */
export async function askedNodeOfType(
  argument: string,
  text: string,
  types: readonly NodeType[],
  context: RequestContext,
): Promise<StoredNode> {
  const node = await askedNode(argument, text, context);
  if (types.includes(node.type)) return node;
  throw wrongNodeType(argument, node, types);
}

/** The nodes that an argument names, as asked for. @throws UserInputError */
export async function askedNodes(
  argument: string,
  texts: readonly string[],
  { loaders }: RequestContext,
): Promise<readonly StoredNode[]> {
  const ids = checkNodeIds(argument, texts);
  const nodes = await Promise.all(ids.map((id) => loaders.node.load(id)));
  return nodes.map((node, i) => {
    if (node === null) throw unknownNode(argument, ids[i] ?? '');
    return node;
  });
}

/** The relations that an argument names, as asked for. @throws UserInputError */
export async function askedRelations(
  argument: string,
  texts: readonly string[],
  { loaders }: RequestContext,
): Promise<readonly StoredRelation[]> {
  const ids = checkRelationIds(argument, texts);
  const relations = await Promise.all(ids.map((id) => loaders.relation.load(id)));
  return relations.map((relation, i) => {
    if (relation === null) throw unknownRelation(argument, ids[i] ?? '');
    return relation;
  });
}
