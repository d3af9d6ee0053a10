import { describe, expect, it } from 'vitest';
import { fuzzyFind, fuzzyFit } from '../../web/src/panels/palette/fuzzy.ts';

const NAMES = ['Hide Metal of Tegal', 'View: Table', 'View: Map', 'Undo: hide Kayaba', 'Évidence: With inferred'];
const find = (typed: string): readonly string[] => fuzzyFind(NAMES, (name) => name, typed);

describe('finding a command by what is typed', () => {
  it('gives all in their order when nothing is typed', () => {
    expect(find('  ')).toEqual(NAMES);
  });

  it('prefers the beginning of the text, then of a word, then the inside, then letters in order', () => {
    expect(find('hide')).toEqual(['Hide Metal of Tegal', 'Undo: hide Kayaba']);
    expect(fuzzyFit('table', 'ta') ?? 0).toBeGreaterThan(fuzzyFit('a table', 'ta') ?? 0);
    expect(fuzzyFit('a table', 'ab') ?? 0).toBeGreaterThan(fuzzyFit('a table', 'tl') ?? 0);
  });

  it('takes words in any order, letters left out, and no heed of accents or capitals', () => {
    expect(find('tegal hide')).toEqual(['Hide Metal of Tegal']);
    expect(find('vw tbl')).toEqual(['View: Table']);
    expect(find('EVIDENCE')).toEqual(['Évidence: With inferred']);
  });

  it('finds nothing where a letter is missing', () => {
    expect(find('xyz')).toEqual([]);
    expect(fuzzyFit('abc', 'cb')).toBeNull();
  });
});
