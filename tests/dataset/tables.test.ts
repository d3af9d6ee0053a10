import { describe, expect, it } from 'vitest';
import {
  heldAt,
  parsePartialDate,
  periodBounds,
  type NodeRecord,
  type RelationRecord,
  type RelationType,
} from '#vocabulary';
import { readRealDataset } from './real-dataset.ts';

const records = readRealDataset();
const nodes = new Map<string, NodeRecord>(records.nodes.map((node) => [node.id, node]));
const ofType = (type: string): readonly NodeRecord[] => records.nodes.filter((node) => node.type === type);
const relations = (type: RelationType): readonly RelationRecord[] => records.relations.filter((r) => r.type === type);
const provincesOf = (regency: string): readonly RelationRecord[] =>
  relations('LOCATED_IN').filter(({ from, to }) => from === regency && to.startsWith('province:'));
const held = (relation: RelationRecord | undefined, day: string): string =>
  relation === undefined ? 'absent' : heldAt(periodBounds(relation.period), parsePartialDate(day));

describe('places', () => {
  it('are 38 provinces and 514 regencies: 416 kabupaten and 98 kota, all with coordinates inside Indonesia', () => {
    const regencies = ofType('Regency');
    expect(ofType('Province')).toHaveLength(38);
    expect(regencies.filter(({ kind }) => kind === 'KABUPATEN')).toHaveLength(416);
    expect(regencies.filter(({ kind }) => kind === 'KOTA')).toHaveLength(98);
    for (const { id, latitude, longitude } of [...regencies, ...ofType('Province')]) {
      expect(latitude, id).toBeGreaterThan(-11.1);
      expect(latitude, id).toBeLessThan(6.1);
      expect(longitude, id).toBeGreaterThan(94.9);
      expect(longitude, id).toBeLessThan(141.1);
    }
  });

  it('say Kabupaten or Kota as their kind says', () => {
    for (const { id, name, kind } of ofType('Regency')) {
      expect(name.startsWith(kind === 'KOTA' ? 'Kota ' : 'Kabupaten '), id).toBe(true);
    }
  });

  it('lie in the province that their code begins with, and each province in Indonesia', () => {
    for (const { id, code } of ofType('Regency')) {
      expect(
        provincesOf(id).map(({ to }) => to),
        id,
      ).toContain(`province:${code?.slice(0, 2)}`);
    }
    const inIndonesia = new Set(
      relations('LOCATED_IN')
        .filter(({ to }) => to === 'country:id')
        .map(({ from }) => from),
    );
    expect(ofType('Province').filter(({ id }) => !inIndonesia.has(id))).toEqual([]);
  });

  it('lie in two provinces only where the split of 2022 moved them, one after the other', () => {
    const moved = ofType('Regency').filter(({ id }) => provincesOf(id).length > 1);
    expect(moved).toHaveLength(26);
    for (const { id, code } of moved) {
      const [before, after] = [...provincesOf(id)].sort((a, b) => (a.to < b.to ? -1 : 1));
      expect(['93', '94', '95', '96'], id).toContain(code?.slice(0, 2));
      expect(held(before, '2023'), id).toBe('NO');
      expect(held(after, '2022-06'), id).toBe('NO');
      expect(held(after, '2024'), id).toBe('YES');
    }
  });

  it('have Dogiyai in Papua when the article appeared and in Central Papua since, each with its facts', () => {
    const [papua, central] = [...provincesOf('regency:94.06')].sort((a, b) => (a.to < b.to ? -1 : 1));
    expect([papua?.to, central?.to]).toEqual(['province:91', 'province:94']);
    expect([held(papua, '2017-12-26'), held(central, '2017-12-26')]).toEqual(['YES', 'NO']);
    expect([held(papua, '2025-12-31'), held(central, '2025-12-31')]).toEqual(['NO', 'YES']);
    expect(papua?.evidence.flatMap(({ facts }) => facts)).toEqual(expect.arrayContaining(['A031', 'B012']));
    expect(central?.evidence.flatMap(({ facts }) => facts)).toEqual(expect.arrayContaining(['B010', 'B011']));
  });

  it('are known under the names of the article', () => {
    const known = (id: string): readonly string[] => {
      const node = nodes.get(id);
      return [
        node?.name,
        ...(node?.names ?? []).map(({ text }) => text),
        ...(node?.aliases ?? []).map(({ text }) => text),
      ].flatMap((text) => text ?? []);
    };
    expect(known('province:35')).toEqual(expect.arrayContaining(['East Java', 'Jawa Timur']));
    expect(known('province:19')).toEqual(expect.arrayContaining(['Bangka Belitung', 'Kepulauan Bangka Belitung']));
    expect(known('regency:35.75')).toEqual(expect.arrayContaining(['Kota Pasuruan', 'Pasuruan City']));
    expect(known('regency:74.05')).toEqual(expect.arrayContaining(['Kabupaten Konawe Selatan', 'South Konawe']));
    expect(known('regency:19.05')).toEqual(expect.arrayContaining(['Kabupaten Bangka Barat', 'West Bangka Regency']));
    expect(known('regency:33.28')).toEqual(expect.arrayContaining(['Kabupaten Tegal', 'Tegal Regency', 'Kab. Tegal']));
  });
});

describe('the lists of underdeveloped regencies', () => {
  const on = (list: string): readonly RelationRecord[] =>
    relations('DESIGNATED_AS').filter(({ to }) => to === `designation:underdeveloped-${list}`);

  it('hold 122 and 62 regencies; what was only remembered of the first is general knowledge', () => {
    const [first, second] = [on('2015-2019'), on('2020-2024')];
    const documented = (list: readonly RelationRecord[]): number =>
      list.filter(({ evidence }) => evidence.some(({ kind }) => kind === 'DOCUMENTED')).length;
    expect([first.length, documented(first)]).toEqual([122, 62]);
    expect([second.length, documented(second)]).toEqual([62, 62]);
  });

  it('hold Dogiyai on both and South Konawe on neither', () => {
    const places = (list: string): readonly string[] => on(list).map(({ from }) => from);
    expect(places('2015-2019')).toContain('regency:94.06');
    expect(places('2020-2024')).toContain('regency:94.06');
    expect([...places('2015-2019'), ...places('2020-2024')]).not.toContain('regency:74.05');
  });
});

describe('sectors', () => {
  const scheme = (name: string): readonly NodeRecord[] => ofType('Sector').filter((node) => node.scheme === name);

  const kbliCodes = (digits: number): readonly string[] =>
    scheme('KBLI_2020')
      .flatMap(({ code }) => (code?.length === digits ? [code] : []))
      .sort();

  it('are the 24 divisions of manufacturing, the classes that something falls under, and the 17 products of the table', () => {
    expect(kbliCodes(2)).toEqual(Array.from({ length: 24 }, (_, i) => String(i + 10)));
    expect(kbliCodes(2).length + kbliCodes(4).length).toBe(scheme('KBLI_2020').length);
    expect(scheme('BPS_IO_17')).toHaveLength(17);
  });

  it('of four digits stand under the division of their first two digits, or under trade, and something falls under each', () => {
    const under = relations('CLASSIFIED_UNDER');
    for (const code of kbliCodes(4)) {
      const id = `sector:kbli-${code}`;
      const division = code.startsWith('4') ? 'sector:io17-7' : `sector:kbli-${code.slice(0, 2)}`;
      expect(under.filter(({ from }) => from === id).map(({ to }) => to)).toEqual([division]);
      expect(
        [...under, ...relations('IN_SECTOR')].some(({ to }) => to === id),
        id,
      ).toBe(true);
    }
  });

  it('have 284 flows, each coefficient the flow over the output of the product that takes it', () => {
    const output = new Map<string, number>(
      records.figures.filter(({ measure }) => measure === 'OUTPUT').map(({ about, value }) => [about, value ?? NaN]),
    );
    const flows = relations('SECTOR_INPUT');
    expect(flows).toHaveLength(284);
    for (const { id, to, valueMillionRp, coefficient } of flows) {
      expect(Math.abs((valueMillionRp ?? NaN) / (output.get(to) ?? NaN) - (coefficient ?? NaN)), id).toBeLessThan(
        5.1e-7,
      );
    }
  });

  it('have the rest of the table as figures, zeros too, so that every row and column adds up to output', () => {
    const of = (measure: string): ReadonlyMap<string, number> =>
      new Map<string, number>(
        records.figures.filter((figure) => figure.measure === measure).map(({ about, value }) => [about, value ?? NaN]),
      );
    const sold = [
      'HOUSEHOLD_CONSUMPTION',
      'NPISH_CONSUMPTION',
      'GOVERNMENT_CONSUMPTION',
      'FIXED_CAPITAL_FORMATION',
      'INVENTORY_CHANGE',
      'GOODS_EXPORTS',
      'SERVICE_EXPORTS',
    ].map(of);
    const paid = ['PRODUCT_TAXES', 'IMPORTED_INPUT', 'COMPENSATION', 'OPERATING_SURPLUS', 'PRODUCTION_TAXES'].map(of);
    const sum = (parts: readonly ReadonlyMap<string, number>[], id: string): number =>
      parts.reduce((all, part) => all + (part.get(id) ?? NaN), 0);
    const flows = relations('SECTOR_INPUT');
    const flow = (end: 'from' | 'to', id: string): number =>
      flows.reduce((all, one) => all + (one[end] === id ? (one.valueMillionRp ?? NaN) : 0), 0);
    for (const { id } of scheme('BPS_IO_17')) {
      expect(flow('from', id) + sum(sold, id), `row ${id}`).toBe(of('OUTPUT').get(id));
      expect(flow('to', id) + sum(paid, id), `column ${id}`).toBe(of('OUTPUT').get(id));
    }
  });

  it('buy from each other less than they make', () => {
    const bought = new Map<string, number>();
    for (const { to, coefficient } of relations('SECTOR_INPUT'))
      bought.set(to, (bought.get(to) ?? 0) + (coefficient ?? NaN));
    for (const [sector, sum] of bought) expect(sum, sector).toBeLessThan(1);
  });
});
