/** Whose support counts as a node's own. */
import type { NodeId, NodeType } from '#vocabulary';
import type { Projection } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { follower, followAll } from '../gaps/follow.ts';

export const SUPPORTER_TYPES: readonly NodeType[] = [
  'Programme',
  'Agency',
  'Organisation',
  'FundingSource',
  'LargeIndustry',
  'Facility',
];

/**
 * The node, programmes that it carries out (IMPLEMENTS) and the parts of all these (PART_OF), on documented word.
 * @throws AnalysisRequestError for an unknown id or a node that supports nobody
 */
export function supportersOf(projection: Projection, supporter: NodeId): ReadonlySet<NodeId> {
  const node = askedNode(projection, 'supporter', supporter, SUPPORTER_TYPES);
  const evidence = ['DOCUMENTED'] as const;
  const implemented = follower(projection, { types: ['IMPLEMENTS'], evidence, asOf: undefined })(node);
  const parts = follower(projection, { types: ['PART_OF'], evidence, asOf: undefined, backwards: true });
  const all = followAll([{ node, relations: [] }, ...implemented], parts);
  return new Set(all.map((reached) => projection.nodeId(reached.node)));
}
