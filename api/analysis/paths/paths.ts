/** How two nodes are connected: the k shortest simple paths (ANALYSIS.md §3). */
import {
  EVIDENCE_KINDS_BY_STRENGTH,
  RELATION_TYPES,
  isRelationType,
  type NodeType,
  type RelationType,
} from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex, WalkFilter } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { kShortestPaths } from './k-shortest-paths.ts';
import {
  LONGEST_PATH,
  MOST_PATHS,
  PATH_FILTERS,
  type Path,
  type PathFilter,
  type PathsAnswer,
  type PathsRequest,
} from './path-types.ts';
import { AnalysisRequestError } from '../request-error.ts';
import { stepsTo, UNREACHABLE, walkOf, type Walk } from '../walk.ts';

const ALL_TYPES: readonly RelationType[] = Object.keys(RELATION_TYPES).filter(isRelationType);
const PLACE_TYPES: readonly NodeType[] = ['Country', 'Province', 'Regency', 'Locality'];

/**
 * Types a path may take when none are asked for: all but requirements, sector input and same place. Two things that are
 * LOCATED_IN one regency are in the same place just as those LOCATED_WITH each other, so the whole family of place is out,
 * except that LOCATED_IN stays where `from` or `to` is itself a place: then lying in it is what is asked.
 */
function defaultPathTypes(projection: Projection, from: NodeIndex, to: NodeIndex): readonly RelationType[] {
  const asksForPlace = [from, to].some((node) => PLACE_TYPES.includes(projection.nodeType(node)));
  return ALL_TYPES.filter((type) => {
    const { family } = RELATION_TYPES[type];
    if (family === 'place') return type === 'LOCATED_IN' && asksForPlace;
    return family !== 'requirement' && family !== 'inputOutput';
  });
}

/** What is compared when looking for the filter that closed the last route. */
interface Route {
  readonly filter: WalkFilter;
  readonly direction: 'OUT' | 'IN' | 'BOTH';
  readonly longest: number;
}

/**
 * At most {@link MOST_PATHS} simple paths from one node to another, shortest first, each with every parallel relation of its
 * steps; filters apply before the search.
 * @throws AnalysisRequestError for an unknown id, equal ends, an excluded end, or a length outside 1 to LONGEST_PATH
 */
export function findPaths(projection: Projection, request: PathsRequest): PathsAnswer {
  const { from, to } = checkRequest(projection, request);
  const route = routeWith(projection, request, from, to, PATH_FILTERS);
  const walk = walkOf(projection, projection.compile(route.filter), route.direction);
  const found = kShortestPaths(walk, projection.nodeCount, from, to, MOST_PATHS + 1, route.longest);
  return {
    revision: projection.revision,
    paths: found.slice(0, MOST_PATHS).map((nodes) => pathOf(projection, walk, nodes)),
    hasMore: found.length > MOST_PATHS,
    closedBy: found.length > 0 ? null : closedBy(projection, request, from, to),
  };
}

function checkRequest(projection: Projection, request: PathsRequest): { from: NodeIndex; to: NodeIndex } {
  const from = askedNode(projection, 'from', request.from);
  const to = askedNode(projection, 'to', request.to);
  if (from === to)
    throw new AnalysisRequestError(
      'to',
      `'${request.to}' is where the path starts; give another node`,
      'another node than `from`',
    );
  for (const id of request.excludeNodes ?? []) {
    const node = askedNode(projection, 'excludeNodes', id);
    if (node === from || node === to) {
      throw new AnalysisRequestError(
        'excludeNodes',
        `'${id}' is an end of the path; exclude only nodes between`,
        'neither end of the path',
      );
    }
  }
  const { maxLength } = request;
  if (maxLength !== undefined && !(Number.isInteger(maxLength) && maxLength >= 1 && maxLength <= LONGEST_PATH)) {
    const range = `a whole number from 1 to ${String(LONGEST_PATH)}`;
    throw new AnalysisRequestError('maxLength', `${String(maxLength)} is no length of a path; give ${range}`, range);
  }
  return { from, to };
}

/** The request with only some of its filters on; the defaults of types and evidence are filters too. */
function routeWith(
  projection: Projection,
  request: PathsRequest,
  from: NodeIndex,
  to: NodeIndex,
  on: readonly PathFilter[],
): Route {
  const types = request.relationTypes ?? [];
  const asked = types.length > 0 ? types : defaultPathTypes(projection, from, to);
  return {
    filter: {
      relationTypes: on.includes('relationTypes') ? asked : undefined,
      evidence: on.includes('evidence') ? request.evidence : EVIDENCE_KINDS_BY_STRENGTH,
      asOf: on.includes('asOf') ? request.asOf : undefined,
      excludedNodes: on.includes('excludeNodes') ? request.excludeNodes : undefined,
    },
    direction: on.includes('direction') ? (request.direction ?? 'BOTH') : 'BOTH',
    longest: on.includes('maxLength') ? (request.maxLength ?? UNREACHABLE) : UNREACHABLE,
  };
}

function closedBy(projection: Projection, request: PathsRequest, from: NodeIndex, to: NodeIndex): PathFilter | null {
  const isOpen = (on: readonly PathFilter[]): boolean => {
    const route = routeWith(projection, request, from, to, on);
    const walk = walkOf(projection, projection.compile(route.filter), route.direction);
    const steps = stepsTo(to, walk, projection.nodeCount)[from] ?? UNREACHABLE;
    return steps !== UNREACHABLE && steps <= route.longest;
  };
  if (!isOpen([])) return null;
  const alone = PATH_FILTERS.findLast((filter) => isOpen(PATH_FILTERS.filter((other) => other !== filter)));
  return alone ?? PATH_FILTERS.find((_, i) => !isOpen(PATH_FILTERS.slice(0, i + 1))) ?? null;
}

function pathOf(projection: Projection, walk: Walk, nodes: readonly NodeIndex[]): Path {
  const steps = nodes.slice(1).map((node, i) => {
    const relations = new Set<RelationIndex>();
    walk.eachStep(nodes[i] ?? -1, (other, relation) => {
      if (other === node) relations.add(relation);
    });
    return [...relations].sort((a, b) => a - b).map((relation) => projection.relationId(relation));
  });
  return { length: steps.length, nodes: nodes.map((node) => projection.nodeId(node)), steps };
}
