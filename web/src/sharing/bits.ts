/** Bits that a whole number from 0 to `most` takes. */
export function bitsFor(most: number): number {
  return most <= 0 ? 0 : 32 - Math.clz32(most);
}

/** Writes whole numbers of so many bits each, the highest bit first. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #rest = 0;
  #held = 0;

  /** @param bits 0 to 32 */
  write(value: number, bits: number): void {
    for (let bit = bits - 1; bit >= 0; bit -= 1) {
      this.#rest = (this.#rest << 1) | ((value >>> bit) & 1);
      this.#held += 1;
      if (this.#held === 8) this.#flush();
    }
  }

  /** All of it; the last byte is filled with zeros. */
  bytes(): Uint8Array {
    if (this.#held > 0) {
      this.#rest <<= 8 - this.#held;
      this.#flush();
    }
    return Uint8Array.from(this.#bytes);
  }

  #flush(): void {
    this.#bytes.push(this.#rest & 0xff);
    this.#rest = 0;
    this.#held = 0;
  }
}

/** Reads what a {@link BitWriter} wrote. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws RangeError past the end */
  read(bits: number): number {
    let value = 0;
    for (let bit = 0; bit < bits; bit += 1) {
      const byte = this.#bytes[this.#at >>> 3];
      if (byte === undefined) throw new RangeError('past the end');
      value = ((value << 1) | ((byte >>> (7 - (this.#at & 7))) & 1)) >>> 0;
      this.#at += 1;
    }
    return value;
  }

  /** Whether nothing but the filling of the last byte is left. */
  isAtEnd(): boolean {
    return this.#bytes.length - Math.ceil(this.#at / 8) === 0;
  }
}
