/** That a store comes to hold what is open of another, whatever stood there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { OpenEditionMaker } from '../../api/edition/bring-up.ts';
import { openEdition } from '../../api/edition/open-edition.ts';
import { datasetRevision, seedStore } from '../../api/seeding/seed-store.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { generatedRecords } from '../fixtures/generated-records.ts';
import { node, records } from '../fixtures/records.ts';
import { allBatches } from '../store/asking.ts';
import { anyRestrictedGraph } from './drawn-restrictions.ts';
import { storesInFiles } from './stores-in-files.ts';

const newStore = storesInFiles();
/** Nodes written so far. */
let written = 0;

const HIDDEN = { restricted: true } as const;
function idsOf({ sources, nodes, disagreements, relations, figures }: GraphRecords): string[] {
  return [...sources, ...nodes, ...disagreements, ...relations, ...figures].map(({ id }) => id);
}

describe('bringing up an edition', () => {
  it('leaves just what is open, whatever stood there', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRestrictedGraph, { minLength: 1, maxLength: 3 }), async (graphs) => {
        const [full, edition] = [await openStore('sqlite::memory:'), await openStore('sqlite::memory:')];
        for (const graph of graphs) {
          await seedStore(full, graph);
          const revision = datasetRevision(graph);
          expect((await new OpenEditionMaker(full, edition).follow(null))?.revision).toBe(revision);
          expect(await edition.revision()).toBe(datasetRevision(openEdition(graph)));
          const wanted = new Set(idsOf(openEdition(graph)));
          expect(new Set((await allBatches(edition.streamRecords())).map(({ id }) => id))).toEqual(wanted);
          expect(await edition.marks()).toBe('');
        }
        await full.close();
        await edition.close();
      }),
      { numRuns: 30, seed: 20_251_128 },
    );
  });

  it('writes a large one in parts, and then only what differs', { timeout: 60_000 }, async () => {
    const [{ store: full }, { store: edition }] = [await newStore(), await newStore()];
    const graph = generatedRecords(1_000, 20_500);
    await full.write({ put: { ...graph, nodes: [...graph.nodes, node('market:hidden', HIDDEN)] }, remove: [] });
    const writes: number[] = [];
    const watched = new Proxy(edition, {
      get: (target, name) => {
        if (name === 'write') {
          return (change: Parameters<GraphStore['write']>[0]) => {
            writes.push(change.put.nodes.length + change.remove.length);
            return target.write(change);
          };
        }
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
    const maker = new OpenEditionMaker(full, watched);
    await maker.follow(null);
    expect(await edition.revision()).toBe(datasetRevision(graph));
    expect(writes.length).toBeGreaterThan(1);
    writes.length = 0;
    await full.write({ put: records({ nodes: [node('market:new')] }), remove: [] });
    await maker.follow(null);
    await full.write({ put: records({ nodes: [node('market:new', HIDDEN)] }), remove: [] });
    await maker.follow(null);
    await maker.follow(null);
    expect(writes).toEqual([1, 1]);
  });

  it('ends without an edition when the store is written to meanwhile', async () => {
    const [{ store: full }, { store: edition }] = [await newStore(), await newStore()];
    await full.write({ put: records({ nodes: [node('market:open'), node('market:hidden', HIDDEN)] }), remove: [] });
    const busy = new Proxy(full, {
      get: (target, name) => {
        if (name === 'streamRecords') {
          return async function* () {
            yield* target.streamRecords();
            await target.write({ put: records({ nodes: [node(`market:m-${(written += 1)}`)] }), remove: [] });
          };
        }
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
    expect(await new OpenEditionMaker(busy, edition).follow(null)).toBeNull();
    expect((await edition.dataset()).nodeCount).toBe(0);
  });
});
