import {
  EVIDENCE_KINDS,
  heldByAny,
  NODE_TYPES,
  RELATION_TYPES,
  strongestEvidence,
  type Language,
  type NodeId,
  type RelationId,
} from '#vocabulary';
import type { Exploration } from '../exploration/exploration.ts';
import type { KnownRelation } from '../exploration/known.ts';
import { periodText } from '../exploration/period-text.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import type { ExportedEvidence, ExportedNode, ExportedRelation } from './content.ts';
import { nameIn, type Said, type SaidEvidence } from './said.ts';

/** Where nodes stand in the picture, in pixels at zoom 1. */
type Standing = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** What rows are made from. */
export interface RowSource {
  readonly graph: VisibleGraph;
  readonly known: Pick<Exploration, 'nodes' | 'relations' | 'counts'>;
  readonly said: Said;
  readonly standing: Standing;
  readonly language: Language;
}

/** The view as rows. */
export interface Rows {
  readonly nodes: readonly ExportedNode[];
  readonly relations: readonly ExportedRelation[];
}

/** A node of the rows before it is known what its relations say. */
interface Place {
  readonly id: NodeId;
  readonly drawn: boolean;
  readonly group: string | null;
}

/**
 * The visible graph as rows: its nodes (a closed group as its members), the relations on its lines and folded into them,
 * and the stand-ins at their ends. What is hidden is in none of them.
 * @param only leaves only these nodes and what runs between them; null: all
 */
export function rowsOf(source: RowSource, only: ReadonlySet<NodeId> | null): Rows {
  const { graph, known } = source;
  const drawn = graph.nodes.filter(({ id }) => only === null || only.has(id));
  const shown = new Set(drawn.map(({ id }) => id));
  const lines = graph.lines.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const onLines = new Set(lines.flatMap((line) => line.relations));
  const ids = new Set([...onLines, ...lines.flatMap((line) => line.standIns)]);
  const relations = [...ids].flatMap((id) => known.relations[id] ?? []);
  const places = new Map<NodeId, Place>();
  for (const { id, name, group } of drawn) {
    if (group === null) places.set(id, { id, drawn: true, group: null });
    else for (const member of group.members) places.set(member, { id: member, drawn: true, group: name });
  }
  for (const { from, to } of relations) {
    for (const id of [from, to]) if (!places.has(id)) places.set(id, { id, drawn: false, group: null });
  }
  const around = byEnd(relations);
  return {
    nodes: [...places.values()].flatMap((place) => nodeRow(source, place, around.get(place.id) ?? [])),
    relations: relations.map((relation) => relationRow(source, relation, onLines.has(relation.id))),
  };
}

function byEnd(relations: readonly KnownRelation[]): ReadonlyMap<NodeId, readonly KnownRelation[]> {
  const around = new Map<NodeId, KnownRelation[]>();
  for (const relation of relations) {
    for (const end of new Set([relation.from, relation.to])) {
      const there = around.get(end);
      if (there === undefined) around.set(end, [relation]);
      else there.push(relation);
    }
  }
  return around;
}

/** To be spread into a row: nothing of what everybody sees. */
export const markOf = (more: { readonly restricted?: boolean } | undefined): { readonly restricted?: true } =>
  more?.restricted === true ? { restricted: true } : {};

function nodeRow(source: RowSource, place: Place, relations: readonly KnownRelation[]): readonly ExportedNode[] {
  const { known, said, standing, language } = source;
  const node = known.nodes[place.id];
  if (node === undefined) return [];
  const more = said.nodes.get(place.id);
  const at = place.drawn && place.group === null ? standing.get(place.id) : undefined;
  const { label, family } = NODE_TYPES[node.type];
  const held = relations.flatMap((relation) => relation.held ?? []);
  return [
    {
      ...place,
      type: node.type,
      typeLabel: label[language],
      family,
      name: node.name,
      kind: node.kind,
      code: more?.code ?? null,
      places: node.places,
      sectors: (more?.sectors ?? []).map((sector) => nameIn(sector, language)),
      latitude: more?.coordinates?.latitude ?? null,
      longitude: more?.coordinates?.longitude ?? null,
      description: more?.description ?? null,
      relationsShown: relations.length,
      relationsTotal: known.counts[place.id] ?? null,
      evidenceClass: strongestEvidence(relations.map(({ evidenceClass }) => evidenceClass)),
      held: held.length === 0 ? null : heldByAny(held),
      disputed: relations.some(({ disputed }) => disputed),
      x: at?.x ?? null,
      y: at?.y ?? null,
      ...markOf(more),
      evidence: evidenceOf(more?.evidence ?? []),
    },
  ];
}

function relationRow({ known, said, language }: RowSource, relation: KnownRelation, drawn: boolean): ExportedRelation {
  const { id, type, family, from, to, period, held, evidenceClass, disputed } = relation;
  const more = said.relations.get(id);
  const name = (end: NodeId): string => known.nodes[end]?.name ?? end;
  return {
    id,
    drawn,
    type,
    typeLabel: RELATION_TYPES[type].label[language],
    family,
    from,
    fromName: name(from),
    to,
    toName: name(to),
    period,
    periodText: periodText(period, language),
    held,
    evidenceClass,
    evidenceLabel: EVIDENCE_KINDS[evidenceClass].label[language],
    disputed,
    share: more?.share ?? null,
    carries: more?.carries ?? null,
    valueMillionRp: more?.valueMillionRp ?? null,
    coefficient: more?.coefficient ?? null,
    status: more?.status ?? null,
    role: more?.role ?? null,
    ...markOf(more),
    evidence: evidenceOf(more?.evidence ?? []),
  };
}

export function evidenceOf(pieces: readonly SaidEvidence[]): readonly ExportedEvidence[] {
  return pieces.map(({ kind, note, source }) => ({ source: source.id, kind, note }));
}

/** Ids of all that rows speak of, to be asked about. */
export function idsOf({ nodes, relations }: Rows): {
  readonly nodes: readonly NodeId[];
  readonly relations: readonly RelationId[];
} {
  return { nodes: nodes.map(({ id }) => id), relations: relations.map(({ id }) => id) };
}
