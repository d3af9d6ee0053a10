import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourcesPage } from '../../graph-seed/dataset/sources-page.ts';
import { allEvidence, readRealDataset } from './real-dataset.ts';

/** How many facts were collected, by letter. */
const COLLECTED = { A: 105, B: 167, E: 42 };
const ARTICLE = 'source:netralnews-2017';

const records = readRealDataset();
const evidence = allEvidence(records);
const expectedIds = Object.entries(COLLECTED).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(3, '0')}`),
);
const idsOf = (source: (id: string) => boolean): ReadonlySet<string> =>
  new Set([
    ...records.sources.filter(({ id }) => source(id)).flatMap(({ facts }) => facts),
    ...evidence.filter(({ piece }) => source(piece.source)).flatMap(({ piece }) => piece.facts),
  ]);

describe('the facts', () => {
  it('are 314, and every one stands on a record or a source', () => {
    const there = idsOf(() => true);
    expect(expectedIds).toHaveLength(314);
    expect(expectedIds.filter((id) => !there.has(id))).toEqual([]);
  });

  it('name no fact that was never collected', () => {
    const known = new Set(expectedIds);
    const strange = [...idsOf(() => true)].filter((id) => /^[ABE]/.test(id) && !known.has(id));
    expect(strange).toEqual([]);
  });

  it('of the article rest on the article, all 105', () => {
    const there = idsOf((id) => id === ARTICLE);
    expect(expectedIds.filter((id) => id.startsWith('A') && !there.has(id))).toEqual([]);
  });

  it('that we concluded ourselves never pass as documented', () => {
    const pieces = evidence.filter(({ piece }) => piece.source === 'source:sentra-inference');
    expect(pieces.length).toBeGreaterThan(0);
    expect(pieces.filter(({ piece }) => piece.kind !== 'INFERRED')).toEqual([]);
  });

  it('held as general knowledge never pass as documented', () => {
    const pieces = evidence.filter(({ piece }) => piece.source === 'source:general-knowledge');
    expect(pieces.filter(({ piece }) => piece.kind === 'DOCUMENTED')).toEqual([]);
  });
});

describe('the sources', () => {
  it('are each used by a record', () => {
    const used = new Set<string>(evidence.map(({ piece }) => piece.source));
    expect(records.sources.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('stand in SOURCES.md exactly as the records have them; write it anew with graph-seed/dataset/write-sources.ts', () => {
    expect(readFileSync('graph-seed/dataset/SOURCES.md', 'utf8')).toBe(sourcesPage(records.sources));
  });

  it('stand in SOURCES.md once each, under their licence', () => {
    const page = sourcesPage(records.sources);
    for (const { id, licence } of records.sources) {
      expect(page.split(`\`${id}\``), id).toHaveLength(2);
      expect(page.slice(0, page.indexOf(`\`${id}\``)).lastIndexOf('## Licence')).toBe(
        page.indexOf(`## Licence: ${licence}\n`),
      );
    }
  });

  it('that can be opened have an address, apart from those whose note says why not', () => {
    expect(records.sources.filter(({ url, note }) => url === null && note === null).map(({ id }) => id)).toEqual([]);
  });
});
