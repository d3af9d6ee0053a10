/**
 * The connections of a store to its file, which others may delete, replace, cut short or damage under a running Sentra: noticed within a
 * quarter of a second by whoever asks, refused with the reason, and gone on with over new connections once a whole file of ours is there.
 */
import { rmSync } from 'node:fs';
import { StoreError } from '../graph-store.ts';
import { BusyError, type Connection, type FileFailure } from './connection.ts';
import { refuseForeign } from './file-header.ts';
import { expectRoom, fileState, indexOf, isOfSystem, isOnReadOnlyDisk, logOf, type FileState } from './file-state.ts';
import { APPLICATION_ID, FORMAT, HIDE_LEFT_OUT, OUR_TABLES } from './schema.ts';
import { revision, touch } from './sql/dataset.ts';
import { anyLeftOut } from './sql/found.ts';

/** How connections are had. */
export interface Connections {
  /** For questions. @throws StoreError STORE_UNAVAILABLE while the file is away */
  reader(): Connection;
  /** For writes: nothing is written to a file that is away or damaged. @throws StoreError STORE_UNAVAILABLE; BusyError */
  writer(): Connection;
  /** Opens one more, as the reader is; null for a store in memory, which has only the one. */
  readonly connect: (() => Connection) | null;
  /** Moves when connections were opened anew: nothing that was known of the old ones holds for the new. */
  generation(): number;
  /** @throws StoreError STORE_UNAVAILABLE with the reason unless every question can be answered; BusyError */
  verify(): void;
  /** Why the file takes no writes, as far as is known, or null. */
  refusesWrites(): string | null;
  /** Brings the log into the file unless somebody reads; tries a write where the last one was refused. Never fails. */
  tidy(): void;
  close(): void;
}

/** The one connection of a store in memory. */
export function inMemory(connection: Connection): Connections {
  return {
    reader: () => connection,
    writer: () => connection,
    connect: null,
    generation: () => 0,
    verify: () => undefined,
    refusesWrites: () => null,
    tidy: () => undefined,
    close: () => connection.close(),
  };
}

/** The file system is asked at most so often, in milliseconds: a question must not pay for it each time. */
const LOOK_EVERY_MS = 250;

interface Trouble {
  readonly reason: string;
  /** Whether some questions can still be answered. */
  readonly readable: boolean;
  /** Whether all of it has to be gone through before it is trusted again. */
  readonly damaged: boolean;
  /** Whether it passes once somebody lets go. */
  readonly busy: boolean;
  /** The file as it was then: as long as it stays so, it is seldom tried again; null: it is tried each time. */
  readonly changed: string | null;
  /** When it is tried again all the same. */
  readonly again: number;
}

/** Going through a damaged file takes time, during which nobody is answered: it rests so many times as long. */
const REST = 20;
const LEAST_REST_MS = 10_000;

interface Pair {
  readonly reader: Connection;
  readonly writer: Connection;
  readonly file: FileState;
  readonly log: FileState | null;
}

/**
 * @param onFailure told of what goes wrong with the file over the connection
 * @param alone as {@link Connection} has it
 */
export type Connect = (onFailure: (failure: FileFailure, error: Error) => void, alone: boolean) => Connection;

const GONE = 'the store file was deleted while Sentra ran; put it back, or start Sentra anew to make another';
const CUT_SHORT = 'the store file was cut short while Sentra ran; put a whole copy in its place';

const OLDER = 'the store file was replaced by one of another format; start Sentra anew, which brings it up';

export class FileConnections implements Connections {
  readonly #path: string;
  readonly #open: Connect;
  #pair: Pair;
  #generation = 0;
  #trouble: Trouble | null = null;
  #refused: string | null = null;
  /** Whether the connections were opened where nothing could be written. */
  #readOnly = false;
  #lookedAt = 0;
  /**
   * Connections to a file that is not there any more. They stay open: the last one that is closed would delete the log by its name, which is the
   * new file's by then. And those that read a read-only disk alone, which closed would take the locks of others with them.
   */
  readonly #left: Connection[] = [];

  /** @param path of a file that was found to be a whole store of ours */
  constructor(path: string, connect: Connect) {
    this.#path = path;
    this.#open = connect;
    const reader = this.#connected();
    // The log is there from the first question on.
    reader.ask(revision, undefined);
    this.#pair = this.#pairOf(reader, this.#connected());
  }

  readonly connect = (): Connection => {
    // A connection that is opened now must not be the first to find another file, or another log.
    this.#look(0);
    this.reader();
    return this.#connected();
  };

  reader(): Connection {
    this.#look(LOOK_EVERY_MS);
    if (this.#trouble?.readable === false) throw away(this.#trouble);
    return this.#pair.reader;
  }

  writer(): Connection {
    this.verify();
    return this.#pair.writer;
  }

  generation(): number {
    return this.#generation;
  }

  verify(): void {
    this.#look(0);
    if (this.#trouble !== null) throw away(this.#trouble);
  }

  refusesWrites(): string | null {
    return this.#refused;
  }

  /** With an empty log, the file alone is the store: it can be put in the place of another, and none of it is mixed up with that. */
  tidy(): void {
    if (this.#trouble !== null) return;
    const { writer } = this.#pair;
    try {
      if (this.#refused !== null) {
        expectRoom(this.#path);
        if (this.#readOnly) this.#openForWriting();
        else writer.run(touch, undefined);
        if (!this.#readOnly) this.#refused = null;
      }
      if ((fileState(logOf(this.#path))?.bytes ?? 0) > 0) writer.settle();
    } catch (error) {
      // Why is known already, or told by the connection.
      if (!(error instanceof StoreError || error instanceof BusyError || isOfSystem(error))) throw error;
    }
  }

  close(): void {
    const { reader, writer } = this.#pair;
    if (this.#trouble === null) this.tidy();
    writer.close();
    reader.close();
  }

  #connected(): Connection {
    const alone = isOnReadOnlyDisk(this.#path);
    const connection = this.#open((failure, error) => this.#failed(failure, error), alone);
    if (alone) this.#left.push(connection);
    return connection;
  }

  #failed(failure: FileFailure, error: Error): void {
    if (failure === 'refused' || failure === 'readOnly') {
      this.#refused = error.message;
      this.#readOnly = failure === 'readOnly';
      return;
    }
    if (this.#trouble !== null) return;
    const damaged = failure === 'damaged';
    const changed = damaged ? this.#changed() : null;
    this.#trouble = { reason: error.message, readable: true, damaged, busy: false, changed, again: 0 };
  }

  #pairOf(reader: Connection, writer: Connection): Pair {
    const file = fileState(this.#path);
    if (file === null) throw away({ reason: GONE });
    return { reader, writer, file, log: fileState(logOf(this.#path)) };
  }

  /** Moves with whatever is written to the file or its log. */
  #changed(): string {
    return `${fileState(this.#path)?.changed} ${fileState(logOf(this.#path))?.changed}`;
  }

  #look(everyMs: number): void {
    const now = performance.now();
    if (now - this.#lookedAt < everyMs) return;
    this.#lookedAt = now;
    const file = fileState(this.#path);
    const before = this.#trouble;
    if (file === null) {
      const damaged = before?.damaged ?? false;
      this.#trouble = { reason: GONE, readable: false, damaged, busy: false, changed: null, again: 0 };
      return;
    }
    const log = fileState(logOf(this.#path));
    const same = file.identity === this.#pair.file.identity && log?.identity === this.#pair.log?.identity;
    if (before === null && same && file.bytes >= this.#pair.file.bytes) {
      this.#pair = { ...this.#pair, file };
      return;
    }
    if (before !== null && before.changed === this.#changed() && now < before.again) return;
    this.#openAnew(file, same);
  }

  /** Whether the file takes writes is known once one was tried: the connection tells of it when it does not. */
  #tryWriting(writer: Connection): void {
    this.#refused = null;
    this.#readOnly = false;
    try {
      writer.run(touch, undefined);
    } catch (error) {
      if (!(error instanceof StoreError || error instanceof BusyError)) throw error;
    }
  }

  /** SQLite opens a file for reading alone where it may not write, and such a connection never writes again. Called once the disk takes writes. */
  #openForWriting(): void {
    const { reader: oldReader, writer: oldWriter } = this.#pair;
    const reader = this.#connected();
    try {
      if (reader.ask(anyLeftOut, undefined)[0] === true) reader.execute(HIDE_LEFT_OUT);
      this.#pair = this.#pairOf(reader, this.#connected());
    } catch (error) {
      reader.close();
      throw error;
    }
    this.#generation += 1;
    oldReader.close();
    oldWriter.close();
    this.#tryWriting(this.#pair.writer);
  }

  #openAnew(file: FileState, same: boolean): void {
    const wasDamaged = this.#trouble?.damaged ?? false;
    const opened: Connection[] = [];
    // What goes wrong meanwhile is told below.
    const open = (): Connection => {
      const connection = this.#connected();
      opened.push(connection);
      return connection;
    };
    const readable = same || file.identity === this.#pair.file.identity;
    this.#trouble ??= { reason: '', readable, damaged: false, busy: false, changed: null, again: 0 };
    const begun = performance.now();
    try {
      if (!same) this.#leave(file);
      const reader = open();
      this.#expectWhole(reader, wasDamaged || file.bytes < this.#pair.file.bytes);
      if (reader.ask(anyLeftOut, undefined)[0] === true) reader.execute(HIDE_LEFT_OUT);
      const pair = this.#pairOf(reader, open());
      const { reader: oldReader, writer: oldWriter } = this.#pair;
      this.#pair = pair;
      this.#trouble = null;
      this.#generation += 1;
      this.#tryWriting(pair.writer);
      if (same) {
        oldReader.close();
        oldWriter.close();
      } else this.#left.push(oldReader, oldWriter);
    } catch (error) {
      for (const connection of opened) connection.close();
      const reason = (error instanceof Error ? error.message : String(error)).replaceAll(this.#path, 'the store file');
      const busy = error instanceof BusyError;
      const took = performance.now() - begun;
      this.#trouble = {
        reason,
        readable: busy && readable,
        damaged: wasDamaged || !busy,
        busy,
        changed: busy ? null : this.#changed(),
        again: begun + took + Math.max(LEAST_REST_MS, REST * took),
      };
    }
  }

  /** Before another file than ours is opened: it is looked at, and the log of the old one must not be taken for its own. */
  #leave(file: FileState): void {
    const { writer, file: ours, log } = this.#pair;
    if (file.identity !== ours.identity) refuseForeign(this.#path);
    // The log of the same file was taken away: what is only in it has to come into the file first.
    if (!writer.settle() && file.identity === ours.identity) throw new BusyError('the log is being read');
    if (fileState(logOf(this.#path))?.identity !== log?.identity) return;
    for (const beside of [logOf(this.#path), indexOf(this.#path)]) rmSync(beside, { force: true });
  }

  /** @throws StoreError, BusyError */
  #expectWhole(connection: Connection, goThrough: boolean): void {
    if (connection.setting('application_id') !== APPLICATION_ID) throw away({ reason: CUT_SHORT });
    if (connection.setting('user_version') !== FORMAT) throw away({ reason: OLDER });
    const promised = Number(connection.setting('page_count')) * Number(connection.setting('page_size'));
    const noLog = (fileState(logOf(this.#path))?.bytes ?? 0) === 0;
    if (noLog && (fileState(this.#path)?.bytes ?? 0) < promised) throw away({ reason: CUT_SHORT });
    connection.ask(revision, undefined);
    if (!goThrough) return;
    for (const table of OUR_TABLES) {
      const found = connection.setting(`quick_check(${table})`);
      if (found !== 'ok') throw away({ reason: 'the store file is damaged; restore a copy, or seed a new file' });
    }
  }
}

function away({ reason, busy = false }: { readonly reason: string; readonly busy?: boolean }): Error {
  return busy ? new BusyError(reason) : new StoreError('STORE_UNAVAILABLE', reason);
}
