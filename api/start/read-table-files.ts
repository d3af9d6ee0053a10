/** Input-output tables from a folder: NAME.csv with NAME.json beside it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readTableFile, sectorsOf } from '../analysis/input-output/table-file.ts';
import { TableFileError } from '../analysis/input-output/table-grid.ts';
import type { InputOutputTable } from '../projection/input-output-table.ts';
import type { Projection } from '../projection/projection.ts';
import { StartError } from './start-error.ts';

/** Far above a table of the most sectors that are taken. */
const MOST_BYTES = 5_000_000;
const ID = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

function readText(path: string): string {
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new StartError(`${path} has ${size} bytes; a table's file may have ${MOST_BYTES}`);
  return readFileSync(path, 'utf8');
}

function readOne(folder: string, id: string, projection: Projection): InputOutputTable {
  if (!ID.test(id)) {
    throw new StartError(`${join(folder, id)}.csv: a table's name is its id: lower-case letters, digits, - and .`);
  }
  let about: string;
  try {
    about = readText(join(folder, `${id}.json`));
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${join(folder, id)}.csv has no ${id}.json beside it that says its name, year and source`);
  }
  const file = { id, csv: readText(join(folder, `${id}.csv`)), about };
  return readTableFile(file, sectorsOf(projection));
}

/**
 * Every table of the folder, by id; none without a folder.
 * @param taken ids of the dataset's own tables
 * @throws StartError with every fault of every file
 */
export function readTableFiles(
  folder: string | null,
  projection: Projection,
  taken: readonly string[],
): readonly InputOutputTable[] {
  if (folder === null) return [];
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    throw new StartError(`SENTRA_INPUT_OUTPUT names ${folder}, which is no folder that can be read`);
  }
  const faults: string[] = [];
  const tables = names
    .filter((name) => name.endsWith('.csv'))
    .toSorted()
    .flatMap((name): readonly InputOutputTable[] => {
      const id = basename(name, '.csv');
      if (taken.includes(id)) faults.push(`${id}: the dataset has a table of this id; give the file another name`);
      try {
        return [readOne(folder, id, projection)];
      } catch (error) {
        if (!(error instanceof TableFileError || error instanceof StartError)) throw error;
        faults.push(error.message);
        return [];
      }
    });
  if (faults.length > 0)
    throw new StartError(`Input-output tables of ${folder} cannot be loaded:\n${faults.join('\n')}`);
  return tables;
}
