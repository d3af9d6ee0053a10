/** Writes numbers and texts one after the other, each as short as it is. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  /** A whole number from 0 to 2^53 - 1, seven bits a byte (LEB128). */
  whole(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.#bytes.push(rest);
  }

  /** A whole number of either sign; small ones are short. */
  signed(value: number): void {
    this.whole(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** As near as 32 bits come (IEEE 754). */
  float(value: number): void {
    this.raw(new Uint8Array(Float32Array.of(value).buffer));
  }

  text(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.whole(bytes.length);
    this.raw(bytes);
  }

  list<Item>(items: readonly Item[], write: (item: Item) => void): void {
    this.whole(items.length);
    for (const item of items) write(item);
  }

  raw(bytes: Uint8Array): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}

/** More than this many of anything is no view. */
const MOST_ITEMS = 50_000;

/** Reads what a {@link ByteWriter} wrote; every method throws RangeError where the bytes do not go that far. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  whole(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined || scale > 2 ** 49) throw new RangeError('past the end');
      this.#at += 1;
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  }

  signed(): number {
    const value = this.whole();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  float(): number {
    return new DataView(this.raw(4).slice().buffer).getFloat32(0, true);
  }

  text(): string {
    return new TextDecoder('utf-8', { fatal: true }).decode(this.raw(this.whole()));
  }

  list<Item>(read: () => Item): readonly Item[] {
    const length = this.whole();
    if (length > MOST_ITEMS) throw new RangeError('too many');
    return Array.from({ length }, read);
  }

  raw(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('past the end');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** What is left. */
  rest(): Uint8Array {
    return this.raw(this.#bytes.length - this.#at);
  }
}
