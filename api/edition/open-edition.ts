/**
 * What is left of a graph for those who may not see restricted records. Whatever is answered from it alone cannot tell of anything else, so
 * the rules stand here once and no question has a filter of its own:
 *
 * - A record that is marked goes.
 * - With a source goes every piece of evidence that cites it.
 * - With a node go its relations, and figures about it or within it.
 * - A relation or a figure that is left without evidence goes. What evidence it keeps decides its class.
 * - A node that had evidence and is left without goes, unless a relation or a figure that stays speaks of it. One that never had any stays:
 *   nothing says that it is known from a restricted source. Mark it, where its name alone is secret.
 * - A disagreement goes whose node goes, or that is left with fewer than two sides; sides that stay no longer name it.
 *
 * What stays is as it was: an open record whose own words tell of a restricted one is for its author to mend.
 */
import type {
  DisagreementId,
  DisagreementRecord,
  Evidence,
  FigureRecord,
  GraphRecords,
  NodeId,
  NodeRecord,
  RelationRecord,
  Source,
  SourceId,
} from '#vocabulary';
import type { WholeRecord } from '../store/graph-store.ts';

type Supported = RelationRecord | FigureRecord;

/**
 * Says of each record what is open of it, after it has seen them all. Keeps ids of what goes only, and of disagreements: a graph of a million
 * relations need not be in memory.
 */
export class OpenEdition {
  readonly #sources = new Set<SourceId>();
  readonly #nodes = new Set<NodeId>();
  /** Nodes whose evidence goes, until something that stays speaks of them. */
  readonly #silent = new Set<NodeId>();
  readonly #disagreements = new Map<
    DisagreementId,
    { readonly about: NodeId; readonly marked: boolean; sides: number }
  >();

  /** Each record once: sources first, then nodes, then disagreements. */
  see(whole: WholeRecord): void {
    switch (whole.kind) {
      case 'source':
        if (whole.record.restricted) this.#sources.add(whole.id);
        return;
      case 'node':
        this.#seeNode(whole.record);
        return;
      case 'disagreement': {
        const { about, restricted = false } = whole.record;
        this.#disagreements.set(whole.id, { about, marked: restricted, sides: 0 });
        return;
      }
      case 'relation':
        this.#seeSupported(whole.record, [whole.record.from, whole.record.to]);
        return;
      case 'figure':
        this.#seeSupported(whole.record, endsOf(whole.record));
    }
  }

  #seeNode({ id, restricted, evidence }: NodeRecord): void {
    if (restricted) this.#nodes.add(id);
    else if (evidence.length > 0 && this.#openEvidence(evidence).length === 0) this.#silent.add(id);
  }

  #seeSupported(record: Supported, ends: readonly NodeId[]): void {
    if (!this.#stays(record, ends)) return;
    for (const end of ends) this.#silent.delete(end);
    const disagreement = record.disagreement === null ? undefined : this.#disagreements.get(record.disagreement);
    if (disagreement !== undefined) disagreement.sides += 1;
  }

  /** Nodes that something open speaks of are not silent, so that marks alone decide. */
  #stays({ restricted, evidence }: Supported, ends: readonly NodeId[]): boolean {
    return !restricted && !ends.some((id) => this.#nodes.has(id)) && this.#openEvidence(evidence).length > 0;
  }

  /** The same list where nothing goes. */
  #openEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
    if (this.#sources.size === 0) return evidence;
    const open = evidence.filter(({ source }) => !this.#sources.has(source));
    return open.length === evidence.length ? evidence : open;
  }

  #openDisagreement(id: DisagreementId): boolean {
    const known = this.#disagreements.get(id);
    if (known === undefined || known.marked || known.sides < 2) return false;
    return !this.#nodes.has(known.about) && !this.#silent.has(known.about);
  }

  /** What is open of a source; null: nothing. The very same record where all of it is. */
  source(record: Source): Source | null {
    return record.restricted ? null : record;
  }

  /** As {@link source}. */
  node(record: NodeRecord): NodeRecord | null {
    return this.#nodes.has(record.id) || this.#silent.has(record.id) ? null : this.#withOpenEvidence(record);
  }

  /** As {@link source}. */
  disagreement(record: DisagreementRecord): DisagreementRecord | null {
    return this.#openDisagreement(record.id) ? record : null;
  }

  /** As {@link source}. */
  relation(record: RelationRecord): RelationRecord | null {
    return this.#supported(record, [record.from, record.to]);
  }

  /** As {@link source}. */
  figure(record: FigureRecord): FigureRecord | null {
    return this.#supported(record, endsOf(record));
  }

  #supported<T extends Supported>(record: T, ends: readonly NodeId[]): T | null {
    if (!this.#stays(record, ends)) return null;
    const open = this.#withOpenEvidence(record);
    return open.disagreement === null || this.#openDisagreement(open.disagreement)
      ? open
      : { ...open, disagreement: null };
  }

  #withOpenEvidence<T extends { readonly evidence: readonly Evidence[] }>(record: T): T {
    const evidence = this.#openEvidence(record.evidence);
    return evidence === record.evidence ? record : { ...record, evidence };
  }
}

export function endsOf({ about, within }: FigureRecord): readonly NodeId[] {
  return within === null ? [about] : [about, within];
}

function openOf<T>(records: readonly T[], open: (record: T) => T | null): T[] {
  return records.flatMap((record) => open(record) ?? []);
}

/** The open edition of a whole dataset, each list in its order. Again makes no difference. */
export function openEdition({ sources, nodes, disagreements, relations, figures }: GraphRecords): GraphRecords {
  const edition = new OpenEdition();
  const digest = '';
  for (const record of sources) edition.see({ kind: 'source', id: record.id, digest, record });
  for (const record of nodes) edition.see({ kind: 'node', id: record.id, digest, record });
  for (const record of disagreements) edition.see({ kind: 'disagreement', id: record.id, digest, record });
  for (const record of relations) edition.see({ kind: 'relation', id: record.id, digest, record });
  for (const record of figures) edition.see({ kind: 'figure', id: record.id, digest, record });
  return {
    sources: openOf(sources, (record) => edition.source(record)),
    nodes: openOf(nodes, (record) => edition.node(record)),
    disagreements: openOf(disagreements, (record) => edition.disagreement(record)),
    relations: openOf(relations, (record) => edition.relation(record)),
    figures: openOf(figures, (record) => edition.figure(record)),
  };
}
