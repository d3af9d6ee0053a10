/** A file to be packed. */
export interface PackedFile {
  readonly name: string;
  readonly text: string;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0: stored files. */
const VERSION = 20;
/** Names are UTF-8. */
const UTF8_NAMES = 0x0800;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** CRC-32 as ZIP and PNG use it (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * Packs files into one ZIP archive without compressing them (PKWARE APPNOTE 6.3, method 0): a few tables are small, and any
 * program opens it. Lone surrogates become U+FFFD, as UTF-8 cannot hold them.
 * @param madeAt the files' time, in UTC; ZIP knows years from 1980 and even seconds
 */
export function zipped(files: readonly PackedFile[], madeAt: Date): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const path = encoder.encode(name);
    const data = encoder.encode(text);
    const common = commonHeader(data, path.length, madeAt);
    const local = concatenated([numbers([[LOCAL, 4]]), common, path, data]);
    directory.push(
      concatenated([
        numbers([
          [CENTRAL, 4],
          [VERSION, 2],
        ]),
        common,
        // Comment length, disk, internal and external attributes, where the file starts.
        numbers([
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 4],
          [offset, 4],
        ]),
        path,
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const central = concatenated(directory);
  const end = numbers([
    [END, 4],
    [0, 2],
    [0, 2],
    [files.length, 2],
    [files.length, 2],
    [central.length, 4],
    [offset, 4],
    [0, 2],
  ]);
  return concatenated([...parts, central, end]);
}

/** What a file's own header and its entry in the directory have in common. */
function commonHeader(data: Uint8Array, nameLength: number, madeAt: Date): Uint8Array {
  const time = (madeAt.getUTCHours() << 11) | (madeAt.getUTCMinutes() << 5) | (madeAt.getUTCSeconds() >> 1);
  const date = ((madeAt.getUTCFullYear() - 1980) << 9) | ((madeAt.getUTCMonth() + 1) << 5) | madeAt.getUTCDate();
  return numbers([
    [VERSION, 2],
    [UTF8_NAMES, 2],
    [0, 2],
    [time, 2],
    [date, 2],
    [crc32(data), 4],
    [data.length, 4],
    [data.length, 4],
    [nameLength, 2],
    [0, 2],
  ]);
}

/** Whole numbers with their widths in bytes, least byte first. */
function numbers(values: readonly (readonly [value: number, bytes: number])[]): Uint8Array {
  const bytes: number[] = [];
  for (const [value, width] of values) {
    for (let at = 0; at < width; at += 1) bytes.push((value >>> (8 * at)) & 0xff);
  }
  return Uint8Array.from(bytes);
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
