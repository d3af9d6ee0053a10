import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readDataset, type DatasetFault } from '../../graph-seed/dataset/read-dataset.ts';

/** A folder of files that is gone after the test. */
export function writtenDataset(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sentra-dataset-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** The faults of a dataset of these files; none when it is good. */
export function faultsOf(files: Readonly<Record<string, string>>): readonly DatasetFault[] {
  const reading = readDataset(writtenDataset(files));
  return reading.ok ? [] : reading.faults;
}

/** Two clusters, two firms, a sector, a programme, a place and a source: enough for every rule. Faultless. */
export const GOOD = `sources:
  - id: source:paper
    title: A paper
    publisher: A publisher
    url: https://example.org/paper
    date: 2021-06
    language: id
    licence: facts only
nodes:
  - { id: cluster:hoes, name: Hoe makers, kind: CLUSTER }
  - { id: cluster:nails, name: Nail makers, kind: GROUP }
  - { id: large-industry:mill, name: The mill }
  - { id: programme:help, name: Help }
  - { id: sector:metal, name: Metal, scheme: NAMED }
  - { id: regency:35.75, name: Kota Pasuruan, kind: KOTA, code: 35.75, latitude: -7.65, longitude: 112.91 }
relations:
  - from: cluster:hoes
    type: SUPPLIES
    to: large-industry:mill
    share: 0.25
    evidence: [{ source: source:paper, kind: DOCUMENTED, facts: [B002, A001] }]
`;
