import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeTypeOfId, parseNodeId, UNKNOWN_PERIOD } from '#vocabulary';
import { editDistance } from '../../api/projection/edit-distance.ts';
import { foldName } from '../../api/projection/fold-name.ts';
import { buildSearchIndex, type SearchIndex } from '../../api/projection/search-index.ts';
import type { StoredNode } from '../../api/store/graph-store.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly names?: readonly string[];
  readonly aliases?: readonly string[];
  readonly code?: string;
}

function node({ id, name, names = [], aliases = [], code }: Named): StoredNode {
  const nodeId = parseNodeId(id);
  return {
    id: nodeId,
    type: nodeTypeOfId(nodeId),
    name,
    names: names.map((text) => ({ language: 'id', text })),
    aliases: aliases.map((text) => ({ text, kind: 'OTHER_NAME' })),
    kind: null,
    code: code ?? null,
    scheme: null,
    latitude: null,
    longitude: null,
    period: UNKNOWN_PERIOD,
    description: null,
  };
}

const NODES: readonly Named[] = [
  { id: 'regency:35.75', name: 'Kota Pasuruan', aliases: ['Pasuruan City'], code: '35.75' },
  { id: 'regency:35.14', name: 'Kabupaten Pasuruan', code: '35.14' },
  { id: 'cluster:metal-pasuruan', name: 'Metal sentra of Kota Pasuruan' },
  { id: 'regency:19.05', name: 'Kabupaten Bangka Barat', names: ['Bangka Barat'], aliases: ['West Bangka Regency'] },
  { id: 'locality:mentok', name: 'Mentok', aliases: ['Muntok'] },
  { id: 'agency:kemenperin', name: 'Ministry of Industry of Indonesia', aliases: ['Kemenperin', '工業省'] },
  { id: 'agency:trade', name: 'Ministry of Trade of Indonesia' },
  { id: 'large-industry:timah', name: 'PT Timah Tbk' },
  { id: 'large-industry:dharma', name: 'PT Dharma Polimetal' },
  { id: 'small-industry:tin-town', name: 'Tin Town' },
  { id: 'small-industry:tan', name: 'CV Tan' },
  { id: 'organisation:borong', name: "Pa'rimpungan Pade'de Logam Borong" },
  { id: 'regency:73.71', name: 'Kota Makassar' },
  { id: 'sector:food', name: 'Makanan' },
  { id: 'facility:cafe', name: 'Kafé Enauto' },
];

async function* inBatches(nodes: readonly StoredNode[], size: number): AsyncGenerator<readonly StoredNode[]> {
  for (let start = 0; start < nodes.length; start += size) yield nodes.slice(start, start + size);
}

let index: SearchIndex;
beforeAll(async () => {
  index = await buildSearchIndex(inBatches(NODES.map(node), 5));
});

const found = (text: string, first = 20): readonly string[] =>
  index.search(text, { first }).matches.map((hit) => hit.id);

describe('search', () => {
  it('puts the whole name before names that only start with it, and those before names that hold it', () => {
    expect(found('Kota Pasuruan')).toEqual(['regency:35.75', 'cluster:metal-pasuruan']);
    expect(found('Pasuruan')).toEqual(['regency:35.14', 'regency:35.75', 'cluster:metal-pasuruan']);
  });

  it('answers a code with its node alone in front', () => {
    expect(index.search('35.75', { first: 1 }).matches).toEqual([
      { id: 'regency:35.75', matchedName: '35.75', isAlias: true, kind: 'EXACT' },
    ]);
  });

  it.each([
    ['pasuruhan', 'regency:35.14'],
    ['kemenprin', 'agency:kemenperin'],
    ['moentok', 'locality:mentok'],
    ['dharma polymetal', 'large-industry:dharma'],
    ['kafe enauto', 'facility:cafe'],
    ['KAFÉ ENAUTO', 'facility:cafe'],
    ['parimpungan padede', 'organisation:borong'],
    ['工業省', 'agency:kemenperin'],
    ['west bangka', 'regency:19.05'],
    ['ministry of tra', 'agency:trade'],
  ])('finds %s first as %s', (text, id) => {
    expect(found(text)[0]).toBe(id);
  });

  it('says which alias matched, and that it is one', () => {
    expect(index.search('muntok', { first: 1 }).matches[0]).toEqual({
      id: 'locality:mentok',
      matchedName: 'Muntok',
      isAlias: true,
      kind: 'EXACT',
    });
    expect(index.search('kemenprin', { first: 1 }).matches[0]).toMatchObject({
      matchedName: 'Kemenperin',
      kind: 'FUZZY',
    });
  });

  it('ignores legal forms on either side, but not when the text is nothing else', () => {
    expect(found('Timah')[0]).toBe('large-industry:timah');
    expect(found('CV. Dharma Polimetal, Tbk')[0]).toBe('large-industry:dharma');
    expect(index.search('PT', { first: 5 }).totalCount).toBe(0);
  });

  it('does not take a short word for a misspelling of another', () => {
    expect(found('tin')).toEqual(['small-industry:tin-town']);
  });

  it('puts the name with fewest letters wrong first, whatever else it is', () => {
    expect(found('makasar').slice(0, 2)).toEqual(['regency:73.71', 'sector:food']);
  });

  it('counts every node found once, whatever first is', () => {
    expect(index.search('pasuruan', { first: 1 })).toMatchObject({ totalCount: 3, matches: [{ id: 'regency:35.14' }] });
  });

  it('keeps to the types asked for', () => {
    const answer = index.search('pasuruan', { first: 5, types: ['SmiCluster'] });
    expect(answer.matches.map((hit) => hit.id)).toEqual(['cluster:metal-pasuruan']);
    expect(answer.totalCount).toBe(1);
  });

  it('falls back to names that hold some of the words when none holds all', () => {
    expect(found('pasuruan xylophone')).toContain('regency:35.75');
  });

  it.each(['', '   ', '!?', '—'])('finds nothing for %j', (text) => {
    expect(index.search(text, { first: 5 })).toEqual({ totalCount: 0, matches: [] });
  });

  it('answers any text without failing, in an order that repeats', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), (text) => {
        const once = index.search(text, { first: 50 });
        expect(once.matches.length).toBeLessThanOrEqual(once.totalCount);
        expect(index.search(text, { first: 50 })).toEqual(once);
        expect(index.search(text, { first: 2 }).matches).toEqual(once.matches.slice(0, 2));
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on how the nodes were cut into batches', async () => {
    const other = await buildSearchIndex(inBatches(NODES.map(node), 1));
    for (const text of ['pasuruan', 'bangka', 'ministry', 'timah']) {
      expect(other.search(text, { first: 20 })).toEqual(index.search(text, { first: 20 }));
    }
  });
});

describe('edit distance', () => {
  it('is symmetric, zero only for equal words, and obeys the triangle inequality', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });

  it.each([
    ['makasar', 'makassar', 1],
    ['moentok', 'mentok', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('from %s to %s is %i', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits);
  });
});

describe('folding of names', () => {
  it.each([
    ['Moentok', 'muntok'],
    ['Djakarta', 'jakarta'],
    ['Tjirebon', 'cirebon'],
    ["Pa'rimpungan", 'parimpungan'],
    ['PT. Krakatau Steel (Persero) Tbk', 'krakatau steel'],
  ])('reads %s as %s', (written, folded) => {
    expect(foldName(written).join(' ')).toBe(folded);
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/), (text) => {
        const once = foldName(text).join(' ');
        expect(foldName(once).join(' ')).toBe(once);
      }),
    );
  });
});
