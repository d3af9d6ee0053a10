import { describe, expect, it } from 'vitest';
import { faultsOf, GOOD } from './written-dataset.ts';

interface Case {
  readonly rule: string;
  /** Written into GOOD: `old` becomes `bad`, or `bad` is added at the end. */
  readonly old?: string;
  readonly bad: string;
  readonly message: string;
}

const EVIDENCE = 'evidence: [{ source: source:paper, kind: DOCUMENTED }]';
const relation = (fields: string): string => `  - { ${fields}, ${EVIDENCE} }\n`;
const figure = (fields: string): string => `figures:\n  - { about: cluster:hoes, ${fields}, ${EVIDENCE} }\n`;
const node = (fields: string): string => GOOD.replace('nodes:\n', `nodes:\n  - { ${fields} }\n`);

const IN_TEXT: readonly Case[] = [
  {
    rule: 'a key stands once',
    old: 'name: The mill',
    bad: 'name: The mill, name: Mill',
    message: "'name' stands twice",
  },
  {
    rule: 'an anchor comes first',
    old: '[{ source: source:paper, kind: DOCUMENTED, facts: [B002, A001] }]',
    bad: '*gone',
    message: 'no anchor &gone',
  },
  { rule: 'a list has a known name', old: 'relations:', bad: 'relation:', message: "unknown list 'relation'" },
  { rule: 'a field has a known name', old: 'share: 0.25', bad: 'shares: 0.25', message: "unknown field 'shares'" },
  { rule: 'a required field is there', old: '    licence: facts only\n', bad: '', message: 'licence: is missing' },
  { rule: 'an empty field is left out', old: 'name: The mill', bad: "name: ''", message: 'is empty' },
  {
    rule: 'a mark is true or left out',
    old: 'name: The mill',
    bad: 'name: The mill, restricted: false',
    message: 'leave it out where anybody may see the record',
  },
  {
    rule: 'a web address is one',
    old: 'https://example.org/paper',
    bad: 'example.org/paper',
    message: 'is not a web address',
  },
  {
    rule: 'a language tag is one',
    old: 'language: id',
    bad: 'language: bahasa indonesia',
    message: 'is not a language tag',
  },
  { rule: 'a date is one', old: 'date: 2021-06', bad: 'date: 2021-13', message: 'months run from 01 to 12' },
  {
    rule: 'a node id has a known prefix',
    old: 'id: cluster:nails',
    bad: 'id: sentra:nails',
    message: 'is not a node id',
  },
  { rule: 'a source id has its form', old: 'id: source:paper', bad: 'id: Source:paper', message: 'is not a source id' },
  {
    rule: 'a relation type is known',
    old: 'type: SUPPLIES',
    bad: 'type: SELLS',
    message: "'SELLS' is no type of relation",
  },
  {
    rule: 'a kind of evidence is known',
    old: 'kind: DOCUMENTED',
    bad: 'kind: CERTAIN',
    message: "'CERTAIN' is no kind of evidence",
  },
  { rule: 'a fact id has its form', old: 'B002', bad: 'B2', message: 'is not a fact id' },
  { rule: 'a fact id stands once', old: 'A001', bad: 'B002', message: 'stands twice' },
  { rule: 'a share is a part', old: 'share: 0.25', bad: 'share: 1.01', message: 'from 0 to 1' },
  { rule: 'a number is written plainly', old: 'share: 0.25', bad: 'share: 1/4', message: 'is not a number' },
  { rule: 'a latitude is on the globe', old: 'latitude: -7.65', bad: 'latitude: -97.65', message: 'from -90 to 90' },
  {
    rule: 'a longitude is on the globe',
    old: 'longitude: 112.91',
    bad: 'longitude: 212.91',
    message: 'from -180 to 180',
  },
  { rule: 'coordinates come in pairs', old: ', longitude: 112.91', bad: '', message: 'both or neither' },
  {
    rule: 'a relation has a source',
    old: '[{ source: source:paper, kind: DOCUMENTED, facts: [B002, A001] }]',
    bad: '[]',
    message: 'no evidence',
  },
  {
    rule: 'evidence names a source that is there',
    old: '{ source: source:paper,',
    bad: '{ source: source:lost,',
    message: 'no source source:lost',
  },
  {
    rule: 'an end is there',
    old: 'to: large-industry:mill',
    bad: 'to: large-industry:lost',
    message: 'no node large-industry:lost',
  },
  {
    rule: 'ends are allowed',
    old: 'to: large-industry:mill',
    bad: 'to: regency:35.75',
    message: 'cannot lead from SmiCluster to Regency',
  },
  { rule: 'a cluster says its kind', old: 'kind: GROUP', bad: 'code: X', message: 'needs a kind: CLUSTER or GROUP' },
  {
    rule: 'a type without kinds has none',
    old: 'name: The mill',
    bad: 'name: The mill, kind: BIG',
    message: 'has no kinds',
  },
  { rule: 'a sector says its scheme', old: 'scheme: NAMED', bad: 'description: of metal', message: 'needs a scheme' },
  {
    rule: 'only sectors have a scheme',
    old: 'name: The mill',
    bad: 'name: The mill, scheme: NAMED',
    message: 'has no scheme',
  },
  { rule: 'a place has its code', old: 'code: 35.75, ', bad: '', message: 'needs a code' },
  { rule: 'a code has its form', old: 'code: 35.75', bad: 'code: 3575', message: 'is no code of a Regency' },
  { rule: 'code and id agree', old: 'code: 35.75', bad: 'code: 35.14', message: 'differ' },
  {
    rule: 'carries is for supply',
    old: 'type: SUPPLIES',
    bad: 'type: FOSTERS\n    carries: SCRAP',
    message: 'carries belongs to SUPPLIES',
  },
];

const ADDED: readonly Case[] = [
  {
    rule: 'an id stands once over all files',
    bad: relation('from: cluster:hoes, type: SUPPLIES, to: large-industry:mill'),
    message: 'is already in a.yaml:17',
  },
  {
    rule: 'a relation joins two nodes',
    bad: relation('from: cluster:hoes, type: SUPPLIES, to: cluster:hoes'),
    message: 'with itself',
  },
  {
    rule: 'PART_OF joins two of one type',
    bad: relation('from: cluster:hoes, type: PART_OF, to: programme:help'),
    message: 'PART_OF joins two of one type',
  },
  {
    rule: 'SAME_AS_PROBABLY is inferred',
    bad: relation('from: cluster:hoes, type: SAME_AS_PROBABLY, to: cluster:nails'),
    message: 'must be INFERRED',
  },
  {
    rule: 'a sector input has a value',
    bad: relation('from: sector:metal, type: SECTOR_INPUT, to: sector:metal, coefficient: 0.1'),
    message: 'needs valueMillionRp',
  },
  {
    rule: 'a sector input has a coefficient',
    bad: relation('from: sector:metal, type: SECTOR_INPUT, to: sector:metal, valueMillionRp: 5'),
    message: 'needs a coefficient',
  },
  {
    rule: 'a value is for sector input',
    bad: relation('from: cluster:nails, type: SUPPLIES, to: cluster:hoes, valueMillionRp: 5'),
    message: 'belongs to SECTOR_INPUT',
  },
  {
    rule: 'status is for targets',
    bad: relation('from: cluster:nails, type: SUPPLIES, to: cluster:hoes, status: TARGETED'),
    message: 'status belongs to TARGETS',
  },
  {
    rule: 'a target has a status',
    bad: relation('from: programme:help, type: TARGETS, to: regency:35.75'),
    message: 'TARGETS needs a status',
  },
  {
    rule: 'a share is for supply and ownership',
    bad: relation('from: cluster:nails, type: LOCATED_IN, to: regency:35.75, share: 0.5'),
    message: 'share belongs to SUPPLIES and OWNS',
  },
  {
    rule: 'a period ends after it begins',
    bad: relation('from: cluster:nails, type: SUPPLIES, to: cluster:hoes, period: { from: 2019, to: 2018 }'),
    message: 'impossible period',
  },
  {
    rule: 'a key has its form',
    bad: relation("from: cluster:nails, type: SUPPLIES, to: cluster:hoes, key: 'a b'"),
    message: 'a key holds letters',
  },
  {
    rule: 'a figure is about a node',
    bad: figure('measure: MAKERS, value: 5, unit: COUNT').replace('cluster:hoes', 'cluster:lost'),
    message: 'no node cluster:lost',
  },
  {
    rule: 'a figure is narrowed by a node',
    bad: figure('measure: MAKERS, within: sector:lost, value: 5, unit: COUNT'),
    message: 'no node sector:lost',
  },
  {
    rule: 'a measure is known',
    bad: figure('measure: HAPPINESS, value: 5, unit: COUNT'),
    message: "'HAPPINESS' is no measure",
  },
  { rule: 'a counted measure has a unit', bad: figure('measure: MAKERS, value: 5'), message: 'needs a unit' },
  { rule: 'a counted measure has a value', bad: figure('measure: MAKERS, unit: COUNT'), message: 'needs a value' },
  {
    rule: 'a counted measure has no text',
    bad: figure('measure: MAKERS, value: 5, unit: COUNT, text: five'),
    message: 'is counted',
  },
  {
    rule: 'a count is a whole number',
    bad: figure('measure: MAKERS, value: 5.5, unit: COUNT'),
    message: 'whole number',
  },
  {
    rule: 'a percentage is one',
    bad: figure('measure: SHARE_OF_FIRMS, value: 101, unit: PERCENT'),
    message: 'from 0 to 100',
  },
  { rule: 'a told measure has a text', bad: figure('measure: GOAL'), message: 'needs a text' },
  { rule: 'a told measure has no value', bad: figure('measure: GOAL, text: more, value: 5'), message: 'has no value' },
  {
    rule: 'a figure has a source',
    bad: 'figures:\n  - { about: cluster:hoes, measure: GOAL, text: more }\n',
    message: 'no evidence',
  },
  {
    rule: 'a disagreement is there',
    bad: figure('measure: GOAL, text: more, disagreement: disagreement:lost'),
    message: 'no disagreement disagreement:lost',
  },
  {
    rule: 'a disagreement has two sides',
    bad: `${figure('measure: GOAL, text: more, disagreement: disagreement:d')}disagreements:\n  - { id: disagreement:d, about: cluster:hoes, question: What for }\n`,
    message: 'has one side',
  },
];

const NODES: readonly Case[] = [
  {
    rule: 'an alias is no name',
    bad: 'id: large-industry:x, name: X, aliases: [{ text: X, kind: OTHER_NAME }]',
    message: 'is already a name',
  },
  {
    rule: 'an alias stands once',
    bad: 'id: large-industry:x, name: X, aliases: [{ text: Y, kind: OTHER_NAME }, { text: Y, kind: CODE }]',
    message: 'stands twice',
  },
  {
    rule: 'a code belongs to one node',
    bad: 'id: sector:x, name: X, scheme: KBLI_2020, code: 10 }\n  - { id: sector:y, name: Y, scheme: KBLI_2020, code: 10',
    message: 'already that of sector:x',
  },
  { rule: 'a classified sector has a code', bad: 'id: sector:x, name: X, scheme: KBLI_2020', message: 'needs a code' },
  {
    rule: 'a named sector has no code',
    bad: 'id: sector:x, name: X, scheme: NAMED, code: 10',
    message: 'NAMED sector has no code',
  },
  {
    rule: 'a source stands once with a kind',
    bad: 'id: sector:x, name: X, scheme: NAMED, evidence: [{ source: source:paper, kind: INFERRED }, { source: source:paper, kind: INFERRED }]',
    message: 'stands twice as INFERRED',
  },
];

/** The one fault of a text that breaks one rule. */
function onlyFault(text: string): string {
  const faults = faultsOf({ 'a.yaml': text });
  expect(faults.map(({ message }) => message)).toHaveLength(1);
  return faults[0]?.message ?? '';
}

describe('every rule of the dataset', () => {
  it('is kept by the text that the cases break', () => {
    expect(faultsOf({ 'a.yaml': GOOD })).toEqual([]);
  });
  it.each(IN_TEXT)('$rule', ({ old = '', bad, message }) => {
    expect(GOOD).toContain(old);
    const messages = faultsOf({ 'a.yaml': GOOD.replace(old, bad) }).map((fault) => fault.message);
    expect(messages).toContainEqual(expect.stringContaining(message));
  });
  it.each(ADDED)('$rule', ({ bad, message }) => {
    expect(onlyFault(GOOD + bad)).toContain(message);
  });
  it.each(NODES)('$rule', ({ bad, message }) => {
    expect(onlyFault(node(bad))).toContain(message);
  });
  it('an id in two files names the other file', () => {
    const faults = faultsOf({ 'a.yaml': GOOD, 'b.yaml': 'nodes:\n  - { id: large-industry:mill, name: Mill }\n' });
    expect(faults).toMatchObject([
      { file: 'b.yaml', line: 2, message: expect.stringContaining('a.yaml:12') as string },
    ]);
  });
  it('rules are judged on the good fields of a record with a bad one', () => {
    const messages = faultsOf({ 'a.yaml': node('id: cluster:x, name: X, colour: red, latitude: 1') }).map(
      (f) => f.message,
    );
    expect(messages).toHaveLength(3);
    for (const part of ['both or neither', "unknown field 'colour'", 'needs a kind'])
      expect(messages.join()).toContain(part);
  });
});
