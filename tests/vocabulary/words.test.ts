/** A linter over the vocabulary: what the compiler cannot see. */
import { describe, expect, it } from 'vitest';
import {
  endsAllowed,
  EVIDENCE_KINDS,
  EVIDENCE_KINDS_BY_STRENGTH,
  LANGUAGES,
  MEASURES,
  NODE_FAMILIES,
  NODE_TYPES,
  RELATION_FAMILIES,
  RELATION_TYPES,
  strongestEvidence,
  type Labels,
  type NodeTypeDefinition,
  type RelationTypeDefinition,
} from '#vocabulary';

const nodeTypes: readonly (readonly [string, NodeTypeDefinition])[] = Object.entries(NODE_TYPES);
const relationTypes: readonly (readonly [string, RelationTypeDefinition])[] = Object.entries(RELATION_TYPES);

/** Those that share a text, as `text: A, B`. */
function repeated(texts: readonly (readonly [owner: string, text: string])[]): readonly string[] {
  const owners = new Map<string, string[]>();
  for (const [owner, text] of texts) owners.set(text.toLowerCase(), [...(owners.get(text.toLowerCase()) ?? []), owner]);
  return [...owners].filter(([, list]) => list.length > 1).map(([text, list]) => `${text}: ${list.join(', ')}`);
}

const everyLabel: readonly (readonly [string, Labels])[] = [
  ...Object.entries(NODE_FAMILIES).map(([name, { label }]) => [name, label] as const),
  ...Object.entries(RELATION_FAMILIES).map(([name, { label }]) => [name, label] as const),
  ...Object.entries(EVIDENCE_KINDS).map(([name, { label }]) => [name, label] as const),
  ...Object.entries(MEASURES).map(([name, { label }]) => [name, label] as const),
  ...nodeTypes.flatMap(([name, { label, plural }]) => [[name, label] as const, [`${name} (plural)`, plural] as const]),
  ...relationTypes.flatMap(([name, { label, reverseLabel }]) => [
    [name, label] as const,
    [`${name} (back)`, reverseLabel] as const,
  ]),
];

describe('every word of the vocabulary', () => {
  it('is there in every language, without stray space', () => {
    for (const [name, labels] of everyLabel) {
      expect(Object.keys(labels).sort(), name).toEqual([...LANGUAGES].sort());
      for (const language of LANGUAGES) {
        expect(labels[language], `${name} ${language}`).not.toBe('');
        expect(labels[language], `${name} ${language}`).toBe(labels[language].trim());
      }
    }
  });

  it('in Japanese is written in Japanese', () => {
    for (const [name, { ja }] of everyLabel)
      expect(ja, name).toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u);
  });

  it.each(LANGUAGES)('names one type of node only (%s)', (language) => {
    expect(repeated(nodeTypes.map(([name, { label }]) => [name, label[language]]))).toEqual([]);
  });

  it.each(LANGUAGES)('names one measure only (%s)', (language) => {
    expect(repeated(Object.entries(MEASURES).map(([name, { label }]) => [name, label[language]]))).toEqual([]);
  });

  it.each(LANGUAGES)('that reads a relation, forwards or backwards, reads one type only (%s)', (language) => {
    expect(repeated(relationTypes.map(([name, { label }]) => [name, label[language]]))).toEqual([]);
    expect(repeated(relationTypes.map(([name, { reverseLabel }]) => [name, reverseLabel[language]]))).toEqual([]);
  });
});

describe('types of node', () => {
  it('have ids that begin differently, so that an id tells its type', () => {
    expect(repeated(nodeTypes.map(([name, { idPrefix }]) => [name, idPrefix]))).toEqual([]);
    for (const [name, { idPrefix }] of nodeTypes) expect(idPrefix, name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    const taken = nodeTypes.map(([, { idPrefix }]) => idPrefix);
    expect(taken).not.toContain('source');
    expect(taken).not.toContain('disagreement');
  });

  it('are written as GraphQL types, belong to a family and say what they are in a sentence', () => {
    for (const [name, { family, description, kinds }] of nodeTypes) {
      expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
      expect(Object.keys(NODE_FAMILIES), name).toContain(family);
      expect(description, name).toMatch(/\.$/);
      expect(new Set(kinds).size, name).toBe(kinds.length);
      for (const kind of kinds) expect(kind, name).toMatch(/^[A-Z]+(?:_[A-Z]+)*$/);
    }
  });

  it('can each stand at an end of some relation besides place and likeness', () => {
    const particular = relationTypes.filter(([, { from, to }]) => from !== 'ANY' || to !== 'ANY');
    for (const [name] of nodeTypes) {
      const used = particular.some(([, { from, to }]) =>
        [...(from === 'ANY' ? [] : from), ...(to === 'ANY' ? [] : to)].some((type) => type === name),
      );
      expect(used, name).toBe(true);
    }
  });
});

describe('types of relation', () => {
  it('lead between types of node that exist, each named once', () => {
    const known = new Set(nodeTypes.map(([name]) => name));
    for (const [name, { from, to }] of relationTypes) {
      for (const ends of [from, to]) {
        if (ends === 'ANY') continue;
        expect(ends.length, name).toBeGreaterThan(0);
        expect(
          ends.filter((type) => !known.has(type)),
          name,
        ).toEqual([]);
        expect(new Set(ends).size, name).toBe(ends.length);
      }
    }
  });

  it('are written in capitals, belong to a family and say what they mean in a sentence', () => {
    for (const [name, { family, description }] of relationTypes) {
      expect(name).toMatch(/^[A-Z]+(?:_[A-Z]+)*$/);
      expect(Object.keys(RELATION_FAMILIES), name).toContain(family);
      expect(description, name).toMatch(/\.$/);
    }
  });

  it('of every family exist', () => {
    const used = new Set<string>(relationTypes.map(([, { family }]) => family));
    expect(Object.keys(RELATION_FAMILIES).filter((family) => !used.has(family))).toEqual([]);
  });

  it('keep apart what a reader must not mix', () => {
    expect(RELATION_TYPES.SUPPLIES.family).toBe('supply');
    expect(RELATION_TYPES.AGREED_TO_SUPPLY.family).toBe('agreement');
    expect(RELATION_TYPES.NEEDS_LINKAGE_WITH.family).toBe('requirement');
    expect(RELATION_TYPES.SECTOR_INPUT.family).toBe('inputOutput');
    expect(RELATION_TYPES.SUPPORTS.family).toBe('support');
    expect(RELATION_TYPES.LOCATED_IN.family).toBe('place');
  });

  it('allow the ends they name and no others', () => {
    expect(endsAllowed('SUPPLIES', 'SmiCluster', 'LargeIndustry')).toBe(true);
    expect(endsAllowed('SUPPLIES', 'Province', 'LargeIndustry')).toBe(false);
    expect(endsAllowed('SUPPLIES', 'SmiCluster', 'Province')).toBe(false);
    expect(endsAllowed('LOCATED_IN', 'Person', 'Regency')).toBe(true);
    expect(endsAllowed('LOCATED_IN', 'Regency', 'Person')).toBe(false);
    expect(endsAllowed('SAME_AS_PROBABLY', 'Person', 'Market')).toBe(true);
  });
});

describe('kinds of evidence', () => {
  it('have one order of strength: documented, general knowledge, inferred', () => {
    const byRank = Object.entries(EVIDENCE_KINDS).sort(([, a], [, b]) => a.rank - b.rank);
    expect(byRank.map(([kind]) => kind)).toEqual(['DOCUMENTED', 'GENERAL_KNOWLEDGE', 'INFERRED']);
    expect(EVIDENCE_KINDS_BY_STRENGTH).toEqual(byRank.map(([kind]) => kind));
  });

  it('make a class by the strongest piece, whatever the order', () => {
    expect(strongestEvidence([])).toBeNull();
    expect(strongestEvidence(['INFERRED'])).toBe('INFERRED');
    expect(strongestEvidence(['INFERRED', 'DOCUMENTED', 'GENERAL_KNOWLEDGE'])).toBe('DOCUMENTED');
    expect(strongestEvidence(['GENERAL_KNOWLEDGE', 'INFERRED'])).toBe('GENERAL_KNOWLEDGE');
  });
});
