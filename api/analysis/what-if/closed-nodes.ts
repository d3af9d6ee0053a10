/** Who is closed: what was asked, what lies in a place, and what cannot go on without. */
import type { NodeId, RelationId, RelationType } from '#vocabulary';
import type { CompiledFilter, NodeIndex, Projection } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { AnalysisRequestError } from '../request-error.ts';
import { walkOf } from '../walk.ts';
import {
  CLOSING_PLACES,
  CLOSING_TYPES,
  type ClosedBecause,
  type ClosedNode,
  type WhatIfRequest,
} from './what-if-types.ts';

const REASONS: readonly ClosedBecause[] = ['ASKED', 'IN_PLACE', 'MEMBER', 'FACILITY'];

export interface Closing {
  readonly nodes: ReadonlySet<NodeIndex>;
  readonly listed: readonly ClosedNode[];
  readonly unplacedCount: number;
}

/** Kinds of organisation that speak for makers or study them, rather than make or trade: a place's closing does not mean them. */
const NO_MAKERS: readonly string[] = ['ASSOCIATION', 'FOUNDATION', 'CONSULTANT', 'NETWORK'];

/** @throws AnalysisRequestError for an unknown node, one that cannot close, or nothing at all */
export function closedNodes(projection: Projection, request: WhatIfRequest): Closing {
  const asked = request.nodes.map((id) => askedNode(projection, 'close', id, CLOSING_TYPES));
  const places = request.places.map((id) => askedNode(projection, 'closePlaces', id, CLOSING_PLACES));
  if (asked.length + places.length === 0) {
    throw new AnalysisRequestError('close', 'nothing closes; name a firm or a place', 'at least one node or place');
  }
  const closed = new Map<NodeIndex, ClosedNode>();
  const close = (node: NodeIndex, because: ClosedBecause, relations: readonly RelationId[]): void => {
    if (!closed.has(node)) closed.set(node, { node: projection.nodeId(node), because, relations });
  };
  for (const node of asked) close(node, 'ASKED', []);
  for (const { node, relations } of makersIn(projection, places, request)) close(node, 'IN_PLACE', relations);
  const { evidence, asOf } = request;
  const joined = (type: RelationType): CompiledFilter => projection.compile({ relationTypes: [type], evidence, asOf });
  // What is closed with another may close others in turn: a member's facility.
  for (const [node] of closed) {
    const at = node;
    const along = (type: RelationType, because: ClosedBecause): void =>
      walkOf(projection, joined(type), 'OUT').eachStepBack(at, (other, relation) =>
        close(other, because, [projection.relationId(relation)]),
      );
    if (projection.nodeType(node) === 'SmiCluster') along('MEMBER_OF', 'MEMBER');
    else along('FACILITY_OF', 'FACILITY');
  }
  return {
    nodes: new Set(closed.keys()),
    listed: [...closed.values()].toSorted(
      (a, b) => REASONS.indexOf(a.because) - REASONS.indexOf(b.because) || (a.node < b.node ? -1 : 1),
    ),
    unplacedCount: places.length === 0 ? 0 : unplaced(projection, request),
  };
}

function makers(projection: Projection): readonly NodeIndex[] {
  return CLOSING_TYPES.flatMap((type) => projection.nodesOfType(type)).filter(
    (node) =>
      projection.nodeType(node) !== 'Organisation' || !NO_MAKERS.includes(projection.nodeKind(node) ?? 'ASSOCIATION'),
  );
}

/** Down from each place, level by level, so that each maker has the fewest relations to the place that was asked. */
function makersIn(projection: Projection, places: readonly NodeIndex[], { asOf, evidence }: WhatIfRequest) {
  const filter = projection.compile({ relationTypes: ['LOCATED_IN'], evidence, asOf });
  const walk = walkOf(projection, filter, 'OUT');
  const seen = new Map<NodeIndex, readonly RelationId[]>(places.map((place) => [place, []]));
  for (const [node, relations] of seen) {
    walk.eachStepBack(node, (inner, relation) => {
      if (!seen.has(inner)) seen.set(inner, [projection.relationId(relation), ...relations]);
    });
  }
  const inside = new Set(makers(projection));
  return [...seen].flatMap(([node, relations]) => (inside.has(node) ? [{ node, relations }] : []));
}

function unplaced(projection: Projection, { asOf, evidence }: WhatIfRequest): number {
  const filter = projection.compile({ relationTypes: ['LOCATED_IN'], evidence, asOf });
  const walk = walkOf(projection, filter, 'OUT');
  const placed = new Set<NodeIndex>(projection.nodesOfType('Province'));
  for (const node of placed) walk.eachStepBack(node, (inner) => placed.add(inner));
  return makers(projection).filter((node) => !placed.has(node)).length;
}

/** The ids, for a question that leaves them out. */
export function closedIds({ listed }: Closing): readonly NodeId[] {
  return listed.map(({ node }) => node);
}
