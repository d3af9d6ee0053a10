/** The traps of the collected facts, as the records must show them. */
import { describe, expect, it } from 'vitest';
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

  it('keep the inferred links inferred', () => {
    const inferred = records.relations.filter(({ evidence }) => evidence.every(({ kind }) => kind === 'INFERRED'));
    const joins = (from: string, to: string): boolean =>
      inferred.some((r) => (r.from === from && r.to === to) || (r.from === to && r.to === from));
    expect(joins('facility:muntok-metallurgy-unit', 'cluster:pewter-west-bangka')).toBe(true);
    expect(joins('cluster:ship-components-pasuruan', 'large-industry:pal-indonesia')).toBe(true);
    expect(joins('cluster:silver-gold-makassar', 'cluster:silver-gold-borong')).toBe(true);
  });

  it('read a source’s year as a day of attestation: Tegal supplies Komatsu without an end', () => {
    const supply = relation('cluster:metal-tegal--SUPPLIES--large-industry:komatsu-indonesia');
    expect(supply?.period.to).toBeNull();
    expect(supply?.period.attested.length).toBeGreaterThan(0);
  });

  it('keep both sides of every disagreement', () => {
    expect(records.disagreements.length).toBeGreaterThan(0);
    const sentra = records.figures
      .filter(({ measure, value }) => measure === 'CLUSTERS' && value !== null)
      .map(({ value }) => value);
    expect(sentra).toEqual(expect.arrayContaining([7437, 10514, 13762]));
  });
});
