import { describe, expect, it } from 'vitest';
import { parseNodeId } from '#vocabulary';
import { linkTo } from '../../web/src/sharing/link.ts';
import { NO_LOOKS, parseSharedView, type SharedView } from '../../web/src/sharing/shared-view.ts';
import { BASE, reopened, VIEW } from './fixture/shared-view.ts';

describe('a view', () => {
  it('made before sizes and rings were sent opens as it always did, and a view without them still has its form', async () => {
    const tegal = parseNodeId('cluster:metal-tegal');
    const kayaba = parseNodeId('large-industry:kayaba');
    const before: SharedView = {
      ...VIEW,
      placed: [kayaba],
      marked: [tegal],
      pinned: [{ id: kayaba, x: 40.25, y: -61 }],
      places: [
        { id: tegal, x: 0, y: 0, side: 'left' },
        { id: kayaba, x: 40.25, y: -61, side: 'right' },
      ],
      selection: { kind: 'tie', cluster: tegal, largeIndustry: kayaba },
    };
    // Written on 28 November 2026 by the version before.
    const made =
      '#v=1.YmPiCA4NCPDxdA3m9UksSk_1zEspLS4pqmRjYGJhFs0BCelmQsWsshMrE5MSGVejAQYQYGTgZ4TQDAyMkgwQwMjIyMDIwMjEwAgUbrCHijLs4PjBysDCxMDB8JyZA6SIkQEADBAWAKH0ADn6ewc';
    expect(await reopened(made, [tegal, kayaba])).toEqual(before);
    expect((await linkTo(before, new Set([tegal]), BASE)).fragment).toBe(made);
    const sized = {
      ...before,
      looks: { ...NO_LOOKS, size: { measure: 'DEGREE' as const, families: [], among: null } },
    };
    expect((await linkTo(sized, new Set([tegal]), BASE)).fragment).toMatch(/^#v=2\./);
    const pairs = [{ cluster: tegal, firm: kayaba, direction: 'OUTPUT' as const }];
    const fitted = { ...before, looks: { ...NO_LOOKS, candidates: { pairs, brought: [kayaba] } } };
    const { fragment } = await linkTo(fitted, new Set([tegal]), BASE);
    expect(fragment).toMatch(/^#v=3\./);
    expect(await reopened(fragment, [tegal, kayaba])).toEqual(fitted);
  });

  it('kept in a file before sizes and rings were is a view without them', () => {
    const { looks: _, ...before } = VIEW;
    expect(parseSharedView(before)).toEqual(VIEW);
    const { candidates: __, ...looks } = { ...NO_LOOKS, size: { measure: 'DEGREE', families: [], among: null } };
    expect(parseSharedView({ ...before, looks })?.looks).toEqual({ ...looks, candidates: null });
    const seed = { quality: 'CPM', resolution: 0, seed: 1, families: [] };
    expect(parseSharedView({ ...before, looks: { size: null, colour: seed, communities: null } })).toBeNull();
  });
});
