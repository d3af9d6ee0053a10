/** Records whole, with their evidence: a transaction a slice, so that a slow reader holds none open. */
import type { Evidence, SubjectId } from '#vocabulary';
import { grouped } from '../answers.ts';
import type { RecordKey, RecordKind, StoredFigure, StoredNode, StoredRelation, WholeRecord } from '../graph-store.ts';
import type { Asker, Connection } from './connection.ts';
import { evidenceOf } from './cypher/evidence-of.ts';
import {
  bareFigures,
  bareNodes,
  bareRelationsFrom,
  byId,
  wholeDisagreements,
  wholeSources,
} from './cypher/whole-records.ts';
import type { Bare } from './cypher/whole-records.ts';
import { PATIENT_LOOK } from './presence.ts';
import { byNodes, slices } from './streaming.ts';

const SLICE = 2_000;

type Finish<T> = (bare: T, evidence: readonly Evidence[], digest: string) => WholeRecord;

/** In the record's order. */
async function finished<T extends { readonly id: SubjectId }>(
  asker: Asker,
  found: readonly Bare<T>[],
  finish: Finish<T>,
): Promise<WholeRecord[]> {
  const ids = found.map(({ bare: { id } }) => id);
  const pieces = ids.length === 0 ? [] : await asker.ask(evidenceOf, ids);
  const bySubject = grouped(pieces, ({ subject }) => subject);
  return found.map(({ bare, digest }) => {
    const own = [...(bySubject.get(bare.id) ?? [])].sort((a, b) => a.position - b.position);
    return finish(
      bare,
      own.map(({ evidence }) => evidence),
      digest,
    );
  });
}

const node: Finish<StoredNode> = (bare, evidence, digest) => {
  return { kind: 'node', id: bare.id, digest, record: { ...bare, evidence } };
};

const relation: Finish<StoredRelation> = ({ bounds: _bounds, evidenceClass: _class, ...bare }, evidence, digest) => {
  return { kind: 'relation', id: bare.id, digest, record: { ...bare, evidence } };
};

const figure: Finish<StoredFigure> = ({ bounds: _bounds, ...bare }, evidence, digest) => {
  return { kind: 'figure', id: bare.id, digest, record: { ...bare, evidence } };
};

/** Those of one kind that exist. */
async function ofKind(asker: Asker, kind: RecordKind, ids: readonly string[]): Promise<readonly WholeRecord[]> {
  switch (kind) {
    case 'source':
      return asker.ask(byId.sources, ids);
    case 'node':
      return finished(asker, await asker.ask(byId.nodes, ids), node);
    case 'disagreement':
      return asker.ask(byId.disagreements, ids);
    case 'relation':
      return finished(asker, await asker.ask(byId.relations, ids), relation);
    case 'figure':
      return finished(asker, await asker.ask(byId.figures, ids), figure);
  }
}

export async function wholeRecords(
  connection: Connection,
  keys: readonly RecordKey[],
): Promise<ReadonlyMap<string, WholeRecord>> {
  const found = new Map<string, WholeRecord>();
  for (const [kind, some] of grouped(keys, (key) => key.kind)) {
    for (let at = 0; at < some.length; at += SLICE) {
      const ids = some.slice(at, at + SLICE).map(({ id }) => id);
      const records = await connection.read((asker) => ofKind(asker, kind, ids), PATIENT_LOOK);
      for (const whole of records) found.set(whole.id, whole);
    }
  }
  return found;
}

export async function* streamRecords(connection: Connection): AsyncGenerator<readonly WholeRecord[], void, void> {
  const idOf = ({ id }: WholeRecord): string => id;
  yield* slices(connection, (asker, input) => asker.ask(wholeSources, input), SLICE, idOf);
  yield* slices(
    connection,
    async (asker, input) => finished(asker, await asker.ask(bareNodes, input), node),
    SLICE,
    idOf,
  );
  yield* slices(connection, (asker, input) => asker.ask(wholeDisagreements, input), SLICE, idOf);
  yield* byNodes(connection, async (asker, from) =>
    finished(asker, await asker.ask(bareRelationsFrom, from), relation),
  );
  yield* slices(
    connection,
    async (asker, input) => finished(asker, await asker.ask(bareFigures, input), figure),
    SLICE,
    idOf,
  );
}
