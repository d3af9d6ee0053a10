import { describe, expect, it } from 'vitest';
import { id, ids, refusal } from './asking.ts';
import type { StoreOfCase } from './contract.ts';

const FORGE = id('cluster:forge');

function given<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('there is one');
  return value;
}

export function refusalCases(store: StoreOfCase): void {
  describe('cursors', () => {
    it('of one list are refused by another', async () => {
      const nodes = given((await store().listNodes({ first: 1 })).next);
      const sources = given((await store().listSources({ first: 1 })).next);
      const around = given((await store().neighbourhood({ of: [FORGE], first: 1 })).next);
      const foreign = [
        store().listNodes({ first: 1, after: sources }),
        store().listSources({ first: 1, after: around }),
        store().neighbourhood({ of: [FORGE], first: 1, after: nodes }),
        store().relatedNodes({ of: [FORGE], first: 1, after: nodes }),
      ];
      for (const attempt of foreign) {
        const { code, message } = await refusal(attempt);
        expect(code).toBe('INVALID_CURSOR');
        expect(message).toContain('pageInfo.endCursor');
      }
    });

    it('of one node’s related nodes are refused by another’s, and for several nodes at once', async () => {
      const after = given((await store().relatedNodes({ of: [FORGE], first: 1 })).get(FORGE)?.next);
      const other = store().relatedNodes({ of: ids('large-industry:engine'), first: 1, after });
      expect((await refusal(other)).code).toBe('INVALID_CURSOR');
      const several = store().relatedNodes({ of: [FORGE, ...ids('cluster:weave')], first: 1, after });
      expect((await refusal(several)).message).toContain('one node');
    });

    it.each(['', 'x', 'e30', '💥', 'W10', 'a'.repeat(5_000)])('that nobody made are refused: %.20s', async (after) => {
      expect((await refusal(store().listNodes({ first: 1, after }))).code).toBe('INVALID_CURSOR');
      expect((await refusal(store().neighbourhood({ of: [FORGE], first: 1, after }))).code).toBe('INVALID_CURSOR');
    });
  });

  it('takes no text for anything but text', async () => {
    const trap = `x'); DELETE FROM node; -- " \\ } ) RETURN 1 // $of :of ?`;
    const page = await store().listNodes({ first: 5, codes: [trap], kinds: [trap] });
    expect(page.totalCount).toBe(0);
    expect((await store().dataset()).nodeCount).toBe(12);
  });

  it('says that it is closed to whoever asks after closing, and closing twice is no error', async () => {
    await store().close();
    await store().close();
    const { code, message } = await refusal(store().listNodes({ first: 1 }));
    expect(code).toBe('STORE_UNAVAILABLE');
    expect(message).toContain('closed');
  });
}
