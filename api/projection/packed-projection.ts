/** A projection as another thread can take it: its arrays are shared, all else is copied. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AdjacencyRows, Projection, Revision } from './projection.ts';
import { partsOf, projectionOf } from './build-projection.ts';
import { NodeTable, type KeptNode } from './node-table.ts';
import type { RelationIdParts } from './relation-ids.ts';
import { RelationTable, type RelationParts } from './relation-table.ts';
import { SourceTable, type SourceParts } from './source-table.ts';

/** Plain values and arrays on shared memory: `postMessage` takes it. */
export interface PackedProjection {
  readonly revision: Revision;
  /** Node records as JSON, many in each piece: texts on shared memory cost the event loop nothing when they are handed over. */
  readonly nodes: readonly Uint8Array[];
  readonly relations: Omit<RelationParts, 'ids'>;
  /** As the nodes: what of the relations' ids does not follow from their ends. */
  readonly ids: { readonly keys: readonly Uint8Array[]; readonly others: readonly Uint8Array[] };
  readonly sources: SourceParts;
  readonly outgoing: AdjacencyRows;
  readonly incoming: AdjacencyRows;
}

/** Nodes of one piece: about a millisecond. */
const NODES_AT_ONCE = 1_000;
/** Ids of one piece, likewise. */
const IDS_AT_ONCE = 10_000;

function sharedText(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

async function sharedEntries(entries: Iterable<readonly [number, string]>): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  let piece: (readonly [number, string])[] = [];
  for (const entry of entries) {
    piece.push(entry);
    if (piece.length < IDS_AT_ONCE) continue;
    pieces.push(sharedText(JSON.stringify(piece)));
    piece = [];
    await nextTurn();
  }
  return piece.length === 0 ? pieces : [...pieces, sharedText(JSON.stringify(piece))];
}

/** In slices, so that the event loop is never held up. O(nodes + relations), and as much memory again for their texts. */
export async function packProjection(projection: Projection): Promise<PackedProjection> {
  const { revision, nodes, relations, sources, outgoing, incoming } = partsOf(projection);
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < nodes.count; from += NODES_AT_ONCE) {
    pieces.push(sharedText(JSON.stringify(nodes.rows(from, from + NODES_AT_ONCE))));
    await nextTurn();
  }
  const { ids: kept, ...rest } = relations.parts();
  const ids = { keys: await sharedEntries(kept.keys), others: await sharedEntries(kept.others) };
  return { revision, nodes: pieces, relations: rest, ids, sources: sources.parts(), outgoing, incoming };
}

/** What was written by this module, as the type says. A decoder refuses shared memory. */
function readPieces<T>(pieces: readonly Uint8Array[]): readonly T[] {
  return pieces.flatMap((piece): readonly T[] => JSON.parse(new TextDecoder().decode(piece.slice())));
}

/** The same projection in another thread. O(nodes). */
export function unpackProjection(packed: PackedProjection): Projection {
  const nodes = NodeTable.ofRows(readPieces<KeptNode>(packed.nodes));
  const ids: RelationIdParts = { keys: readPieces(packed.ids.keys), others: readPieces(packed.ids.others) };
  return projectionOf({
    revision: packed.revision,
    nodes,
    relations: RelationTable.ofParts({ ...packed.relations, ids }, nodes),
    sources: SourceTable.ofParts(packed.sources),
    outgoing: packed.outgoing,
    incoming: packed.incoming,
  });
}
