import {
  EVIDENCE_KINDS_BY_STRENGTH,
  TARGET_STATUSES,
  type DisagreementId,
  type EvidenceKind,
  type Period,
  type PeriodBounds,
  type RelationId,
  type RelationType,
  type TargetStatus,
} from '#vocabulary';
import type { StoredRelation } from '../store/graph-store.ts';
import { codeTable, type CodeTable } from './code-table.ts';
import { KindsRead, type KindTable } from './kind-table.ts';
import type { NodeTable } from './node-table.ts';
import type { NodeIndex, RelationIndex } from './projection.ts';
import { boundsAt, PeriodsRead, type PeriodTable } from './period-table.ts';
import { ProjectionError } from './projection-error.ts';
import { growingColumn } from './relation-columns.ts';
import { RelationIds, type RelationIdParts } from './relation-ids.ts';

function growingColumns() {
  return {
    from: growingColumn(Int32Array),
    to: growingColumn(Int32Array),
    /** Number in the table of kinds: type, evidence class and period. */
    kind: growingColumn(Int32Array),
    /** NaN: unknown. */
    share: growingColumn(Float64Array),
    scrap: growingColumn(Uint8Array),
    /** 0 for none, else its place in TARGET_STATUSES and 1. */
    status: growingColumn(Uint8Array),
  };
}
type GrowingColumns = ReturnType<typeof growingColumns>;
export type RelationColumns = { readonly [C in keyof GrowingColumns]: ReturnType<GrowingColumns[C]['finish']> };

function finish(columns: GrowingColumns, order?: Int32Array): RelationColumns {
  return {
    from: columns.from.finish(order),
    to: columns.to.finish(order),
    kind: columns.kind.finish(order),
    share: columns.share.finish(order),
    scrap: columns.scrap.finish(order),
    status: columns.status.finish(order),
  };
}

/** What does not depend on the order of the relations. */
interface TableParts {
  readonly types: CodeTable<RelationType>;
  readonly nodes: NodeTable;
  readonly periods: PeriodTable;
  readonly kinds: KindTable;
}

/** All that the table is, beside its nodes, as plain values and arrays on shared memory. */
export interface RelationParts {
  readonly columns: RelationColumns;
  readonly types: readonly RelationType[];
  readonly periods: PeriodTable;
  readonly kinds: KindTable;
  readonly ids: RelationIdParts;
  readonly disagreements: readonly (readonly [RelationIndex, DisagreementId])[];
}

/**
 * What a projection keeps of its relations, ascending by id: 46 bytes each with their places in the rows, their distinct kinds and periods, and a map of the few that
 * are a side of a disagreement.
 */
export class RelationTable {
  readonly columns: RelationColumns;
  readonly types: CodeTable<RelationType>;
  readonly count: number;
  readonly #nodes: NodeTable;
  readonly #ids: RelationIds;
  readonly periods: PeriodTable;
  readonly kinds: KindTable;
  readonly #disagreements: ReadonlyMap<RelationIndex, DisagreementId>;

  /** @throws ProjectionError when an end is no node, or a relation comes twice */
  static async read(batches: AsyncIterable<readonly StoredRelation[]>, nodes: NodeTable): Promise<RelationTable> {
    const columns = growingColumns();
    const types = codeTable<RelationType>();
    const ids = new RelationIds();
    const periods = new PeriodsRead();
    const kinds = new KindsRead();
    const disagreements = new Map<RelationIndex, DisagreementId>();
    let count = 0;
    let last = '';
    let ascending = true;
    for await (const batch of batches) {
      for (const relation of batch) {
        ascending &&= relation.id > last;
        last = relation.id;
        ids.keep(count, relation.id, relation.from, relation.type, relation.to);
        append(columns, relation, nodes);
        const evidence = EVIDENCE_KINDS_BY_STRENGTH.indexOf(relation.evidenceClass);
        const period = periods.placeOf(relation.period, relation.bounds);
        columns.kind.append(kinds.numberOf(types.codeOf(relation.type), evidence, period));
        if (relation.disagreement !== null) disagreements.set(count, relation.disagreement);
        count += 1;
      }
    }
    const parts = { types, nodes, periods: periods.finish(), kinds: kinds.finish() };
    const table = new RelationTable(finish(columns), ids, disagreements, parts);
    if (ascending) return table;
    const order = table.#ascendingOrder();
    const reordered = new Map<RelationIndex, DisagreementId>();
    order.forEach((former, index) => {
      const disagreement = disagreements.get(former);
      if (disagreement !== undefined) reordered.set(index, disagreement);
    });
    return new RelationTable(finish(columns, order), ids.reordered(order), reordered, parts);
  }

  /** The table of what {@link parts} gave, over the same nodes. */
  static ofParts(
    { columns, types, periods, kinds, ids, disagreements }: RelationParts,
    nodes: NodeTable,
  ): RelationTable {
    const parts = { types: codeTable(types), nodes, periods, kinds };
    return new RelationTable(columns, new RelationIds(ids), new Map(disagreements), parts);
  }

  private constructor(
    columns: RelationColumns,
    ids: RelationIds,
    disagreements: ReadonlyMap<RelationIndex, DisagreementId>,
    { types, nodes, periods, kinds }: TableParts,
  ) {
    this.columns = columns;
    this.types = types;
    this.count = columns.from.length;
    this.#nodes = nodes;
    this.#ids = ids;
    this.periods = periods;
    this.kinds = kinds;
    this.#disagreements = disagreements;
  }

  parts(): RelationParts {
    return {
      columns: this.columns,
      types: this.types.values,
      periods: this.periods,
      kinds: this.kinds,
      ids: this.#ids.parts(),
      disagreements: [...this.#disagreements],
    };
  }

  from(relation: RelationIndex): NodeIndex {
    return this.columns.from[relation] ?? -1;
  }

  to(relation: RelationIndex): NodeIndex {
    return this.columns.to[relation] ?? -1;
  }

  type(relation: RelationIndex): RelationType {
    return this.types.valueOf(this.kinds.type[this.columns.kind[relation] ?? -1]);
  }

  evidence(relation: RelationIndex): EvidenceKind {
    const kind = EVIDENCE_KINDS_BY_STRENGTH[this.kinds.evidence[this.columns.kind[relation] ?? -1] ?? -1];
    if (kind === undefined) throw new RangeError(`no relation has the index ${String(relation)}`);
    return kind;
  }

  bounds(relation: RelationIndex): PeriodBounds {
    return boundsAt(this.periods.bounds, this.#periodOf(relation));
  }

  period(relation: RelationIndex): Period {
    const period = this.periods.values[this.#periodOf(relation)];
    if (period === undefined) throw new RangeError(`no relation has the index ${String(relation)}`);
    return period;
  }

  share(relation: RelationIndex): number | null {
    const share = this.columns.share[relation] ?? NaN;
    return Number.isNaN(share) ? null : share;
  }

  isScrap(relation: RelationIndex): boolean {
    return this.columns.scrap[relation] === 1;
  }

  status(relation: RelationIndex): TargetStatus | null {
    return TARGET_STATUSES[(this.columns.status[relation] ?? 0) - 1] ?? null;
  }

  disagreement(relation: RelationIndex): DisagreementId | null {
    return this.#disagreements.get(relation) ?? null;
  }

  id(relation: RelationIndex): RelationId {
    return this.#ids.at(
      relation,
      this.#nodes.id(this.from(relation)),
      this.type(relation),
      this.#nodes.id(this.to(relation)),
    );
  }

  idRest(relation: RelationIndex): string {
    return this.#ids.rest(relation);
  }

  /** By halving, since ids ascend: a map of a million ids would weigh more than the columns. */
  index(id: RelationId): RelationIndex | undefined {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.id(middle) < id) low = middle + 1;
      else high = middle;
    }
    return low < this.count && this.id(low) === id ? low : undefined;
  }

  #periodOf(relation: RelationIndex): number {
    return this.kinds.period[this.columns.kind[relation] ?? -1] ?? -1;
  }

  #ascendingOrder(): Int32Array {
    const ids = Array.from({ length: this.count }, (_, relation) => this.id(relation));
    const text = (relation: number): string => ids[relation] ?? '';
    const order = Int32Array.from(ids.keys()).sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
    order.forEach((relation, i) => {
      if (i > 0 && text(relation) === text(order[i - 1] ?? -1)) {
        throw new ProjectionError(`relation '${text(relation)}' came twice`);
      }
    });
    return order;
  }
}

function append(columns: GrowingColumns, relation: StoredRelation, nodes: NodeTable): void {
  const from = nodes.index(relation.from);
  const to = nodes.index(relation.to);
  if (from === undefined || to === undefined) {
    const missing = from === undefined ? relation.from : relation.to;
    throw new ProjectionError(`relation '${relation.id}' ends at '${missing}', which is no node`);
  }
  columns.from.append(from);
  columns.to.append(to);
  columns.share.append(relation.share ?? NaN);
  columns.scrap.append(relation.carries === 'SCRAP' ? 1 : 0);
  columns.status.append(relation.status === null ? 0 : TARGET_STATUSES.indexOf(relation.status) + 1);
}
