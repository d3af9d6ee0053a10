/**
 * Takes in what others wrote past Sentra. A record is answered with once it carries its digest, and evidence once it carries
 * what kind of thing it is of; so what others write is not seen before it was looked at, and what is not well-formed never is.
 */
import { StoreError, type Revision } from '../graph-store.ts';
import { NOTHING_OUTSIDE, type OutsideWrites, type TakeInOptions } from '../outside-writes.ts';
import { moveRevision } from '../revision.ts';
import type { Asker, Connection } from './connection.ts';
import { anyNodes, loading, revision, moveMarks, setRevision } from './cypher/dataset.ts';
import * as cypher from './cypher/take-in.ts';
import { storedRecords } from './cypher/write-lookups.ts';
import { named } from './outside-record.ts';
import { keepKnown, knownUpToNow, writeCounted, writesCounted } from './known-to.ts';
import { PATIENT_LOOK } from './presence.ts';
import type { Command } from './question.ts';
import type { Item } from './findings.ts';
import { survey, type Survey } from './survey.ts';

/** Records a transaction. */
const BATCH = 1_000;
/** Sentra writes meanwhile: then what was read is out of date, and it begins anew so often. */
const MOST_TRIES = 3;

function* batches<T>(values: readonly T[]): Generator<readonly T[], void, void> {
  for (let at = 0; at < values.length; at += BATCH) yield values.slice(at, at + BATCH);
}

async function marked(
  asker: Asker,
  command: Command<readonly cypher.Mark[]>,
  marks: readonly cypher.Mark[],
): Promise<void> {
  const differing = marks.filter(({ mark }) => Object.keys(mark).length > 0);
  if (differing.length > 0) await asker.run(command, differing);
}

async function markAll(asker: Asker, items: readonly Item[]): Promise<void> {
  const at = (where: Item['at']) => items.filter((item) => item.at === where).map(({ mark }) => mark);
  await marked(asker, cypher.markElements, [...at('element'), ...items.flatMap(({ evidence }) => evidence)]);
  await marked(asker, cypher.markEntities, at('entity'));
  await marked(asker, cypher.markRelations, at('relation'));
  const sides = items.flatMap(({ side }) => (side === null ? [] : [side]));
  if (sides.length > 0) await asker.run(cypher.standOnSide, sides);
}

/** Moves from one revision to another in one transaction. @returns false when Sentra wrote meanwhile: nothing is done */
function stepTo(
  connection: Connection,
  from: Revision,
  to: Revision,
  mark: (asker: Asker) => Promise<void>,
): Promise<boolean> {
  return writeCounted(connection, async (asker) => {
    const [now] = await asker.ask(revision, undefined);
    if (now !== from || (await asker.ask(loading, undefined)).length > 0) return false;
    await mark(asker);
    if (to !== from) await asker.run(setRevision, to);
    return true;
  });
}

/** Each step is a transaction that leaves a whole graph. The last one also counts out what others removed. */
async function carriedOut(
  connection: Connection,
  { revision: before, target, items, restricted }: Survey,
): Promise<boolean> {
  let at = before;
  const mark = async (asker: Asker, some: readonly Item[]): Promise<void> => {
    if (restricted) await asker.run(moveMarks, undefined);
    await markAll(asker, some);
  };
  for (const some of batches(items)) {
    const came = some.flatMap((item) => (item.came === null ? [] : [item.came]));
    const went = some.flatMap((item) => (item.went === null ? [] : [item.went]));
    const next = moveRevision(at, came, went);
    if (!(await stepTo(connection, at, next, (asker) => mark(asker, some)))) return false;
    at = next;
  }
  return at === target || stepTo(connection, at, target, async () => {});
}

/** Nodes that others made with a label of the vocabulary and without Entity become Entities, when their id is free. */
async function takeInBeside(connection: Connection): Promise<void> {
  const beside = await connection.read((asker) => asker.ask(cypher.foundBeside, undefined), PATIENT_LOOK);
  for (const some of batches(beside)) {
    const ids = some.map(({ properties }) => named('node', properties));
    await writeCounted(connection, async (asker) => {
      const taken = new Set((await asker.ask(storedRecords.node, ids)).map(({ id }) => id));
      const free = some.filter((_node, index) => {
        const id = ids[index] ?? '';
        const isFree = !taken.has(id) && some[index]?.properties['id'] === id;
        taken.add(id);
        return isFree;
      });
      if (free.length > 0)
        await asker.run(
          cypher.markEntities,
          free.map(({ element }) => ({ element, mark: {} })),
        );
    });
  }
}

/** Remembers what was looked at, so that the next look costs one empty question when nobody wrote, and two more when only Sentra did. */
export class OutsideLook {
  readonly #connection: Connection;
  /** The last transaction before everything was looked at. */
  #lookedAt: string | null = null;
  #found: OutsideWrites = NOTHING_OUTSIDE;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async takeIn({ whole = false }: TakeInOptions): Promise<OutsideWrites> {
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      if (!whole && (await this.#connection.lastTransaction()) === this.#lookedAt) return this.#found;
      const known = await knownUpToNow(this.#connection);
      // Where something is left out, what Sentra wrote may have put it right.
      if (!whole && known?.leftOut === 0) return this.#nothingBut(known.last);
      const last = known?.last ?? (await this.#connection.lastTransaction());
      const writes = await writesCounted(this.#connection);
      const [nodes = 0, running] = await this.#connection.read(
        async (asker) => [(await asker.ask(anyNodes, undefined))[0], await asker.ask(loading, undefined)],
        PATIENT_LOOK,
      );
      if (running.length > 0) return this.#found;
      // But for what marks the database as Sentra's there is nothing: as before the first seed.
      if (nodes <= 1 && this.#lookedAt === null) {
        if (known === null) await this.#keep(last, { writes, leftOut: 0 });
        return NOTHING_OUTSIDE;
      }
      await takeInBeside(this.#connection);
      const all = await survey(this.#connection);
      if (await carriedOut(this.#connection, all)) {
        const takenIn = all.items.filter(({ came }) => came !== null).length;
        this.#found = { takenIn, faults: all.faults.told, faultCount: all.faults.count };
        // Whatever came after it is looked at next time, unless it is Sentra's own.
        this.#lookedAt = last;
        const asItWas = known?.leftOut === all.faults.count && all.items.length === 0;
        if (!asItWas) await this.#keep(last, { writes, leftOut: all.faults.count });
        return this.#found;
      }
    }
    return this.#found;
  }

  /** Since the last look, of whatever process, only Sentra wrote. */
  #nothingBut(last: string): OutsideWrites {
    this.#lookedAt = last;
    if (this.#found.faultCount > 0) this.#found = NOTHING_OUTSIDE;
    return this.#found;
  }

  async #keep(last: string, counted: { readonly writes: bigint; readonly leftOut: number }): Promise<void> {
    try {
      await keepKnown(this.#connection, last, counted);
    } catch (error) {
      // Who may only read goes through everything again after each write of anybody.
      if (error instanceof StoreError && error.code === 'STORE_NOT_WRITABLE') return;
      throw error;
    }
    this.#lookedAt = (await knownUpToNow(this.#connection))?.last ?? last;
  }
}
