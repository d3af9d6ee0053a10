/**
 * Who did what about access: a JSON object a line, only ever added to. No secret, no text of a question, no value. The file is opened for each
 * line, so that it can be moved away (logrotate) while Sentra runs, and commands write to the same one.
 */
import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AccessFault, systemCode } from '../access-fault.ts';

/** Whom an event is about. */
export interface AuditedWho {
  readonly kind: 'anybody' | 'nobody' | 'key' | 'person' | 'command';
  readonly id?: string;
  readonly name?: string;
  readonly role?: string;
}

export type AuditEvent =
  | { readonly event: 'signed-in' | 'signed-out' }
  | { readonly event: 'sign-in-failed'; readonly reason: string }
  | { readonly event: 'key-added' | 'key-revoked'; readonly key: string; readonly name: string; readonly role: string }
  | { readonly event: 'write-begun'; readonly engine: string }
  | {
      readonly event: 'written';
      readonly engine: string;
      readonly added: number;
      readonly changed: number;
      readonly removed: number;
      readonly revision: string;
    }
  | { readonly event: 'exported'; readonly form: string }
  | {
      readonly event: 'refused';
      readonly status: number;
      readonly code: string;
      readonly right?: string;
      readonly route: string;
      /** How many alike were refused since the last such line; 1 unless there were many. */
      readonly times: number;
    };

export interface AuditedWhere {
  readonly address?: string;
  readonly requestId?: string;
}

export interface AuditLog {
  /** @throws AccessFault when it cannot be written: what was to be told of must not happen then */
  write(who: AuditedWho, event: AuditEvent, where?: AuditedWhere): void;
  /** Why the last line could not be written; null: it was. */
  readonly fault: string | null;
  /** The newest lines, the newest last. @throws AccessFault when the file cannot be read */
  recent(): RecentLines;
}

export interface RecentLines {
  readonly lines: readonly unknown[];
  /** Whether the file holds no more than these. */
  readonly whole: boolean;
}

/** Of the end of the file that is read. */
const RECENT_BYTES = 131_072;

/** Longest text of a name in a line. */
const LONGEST = 200;

export class AuditFile implements AuditLog {
  readonly #path: string;
  readonly #now: () => number;
  #fault: string | null = null;

  constructor(path: string, now: () => number = Date.now) {
    this.#path = path;
    this.#now = now;
  }

  get fault(): string | null {
    return this.#fault;
  }

  recent(): RecentLines {
    try {
      if (statSync(this.#path, { throwIfNoEntry: false }) === undefined) return { lines: [], whole: true };
      const file = openSync(this.#path, 'r');
      try {
        const { size } = fstatSync(file);
        const from = Math.max(0, size - RECENT_BYTES);
        const bytes = Buffer.alloc(size - from);
        readSync(file, bytes, 0, bytes.length, from);
        // The first line of a part is seldom a whole one.
        const lines = bytes
          .toString('utf8')
          .split('\n')
          .slice(from === 0 ? 0 : 1);
        return { lines: lines.flatMap(read), whole: from === 0 };
      } finally {
        closeSync(file);
      }
    } catch (error) {
      throw new AccessFault(`The audit log, ${this.#path}, cannot be read (${systemCode(error)}).`);
    }
  }

  write({ kind, id, name, role }: AuditedWho, event: AuditEvent, where: AuditedWhere = {}): void {
    const who = { kind, ...(id === undefined ? {} : { id }), name: name?.slice(0, LONGEST), role };
    // JSON escapes what could begin another line.
    // After a line that may have been cut short, one begins anew.
    const begin = this.#fault === null ? '' : '\n';
    const line = `${begin}${JSON.stringify({ time: new Date(this.#now()).toISOString(), ...event, who, ...where })}\n`;
    try {
      mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
      appendFileSync(this.#path, line, { mode: 0o600, flush: event.event !== 'refused' });
      this.#fault = null;
    } catch (error) {
      this.#fault = `the audit log cannot be written (${systemCode(error)})`;
      throw new AccessFault(`The audit log, ${this.#path}, cannot be written (${systemCode(error)}).`);
    }
  }
}

/** A line that was cut short is none. */
function read(line: string): readonly unknown[] {
  try {
    return line === '' ? [] : [JSON.parse(line)];
  } catch {
    return [];
  }
}

/** Tells another one only while that is wanted. */
export function auditWhile(wanted: () => boolean, audit: AuditLog): AuditLog {
  return {
    get fault() {
      return audit.fault;
    },
    recent: () => audit.recent(),
    write: (who, event, where) => {
      if (wanted()) audit.write(who, event, where);
    },
  };
}
