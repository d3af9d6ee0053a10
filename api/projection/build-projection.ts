import { setImmediate as nextTurn } from 'node:timers/promises';
import { EVIDENCE_KINDS_BY_STRENGTH, type EvidenceKind, type PartialDate } from '#vocabulary';
import type { Revision, StoredNode, StoredRelation } from '../store/graph-store.ts';
import { compileFilter, possiblyHeld } from './compile-filter.ts';
import { NodeTable } from './node-table.ts';
import type { AdjacencyRows, NodeIndex, Projection } from './projection.ts';
import { compressedRows } from './relation-columns.ts';
import { RelationTable } from './relation-table.ts';
import { SourceTable, type SourceInput } from './source-table.ts';

export interface ProjectionInput {
  /** The revision that the streams are of. */
  readonly revision: Revision;
  /** Every node and relation once, ascending by id as stores stream them; another order costs a sort. */
  readonly nodes: AsyncIterable<readonly StoredNode[]>;
  readonly relations: AsyncIterable<readonly StoredRelation[]>;
  /** Absent: nothing is known of the sources of relations. */
  readonly sources?: SourceInput | undefined;
}

/**
 * Copies the graph into memory: O(nodes + relations), 50 bytes a relation, their distinct kinds and periods, and its nodes' ids, names and codes.
 * @throws ProjectionError when a relation ends at no node or a record comes twice; whatever the streams throw
 */
export async function buildProjection(input: ProjectionInput): Promise<Projection> {
  const nodes = await NodeTable.read(input.nodes);
  const relations = await RelationTable.read(input.relations, nodes);
  const sources = await SourceTable.read(input.sources, relations);
  await nextTurn();
  const { from, to, kind: kinds } = relations.columns;
  const outgoing = compressedRows({ ends: from, others: to, kinds }, nodes.count);
  await nextTurn();
  const incoming = compressedRows({ ends: to, others: from, kinds }, nodes.count);
  return projectionOf({ revision: input.revision, nodes, relations, sources, outgoing, incoming });
}

/** What a projection is made of. */
export interface ProjectionParts {
  readonly revision: Revision;
  readonly nodes: NodeTable;
  readonly relations: RelationTable;
  readonly sources: SourceTable;
  readonly outgoing: AdjacencyRows;
  readonly incoming: AdjacencyRows;
}

const parts = new WeakMap<Projection, ProjectionParts>();

/** What the projection is made of. @throws TypeError for one that was not made here */
export function partsOf(projection: Projection): ProjectionParts {
  const known = parts.get(projection);
  if (known === undefined) throw new TypeError('only a projection that was built has parts');
  return known;
}

export function projectionOf(made: ProjectionParts): Projection {
  const projection = projectionOver(made);
  parts.set(projection, made);
  return projection;
}

function projectionOver({ revision, nodes, relations, sources, outgoing, incoming }: ProjectionParts): Projection {
  /** Climbs LOCATED_IN; places are few levels deep, and what was seen is not climbed again. */
  const isWithin = (
    node: NodeIndex,
    place: NodeIndex,
    asOf?: PartialDate,
    evidence: readonly EvidenceKind[] = EVIDENCE_KINDS_BY_STRENGTH,
  ): boolean => {
    const holds = possiblyHeld(relations, asOf);
    const seen = new Set([node]);
    for (const inner of seen) {
      if (inner === place) return true;
      const end = outgoing.offsets[inner + 1] ?? 0;
      for (let at = outgoing.offsets[inner] ?? 0; at < end; at += 1) {
        const relation = outgoing.relations[at] ?? -1;
        if (relations.type(relation) !== 'LOCATED_IN' || !holds(relation)) continue;
        if (evidence.includes(relations.evidence(relation))) seen.add(relations.to(relation));
      }
    }
    return false;
  };
  return {
    revision,
    nodeCount: nodes.count,
    relationCount: relations.count,
    nodeId: (node) => nodes.id(node),
    nodeIndex: (id) => nodes.index(id),
    nodeType: (node) => nodes.type(node),
    nodeName: (node) => nodes.name(node),
    nodeKind: (node) => nodes.kind(node),
    nodeNames: (node) => nodes.namesByLanguage(node),
    nodeCode: (node) => nodes.code(node),
    nodeScheme: (node) => nodes.scheme(node),
    nodeCoordinates: (node) => nodes.coordinates(node),
    nodeRestricted: (node) => nodes.restricted(node),
    relationId: (relation) => relations.id(relation),
    relationIdRest: (relation) => relations.idRest(relation),
    relationIndex: (id) => relations.index(id),
    relationType: (relation) => relations.type(relation),
    relationFrom: (relation) => relations.from(relation),
    relationTo: (relation) => relations.to(relation),
    relationEvidence: (relation) => relations.evidence(relation),
    relationBounds: (relation) => relations.bounds(relation),
    relationPeriod: (relation) => relations.period(relation),
    relationShare: (relation) => relations.share(relation),
    relationIsScrap: (relation) => relations.isScrap(relation),
    relationStatus: (relation) => relations.status(relation),
    relationDisagreement: (relation) => relations.disagreement(relation),
    sourcesOf: (some) => sources.of(some),
    sourceDate: (source) => sources.date(source),
    outgoing,
    incoming,
    shares: relations.columns.share,
    compile: (filter) => {
      const excluded = (filter.excludedNodes ?? []).map((id) => nodes.index(id)).filter((node) => node !== undefined);
      return compileFilter(relations, new Set(excluded), filter);
    },
    nodesOfType: (type) => nodes.ofType(type),
    byName: (list) => nodes.byName(list),
    isWithin,
  };
}
