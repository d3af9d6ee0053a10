/** An input-output table from a file beside the dataset's: a CSV in the form of BPS, and what is to be known of it (README.md). */
import { z } from 'zod';
import {
  parsePartialDate,
  parseSourceId,
  SECTOR_SCHEMES,
  type NodeId,
  type Name,
  type PartialDate,
  type SectorScheme,
} from '#vocabulary';
import { tableFaults, type InputOutputTable } from '../../projection/input-output-table.ts';
import type { Projection } from '../../projection/projection.ts';
import { modelOf } from './leontief.ts';
import { readGrid, TableFileError, type TableFile } from './table-grid.ts';

const text = z.string().trim().min(1);
const date = text.transform((value, context): PartialDate => {
  try {
    return parsePartialDate(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is no date' });
    return z.NEVER;
  }
});

/** What stands beside the CSV: no figure without a source. */
const About = z.strictObject({
  name: text,
  year: date,
  unit: z.literal('MILLION_RUPIAH'),
  /** Whose sectors they are: then codes and names have to be those of the dataset, and each sector has its node. */
  scheme: z.enum(SECTOR_SCHEMES).exclude(['NAMED']).optional(),
  source: z.strictObject({
    title: text,
    publisher: text,
    url: z.url({ error: 'an address is written whole, such as https://www.bps.go.id' }).nullable().default(null),
    date: date.nullable().default(null),
    language: text.nullable().default(null),
    licence: text,
    note: text.nullable().default(null),
  }),
});
type About = z.infer<typeof About>;

/** A sector of the graph that a table may speak of. */
export interface KnownSector {
  readonly node: NodeId;
  readonly code: string | null;
  readonly name: string;
  readonly names: readonly Name[];
}

/** The dataset's sectors of a scheme, as the projection has them. */
export function sectorsOf(projection: Projection): (scheme: SectorScheme) => readonly KnownSector[] {
  return (scheme) =>
    projection
      .nodesOfType('Sector')
      .filter((node) => projection.nodeScheme(node) === scheme)
      .map((node) => ({
        node: projection.nodeId(node),
        code: projection.nodeCode(node),
        name: projection.nodeName(node),
        names: projection.nodeNames(node),
      }));
}

/**
 * @param knownSectors the dataset's sectors of a scheme
 * @throws TableFileError with every fault that could be found
 */
export function readTableFile(
  file: TableFile,
  knownSectors: (scheme: SectorScheme) => readonly KnownSector[],
): InputOutputTable {
  const about = readAbout(file);
  const grid = readGrid(file);
  const faults = [...grid.faults];
  const known = about.scheme === undefined ? null : knownSectors(about.scheme);
  const sectors = grid.rows.map(({ code, name, names, line: { line } }) => {
    const sector = known?.find((one) => one.code === code);
    if (known !== null)
      faults.push(
        ...unknownSector(about, code, [name, ...names.map((one) => one.text)], sector, known).map(
          (fault) => `line ${line}: ${fault}`,
        ),
      );
    return sector === undefined
      ? { code, name, names, node: null }
      : { code, name: sector.name, names: sector.names, node: sector.node };
  });
  if (faults.length > 0) throw new TableFileError(file.id, faults);
  const table: InputOutputTable = {
    id: file.id,
    name: about.name,
    year: about.year,
    scheme: about.scheme ?? null,
    sectors,
    ...grid.numbers(),
    sources: [{ id: parseSourceId(`source:file-${file.id}`), ...about.source, facts: [] }],
    fromFile: true,
  };
  const wrong = [
    ...tableFaults(table, (sector) => `line ${grid.rows[sector]?.line.line ?? 1}: `),
    ...grid.wrongTotals(),
  ];
  if (wrong.length > 0) throw new TableFileError(file.id, wrong);
  try {
    modelOf(table);
  } catch (error) {
    throw new TableFileError(file.id, [error instanceof Error ? error.message : String(error)]);
  }
  return table;
}

function readAbout({ id, about }: TableFile): About {
  let json: unknown;
  try {
    json = JSON.parse(about);
  } catch {
    throw new TableFileError(id, ['its .json is no JSON']);
  }
  const parsed = About.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new TableFileError(
    id,
    parsed.error.issues.map(({ path, message }) => `its .json, ${path.join('.') || 'as a whole'}: ${message}`),
  );
}

function unknownSector(
  { scheme }: About,
  code: string,
  names: readonly string[],
  sector: KnownSector | undefined,
  known: readonly KnownSector[],
): readonly string[] {
  if (sector === undefined) {
    const codes = known.map((one) => one.code).join(', ');
    return [`${scheme} has no sector ${code}; it has ${codes === '' ? 'none in this dataset' : codes}`];
  }
  const right = [sector.name, ...sector.names.map((one) => one.text)].map((one) => one.toLowerCase());
  const stranger = names.find((name) => !right.includes(name.toLowerCase()));
  return stranger === undefined ? [] : [`sector ${code} of ${scheme} is '${sector.name}', not '${stranger}'`];
}
