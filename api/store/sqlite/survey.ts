/**
 * Goes through every row of the file, whoever wrote it: which records it holds, what of their rows no longer follows from the rest, and what
 * is left out and why. Nothing is written.
 */
import type { ReferredKind } from '../change-set.ts';
import type { RecordKind, Revision } from '../graph-store.ts';
import { Faults } from '../outside-writes.ts';
import type { Reading } from '../record-form.ts';
import { EMPTY_REVISION, moveRevision, recordDigest } from '../revision.ts';
import type { Connection } from './connection.ts';
import { derivedOf, readDisagreement, readFigure, readNode, readRelation, readSource } from './found-record.ts';
import { FIRST_KEY, foundSlices, orphanedEvidence } from './sql/found.ts';
import type { Correction, FoundRow, LeftOut } from './sql/found.ts';

/** Rows read at once: about 7 ms of work, 70 µs each, after which others have their turn. */
const SLICE = 100;

export interface Survey {
  /** That of all that is answered with. */
  readonly target: Revision;
  readonly corrections: readonly { readonly kind: RecordKind; readonly correction: Correction }[];
  readonly leftOut: readonly LeftOut[];
  readonly faults: Faults;
}

/** Between two of its steps the event loop may run. */
type Steps<T> = Generator<void, T, void>;

interface Kind<T> {
  readonly kind: RecordKind;
  readonly read: (name: string, columns: FoundRow['columns']) => Reading<T>;
  /** Ids of other records that it cannot do without. */
  readonly needs: (record: T) => readonly (readonly [kind: ReferredKind, part: string, id: string | null])[];
  readonly derived: (record: T) => Readonly<Record<string, string | number>>;
}

class Findings {
  readonly faults = new Faults();
  readonly corrections: { readonly kind: RecordKind; readonly correction: Correction }[] = [];
  readonly leftOut: LeftOut[] = [];
  target: Revision = EMPTY_REVISION;
  /** Rows that were left out until now, as their kind and key. */
  readonly #wasLeftOut: ReadonlySet<string>;
  /** Ids of what is answered with, of the kinds that others refer to. */
  readonly #taken: Readonly<Record<ReferredKind, Set<string>>> = {
    source: new Set(),
    node: new Set(),
    disagreement: new Set(),
  };

  constructor(wasLeftOut: ReadonlySet<string>) {
    this.#wasLeftOut = wasLeftOut;
  }

  settle<T extends { readonly id: string }>({ kind, read, needs, derived }: Kind<T>, row: FoundRow): void {
    const { key, columns } = row;
    const id = columns['id'];
    const name = typeof id === 'string' && id !== '' ? id.slice(0, 200) : `a ${kind} without an id`;
    const reading = read(name, columns);
    const faults = 'faults' in reading ? reading.faults : this.#missing(name, needs(reading.record));
    if ('faults' in reading || faults.length > 0) {
      for (const fault of faults) this.faults.add(fault);
      this.leftOut.push({ kind, key });
      return;
    }
    const { record } = reading;
    const digest = recordDigest(kind, record);
    this.target = moveRevision(this.target, [digest], []);
    if (kind === 'source' || kind === 'node' || kind === 'disagreement') this.#taken[kind].add(record.id);
    const wanted = derived(record);
    const follows =
      digest === row.digest && Object.entries(wanted).every(([column, value]) => columns[column] === value);
    if (!follows || this.#wasLeftOut.has(`${kind} ${key}`))
      this.corrections.push({ kind, correction: { key, derived: { digest, ...wanted } } });
  }

  #missing(name: string, needs: ReturnType<Kind<unknown>['needs']>): readonly string[] {
    return needs
      .filter(([kind, , id]) => id !== null && !this.#taken[kind].has(id))
      .map(([, part, id]) => `${name}: its ${part} ${id} is not here, or was left out`);
  }
}

function* kindOf<T extends { readonly id: string }>(
  connection: Connection,
  findings: Findings,
  kind: Kind<T>,
): Steps<void> {
  let after = FIRST_KEY;
  for (;;) {
    const rows = connection.ask(foundSlices[kind.kind], { after, limit: SLICE });
    for (const row of rows) findings.settle(kind, row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < SLICE) return;
    after = last.key;
    yield;
  }
}

function sourcesOf({ evidence }: { readonly evidence: readonly { readonly source: string }[] }) {
  return evidence.map(({ source }) => ['source', 'source', source] as const);
}

/**
 * Reads on a connection whose reading is of one moment.
 * @param wasLeftOut rows that are left out so far, as their kind and key
 */
export function* survey(connection: Connection, wasLeftOut: ReadonlySet<string>): Steps<Survey> {
  const findings = new Findings(wasLeftOut);
  yield* kindOf(connection, findings, { kind: 'source', read: readSource, needs: () => [], derived: derivedOf.source });
  yield* kindOf(connection, findings, { kind: 'node', read: readNode, needs: sourcesOf, derived: derivedOf.node });
  yield* kindOf(connection, findings, {
    kind: 'disagreement',
    read: readDisagreement,
    needs: ({ about }) => [['node', 'node', about]],
    derived: derivedOf.disagreement,
  });
  yield* kindOf(connection, findings, {
    kind: 'relation',
    read: readRelation,
    needs: (relation) => [
      ['node', 'end', relation.from],
      ['node', 'end', relation.to],
      ['disagreement', 'disagreement', relation.disagreement],
      ...sourcesOf(relation),
    ],
    derived: derivedOf.relation,
  });
  yield* kindOf(connection, findings, {
    kind: 'figure',
    read: readFigure,
    needs: (figure) => [
      ['node', 'node', figure.about],
      ['node', 'node', figure.within],
      ['disagreement', 'disagreement', figure.disagreement],
      ...sourcesOf(figure),
    ],
    derived: derivedOf.figure,
  });
  for (const kind of ['node', 'relation', 'figure'] as const) {
    for (const key of connection.ask(orphanedEvidence[kind], undefined)) {
      findings.faults.add(`evidence of a ${kind} that is gone (row ${key})`);
      findings.leftOut.push({ kind, key });
    }
    yield;
  }
  const { target, corrections, leftOut, faults } = findings;
  return { target, corrections, leftOut, faults };
}
