import type { NodeId, NodeType } from '#vocabulary';
import type { NodeIndex, Projection } from '../projection/projection.ts';
import { AnalysisRequestError } from './request-error.ts';

/** @throws AnalysisRequestError when there is no such node, or it is of another type than the argument takes */
export function askedNode(
  projection: Projection,
  argument: string,
  id: NodeId,
  types: readonly NodeType[] | 'ANY' = 'ANY',
): NodeIndex {
  const node = projection.nodeIndex(id);
  const expected = types === 'ANY' ? 'the id of a node' : `the id of a ${types.join(' or ')}`;
  if (node === undefined)
    throw new AnalysisRequestError(argument, `there is no node '${id}'; search finds ids by name`, expected);
  const type = projection.nodeType(node);
  if (types !== 'ANY' && !types.includes(type)) {
    throw new AnalysisRequestError(argument, `'${id}' is a ${type}; give ${expected}`, expected);
  }
  return node;
}
