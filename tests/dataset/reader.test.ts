import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { formatFault } from '../../graph-seed/dataset/dataset-fault.ts';
import { readDataset } from '../../graph-seed/dataset/read-dataset.ts';
import { programFile } from '../programs/program.ts';
import { faultsOf, GOOD, writtenDataset } from './written-dataset.ts';

describe('the reader', () => {
  it('reads a faultless dataset whole, with what is absent as null and what is implied filled in', () => {
    const reading = readDataset(writtenDataset({ 'good.yaml': GOOD }));
    if (!reading.ok) throw new Error(reading.faults.map(formatFault).join('\n'));
    const { records } = reading;
    expect(records.nodes.map(({ id, type }) => [id, type])).toEqual([
      ['cluster:hoes', 'SmiCluster'],
      ['cluster:nails', 'SmiCluster'],
      ['large-industry:mill', 'LargeIndustry'],
      ['programme:help', 'Programme'],
      ['regency:35.75', 'Regency'],
      ['sector:metal', 'Sector'],
    ]);
    expect(records.nodes[4]).toMatchObject({ code: '35.75', latitude: -7.65, longitude: 112.91, scheme: null });
    expect(records.relations).toEqual([
      {
        id: 'cluster:hoes--SUPPLIES--large-industry:mill',
        from: 'cluster:hoes',
        type: 'SUPPLIES',
        to: 'large-industry:mill',
        period: { from: null, to: null, attested: [] },
        share: 0.25,
        carries: 'GOODS',
        valueMillionRp: null,
        coefficient: null,
        status: null,
        role: null,
        disagreement: null,
        evidence: [{ source: 'source:paper', kind: 'DOCUMENTED', note: null, facts: ['A001', 'B002'] }],
      },
    ]);
  });

  it('knows a mark on records of every list, and leaves none where none is', () => {
    const marked = GOOD.replace('    licence: facts only\n', '    licence: facts only\n    restricted: true\n')
      .replace('name: The mill', 'name: The mill, restricted: true')
      .replace('share: 0.25', 'share: 0.25\n    restricted: true');
    const reading = readDataset(writtenDataset({ 'good.yaml': marked }));
    if (!reading.ok) throw new Error(reading.faults.map(formatFault).join('\n'));
    const { sources, nodes, relations } = reading.records;
    expect(sources.map(({ restricted }) => restricted)).toEqual([true]);
    expect(nodes.filter((node) => 'restricted' in node).map(({ id }) => id)).toEqual(['large-industry:mill']);
    expect(relations.map(({ restricted }) => restricted)).toEqual([true]);
  });

  it('keeps every scalar as text: a code keeps its zero, a year stays a year, yes stays a word', () => {
    const reading = readDataset(
      writtenDataset({
        'a.yaml': `${GOOD}figures:
  - { about: regency:35.75, measure: STATUS, text: yes, period: { from: 2010 }, evidence: [{ source: source:paper, kind: INFERRED }] }
`,
        'b.yaml': 'nodes:\n  - { id: regency:35.10, name: null, kind: KABUPATEN, code: 35.10 }\n',
      }),
    );
    if (!reading.ok) throw new Error(reading.faults.map(formatFault).join('\n'));
    expect(reading.records.nodes.find(({ id }) => id === 'regency:35.10')).toMatchObject({
      code: '35.10',
      name: 'null',
    });
    expect(reading.records.figures[0]).toMatchObject({ text: 'yes', period: { from: '2010', to: null } });
  });

  it('reports three planted faults in two files at once, with file and line, and loads nothing', () => {
    const reading = readDataset(
      writtenDataset({
        'b.yaml': GOOD.replace('share: 0.25', 'share: 25').replace('kind: GROUP', 'kind: HEAP'),
        'a.yaml': 'nodes:\n  - id: country:id\n    name: Indonesia\n    code: ID\n    colour: red\n',
      }),
    );
    expect(reading.ok).toBe(false);
    expect(reading).not.toHaveProperty('records');
    if (reading.ok) return;
    expect(reading.faults.map(({ file, line }) => `${file}:${line}`)).toEqual(['a.yaml:5', 'b.yaml:11', 'b.yaml:20']);
    const [colour, heap, share] = reading.faults.map(({ message }) => message);
    expect(colour).toContain("unknown field 'colour'");
    expect(heap).toContain('CLUSTER, GROUP');
    expect(share).toContain('from 0 to 1');
  });

  it('reports a fault of syntax without blaming those who refer to the records of that file', () => {
    const faults = faultsOf({
      'a.yaml': GOOD,
      'b.yaml': 'nodes:\n  - { id: country:jp, name: "Japan }\n',
      'c.yaml': '',
    });
    expect(faults.map(({ file }) => file)).toEqual(expect.arrayContaining(['b.yaml', 'c.yaml']));
    const referring = GOOD.replace('to: large-industry:mill', 'to: large-industry:works');
    const broken = 'nodes:\n  - id: large-industry:works\n    name: Works\n  - id: [\n';
    expect(faultsOf({ 'a.yaml': referring, 'b.yaml': broken }).filter(({ file }) => file === 'a.yaml')).toEqual([]);
  });

  it('follows an anchor to the line where the fault stands, and says it once', () => {
    const text = GOOD.replace(
      'evidence: [{ source: source:paper, kind: DOCUMENTED, facts: [B002, A001] }]',
      `evidence: &seen
      - { source: source:nowhere, kind: DOCUMENTED }
  - { from: cluster:nails, type: LOCATED_IN, to: regency:35.75, evidence: *seen }
  - { from: cluster:hoes, type: LOCATED_IN, to: regency:35.75, evidence: *seen }`,
    );
    const faults = faultsOf({ 'a.yaml': text });
    expect(new Set(faults.map(({ line }) => line))).toEqual(new Set([22]));
    expect(faults.every(({ message }) => message.includes('there is no source source:nowhere'))).toBe(true);
  });

  it('refuses a folder that is missing, empty or holds other files, because seeding from it would remove everything', () => {
    expect(faultsOf({})).toMatchObject([{ message: expect.stringContaining('no *.yaml file') as string }]);
    const missing = readDataset('/nowhere/at/all');
    expect(missing.ok ? [] : missing.faults.map(formatFault)).toEqual([
      '/nowhere/at/all cannot be read; name a folder of *.yaml files',
    ]);
    expect(faultsOf({ 'a.yaml': GOOD, 'b.yml': '' })).toMatchObject([{ file: 'b.yml', line: 1 }]);
  });
});

describe('the check that a person runs', { timeout: 60_000 }, () => {
  const run = async (folder: string) =>
    spawnSync(process.execPath, [await programFile('check'), folder], { encoding: 'utf8' });

  it('prints each fault as file:line and ends with code 1', async () => {
    const { status, stderr } = await run(writtenDataset({ 'a.yaml': GOOD.replace('kind: GROUP', 'kind: HEAP') }));
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^a\.yaml:11 cluster:nails: kind: 'HEAP' is no kind of SmiCluster; right are CLUSTER, GROUP\n1 fault\n$/,
    );
  });

  it('prints how many records of each type there are and ends with code 0', async () => {
    const { status, stdout } = await run(writtenDataset({ 'a.yaml': GOOD }));
    expect(status).toBe(0);
    expect(stdout).toMatch(/^nodes 6\n  LargeIndustry 1\n/);
    expect(stdout).toContain('SUPPLIES 1');
  });
});
