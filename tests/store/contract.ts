/**
 * What every engine must answer alike. A suite takes a function that opens an empty store; no case knows what is behind it,
 * and none may be left out for one engine.
 */
import { afterEach, beforeEach, describe } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { listCases } from './contract-lists.ts';
import { loadCases } from './contract-loads.ts';
import { neighbourhoodCases } from './contract-neighbourhood.ts';
import { randomGraphCases } from './contract-random.ts';
import { recordCases } from './contract-records.ts';
import { refusalCases } from './contract-refusals.ts';
import { restrictedCases } from './contract-restricted.ts';
import { writeCases } from './contract-writes.ts';

/** Gives the store of the running case. */
export type StoreOfCase = () => GraphStore;
/** Opens an empty store that no other case sees. The caller closes it. */
export type OpenEmptyStore = () => Promise<GraphStore>;

function storeOfCase(open: OpenEmptyStore, loaded: GraphRecords | null): StoreOfCase {
  let store: GraphStore | null = null;
  beforeEach(async () => {
    store = await open();
    if (loaded !== null) await store.write({ put: loaded, remove: [] });
  });
  afterEach(async () => {
    await store?.close();
    store = null;
  });
  return () => {
    if (store === null) throw new Error('the store is opened for each case');
    return store;
  };
}

/** @param randomGraphs how many; fewer for an engine that every question reaches over a network */
export function describeGraphStoreContract(name: string, open: OpenEmptyStore, randomGraphs = 40): void {
  describe(`the graph store contract, ${name}`, () => {
    describe('with the tiny industry', () => {
      const store = storeOfCase(open, tinyIndustry);
      recordCases(store);
      listCases(store);
      neighbourhoodCases(store);
      refusalCases(store);
    });
    describe('from empty', () => {
      const store = storeOfCase(open, null);
      writeCases(store, open);
      loadCases(store);
      restrictedCases(store);
    });
    randomGraphCases(open, randomGraphs);
  });
}
