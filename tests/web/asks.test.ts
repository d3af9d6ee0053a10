import { describe, expect, it } from 'vitest';
import { readDataset } from '../../graph-seed/dataset/read-dataset.ts';
import { howItAsks } from '../../web/src/panels/questions/asks.ts';

const reading = readDataset('graph-seed/dataset/records');
const names = reading.ok
  ? reading.records.nodes.flatMap(({ name, names: others }) => [name, ...others.map(({ text }) => text)])
  : [];

describe('a typed text', () => {
  it('that is a name of the dataset is never clearly a question', () => {
    expect(names.length).toBeGreaterThan(800);
    expect(names.filter((name) => howItAsks(name) === 'CLEARLY')).toEqual([]);
  });

  it.each([
    ['IKM mana yang memasok PT Dharma Polimetal', 'CLEARLY'],
    ['which clusters in East Java have no large buyer', 'CLEARLY'],
    ['kayaba?', 'CLEARLY'],
    ['PT Rachmad Perdana Adimetal', 'PERHAPS'],
    ['find paths between two', 'PERHAPS'],
    ['Whichever Mills', 'NO'],
    ['tegal', 'NO'],
  ] as const)('%s asks %s', (text, asking) => {
    expect(howItAsks(text)).toBe(asking);
  });
});
