import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openProjectionKeeper, type ProjectionKeeper } from '../../api/projection/projection-keeper.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { node, records, relation, source } from '../fixtures/records.ts';

const SURVEY = source();
const CLUSTER = node('cluster:tegal', { kind: 'CLUSTER' });
const FIRM = node('large-industry:kayaba');
const SUPPLY = relation('cluster:tegal', 'SUPPLIES', 'large-industry:kayaba');
const MAKER = node('small-industry:kannindo', { name: 'PT Kannindo' });
const MEMBERSHIP = relation('small-industry:kannindo', 'MEMBER_OF', 'cluster:tegal');

let store: GraphStore;
let keeper: ProjectionKeeper | null = null;

beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  await store.write({ put: records({ sources: [SURVEY], nodes: [CLUSTER, FIRM], relations: [SUPPLY] }), remove: [] });
});

afterEach(async () => {
  await keeper?.close();
  keeper = null;
  await store.close();
});

const addMember = (): Promise<unknown> =>
  store.write({ put: records({ nodes: [MAKER], relations: [MEMBERSHIP] }), remove: [] });
const removeMember = (): Promise<unknown> =>
  store.write({
    put: records({}),
    remove: [
      { kind: 'relation', id: MEMBERSHIP.id },
      { kind: 'node', id: MAKER.id },
    ],
  });

/** The same store, with something happening when relations are first streamed, or each time. */
function whenRelationsAreStreamed(act: () => Promise<unknown>, times = 1): GraphStore {
  let left = times;
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'streamRelations') {
        return async function* streamed() {
          if (left > 0) {
            left -= 1;
            await act();
          }
          yield* target.streamRelations();
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const open = async (
  of: GraphStore,
  options: Parameters<typeof openProjectionKeeper>[1] = { checkEveryMs: 0 },
): Promise<ProjectionKeeper> => {
  keeper = await openProjectionKeeper(of, options);
  return keeper;
};

describe('the keeper of the projection', () => {
  it('follows a write when it is told to look, projection and search together', async () => {
    const kept = await open(store);
    await addMember();
    const before = kept.current();
    expect(before.projection.relationCount).toBe(1);
    expect(before.search.search('kannindo', { first: 1 }).totalCount).toBe(0);
    const after = await kept.refresh();
    expect(after).toBe(kept.current());
    expect(after.revision).toBe(await store.revision());
    expect(after.projection.relationCount).toBe(2);
    expect(after.search.search('kannindo', { first: 1 }).totalCount).toBe(1);
  });

  it('builds nothing anew when nothing was written', async () => {
    const kept = await open(store);
    const before = kept.current();
    expect(await kept.refresh()).toBe(before);
  });

  it('notices a write by itself', async () => {
    const swapped = vi.fn<(revision: string) => void>();
    const kept = await open(store, { checkEveryMs: 5, onSwap: swapped });
    await addMember();
    await vi.waitFor(() => expect(kept.current().projection.relationCount).toBe(2));
    expect(swapped).toHaveBeenCalledWith(await store.revision());
  });

  it('notices what another process wrote to the same file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sentra-keeper-'));
    const address = `sqlite:${join(folder, 'graph.db')}`;
    const [mine, other] = [await openStore(address), await openStore(address)];
    try {
      const kept = await open(mine);
      await other.write({ put: records({ nodes: [MAKER] }), remove: [] });
      expect(kept.current().projection.nodeCount).toBe(0);
      expect((await kept.refresh()).projection.nodeCount).toBe(1);
    } finally {
      await keeper?.close();
      keeper = null;
      await Promise.all([mine.close(), other.close()]);
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('keeps the old snapshot while a load is running, and follows at its end', async () => {
    let running = true;
    const loadingStore = new Proxy(store, {
      get: (target, name) => {
        if (name === 'loading') return async () => (running ? { target: '0', done: 1, total: 2, quietMs: 0 } : null);
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const kept = await open(loadingStore);
    const before = kept.current();
    await addMember();
    expect(await kept.refresh()).toBe(before);
    running = false;
    expect((await kept.refresh()).projection.relationCount).toBe(2);
  });

  it('follows what Sentra wrote although what others wrote cannot be taken in, and tells of that', async () => {
    const readOnly = new Proxy(store, {
      get: (target, name) => {
        if (name === 'takeIn') return () => Promise.reject(new Error('this user may only read'));
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const kept = await open(readOnly);
    await addMember();
    await expect(kept.refresh()).rejects.toThrow('may only read');
    expect(kept.current().projection.relationCount).toBe(2);
  });

  it('sees a write made while a look was at work, in the look that the writer then asks for', async () => {
    const kept = await open(store);
    await addMember();
    const first = kept.refresh();
    const removed = removeMember();
    await removed;
    await kept.refresh();
    await first;
    expect(kept.current().revision).toBe(await store.revision());
    expect(kept.current().projection.relationCount).toBe(1);
  });

  it('never shows the old nodes with new relations: it reads again when a write came between', async () => {
    const kept = await open(whenRelationsAreStreamed(addMember));
    expect(kept.current().revision).toBe(await store.revision());
    expect(kept.current().projection.relationCount).toBe(2);
    expect(kept.current().projection.nodeCount).toBe(3);
  });

  it('gives up with a clear word when the store is written to during every reading', async () => {
    let there = false;
    const restless = whenRelationsAreStreamed(() => {
      there = !there;
      return there ? addMember() : removeMember();
    }, 100);
    await expect(openProjectionKeeper(restless, { checkEveryMs: 0 })).rejects.toThrow(/written to/);
  });

  it('keeps the old snapshot and tells of the failure when the store does not answer', async () => {
    const failed = vi.fn<(error: unknown) => void>();
    let away = false;
    const fragile = new Proxy(store, {
      get: (target, name) => {
        if (away && name === 'revision') return () => Promise.reject(new Error('away'));
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const kept = await open(fragile, { checkEveryMs: 5, onFailure: failed });
    const before = kept.current();
    away = true;
    await expect(kept.refresh()).rejects.toThrow('away');
    await vi.waitFor(() => expect(failed).toHaveBeenCalled());
    expect(kept.current()).toBe(before);
    away = false;
    await addMember();
    await vi.waitFor(() => expect(kept.current().projection.relationCount).toBe(2));
  });
});
