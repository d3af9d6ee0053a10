/** Questions about places, answered from the projection: a place holds what lies in it over any number of steps. */
import {
  heldWithin,
  firstDay,
  lastDay,
  parsePartialDate,
  REFERENCE_DAY,
  type NodeId,
  type NodeType,
} from '#vocabulary';
import type { NodeIndex, Projection } from '../projection/projection.ts';
import { sortName } from '../store/sort-name.ts';
import type { TieScope } from '../analysis/ties/tie-types.ts';
import { connectionOf, pageOf, sorted, type Connection, type ListOrder } from './connection.ts';
import type { RequestContext } from './context.ts';
import type { NodeParent } from './parents.ts';
import { projectedNodes } from './projected.ts';
import { NOT_INFERRED } from './related.ts';
import { COSTS } from './question-budget.ts';
import { checkOptionalDate, checkPage } from './user-input.ts';

interface InPlaceArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly asOf?: string | null | undefined;
  /** Of clusters: those of one kind alone. */
  readonly scope?: TieScope | null | undefined;
}

/** By name, then id: the order of every list of nodes. */
function nodeOrder(list: string, projection: Projection): ListOrder<NodeIndex> {
  return {
    list,
    keyTypes: ['string', 'string'],
    keys: (node) => [sortName(projection.nodeName(node)), projection.nodeId(node)],
  };
}

/** A page of nodes that the projection chose. @param list its name in cursors */
export async function connectionOfChosen(
  list: string,
  chosen: readonly NodeIndex[],
  args: Omit<InPlaceArguments, 'asOf'>,
  context: RequestContext,
): Promise<Connection<NodeParent>> {
  const { projection } = context.snapshot;
  const order = nodeOrder(list, projection);
  const page = pageOf(sorted(chosen, order), order, checkPage(args));
  const ids = page.items.map((node) => projection.nodeId(node));
  return connectionOf({ ...page, items: projectedNodes(ids, context) });
}

/** Those of the kind that a question asks for; what says nothing of its kind is a cluster, as in ties. */
export function inScope(
  nodes: readonly NodeIndex[],
  scope: TieScope | null | undefined,
  projection: Projection,
): readonly NodeIndex[] {
  if (scope === null || scope === undefined) return nodes;
  return nodes.filter((node) => (projection.nodeKind(node) === 'GROUP') === (scope === 'GROUP'));
}

/** A field of a place: the nodes of one type inside it, however deep. Conclusions of ours (INFERRED) do not place anything. */
export function insidePlace(
  type: NodeType,
): (place: NodeParent, args: InPlaceArguments, context: RequestContext) => Promise<Connection<NodeParent>> {
  return async (place, args, context) => {
    const { projection } = context.snapshot;
    const asOf = checkOptionalDate('asOf', args.asOf);
    context.budget.spend(Math.ceil(projection.nodesOfType(type).length / COSTS.nodesInsidePlace));
    const within = projection.nodeIndex(place.id);
    const inside =
      within === undefined
        ? []
        : projection.nodesOfType(type).filter((node) => projection.isWithin(node, within, asOf, NOT_INFERRED));
    return connectionOfChosen(
      `inside:${place.id}:${type}:${args.scope ?? ''}`,
      inScope(inside, args.scope, projection),
      args,
      context,
    );
  };
}

const FROM_SMALL_TO_LARGE: readonly NodeType[] = ['Locality', 'Regency', 'Province', 'Country'];
const NOW = parsePartialDate(REFERENCE_DAY);

/**
 * The places that a node lies in on the reference day, as far as known: localities, regencies, provinces, countries; by
 * id among their like. Conclusions of ours (INFERRED) do not place anything.
 */
export function placesOf(id: NodeId, projection: Projection): readonly NodeId[] {
  const start = projection.nodeIndex(id);
  if (start === undefined) return [];
  const seen = new Set<NodeIndex>([start]);
  const queue = [start];
  for (const node of queue) {
    const end = projection.outgoing.offsets[node + 1] ?? 0;
    for (let at = projection.outgoing.offsets[node] ?? 0; at < end; at += 1) {
      const relation = projection.outgoing.relations[at];
      if (relation === undefined || projection.relationType(relation) !== 'LOCATED_IN') continue;
      if (projection.relationEvidence(relation) === 'INFERRED') continue;
      if (heldWithin(projection.relationBounds(relation), firstDay(NOW), lastDay(NOW)) === 'NO') continue;
      const place = projection.relationTo(relation);
      if (seen.has(place)) continue;
      seen.add(place);
      queue.push(place);
    }
  }
  seen.delete(start);
  const rank = (node: NodeIndex): number => FROM_SMALL_TO_LARGE.indexOf(projection.nodeType(node));
  return [...seen].sort((a, b) => rank(a) - rank(b) || a - b).map((node) => projection.nodeId(node));
}

/** The sector and those below it, by CLASSIFIED_UNDER or PART_OF over any number of steps. */
export function sectorsFrom(sector: NodeIndex, projection: Projection): ReadonlySet<NodeIndex> {
  const seen = new Set<NodeIndex>([sector]);
  const queue = [sector];
  for (const node of queue) {
    for (const below of sourcesOf(node, ['CLASSIFIED_UNDER', 'PART_OF'], projection)) {
      if (projection.nodeType(below) !== 'Sector' || seen.has(below)) continue;
      seen.add(below);
      queue.push(below);
    }
  }
  return seen;
}

/** Where relations of these types into the node start; inferred ones do not count. */
export function* sourcesOf(
  node: NodeIndex,
  types: readonly string[],
  projection: Projection,
): Generator<NodeIndex, void, undefined> {
  const end = projection.incoming.offsets[node + 1] ?? 0;
  for (let at = projection.incoming.offsets[node] ?? 0; at < end; at += 1) {
    const relation = projection.incoming.relations[at];
    if (relation === undefined || !types.includes(projection.relationType(relation))) continue;
    if (projection.relationEvidence(relation) !== 'INFERRED') yield projection.relationFrom(relation);
  }
}
