/**
 * Goes through everything in the database, whoever wrote it: which records it holds, their digests, what would have to be marked
 * so that Sentra answers with all of them and with nothing else, and what is left out and why. Nothing is written.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import type { NodeType, RelationRecord } from '#vocabulary';
import { EMPTY_REVISION } from '../revision.ts';
import type { Revision } from '../graph-store.ts';
import { subjectKind } from '../orders.ts';
import type { Faults } from '../outside-writes.ts';
import type { Connection } from './connection.ts';
import { revision } from './cypher/dataset.ts';
import * as properties from './cypher/properties.ts';
import type { SliceInput } from './cypher/streams.ts';
import * as cypher from './cypher/take-in.ts';
import { storedRecords } from './cypher/write-lookups.ts';
import { Findings, NO_PIECES, type Item } from './findings.ts';
import * as outside from './outside-record.ts';
import { PATIENT_LOOK } from './presence.ts';
import type { Question } from './question.ts';
import { NODE_LABELS } from './words.ts';

/** Records read at once, and nodes whose relations are. */
const SLICE = 1_000;
const NODES = 250;

export interface Survey {
  /** The store's before anything was read. */
  readonly revision: Revision;
  /** That of what is answered with once the items are marked. */
  readonly target: Revision;
  readonly items: readonly Item[];
  readonly faults: Faults;
  /** Whether a record of the items is marked restricted. */
  readonly restricted: boolean;
}

type Ask = <Input, T>(question: Question<Input, T>, input: Input) => Promise<T[]>;

async function* slices<T>(
  ask: Ask,
  question: Question<SliceInput, T>,
  idOf: (value: T) => unknown,
): AsyncGenerator<T[], void, void> {
  let after = '';
  for (;;) {
    const some = await ask(question, { after, limit: SLICE });
    const last = some.at(-1);
    if (last === undefined) return;
    yield some;
    if (some.length < SLICE) return;
    after = String(idOf(last));
  }
}

function idOf({ properties: { id } }: { readonly properties: outside.Properties }): string {
  return String(id);
}

/** The one label of the vocabulary. */
function typeOf(labels: readonly string[], name: string): { type: NodeType } | { faults: string[] } {
  const [type, ...more] = NODE_LABELS.filter((one): one is NodeType => labels.includes(one));
  if (type !== undefined && more.length === 0) return { type };
  const others = labels.filter((one) => one !== 'Entity').map((one) => one.slice(0, 60));
  return {
    faults: [
      type === undefined
        ? `${name}: has no label of the vocabulary${others.length === 0 ? '' : `, only ${others.join(', ')}`}`
        : `${name}: has several labels of the vocabulary, ${[type, ...more].join(', ')}; it has to be one`,
    ],
  };
}

async function sources(ask: Ask, findings: Findings): Promise<void> {
  for await (const some of slices(ask, cypher.foundSlices.source, idOf)) {
    for (const { element, properties: stored } of some) {
      const reading = outside.readSource(stored);
      const found = { kind: 'source', at: 'element', element, stored, pieces: NO_PIECES } as const;
      const taken = findings.settle({ ...found, reading, wanted: properties.sourceProperties });
      if (taken) findings.taken.source.add(idOf({ properties: stored }));
    }
  }
}

/** @returns ids of all Entities, also of those that are left out */
async function nodes(ask: Ask, findings: Findings): Promise<readonly string[]> {
  const entities: string[] = [];
  for await (const some of slices(ask, cypher.foundSlices.node, idOf)) {
    const pieces = findings.pieces(await ask(cypher.foundEvidence, some.map(idOf)));
    for (const { element, labels, properties: stored } of some) {
      const id = idOf({ properties: stored });
      entities.push(id);
      const own = pieces.get(id) ?? NO_PIECES;
      const known = typeOf(labels, outside.named('node', stored));
      const reading = 'faults' in known ? known : outside.readNode(stored, known.type, own.accepted);
      const found = { kind: 'node', at: 'entity', element, stored, pieces: own } as const;
      const taken = findings.settle({ ...found, reading, wanted: properties.nodeProperties });
      if (taken) findings.taken.node.add(id);
    }
  }
  return entities;
}

async function disagreements(ask: Ask, findings: Findings): Promise<void> {
  for await (const some of slices(ask, cypher.foundSlices.disagreement, idOf)) {
    for (const { element, properties: stored, ends } of some) {
      const reading = findings.unless(outside.readDisagreement(stored), ({ id, about }) => [
        ...findings.missing(id, 'node', 'node', about),
        ...findings.notHung(id, about, ends, 'ABOUT'),
      ]);
      const found = { kind: 'disagreement', at: 'element', element, stored, pieces: NO_PIECES } as const;
      const taken = findings.settle({ ...found, reading, wanted: properties.disagreementProperties });
      if (taken) findings.taken.disagreement.add(idOf({ properties: stored }));
    }
  }
}

function sideOf(subject: string, disagreement: string | null): Item['side'] {
  return disagreement === null ? null : { subject, disagreement };
}

async function relations(ask: Ask, findings: Findings, entities: readonly string[]): Promise<void> {
  for (let at = 0; at < entities.length; at += NODES) {
    const found = await ask(cypher.foundRelations, entities.slice(at, at + NODES));
    const ids = found.map(({ properties: stored, ...ends }) => outside.idOfRelation(stored, ends));
    const pieces = findings.pieces(ids.length === 0 ? [] : await ask(cypher.foundEvidence, [...new Set(ids)]));
    const seen = new Set<string>();
    for (const [index, { element, properties: stored, ...ends }] of found.entries()) {
      const id = ids[index] ?? '';
      const twice = seen.has(id);
      seen.add(id);
      const own = (twice ? undefined : pieces.get(id)) ?? NO_PIECES;
      const faults = ({ from, to, disagreement }: RelationRecord): readonly string[] => [
        ...(twice ? [`${id}: another relation has this id; give it one that ends in # and a key`] : []),
        ...findings.missing(id, 'end', 'node', from),
        ...findings.missing(id, 'end', 'node', to),
        ...findings.missing(id, 'disagreement', 'disagreement', disagreement),
      ];
      const reading = findings.unless(
        outside.readRelation(stored, ends, twice ? (pieces.get(id)?.accepted ?? []) : own.accepted),
        faults,
      );
      const side = 'record' in reading ? sideOf(id, reading.record.disagreement) : null;
      const written = { kind: 'relation', at: 'relation', element, stored, reading, pieces: own, side } as const;
      findings.settle({ ...written, wanted: properties.relationProperties });
    }
  }
}

async function figures(ask: Ask, findings: Findings): Promise<void> {
  for await (const some of slices(ask, cypher.foundSlices.figure, idOf)) {
    const pieces = findings.pieces(await ask(cypher.foundEvidence, some.map(idOf)));
    for (const { element, properties: stored, ends } of some) {
      const own = pieces.get(idOf({ properties: stored })) ?? NO_PIECES;
      const reading = findings.unless(
        outside.readFigure(stored, own.accepted),
        ({ id, about, within, disagreement }) => [
          ...findings.missing(id, 'node', 'node', about),
          ...findings.missing(id, 'node', 'node', within),
          ...findings.missing(id, 'disagreement', 'disagreement', disagreement),
          ...findings.notHung(id, about, ends, 'HAS_FIGURE'),
        ],
      );
      const side = 'record' in reading ? sideOf(reading.record.id, reading.record.disagreement) : null;
      const written = { kind: 'figure', at: 'element', element, stored, reading, pieces: own, side } as const;
      findings.settle({ ...written, wanted: properties.figureProperties });
    }
  }
}

/** What no record led to. */
async function strays(ask: Ask, findings: Findings): Promise<void> {
  const { faults } = findings;
  for (const { element, labels, properties: stored } of [
    ...(await ask(cypher.foundNameless, undefined)),
    ...(await ask(cypher.foundBeside, undefined)),
  ]) {
    const name = outside.named(labels.join(':'), stored);
    findings.leaveOut('element', element, stored, [`${name}: needs an id that is a text and that no other node has`]);
  }
  for (const { element, type, digest } of await ask(cypher.strayRelations, undefined)) {
    const fault = `a relation ${type} begins at a node that has no id, or no label of the vocabulary`;
    findings.leaveOut('relation', element, digest === null ? {} : { digest }, [fault]);
  }
  for (const { word, count } of await ask(cypher.unknownLabels, undefined)) {
    faults.add(`${count} nodes labelled ${word.slice(0, 80)}, which is no type of the vocabulary`, count);
  }
  for (const { word, count } of await ask(cypher.unknownTypes, undefined)) {
    faults.add(`${count} relations of type ${word.slice(0, 80)}, which is not of the vocabulary`, count);
  }
}

/** Evidence that no record led to: its subject is gone, or never was. */
async function strayEvidence(ask: Ask, findings: Findings): Promise<void> {
  const nothing = (subject: string | null): string =>
    subject === null
      ? 'evidence without a subject'
      : `evidence of ${subject.slice(0, 200)}: nothing with that id is here`;
  for (const { element, subject } of await ask(cypher.unmarkedEvidence, undefined)) {
    if (!findings.explained.has(element)) findings.faults.add(nothing(subject));
  }
  const [marked = 0] = await ask(cypher.markedEvidence, undefined);
  if (marked === findings.marked) return;
  for await (const subjects of slices(ask, cypher.markedSubjects, (subject) => subject)) {
    const there = new Set<string>();
    for (const kind of ['node', 'relation', 'figure'] as const) {
      const ids = subjects.filter((subject) => subjectKind(subject) === kind);
      for (const { id } of ids.length === 0 ? [] : await ask(storedRecords[kind], ids)) there.add(id);
    }
    const gone = subjects.filter((subject) => !there.has(subject));
    for (const piece of gone.length === 0 ? [] : await ask(cypher.foundEvidence, gone)) {
      if (piece.properties['subjectKind'] === undefined) continue;
      findings.faults.add(nothing(piece.subject));
      findings.unmark(piece);
    }
  }
}

export async function survey(connection: Connection): Promise<Survey> {
  const ask: Ask = async (question, input) => {
    const rows = await connection.read((asker) => asker.ask(question, input), PATIENT_LOOK);
    // What is made of a slice takes some milliseconds; others come in between.
    await breathe();
    return rows;
  };
  const [before = EMPTY_REVISION] = await ask(revision, undefined);
  const findings = new Findings();
  await sources(ask, findings);
  const entities = await nodes(ask, findings);
  await disagreements(ask, findings);
  await relations(ask, findings, entities);
  await figures(ask, findings);
  // Together, for each finds little: a transaction each would take longer than the questions.
  await connection.read(async (asker) => {
    const within: Ask = (question, input) => asker.ask(question, input);
    await strays(within, findings);
    await strayEvidence(within, findings);
  }, PATIENT_LOOK);
  const { target, items, faults, restricted } = findings;
  return { revision: before, target, items, faults, restricted };
}
