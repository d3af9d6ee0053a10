/** That an edition brought up write by write is the one that would be made anew: for a store of any engine. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { OpenEditionMaker, type Hint } from '../../api/edition/bring-up.ts';
import { openEdition } from '../../api/edition/open-edition.ts';
import { datasetRevision, seedStore } from '../../api/seeding/seed-store.ts';
import type { GraphStore, Revision } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { allBatches } from '../store/asking.ts';
import { anyHistory } from './drawn-writes.ts';

/** Who tells what changed: the store that was written to, or nobody, so that the edition has to find out. */
export type Telling = 'told' | 'untold';

function hintOf(store: GraphStore, from: Revision | null, to: Revision): Hint | null {
  const keys = from === null ? null : store.writtenBetween(from, to);
  return from === null || keys === null ? null : { from, to, keys };
}

/** The edition as it stands, by its own revision and all its records; nothing of a mark is in it. */
async function expectOpen(edition: GraphStore, graph: GraphRecords): Promise<void> {
  const open = openEdition(graph);
  const wholes = await allBatches(edition.streamRecords());
  const lists = [open.sources, open.nodes, open.disagreements, open.relations, open.figures];
  const wanted = new Map(lists.flat().map((record) => [String(record.id), record]));
  expect(new Map(wholes.map(({ id, record }) => [String(id), record]))).toEqual(wanted);
  expect(await edition.revision()).toBe(datasetRevision(open));
  expect(await edition.marks()).toBe('');
}

/** Counts the times that all records of the store were gone through. */
function watched(store: GraphStore): { readonly full: GraphStore; readonly passes: () => number } {
  let passes = 0;
  const full = new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (name === 'streamRecords') passes += 1;
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  return { full, passes: () => passes };
}

/** @returns how many writes were followed, and of how many it was told what changed */
export async function expectFollowing(
  openEmpty: () => Promise<GraphStore>,
  telling: Telling,
  numRuns: number,
): Promise<{ readonly told: number; readonly steps: number }> {
  let [told, steps] = [0, 0];
  await fc.assert(
    fc.asyncProperty(anyHistory, async (history) => {
      const [store, edition] = [await openEmpty(), await openStore('sqlite::memory:')];
      const { full, passes } = watched(store);
      const maker = new OpenEditionMaker(full, edition);
      let before: Revision | null = null;
      for (const graph of history) {
        await seedStore(store, graph, { batch: 10_000 });
        const revision = datasetRevision(graph);
        const hint: Hint | null = telling === 'told' ? hintOf(store, before, revision) : null;
        if (hint !== null) told += 1;
        expect((await maker.follow(hint))?.revision).toBe(revision);
        await expectOpen(edition, graph);
        before = revision;
        steps += 1;
      }
      // The first edition alone goes through everything: twice.
      expect(passes()).toBe(2);
      await store.close();
      await edition.close();
    }),
    { numRuns, seed: 20_251_128 },
  );
  return { told, steps };
}
