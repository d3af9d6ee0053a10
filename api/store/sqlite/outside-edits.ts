/**
 * Takes in what others wrote to the file: what is well-formed is answered with under its new digest, all else is left out by name. SQLite
 * tells a connection whether any other committed; of ours only one writes, so what that one is told is somebody else's doing.
 */
import { StoreError } from '../graph-store.ts';
import { NOTHING_OUTSIDE, type OutsideWrites, type TakeInOptions } from '../outside-writes.ts';
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import { HIDE_LEFT_OUT, HIDE_NOTHING } from './schema.ts';
import { anyLeftOut, corrections, leaveOut, leftOut, letIn, type LeftOut } from './sql/found.ts';
import { revision, setRevision } from './sql/dataset.ts';
import { survey, type Survey } from './survey.ts';
import { breathe, whileLocked } from './waiting.ts';

/** Rows between two moments in which the event loop may run. */
const SLICE = 500;
/** Others write meanwhile: then what was read is out of date, and it begins anew so often. */
const MOST_TRIES = 3;

export interface OutsideEditsParts {
  /** The reader's questions are not to be answered with what is left out. */
  readonly connections: Connections;
  /** Opens one more connection to the file. */
  readonly connect: () => Connection;
  readonly patience: number;
}

/** Moves with every commit of any connection but the writer, and when the file was opened anew. */
function versionOf(connections: Connections): string {
  const version = connections.writer().setting('data_version');
  return `${connections.generation()} ${String(version)}`;
}

function textOf({ kind, key }: LeftOut): string {
  return `${kind} ${key}`;
}

export class OutsideEdits {
  readonly #parts: OutsideEditsParts;
  /** Before everything was last gone through. */
  #version: string | null = null;
  #found: OutsideWrites = NOTHING_OUTSIDE;
  #wrote = false;
  #stopped = false;
  #hides = false;
  #generation = 0;

  constructor(parts: OutsideEditsParts) {
    this.#parts = parts;
    this.#hide(parts.connections.reader().ask(anyLeftOut, undefined)[0] ?? false);
  }

  /** One more connection for questions: nothing is answered on it with what is left out. */
  connect(): Connection {
    const connection = this.#parts.connect();
    this.#follow();
    if (this.#hides) connection.execute(HIDE_LEFT_OUT);
    return connection;
  }

  /** A file opened anew says for itself what is left out, and its reader hides it already. */
  #follow(): void {
    const { connections } = this.#parts;
    if (connections.generation() === this.#generation) return;
    this.#generation = connections.generation();
    this.#hides = connections.reader().ask(anyLeftOut, undefined)[0] ?? false;
  }

  #hide(some: boolean): void {
    this.#follow();
    if (some === this.#hides) return;
    this.#parts.connections.reader().execute(some ? HIDE_LEFT_OUT : HIDE_NOTHING);
    this.#hides = some;
  }

  /** Told of every write of this store: it may have put right what was left out. */
  wrote(): void {
    this.#wrote = true;
  }

  /** Whether rows may be there that nobody looked at yet. */
  unlooked(): boolean {
    return versionOf(this.#parts.connections) !== this.#version;
  }

  /** A look in progress ends with STORE_UNAVAILABLE. */
  stop(): void {
    this.#stopped = true;
  }

  /** Never while this store writes. */
  async takeIn({ whole = false }: TakeInOptions): Promise<OutsideWrites> {
    const { connections, patience } = this.#parts;
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      const version = await whileLocked(() => versionOf(connections), patience);
      const nothingNew = version === this.#version && !(this.#wrote && this.#found.faultCount > 0);
      if (nothingNew && !whole) return this.#found;
      const before = await whileLocked(() => connections.writer().ask(leftOut, undefined), patience);
      const all = await this.#goneThrough(before);
      if (!(await this.#carriedOut(version, before, all))) continue;
      this.#version = version;
      this.#wrote = false;
      this.#hide(all.leftOut.length > 0);
      this.#found = { takenIn: all.corrections.length, faults: all.faults.told, faultCount: all.faults.count };
      return this.#found;
    }
    return this.#found;
  }

  /** As it is at one moment, with the event loop free in between. */
  async #goneThrough(before: readonly LeftOut[]): Promise<Survey> {
    const { connect, patience } = this.#parts;
    const connection = await whileLocked(connect, patience);
    try {
      connection.execute('BEGIN');
      const steps = survey(connection, new Set(before.map(textOf)));
      for (;;) {
        if (this.#stopped) throw new StoreError('STORE_UNAVAILABLE', 'the store was closed meanwhile');
        const { value, done } = steps.next();
        if (done === true) return value;
        await breathe();
      }
    } finally {
      connection.close();
    }
  }

  /** @returns false when somebody wrote since the version: nothing is done */
  async #carriedOut(version: unknown, before: readonly LeftOut[], all: Survey): Promise<boolean> {
    const { connections, patience } = this.#parts;
    const writer = await whileLocked(() => connections.writer(), patience);
    const [was, is] = [new Set(before.map(textOf)), new Set(all.leftOut.map(textOf))];
    const [out, back] = [
      all.leftOut.filter((row) => !was.has(textOf(row))),
      before.filter((row) => !is.has(textOf(row))),
    ];
    const stored = await whileLocked(() => writer.ask(revision, undefined), patience);
    if (all.corrections.length + out.length + back.length === 0 && stored[0] === all.target) {
      return (await whileLocked(() => versionOf(connections), patience)) === version;
    }
    await whileLocked(() => writer.execute('BEGIN IMMEDIATE'), patience);
    try {
      if ((await whileLocked(() => versionOf(connections), patience)) !== version) return false;
      for (const [at, { kind, correction }] of all.corrections.entries()) {
        writer.run(corrections[kind], correction);
        if (at % SLICE === SLICE - 1) await breathe();
      }
      for (const row of out) writer.run(leaveOut, row);
      for (const row of back) writer.run(letIn, row);
      writer.run(setRevision, all.target);
      writer.execute('COMMIT');
      return true;
    } finally {
      writer.rollBack();
    }
  }
}
