import type { NodeId } from '#vocabulary';
import type { RecordDigest, RecordKey, RelationSources, StoredNode, StoredRelation } from '../graph-store.ts';
import type { Asker, Connection } from './connection.ts';
import {
  digestsAfterRelations,
  digestsBeforeRelations,
  markedAfterRelations,
  markedBeforeRelations,
  markedRelations,
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

/** What one transaction of a slice asks. */
type Ask<Input, T> = (asker: Asker, input: Input) => Promise<readonly T[]>;

const asking =
  <Input, T>(question: Question<Input, T>): Ask<Input, T> =>
  (asker, input) =>
    asker.ask(question, input);

export async function* slices<T>(
  connection: Connection,
  ask: Ask<SliceInput, T>,
  limit: number,
  idOf: (value: T) => string,
): AsyncGenerator<readonly T[], void, void> {
  let after = '';
  for (;;) {
    const slice = await connection.read((asker) => ask(asker, { after, limit }), PATIENT_LOOK);
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
export async function* byNodes<T>(
  connection: Connection,
  ask: Ask<readonly NodeId[], T>,
): AsyncGenerator<readonly T[], void, void> {
  for await (const nodes of slices(connection, asking(nodeIdSlice), NODES, (id) => id)) {
    const values = await connection.read((asker) => ask(asker, nodes), PATIENT_LOOK);
    for (let at = 0; at < values.length; at += SLICE) yield values.slice(at, at + SLICE);
  }
}

export function streamNodes(connection: Connection): AsyncIterable<readonly StoredNode[]> {
  return slices(connection, asking(nodeSlice), SLICE, ({ id }) => id);
}

export function streamRelations(connection: Connection): AsyncIterable<readonly StoredRelation[]> {
  return byNodes(connection, asking(relationsFrom));
}

export function streamRelationSources(connection: Connection): AsyncIterable<readonly RelationSources[]> {
  return byNodes(connection, asking(sourcesOfRelationsFrom));
}

export async function* streamDigests(connection: Connection): AsyncGenerator<readonly RecordDigest[], void, void> {
  const all = (question: (typeof digestsAfterRelations)[number]) =>
    slices(connection, asking(question), SLICE, ({ id }) => id);
  for (const question of digestsBeforeRelations) yield* all(question);
  yield* byNodes(connection, asking(relationDigestsFrom));
  for (const question of digestsAfterRelations) yield* all(question);
}

export async function* streamMarked(connection: Connection): AsyncGenerator<readonly RecordKey[], void, void> {
  const all = (question: (typeof markedAfterRelations)[number]) =>
    slices(connection, asking(question), SLICE, ({ id }) => id);
  for (const question of markedBeforeRelations) yield* all(question);
  yield await connection.read((asker) => asker.ask(markedRelations, undefined), PATIENT_LOOK);
  for (const question of markedAfterRelations) yield* all(question);
}
