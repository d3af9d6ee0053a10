import type { NodeId } from '#vocabulary';
import type { RecordDigest, RelationSources, StoredNode, StoredRelation } from '../graph-store.ts';
import type { Connection } from './connection.ts';
import {
  digestSlices,
  nodeIdSlice,
  nodeSlice,
  relationDigestsFrom,
  relationsFrom,
  sourcesOfRelationsFrom,
  type SliceInput,
} from './cypher/streams.ts';
import { PATIENT_LOOK } from './presence.ts';
import type { Question } from './question.ts';

/** Records a slice; each is a transaction of its own, so that a slow reader holds none open. */
const SLICE = 2_000;
/** Nodes whose relations make a slice. */
const NODES = 500;

async function* slices<T>(
  connection: Connection,
  question: Question<SliceInput, T>,
  limit: number,
  idOf: (value: T) => string,
): AsyncGenerator<readonly T[], void, void> {
  let after = '';
  for (;;) {
    const slice = await connection.read((asker) => asker.ask(question, { after, limit }), PATIENT_LOOK);
    const last = slice.at(-1);
    if (last === undefined) return;
    yield slice;
    if (slice.length < limit) return;
    after = idOf(last);
  }
}

/**
 * Ascending by the ids of the nodes they come from. That is the order of their own ids too: those begin with the node's id and
 * two hyphens, which no id holds and which sort before whatever else may follow in an id.
 */
async function* byNodes<T>(
  connection: Connection,
  question: Question<readonly NodeId[], T>,
): AsyncGenerator<readonly T[], void, void> {
  for await (const nodes of slices(connection, nodeIdSlice, NODES, (id) => id)) {
    const values = await connection.read((asker) => asker.ask(question, nodes), PATIENT_LOOK);
    for (let at = 0; at < values.length; at += SLICE) yield values.slice(at, at + SLICE);
  }
}

export function streamNodes(connection: Connection): AsyncIterable<readonly StoredNode[]> {
  return slices(connection, nodeSlice, SLICE, ({ id }) => id);
}

export function streamRelations(connection: Connection): AsyncIterable<readonly StoredRelation[]> {
  return byNodes(connection, relationsFrom);
}

export function streamRelationSources(connection: Connection): AsyncIterable<readonly RelationSources[]> {
  return byNodes(connection, sourcesOfRelationsFrom);
}

export async function* streamDigests(connection: Connection): AsyncGenerator<readonly RecordDigest[], void, void> {
  for (const question of digestSlices) yield* slices(connection, question, SLICE, ({ id }) => id);
  yield* byNodes(connection, relationDigestsFrom);
}
