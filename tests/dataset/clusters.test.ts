/** The traps of the collected facts, as the records must show them. */
import { describe, expect, it } from 'vitest';
import { RELATION_TYPES } from '#vocabulary';
import { readRealDataset } from './real-dataset.ts';

const records = readRealDataset();
const relation = (id: string) => records.relations.find((r) => r.id === id);

describe('the records', () => {
  it('hold 25 clusters of one place and four groups that have none', () => {
    const clusters = records.nodes.filter(({ type }) => type === 'SmiCluster');
    expect(clusters.filter(({ kind }) => kind === 'CLUSTER')).toHaveLength(25);
    expect(clusters.filter(({ kind }) => kind === 'GROUP')).toHaveLength(4);
  });

  it('know Gita and Gati as one person', () => {
    const people = records.nodes.filter(
      ({ type, name, aliases }) =>
        type === 'Person' && [name, ...aliases.map(({ text }) => text)].some((text) => text.includes('Wibawaningsih')),
    );
    expect(people).toHaveLength(1);
    const [person] = people;
    const texts = [person?.name, ...(person?.aliases ?? []).map(({ text }) => text)].join(' ');
    expect(texts).toMatch(/Gati/);
    expect(texts).toMatch(/Gita/);
  });

  it('place the article’s day at the statement, not at the banner', () => {
    expect(records.sources.find(({ id }) => id === 'source:netralnews-2017')?.date).toBe('2017-12-26');
  });

  it.each([
    ['facility:muntok-metallurgy-unit', 'cluster:pewter-west-bangka'],
    ['cluster:ship-components-pasuruan', 'large-industry:pal-indonesia'],
    ['organisation:cocoa-farmers-central-sulawesi', 'large-industry:barry-callebaut-comextra'],
    ['cluster:silver-gold-makassar', 'cluster:silver-gold-borong'],
  ])('let only our own conclusion join %s and %s', (one, other) => {
    const joining = records.relations.filter(
      ({ type, from, to }) =>
        (type === 'SAME_AS_PROBABLY' || ['supply', 'agreement'].includes(RELATION_TYPES[type].family)) &&
        ((from === one && to === other) || (from === other && to === one)),
    );
    expect(joining.length).toBeGreaterThan(0);
    const kinds = joining.flatMap(({ evidence }) => evidence.map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(['INFERRED']));
  });

  it('read a source’s year as a day of attestation: Tegal supplies Komatsu without an end', () => {
    const supply = relation('cluster:metal-tegal--SUPPLIES--large-industry:komatsu-indonesia');
    expect(supply?.period.to).toBeNull();
    expect(supply?.period.attested.length).toBeGreaterThan(0);
  });

  it.each([['B042'], ['B043'], ['B084'], ['B125']])('say why %s begins on the day of its source', (fact) => {
    const begun = records.relations.filter(
      ({ period, evidence }) => period.from !== null && evidence.some(({ facts }) => facts.includes(fact)),
    );
    expect(begun).toHaveLength(1);
    expect(begun[0]?.evidence.map(({ note }) => note).join(' ')).toMatch(/begins/);
  });

  it('keep both sides of every disagreement', () => {
    expect(records.disagreements.length).toBeGreaterThan(0);
    const sidesOf = (id: string): number =>
      [...records.relations, ...records.figures].filter(({ disagreement }) => disagreement === id).length;
    expect(records.disagreements.filter(({ id }) => sidesOf(id) < 2).map(({ id }) => id)).toEqual([]);
    const sentra = records.figures
      .filter(({ measure, value }) => measure === 'CLUSTERS' && value !== null)
      .map(({ value }) => value);
    expect(sentra).toEqual(expect.arrayContaining([7437, 10514, 13762]));
  });
});
