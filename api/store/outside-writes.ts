/** What others wrote past the store's interface: taken in when it is well-formed, else left out by name. */

/** What the last look at everything found. */
export interface OutsideWrites {
  /** Records that others made or changed and that are now among the answers. */
  readonly takenIn: number;
  /** What is there and never answered with, a sentence each with its name; the first 100. */
  readonly faults: readonly string[];
  /** How many there are in all. */
  readonly faultCount: number;
}

export interface TakeInOptions {
  /** Goes through everything, even when nothing seems to have been written. */
  readonly whole?: boolean | undefined;
}

export const NOTHING_OUTSIDE: OutsideWrites = { takenIn: 0, faults: [], faultCount: 0 };

/** How many faults are spelt out. */
const SPELT_OUT = 100;

/** Faults as they are found. */
export class Faults {
  readonly #told: string[] = [];
  #count = 0;

  /** @param many how many things the sentence is about */
  add(fault: string, many = 1): void {
    this.#count += many;
    if (this.#told.length < SPELT_OUT) this.#told.push(fault);
  }

  get told(): readonly string[] {
    return this.#told;
  }

  get count(): number {
    return this.#count;
  }
}
