/** A projection as another thread can take it: its arrays are shared, all else is copied. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AdjacencyRows, Projection, Revision } from './projection.ts';
import { partsOf, projectionOf } from './build-projection.ts';
import { NodeTable, type KeptNode } from './node-table.ts';
import { RelationTable, type RelationParts } from './relation-table.ts';
import { SourceTable, type SourceParts } from './source-table.ts';

/** Plain values and arrays on shared memory: `postMessage` takes it. */
export interface PackedProjection {
  readonly revision: Revision;
  /** Node records as JSON, many in each piece: texts on shared memory cost the event loop nothing when they are handed over. */
  readonly nodes: readonly Uint8Array[];
  readonly relations: RelationParts;
  readonly sources: SourceParts;
  readonly outgoing: AdjacencyRows;
  readonly incoming: AdjacencyRows;
}

/** Nodes of one piece: about a millisecond. */
const NODES_AT_ONCE = 1_000;

function sharedText(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

/** In slices, so that the event loop is never held up. O(nodes), and as much memory again for their texts. */
export async function packProjection(projection: Projection): Promise<PackedProjection> {
  const { revision, nodes, relations, sources, outgoing, incoming } = partsOf(projection);
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < nodes.count; from += NODES_AT_ONCE) {
    pieces.push(sharedText(JSON.stringify(nodes.rows(from, from + NODES_AT_ONCE))));
    await nextTurn();
  }
  return { revision, nodes: pieces, relations: relations.parts(), sources: sources.parts(), outgoing, incoming };
}

function rowsIn(piece: Uint8Array): readonly KeptNode[] {
  // A decoder refuses shared memory.
  const rows: readonly KeptNode[] = JSON.parse(new TextDecoder().decode(piece.slice()));
  return rows;
}

/** The same projection in another thread. O(nodes). */
export function unpackProjection(packed: PackedProjection): Projection {
  const nodes = NodeTable.ofRows(packed.nodes.flatMap(rowsIn));
  return projectionOf({
    revision: packed.revision,
    nodes,
    relations: RelationTable.ofParts(packed.relations, nodes),
    sources: SourceTable.ofParts(packed.sources),
    outgoing: packed.outgoing,
    incoming: packed.incoming,
  });
}
