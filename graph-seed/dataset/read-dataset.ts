import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sortFaults, type DatasetFault, type DatasetReading } from './dataset-fault.ts';
import { graphProblems, idOf, type PlacedProblem } from './graph-rules.ts';
import { PARSERS, type RecordOf } from './parse-record.ts';
import { readYamlFile, type FieldPath, type Section, type WrittenRecord } from './yaml-file.ts';

export type { DatasetFault, DatasetReading } from './dataset-fault.ts';

/** `evidence[0].kind`, as a person would say it. */
function pathText(path: FieldPath): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

function placed({ record, path, message }: PlacedProblem): DatasetFault {
  const part = path.length > 0 ? ` ${pathText(path)}:` : '';
  const who = idOf(record) ?? `one of ${record.section}`;
  return { file: record.file, line: record.lineOf(path), message: `${who}:${part} ${message}` };
}

interface Files {
  readonly records: readonly WrittenRecord[];
  readonly unparsedIds: ReadonlySet<string>;
  readonly faults: readonly DatasetFault[];
}

function readFiles(folder: string): Files {
  let names: readonly string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    return {
      records: [],
      unparsedIds: new Set(),
      faults: [{ file: folder, line: null, message: 'cannot be read; name a folder of *.yaml files' }],
    };
  }
  const records: WrittenRecord[] = [];
  const unparsedIds = new Set<string>();
  const faults: DatasetFault[] = [];
  for (const name of names) {
    if (!name.endsWith('.yaml')) {
      faults.push({ file: name, line: 1, message: 'is not read; records stand in files that end in .yaml' });
      continue;
    }
    const file = readYamlFile(name, readFileSync(join(folder, name), 'utf8'));
    for (const record of file.records) records.push(record);
    for (const fault of file.faults) faults.push(fault);
    for (const id of file.unparsedIds) unparsedIds.add(id);
  }
  if (names.length === 0) {
    faults.push({ file: folder, line: null, message: 'holds no *.yaml file; a dataset has at least one' });
  }
  return { records, unparsedIds, faults };
}

function parseSection<S extends Section>(
  section: S,
  written: readonly WrittenRecord[],
  faults: DatasetFault[],
): readonly RecordOf[S][] {
  const parse = PARSERS[section];
  const records: RecordOf[S][] = [];
  for (const record of written) {
    if (record.section !== section) continue;
    const { record: parsed, problems } = parse(record);
    if (parsed !== null) records.push(parsed);
    for (const problem of problems) faults.push(placed({ record, ...problem }));
  }
  return records.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/**
 * Reads every `*.yaml` of a folder, in the format of graph-seed/dataset/README.md. Synchronous; about a second for the
 * whole dataset. Never throws for what the files hold: whatever is wrong is a fault, and all faults of all files come at
 * once. A file with a fault of syntax is not looked into further.
 */
export function readDataset(folder: string): DatasetReading {
  const { records, unparsedIds, faults: fileFaults } = readFiles(folder);
  const faults: DatasetFault[] = [...fileFaults];
  const parsed = {
    sources: parseSection('sources', records, faults),
    nodes: parseSection('nodes', records, faults),
    relations: parseSection('relations', records, faults),
    figures: parseSection('figures', records, faults),
    disagreements: parseSection('disagreements', records, faults),
  };
  for (const problem of graphProblems(records, unparsedIds)) faults.push(placed(problem));
  return faults.length === 0 ? { ok: true, records: parsed } : { ok: false, faults: sortFaults(faults) };
}
