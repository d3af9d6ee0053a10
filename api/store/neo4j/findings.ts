/** What a survey finds, record by record: what would have to be marked, and what is left out and why. Nothing is written. */
import type { Evidence, Restrictable } from '#vocabulary';
import { grouped } from '../answers.ts';
import type { ReferredKind } from '../change-set.ts';
import type { RecordKind, Revision } from '../graph-store.ts';
import { Faults } from '../outside-writes.ts';
import type { Reading } from '../record-form.ts';
import { EMPTY_REVISION, moveRevision, recordDigest } from '../revision.ts';
import * as properties from './cypher/properties.ts';
import type * as cypher from './cypher/take-in.ts';
import * as outside from './outside-record.ts';
import type { CypherMap, CypherValue } from './question.ts';

/** One record whose marks are not what they should be. */
export interface Item {
  readonly at: 'entity' | 'element' | 'relation';
  readonly mark: cypher.Mark;
  /** The digest it is answered with from now on; null: it is left out. */
  readonly came: string | null;
  /** The digest it had. */
  readonly went: string | null;
  readonly evidence: readonly cypher.Mark[];
  /** The side of a disagreement that it stands on. */
  readonly side: { readonly subject: string; readonly disagreement: string } | null;
}

interface Pieces {
  readonly accepted: readonly Evidence[];
  /** What would mark those accepted, and unmark the others. */
  readonly marks: readonly cypher.Mark[];
  readonly found: readonly cypher.FoundPiece[];
}

export const NO_PIECES: Pieces = { accepted: [], marks: [], found: [] };

function same(stored: unknown, wanted: CypherValue): boolean {
  if (Array.isArray(stored) && Array.isArray(wanted)) {
    return stored.length === wanted.length && stored.every((value, at) => value === wanted[at]);
  }
  return stored === wanted;
}

/** Only what differs is set, so that a change made meanwhile is not undone. */
function differences(stored: outside.Properties, wanted: CypherMap): CypherMap {
  return Object.fromEntries(Object.entries(wanted).filter(([key, value]) => !same(stored[key], value)));
}

function unmarked(found: readonly cypher.FoundPiece[]): cypher.Mark[] {
  return found
    .filter((piece) => piece.properties['subjectKind'] !== undefined)
    .map(({ element }) => ({ element, mark: { subjectKind: null } }));
}

function digestOf(stored: outside.Properties): string | null {
  const { digest } = stored;
  return typeof digest === 'string' ? digest : null;
}

/** A record as it stands in the graph, and what it is read as. */
interface Written<T> {
  readonly kind: RecordKind;
  readonly at: Item['at'];
  readonly element: string;
  readonly stored: outside.Properties;
  readonly reading: Reading<T>;
  readonly pieces: Pieces;
  readonly wanted: (digested: properties.Digested<T>) => CypherMap;
  readonly side?: Item['side'];
}

/** Ids of what is answered with, of the kinds that others refer to. */
type Taken = Readonly<Record<ReferredKind, Set<string>>>;

export class Findings {
  readonly faults = new Faults();
  readonly items: Item[] = [];
  target: Revision = EMPTY_REVISION;
  /** Whether a record that is not as it was before is marked. */
  restricted = false;
  readonly taken: Taken = { source: new Set(), node: new Set(), disagreement: new Set() };
  /** Pieces of evidence that were read with their records: of those with a mark how many, of those without which. */
  marked = 0;
  readonly explained = new Set<string>();

  /** Evidence by the subjects it names. */
  pieces(found: readonly cypher.FoundPiece[]): ReadonlyMap<string, Pieces> {
    const bySubject = grouped(found, ({ subject }) => subject);
    return new Map([...bySubject].map(([subject, some]) => [subject, this.#readPieces(subject, some)]));
  }

  #readPieces(subject: string, found: readonly cypher.FoundPiece[]): Pieces {
    const accepted: Evidence[] = [];
    const marks: cypher.Mark[] = [];
    for (const piece of found) {
      if (piece.properties['subjectKind'] === undefined) this.explained.add(piece.element);
      else this.marked += 1;
      const sources = piece.sources.filter((id) => this.taken.source.has(id));
      const reading = outside.readPiece(subject, piece.properties, sources);
      if ('faults' in reading) {
        for (const fault of reading.faults) this.faults.add(fault);
        marks.push(...unmarked([piece]));
        continue;
      }
      const [row] = properties.evidenceRows([{ id: subject, evidence: [reading.record] }]);
      const wanted = { ...row?.pieces[0], position: BigInt(accepted.length) };
      const mark = differences(piece.properties, wanted);
      if (Object.keys(mark).length > 0) marks.push({ element: piece.element, mark });
      accepted.push(reading.record);
    }
    return { accepted, marks, found };
  }

  /** What is there and is no record is named, and loses its marks where it had any. */
  leaveOut(
    at: Item['at'],
    element: string,
    stored: outside.Properties,
    faults: readonly string[],
    { found }: Pieces = NO_PIECES,
  ): void {
    for (const fault of faults) this.faults.add(fault);
    const evidence = unmarked(found);
    const mark: CypherMap = stored['digest'] === undefined ? {} : { digest: null };
    if (Object.keys(mark).length + evidence.length === 0) return;
    this.items.push({ at, mark: { element, mark }, came: null, went: digestOf(stored), evidence, side: null });
  }

  /** A piece of evidence whose subject is gone. */
  unmark(piece: cypher.FoundPiece): void {
    const [mark] = unmarked([piece]);
    if (mark !== undefined) this.items.push({ at: 'element', mark, came: null, went: null, evidence: [], side: null });
  }

  /** @returns whether it is a record that Sentra answers with */
  settle<T extends Restrictable>({
    kind,
    at,
    element,
    stored,
    reading,
    pieces,
    wanted,
    side = null,
  }: Written<T>): boolean {
    if ('faults' in reading) {
      this.leaveOut(at, element, stored, reading.faults, pieces);
      return false;
    }
    const digest = recordDigest(kind, reading.record);
    this.target = moveRevision(this.target, [digest], []);
    const mark = differences(stored, wanted({ record: reading.record, digest }));
    if (Object.keys(mark).length + pieces.marks.length > 0) {
      if (reading.record.restricted === true) this.restricted = true;
      this.items.push({
        at,
        mark: { element, mark },
        came: digest,
        went: digestOf(stored),
        evidence: pieces.marks,
        side,
      });
    }
    return true;
  }

  /** Faults are added to a reading that has none. */
  unless<T>(reading: Reading<T>, faults: (record: T) => readonly string[]): Reading<T> {
    if ('faults' in reading) return reading;
    const found = faults(reading.record);
    return found.length === 0 ? reading : { faults: found };
  }

  missing(name: string, part: string, kind: ReferredKind, id: string | null): string[] {
    return id === null || this.taken[kind].has(id) ? [] : [`${name}: its ${part} ${id} is not here, or was left out`];
  }

  notHung(name: string, about: string, ends: readonly string[], by: string): string[] {
    return ends.length === 1 && ends[0] === about
      ? []
      : [`${name}: has to be tied by ${by} to ${about}, and to nothing else`];
  }
}
