/** A part of the graph large enough to be looked at as a whole. */
import { EVIDENCE_KINDS_BY_STRENGTH, type EvidenceKind } from '#vocabulary';
import type { CompiledFilter, NodeIndex, Projection, RelationIndex } from '../projection/projection.ts';
import { askedNode } from './asked-node.ts';
import type { GraphFilter, PictureExtract, PictureRequest } from './picture-types.ts';
import { inSector } from './ties/tie-scope.ts';
import { walkOf } from './walk.ts';

/** Whether something filters: an empty list does not, as everywhere. */
function given<T>(list: readonly T[] | undefined): readonly T[] | null {
  return list === undefined || list.length === 0 ? null : list;
}

/** What a filter keeps. */
interface Kept {
  /** 1 at every node. */
  readonly nodes: Uint8Array;
  /** Between nodes that are kept; ascending by id. */
  readonly relations: Int32Array;
}

/**
 * Relation filters keep every node, but those around nodes: there, only what they join. A place holds what lies in it on the evidence
 * asked for or on general knowledge; classification counts whatever its evidence. Without evidence named, relations of any count.
 * @throws AnalysisRequestError for an unknown id, or a place or sector that is none
 */
export function keptBy(projection: Projection, filter: GraphFilter): Kept {
  const nodes = nodesKept(projection, filter);
  const compiled = projection.compile({
    relationTypes: filter.relationTypes,
    families: filter.families,
    evidence: given(filter.evidence) ?? EVIDENCE_KINDS_BY_STRENGTH,
    asOf: filter.asOf,
  });
  const around = given(filter.around);
  if (around === null) return { nodes, relations: relationsBetween(projection, compiled, nodes) };
  const centres = [...new Set(around.map((id) => askedNode(projection, 'around', id)))];
  return neighbourhoodOf(projection, compiled, nodes, centres);
}

/** @param others where 1 stands, a node may be a neighbour */
function neighbourhoodOf(
  projection: Projection,
  compiled: CompiledFilter,
  others: Uint8Array,
  centres: readonly NodeIndex[],
): Kept {
  for (const centre of centres) others[centre] = 1;
  const nodes = new Uint8Array(projection.nodeCount);
  const relations = new Set<RelationIndex>();
  const walk = walkOf(projection, compiled, 'BOTH');
  for (const centre of centres) {
    nodes[centre] = 1;
    walk.eachStep(centre, (other, relation) => {
      if (others[other] !== 1) return;
      nodes[other] = 1;
      relations.add(relation);
    });
  }
  return { nodes, relations: Int32Array.from(relations).sort() };
}

function nodesKept(projection: Projection, filter: GraphFilter): Uint8Array {
  const kept = new Uint8Array(projection.nodeCount);
  const among = given(filter.among);
  if (among === null) kept.fill(1);
  else for (const id of among) kept[askedNode(projection, 'among', id)] = 1;
  const drop = (keeps: (node: NodeIndex) => boolean): void => {
    for (let node = 0; node < kept.length; node += 1) if (kept[node] === 1 && !keeps(node)) kept[node] = 0;
  };
  const types = given(filter.nodeTypes);
  if (types !== null) drop((node) => types.includes(projection.nodeType(node)));
  if (filter.place !== undefined) {
    const place = askedNode(projection, 'place', filter.place, ['Country', 'Province', 'Regency', 'Locality']);
    const evidence: readonly EvidenceKind[] = [
      ...(given(filter.evidence) ?? EVIDENCE_KINDS_BY_STRENGTH),
      'GENERAL_KNOWLEDGE',
    ];
    drop((node) => projection.isWithin(node, place, filter.asOf, evidence));
  }
  if (filter.sector !== undefined) {
    const sector = askedNode(projection, 'sector', filter.sector, ['Sector']);
    const members = inSector(projection, sector, filter.asOf);
    drop((node) => node === sector || members.has(node));
  }
  return kept;
}

function relationsBetween(projection: Projection, compiled: CompiledFilter, nodes: Uint8Array): Int32Array {
  const kept = new Int32Array(projection.relationCount);
  let count = 0;
  for (let relation = 0; relation < projection.relationCount; relation += 1) {
    if (nodes[projection.relationFrom(relation)] !== 1 || nodes[projection.relationTo(relation)] !== 1) continue;
    if (compiled.allowsRelation(relation)) kept[count++] = relation;
  }
  return kept.slice(0, count);
}

/**
 * The nodes and relations that a filter keeps, the most connected first, so that a cut picture holds the part that has most
 * to show. O(nodes log nodes + relations).
 * @throws AnalysisRequestError
 */
export function pictureOf(projection: Projection, request: PictureRequest): PictureExtract {
  const { nodes: keptNodes, relations: keptRelations } = keptBy(projection, request.filter);
  const degree = new Int32Array(projection.nodeCount);
  for (const relation of keptRelations) {
    for (const end of [projection.relationFrom(relation), projection.relationTo(relation)]) {
      degree[end] = (degree[end] ?? 0) + 1;
    }
  }
  const nodes: NodeIndex[] = [];
  keptNodes.forEach((kept, node) => {
    if (kept === 1 && (request.withUnrelated || (degree[node] ?? 0) > 0)) nodes.push(node);
  });
  const total = { nodes: nodes.length, relations: keptRelations.length };
  nodes.sort((a, b) => (degree[b] ?? 0) - (degree[a] ?? 0) || a - b);
  nodes.length = Math.min(nodes.length, request.mostNodes);
  const relations = byLaterEnd(projection, nodes, keptRelations);
  return { revision: projection.revision, nodes, relations: relations.slice(0, request.mostRelations), total };
}

/** Relations with both ends among the nodes, by the place of the later end, then id. */
function byLaterEnd(
  projection: Projection,
  nodes: readonly NodeIndex[],
  relations: Int32Array,
): readonly RelationIndex[] {
  const place = new Int32Array(projection.nodeCount).fill(-1);
  nodes.forEach((node, at) => (place[node] = at));
  const later = (relation: RelationIndex): number => {
    const [from, to] = [place[projection.relationFrom(relation)] ?? -1, place[projection.relationTo(relation)] ?? -1];
    return from < 0 || to < 0 ? -1 : Math.max(from, to);
  };
  const byEnd: RelationIndex[][] = [];
  for (const relation of relations) {
    const at = later(relation);
    if (at >= 0) (byEnd[at] ??= []).push(relation);
  }
  return byEnd.flat();
}
