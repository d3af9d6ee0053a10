import type { Name, NodeId, NodeType, SectorScheme } from '#vocabulary';
import type { StoredNode } from '../store/graph-store.ts';
import { markOf } from '../store/restricted.ts';
import { sortName } from '../store/sort-name.ts';
import { codeTable } from './code-table.ts';
import type { Coordinates, NodeIndex } from './projection.ts';
import { ProjectionError } from './projection-error.ts';

/** What a projection keeps of a node, as a record. */
export interface KeptNode {
  readonly id: NodeId;
  readonly name: string;
  readonly type: NodeType;
  readonly kind: string | null;
  readonly names: readonly Name[];
  readonly code: string | null;
  readonly scheme: SectorScheme | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Absent: everybody sees it. */
  readonly restricted?: true;
}

/** Ascending by id. Streams give them so; what comes otherwise is put in order. */
async function readAscending(batches: AsyncIterable<readonly StoredNode[]>): Promise<KeptNode[]> {
  const kept: KeptNode[] = [];
  let ascending = true;
  for await (const batch of batches) {
    for (const { id, name, type, kind, names, code, scheme, latitude, longitude, restricted } of batch) {
      ascending &&= id > (kept.at(-1)?.id ?? '');
      kept.push({ id, name, type, kind, names, code, scheme, latitude, longitude, ...markOf(restricted === true) });
    }
  }
  return ascending ? kept : kept.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a projection keeps of its nodes. */
export class NodeTable {
  readonly count: number;
  readonly #ids: readonly NodeId[];
  readonly #names: readonly string[];
  readonly #namesByLanguage: readonly (readonly Name[])[];
  readonly #codes: readonly (string | null)[];
  /** Sectors only; few nodes have a scheme. */
  readonly #schemes: ReadonlyMap<NodeIndex, SectorScheme>;
  /** Few are, and in most stores none. */
  readonly #restricted: ReadonlySet<NodeIndex>;
  /** Latitude and longitude in turn, NaN where there are none. */
  readonly #coordinates: Float64Array;
  readonly #indexes: ReadonlyMap<NodeId, NodeIndex>;
  readonly #types = codeTable<NodeType>();
  readonly #kinds = codeTable<string>();
  readonly #typeCodes: Uint8Array;
  /** 0 for no kind, else its code and 1. */
  readonly #kindCodes: Uint8Array;
  readonly #byType = new Map<NodeType, NodeIndex[]>();

  /** @throws ProjectionError when a node comes twice */
  static async read(batches: AsyncIterable<readonly StoredNode[]>): Promise<NodeTable> {
    return new NodeTable(await readAscending(batches));
  }

  /** The table of rows that {@link rows} gave. */
  static ofRows(rows: readonly KeptNode[]): NodeTable {
    return new NodeTable(rows);
  }

  private constructor(nodes: readonly KeptNode[]) {
    this.count = nodes.length;
    this.#ids = nodes.map(({ id }) => id);
    this.#names = nodes.map(({ name }) => name);
    this.#namesByLanguage = nodes.map(({ names }) => names);
    this.#codes = nodes.map(({ code }) => code);
    this.#schemes = new Map(nodes.flatMap(({ scheme }, index) => (scheme === null ? [] : [[index, scheme] as const])));
    this.#restricted = new Set(nodes.flatMap(({ restricted }, index) => (restricted === true ? [index] : [])));
    this.#coordinates = Float64Array.from(
      nodes.flatMap(({ latitude, longitude }) => [latitude ?? NaN, longitude ?? NaN]),
    );
    this.#indexes = new Map(this.#ids.map((id, index) => [id, index]));
    if (this.#indexes.size !== this.count) {
      const twice = this.#ids.find((id, index) => id === this.#ids[index + 1]);
      throw new ProjectionError(`node '${String(twice)}' came twice`);
    }
    this.#typeCodes = new Uint8Array(new SharedArrayBuffer(this.count));
    this.#kindCodes = new Uint8Array(new SharedArrayBuffer(this.count));
    nodes.forEach(({ type, kind }, index) => {
      this.#typeCodes[index] = this.#types.codeOf(type);
      this.#kindCodes[index] = kind === null ? 0 : this.#kinds.codeOf(kind) + 1;
      const same = this.#byType.get(type);
      if (same === undefined) this.#byType.set(type, [index]);
      else same.push(index);
    });
  }

  /** The nodes from one index to before another, as records. */
  rows(from: NodeIndex, to: NodeIndex): readonly KeptNode[] {
    return Array.from({ length: Math.min(to, this.count) - from }, (_, i) => {
      const node = from + i;
      const { latitude, longitude } = this.coordinates(node) ?? { latitude: null, longitude: null };
      return {
        id: this.id(node),
        name: this.name(node),
        type: this.type(node),
        kind: this.kind(node),
        names: this.namesByLanguage(node),
        code: this.code(node),
        scheme: this.scheme(node),
        latitude,
        longitude,
        ...markOf(this.restricted(node)),
      };
    });
  }

  id(node: NodeIndex): NodeId {
    const id = this.#ids[node];
    if (id === undefined) throw new RangeError(`no node has the index ${String(node)}`);
    return id;
  }

  index(id: NodeId): NodeIndex | undefined {
    return this.#indexes.get(id);
  }

  type(node: NodeIndex): NodeType {
    return this.#types.valueOf(this.#typeCodes[node]);
  }

  name(node: NodeIndex): string {
    return this.#names[node] ?? this.id(node);
  }

  namesByLanguage(node: NodeIndex): readonly Name[] {
    return this.#namesByLanguage[node] ?? [];
  }

  code(node: NodeIndex): string | null {
    return this.#codes[node] ?? null;
  }

  scheme(node: NodeIndex): SectorScheme | null {
    return this.#schemes.get(node) ?? null;
  }

  restricted(node: NodeIndex): boolean {
    return this.#restricted.has(node);
  }

  coordinates(node: NodeIndex): Coordinates | null {
    const [latitude = NaN, longitude = NaN] = this.#coordinates.subarray(2 * node, 2 * node + 2);
    return Number.isNaN(latitude) || Number.isNaN(longitude) ? null : { latitude, longitude };
  }

  kind(node: NodeIndex): string | null {
    const code = this.#kindCodes[node];
    return code === undefined || code === 0 ? null : this.#kinds.valueOf(code - 1);
  }

  ofType(type: NodeType): readonly NodeIndex[] {
    return this.#byType.get(type) ?? [];
  }

  byName(nodes: readonly NodeIndex[]): readonly NodeIndex[] {
    return nodes
      .map((node) => ({ node, name: sortName(this.name(node)) }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.node - b.node))
      .map(({ node }) => node);
  }
}
