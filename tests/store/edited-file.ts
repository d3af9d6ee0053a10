/** A store in a file that others write to with SQL while it is open. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { datasetRevision } from '../../api/seeding/seed-store.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { evidence, node, records, relation, source } from '../fixtures/records.ts';
import { answersOf, everything } from './every-answer.ts';

const MAKERS = ['cluster:a', 'large-industry:b', 'market:decoy'];
export const SUPPLY = relation('cluster:a', 'SUPPLIES', 'large-industry:b');
/** What the file holds before each case. */
export const BASE = records({
  sources: [source(), source('source:other', { date: null })],
  nodes: MAKERS.map((name) => node(name, { evidence: [evidence()] })),
  relations: [SUPPLY, relation('large-industry:b', 'SUPPLIES', 'market:decoy')],
});
export const WITHOUT_DECOY = { ...BASE, nodes: BASE.nodes.slice(0, 2), relations: [SUPPLY] };
const WHO = [...MAKERS, 'small-industry:new'];

export interface EditedFile {
  readonly path: () => string;
  readonly store: () => GraphStore;
  /** Closes the store, lets somebody do something, and opens it again. */
  readonly closedDuring: (work: () => void) => Promise<void>;
  /** On a connection of somebody else's, which keeps no foreign keys unless told to. */
  readonly sql: (text: string, foreignKeys?: boolean) => void;
  /** The store answers as one that holds just these, and its revision is theirs. */
  readonly expectJust: (graph: GraphRecords) => Promise<void>;
}

/** Registers what each case begins and ends with. */
export function editedFile(): EditedFile {
  const folder = mkdtempSync(join(tmpdir(), 'sentra-outside-'));
  let [path, made] = ['', 0];
  let open: GraphStore | null = null;
  const store = (): GraphStore => {
    if (open === null) throw new Error('the store is opened for each case');
    return open;
  };
  beforeEach(async () => {
    path = join(folder, `${(made += 1)}.db`);
    open = await openStore(`sqlite:${path}`);
    await open.write({ put: BASE, remove: [] });
    await open.takeIn();
  });
  afterEach(() => store().close());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: () => path,
    store,
    closedDuring: async (work) => {
      await store().close();
      work();
      open = await openStore(`sqlite:${path}`);
    },
    sql: (text, foreignKeys = false) => {
      const other = new Database(path);
      other.exec(`PRAGMA foreign_keys = ${foreignKeys ? 'ON' : 'OFF'}`);
      other.exec(text);
      other.close();
    },
    expectJust: async (graph) => {
      expect(await everything(store(), WHO)).toEqual(await answersOf(graph, WHO));
      expect(await store().revision()).toBe(datasetRevision(graph));
    },
  };
}
