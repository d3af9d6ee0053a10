/** The contract answered by brute force over plain records: slow, short, and nothing like an engine. */
import { RELATION_TYPES, heldAt, periodBounds, strongestEvidence } from '#vocabulary';
import type { Evidence, FigureRecord, GraphRecords, NodeId, NodeRecord, RelationRecord, SourceId } from '#vocabulary';
import type {
  NodeListRequest,
  RelationFilter,
  RelationGroup,
  RelationSources,
  StoredFigure,
  StoredNode,
  StoredRelation,
} from '../../api/store/graph-store.ts';
import { sortName } from '../../api/store/sort-name.ts';

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}

function withoutEvidence<T extends { readonly evidence: unknown }>(record: T): Omit<T, 'evidence'> {
  const { evidence: left, ...rest } = record;
  if (left === undefined) throw new Error('the record has no list of evidence');
  return rest;
}

export function storedNode(node: NodeRecord): StoredNode {
  return withoutEvidence(node);
}

export function storedRelation({ evidence, ...relation }: RelationRecord): StoredRelation {
  const evidenceClass = strongestEvidence(evidence.map(({ kind }) => kind));
  if (evidenceClass === null) throw new Error(`${relation.id} has no evidence`);
  return { ...relation, bounds: periodBounds(relation.period), evidenceClass };
}

export function storedFigure(figure: FigureRecord): StoredFigure {
  return { ...withoutEvidence(figure), bounds: periodBounds(figure.period) };
}

function asked<T>(values: readonly T[] | undefined, value: T): boolean {
  return values === undefined || values.length === 0 || values.includes(value);
}

export class Model {
  readonly #records: GraphRecords;
  readonly relations: readonly StoredRelation[];
  readonly #types: ReadonlyMap<NodeId, NodeRecord['type']>;

  constructor(records: GraphRecords) {
    this.#records = records;
    this.relations = records.relations.map(storedRelation).sort((a, b) => byBytes(a.id, b.id));
    this.#types = new Map(records.nodes.map(({ id, type }) => [id, type]));
  }

  get nodes(): StoredNode[] {
    return this.#records.nodes.map(storedNode).sort((a, b) => byBytes(a.id, b.id));
  }

  get relationSources(): RelationSources[] {
    return this.#records.relations
      .map(({ id, evidence }) => ({ id, sources: [...new Set(evidence.map(({ source }) => source))].sort(byBytes) }))
      .sort((a, b) => byBytes(a.id, b.id));
  }

  #type(id: NodeId): NodeRecord['type'] {
    const type = this.#types.get(id);
    if (type === undefined) throw new Error(`no ${id}`);
    return type;
  }

  /** The ways a relation is seen from a node under the filter, as the node at the other end. */
  #seen(relation: StoredRelation, from: NodeId, filter: RelationFilter): { direction: 'OUT' | 'IN'; other: NodeId }[] {
    if (!asked(filter.relationTypes, relation.type)) return [];
    if (!asked(filter.families, RELATION_TYPES[relation.type].family)) return [];
    if (!asked(filter.evidence, relation.evidenceClass)) return [];
    if (filter.asOf !== undefined && heldAt(relation.bounds, filter.asOf) === 'NO') return [];
    const ways: { direction: 'OUT' | 'IN'; other: NodeId }[] = [];
    if (relation.from === from && filter.direction !== 'IN') ways.push({ direction: 'OUT', other: relation.to });
    if (relation.to === from && filter.direction !== 'OUT') ways.push({ direction: 'IN', other: relation.from });
    return ways.filter(({ other }) => asked(filter.nodeTypes, this.#type(other)));
  }

  around(of: readonly NodeId[], filter: RelationFilter): { relations: StoredRelation[]; nodes: NodeId[] } {
    const relations = this.relations
      .filter((relation) => of.some((node) => this.#seen(relation, node, filter).length > 0))
      .sort((a, b) => b.bounds.earliestEnd - a.bounds.earliestEnd || byBytes(a.id, b.id));
    const existing = of.filter((id) => this.#types.has(id));
    const ends = relations.flatMap(({ from, to }) => [from, to]);
    return { relations, nodes: [...new Set([...existing, ...ends])].sort(byBytes) };
  }

  groups(of: NodeId, filter: RelationFilter): RelationGroup[] {
    const counts = new Map<string, RelationGroup>();
    for (const relation of this.relations) {
      for (const { direction, other } of this.#seen(relation, of, filter)) {
        const nodeType = this.#type(other);
        const key = `${relation.type} ${direction} ${nodeType}`;
        const count = (counts.get(key)?.count ?? 0) + 1;
        counts.set(key, { relationType: relation.type, direction, nodeType, count });
      }
    }
    return [...counts].sort(([a, x], [b, y]) => y.count - x.count || byBytes(a, b)).map(([, group]) => group);
  }

  related(of: NodeId, filter: RelationFilter): StoredNode[] {
    const others = new Set(this.relations.flatMap((r) => this.#seen(r, of, filter).map(({ other }) => other)));
    return this.list({}).filter(({ id }) => others.has(id));
  }

  list(wanted: Omit<NodeListRequest, 'first'>): StoredNode[] {
    return this.nodes
      .filter(
        ({ id, type, kind, code, scheme }) =>
          asked(wanted.ids, id) &&
          asked(wanted.types, type) &&
          (!wanted.kinds?.length || (kind !== null && wanted.kinds.includes(kind))) &&
          (!wanted.codes?.length || (code !== null && wanted.codes.includes(code))) &&
          (!wanted.schemes?.length || (scheme !== null && wanted.schemes.includes(scheme))),
      )
      .sort((a, b) => byBytes(sortName(a.name), sortName(b.name)) || byBytes(a.id, b.id));
  }

  evidence(pieces: readonly Evidence[]): Evidence[] {
    const strength = ['DOCUMENTED', 'GENERAL_KNOWLEDGE', 'INFERRED'];
    const date = (id: SourceId): string => this.#records.sources.find((source) => source.id === id)?.date ?? '';
    return [...pieces].sort(
      (a, b) =>
        strength.indexOf(a.kind) - strength.indexOf(b.kind) ||
        byBytes(date(b.source), date(a.source)) ||
        byBytes(a.source, b.source),
    );
  }

  figures(about: NodeId): StoredFigure[] {
    return this.#records.figures
      .filter((figure) => figure.about === about)
      .map(storedFigure)
      .sort(
        (a, b) => byBytes(a.measure, b.measure) || b.bounds.earliestEnd - a.bounds.earliestEnd || byBytes(a.id, b.id),
      );
  }

  /** Ids of what rests on a source. */
  cited(source: SourceId): { nodes: string[]; relations: string[]; figures: string[] } {
    const resting = (list: readonly { readonly id: string; readonly evidence: readonly Evidence[] }[]): string[] =>
      list.flatMap(({ id, evidence }) => (evidence.some((piece) => piece.source === source) ? [id] : [])).sort(byBytes);
    const { nodes, relations, figures } = this.#records;
    return { nodes: resting(nodes), relations: resting(relations), figures: resting(figures) };
  }

  /** Sources with the number of relations that rest on them, as `listSources` orders them. */
  sources(): [SourceId, number][] {
    return this.#records.sources
      .map(({ id }): [SourceId, number] => [id, this.cited(id).relations.length])
      .sort(([a, x], [b, y]) => y - x || byBytes(a, b));
  }
}
