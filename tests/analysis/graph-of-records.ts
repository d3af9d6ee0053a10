/** Projections of small graphs written down in a test: only what walks look at has to be said. */
import {
  endsAllowed,
  parsePeriod,
  periodBounds,
  type CarriedKind,
  type EvidenceKind,
  type NodeId,
  type NodeType,
  type RelationId,
  type RelationType,
  type SectorScheme,
  type TargetStatus,
} from '#vocabulary';
import { buildProjection } from '../../api/projection/build-projection.ts';
import type { Projection } from '../../api/projection/projection.ts';
import type { StoredNode, StoredRelation } from '../../api/store/graph-store.ts';

export interface TestNode {
  readonly id: string;
  readonly type: NodeType;
  readonly kind?: string | null;
  readonly name?: string;
  readonly code?: string;
  readonly scheme?: SectorScheme;
  /** Latitude and longitude. */
  readonly at?: readonly [number, number];
}

export interface TestRelation {
  readonly id: string;
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  /** Default: unknown. */
  readonly period?: {
    readonly from?: string | null;
    readonly to?: string | null;
    readonly attested?: readonly string[];
  };
  /** Default DOCUMENTED. */
  readonly evidence?: EvidenceKind;
  readonly carries?: CarriedKind | null;
  readonly share?: number | null;
  readonly status?: TargetStatus | null;
}

export interface TestGraph {
  readonly nodes: readonly TestNode[];
  readonly relations: readonly TestRelation[];
}

/** Every pair of the nodes that the vocabulary lets the type join. */
export function endsOf(
  nodes: readonly TestNode[],
  type: RelationType,
): readonly { readonly from: string; readonly to: string }[] {
  return nodes.flatMap((from) =>
    nodes
      .filter((to) => from.id !== to.id && endsAllowed(type, from.type, to.type))
      .map((to) => ({ from: from.id, to: to.id })),
  );
}

/** Drawn graphs use short ids (c1, L1), so that a test reads like its drawing. */
export const nodeId = (text: string): NodeId => text as NodeId;
export const relationId = (text: string): RelationId => text as RelationId;

export function storedNode({ id, type, kind = null, name = id, code, scheme, at }: TestNode): StoredNode {
  return {
    id: nodeId(id),
    type,
    name,
    kind,
    names: [],
    aliases: [],
    code: code ?? null,
    scheme: scheme ?? null,
    latitude: at?.[0] ?? null,
    longitude: at?.[1] ?? null,
    period: parsePeriod({}),
    description: null,
  };
}

export function storedRelation(relation: TestRelation): StoredRelation {
  const period = parsePeriod(relation.period ?? {});
  return {
    id: relationId(relation.id),
    type: relation.type,
    from: nodeId(relation.from),
    to: nodeId(relation.to),
    period,
    bounds: periodBounds(period),
    evidenceClass: relation.evidence ?? 'DOCUMENTED',
    share: relation.share ?? null,
    carries: relation.carries ?? null,
    valueMillionRp: null,
    coefficient: null,
    status: relation.status ?? null,
    role: null,
    disagreement: null,
  };
}

export async function* inBatches<T>(items: readonly T[], size = 3): AsyncIterable<readonly T[]> {
  for (let i = 0; i < items.length; i += size) yield Promise.resolve(items.slice(i, i + size));
}

/** Built from the records in the order given, which need not be that of their ids. */
export function projectionOf(graph: TestGraph): Promise<Projection> {
  return buildProjection({
    revision: 'test',
    nodes: inBatches(graph.nodes.map(storedNode)),
    relations: inBatches(graph.relations.map(storedRelation)),
  });
}
