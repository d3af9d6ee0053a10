import { describe, expect, it } from 'vitest';
import { USUAL_COMMUNITIES } from '../../web/src/exploration/looks.ts';
import { communitiesCsv } from '../../web/src/panels/communities/communities-csv.ts';
import { otherResolution, parseResolution, parseSeed, withQuality } from '../../web/src/panels/communities/asked.ts';
import { largeFirst, removalCsv } from '../../web/src/panels/fragility/fragility-csv.ts';
import { askOther, FIRST_ASKED, moreRows, ranksAsked } from '../../web/src/panels/ranks/asked.ts';
import { ranksCsv } from '../../web/src/panels/ranks/ranks-csv.ts';
import { readCsv } from './fixture/csv-reader.ts';
import { id, must } from './fixture/small-picture.ts';

describe('what the panels ask', () => {
  it('ranks: something else begins with the first rows, more rows keep the question', () => {
    const more = { ...FIRST_ASKED, rows: moreRows(FIRST_ASKED.rows) };
    expect(more.rows).toBe(25);
    expect(askOther(more, { measure: 'DEGREE' })).toEqual({ ...FIRST_ASKED, measure: 'DEGREE' });
    expect([200, 400].map(moreRows)).toEqual([400, 600]);
  });

  it('ranks: the view asks among its nodes, one family alone asks for it, and all name every family', () => {
    const inView = [id('cluster:c1')];
    expect(ranksAsked(FIRST_ASKED, inView)).toMatchObject({ families: [], among: null });
    expect(ranksAsked({ ...FIRST_ASKED, over: 'VIEW', families: 'support' }, inView)).toMatchObject({
      families: ['support'],
      among: inView,
    });
    expect(ranksAsked({ ...FIRST_ASKED, families: 'ALL' }, []).families).toContain('place');
  });

  it('communities: finer and coarser go one resolution further, also from one that was typed', () => {
    expect(otherResolution(USUAL_COMMUNITIES, true)).toBe(0.05);
    expect(otherResolution(USUAL_COMMUNITIES, false)).toBe(0.02);
    expect(otherResolution({ ...USUAL_COMMUNITIES, resolution: 0.04 }, true)).toBe(0.05);
    expect(otherResolution({ ...USUAL_COMMUNITIES, resolution: 0.9 }, true)).toBeNull();
    expect(withQuality(USUAL_COMMUNITIES, 'MODULARITY')).toMatchObject({ quality: 'MODULARITY', resolution: 1 });
  });

  it('communities: resolution and seed as typed', () => {
    expect(['0.03', ' 0,05 ', '0', '-1', '', 'much'].map(parseResolution)).toEqual([
      0.03,
      0.05,
      null,
      null,
      null,
      null,
    ]);
    expect(['1', '0', '1.5', '-1', '', '99999999999'].map(parseSeed)).toEqual([1, 0, null, null, null, null]);
  });

  it('fragility: large industry comes first, both in their order', () => {
    const rows = ['Organisation', 'LargeIndustry', 'SmiCluster', 'LargeIndustry'].map((type, at) => ({
      at,
      buyer: { type },
    }));
    expect(largeFirst(rows).map(({ at }) => at)).toEqual([1, 3, 0, 2]);
  });
});

describe('files of the panels', () => {
  const node = (text: string, name: string) => ({
    id: text,
    type: 'LargeIndustry' as const,
    name,
    names: [],
    kind: null,
    code: null,
    restricted: false,
    coordinates: null,
    places: [],
  });
  const nameOf = ({ name }: { readonly name: string }): string => name;
  const hostile = '=HYPERLINK("http://example")';

  it('ranks: one row a node, on what ground in every row, and no cell runs as a formula', () => {
    const text = ranksCsv(
      {
        nodes: [{ rank: 1, value: 18.5, degree: 4, node: node('large-industry:l1', hostile) }],
        sampledFrom: null,
        revision: 'abc',
      },
      { measure: 'betweenness', over: 'the whole graph', relations: 'goods', evidence: 'Documented', asOf: '2025' },
      nameOf,
    );
    const [header, row] = readCsv(text);
    expect(must(header).slice(0, 7)).toEqual(['rank', 'id', 'type', 'name', 'places', 'value', 'linked_to']);
    expect(must(row)[3]).toBe(`'${hostile}`);
    expect(must(row).slice(5)).toEqual([
      '18.5',
      '4',
      'betweenness',
      'exact',
      'the whole graph',
      'goods',
      'Documented',
      '2025',
      'abc',
    ]);
  });

  it('communities: every member by its id, with what they were looked for by', () => {
    const text = communitiesCsv(
      {
        nodes: [
          {
            number: 1,
            size: 2,
            relationsInside: 1,
            memberIds: ['large-industry:l1', 'large-industry:l2'],
            mostTelling: [node('large-industry:l1', hostile)],
          },
        ],
        quality: 'CPM',
        resolution: 0.03,
        seed: 7,
        modularity: 0.5,
        revision: 'abc',
      },
      { evidence: 'Documented', asOf: 'any' },
      nameOf,
    );
    const [, row] = readCsv(text);
    expect(row).toEqual([
      '1',
      '2',
      '1',
      `'${hostile}`,
      'large-industry:l1; large-industry:l2',
      'CPM',
      '0.03',
      '7',
      '0.5',
      'Documented',
      'any',
      'abc',
    ]);
  });

  it('what falls off: ties lost and weakened, and nodes apart, each list named', () => {
    const [cluster, firm] = [node('cluster:c1', 'First'), node('large-industry:l1', hostile)];
    const tie = { kind: 'GOODS_OBSERVED', strength: 0.5, evidenceClass: 'DOCUMENTED', chainCount: 1 } as const;
    const text = removalCsv(
      hostile,
      {
        revision: 'abc',
        tieCount: 3,
        lostCount: 1,
        lost: [{ ...tie, cluster, largeIndustry: firm }],
        weakenedCount: 1,
        weakened: [{ before: { ...tie, cluster, largeIndustry: firm }, after: { strength: 0.25 } }],
        partCount: 2,
        cutOffCount: 1,
        cutOff: [{ steps: 2, node: firm }],
        cutOffByType: [],
      },
      { evidence: 'Documented', asOf: 'any' },
      nameOf,
    );
    const [, ...rows] = readCsv(text);
    expect(rows.map(([without, list, , , , , steps, before, after]) => [without, list, steps, before, after])).toEqual([
      [`'${hostile}`, 'tie_lost', '', '0.5', ''],
      [`'${hostile}`, 'tie_weakened', '', '0.5', '0.25'],
      [`'${hostile}`, 'apart', '2', '', ''],
    ]);
  });
});
