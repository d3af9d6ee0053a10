/**
 * Whether everything in the database is known although its last transaction is not: each of Sentra's counts itself, so when so many came
 * after the last look as Sentra counted, nobody else wrote in between, and nothing need be gone through again.
 */
import type { Asker, Connection } from './connection.ts';
import { countWrite, countedWrites, knownTo, setKnownTo } from './cypher/dataset.ts';
import { PATIENT_LOOK } from './presence.ts';

/** A transaction of Sentra's. Every write but those that prepare an empty database has to be one. */
export function writeCounted<T>(
  connection: Connection,
  work: (asker: Asker) => Promise<T>,
  patience?: number,
): Promise<T> {
  return connection.write(async (asker) => {
    await asker.run(countWrite, undefined);
    return work(asker);
  }, patience);
}

interface Transaction {
  /** Of the database it is in. */
  readonly database: string;
  /** One more with every transaction of the database. */
  readonly number: bigint;
}

/** Ends of a bookmark before and after database and number, as Neo4j 5 packs them: a list with one pair, and an empty list. */
const BEFORE = [0x91, 0xcc, 0x10];
const DATABASE_BYTES = 16;
const AFTER = 0x90;
/** Bytes of a packed integer by its marker; without one it is its own marker. */
const INTEGER_BYTES: Readonly<Record<number, number>> = { 0xc8: 1, 0xc9: 2, 0xca: 4, 0xcb: 8 };

/**
 * What a bookmark names. Neo4j does not promise how bookmarks are made, so any but those we know is null: then everything is gone through.
 */
export function transactionOf(bookmark: string): Transaction | null {
  const packed = /^FB:([A-Za-z0-9+/]+={0,2})$/.exec(bookmark)?.[1];
  if (packed === undefined) return null;
  const bytes = Buffer.from(packed, 'base64');
  const at = BEFORE.length + DATABASE_BYTES;
  const marker = bytes[at];
  if (marker === undefined || BEFORE.some((byte, index) => bytes[index] !== byte)) return null;
  const length = INTEGER_BYTES[marker] ?? 0;
  if (bytes.length !== at + length + 2 || bytes[at + length + 1] !== AFTER) return null;
  if (length === 0 && marker > 0x7f) return null;
  const digits = length === 0 ? bytes.subarray(at, at + 1) : bytes.subarray(at + 1, at + 1 + length);
  return {
    database: bytes.subarray(BEFORE.length, at).toString('hex'),
    number: BigInt(`0x${digits.toString('hex')}`),
  };
}

/** The last transaction, as its bookmark, and how many things were left out when everything was last gone through. */
interface Known {
  readonly last: string;
  readonly leftOut: number;
}

/** Null unless all up to the last transaction are known. */
export async function knownUpToNow(connection: Connection): Promise<Known | null> {
  // The count first: one of Sentra's that comes in between is then missing from it, and no stranger can stand in its place.
  const [known] = await connection.read((asker) => asker.ask(knownTo, undefined), PATIENT_LOOK);
  const last = await connection.lastTransaction();
  const transaction = transactionOf(last);
  if (known === undefined || transaction === null) return null;
  const { database, transaction: from, writes, leftOut } = known;
  return database === transaction.database && from + writes === transaction.number ? { last, leftOut } : null;
}

/** The count of Sentra's transactions; asked for after the transaction from which on they are counted. */
export async function writesCounted(connection: Connection): Promise<bigint> {
  return (await connection.read((asker) => asker.ask(countedWrites, undefined), PATIENT_LOOK))[0] ?? 0n;
}

/**
 * Keeps that everything is known up to a transaction, for whoever looks next, also after a start.
 * @param writes counted after it
 */
export async function keepKnown(
  connection: Connection,
  last: string,
  { writes, leftOut }: { readonly writes: bigint; readonly leftOut: number },
): Promise<void> {
  const transaction = transactionOf(last);
  if (transaction === null) return;
  const { database, number } = transaction;
  await writeCounted(connection, (asker) => asker.run(setKnownTo, { database, transaction: number, writes, leftOut }));
}
