import { growingColumn } from './relation-columns.ts';

/** The distinct combinations of type, evidence class and period that relations have, by number: many relations share few. */
export interface KindTable {
  /** Code in the table of types. */
  readonly type: Uint8Array;
  /** Position in EVIDENCE_KINDS_BY_STRENGTH. */
  readonly evidence: Uint8Array;
  /** Place in the table of periods. */
  readonly period: Int32Array;
}

/** Types and evidence classes have codes below these. */
const MOST_TYPES = 256;
const MOST_CLASSES = 8;

/** A table of kinds while relations are read. */
export class KindsRead {
  readonly #numbers = new Map<number, number>();
  readonly #type = growingColumn(Uint8Array);
  readonly #evidence = growingColumn(Uint8Array);
  readonly #period = growingColumn(Int32Array);

  numberOf(type: number, evidence: number, period: number): number {
    const key = (period * MOST_TYPES + type) * MOST_CLASSES + evidence;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    this.#type.append(type);
    this.#evidence.append(evidence);
    this.#period.append(period);
    return number;
  }

  finish(): KindTable {
    return { type: this.#type.finish(), evidence: this.#evidence.finish(), period: this.#period.finish() };
  }
}
