/** Input-output tables of the dataset: SECTOR_INPUT relations and the figures about their sectors, by scheme and year. */
import {
  OPEN,
  type FigureId,
  type Measure,
  type NodeId,
  type RelationId,
  type PartialDate,
  type Source,
  type SourceId,
} from '#vocabulary';
import type { GraphStore, StoredFigure, StoredNode, StoredRelation } from '../store/graph-store.ts';
import { FINAL_DEMAND_PARTS, INPUT_PARTS, tableFaults, type InputOutputTable } from './input-output-table.ts';

/** What the dataset says is a table but is none, with every fault in words. */
interface FaultyTable {
  readonly id: string;
  readonly faults: readonly string[];
}

export interface InputOutputReading {
  /** By id. */
  readonly tables: readonly InputOutputTable[];
  readonly faulty: readonly FaultyTable[];
}

/** Collects what a table may be made of while the store streams past. */
export interface TableParts {
  readonly sectors: Map<NodeId, StoredNode>;
  readonly flows: StoredRelation[];
}

/** The stream as it is, with every item shown to `see` on its way. */
export async function* passing<T>(
  batches: AsyncIterable<readonly T[]>,
  see: (item: T) => void,
): AsyncIterable<readonly T[]> {
  for await (const batch of batches) {
    for (const item of batch) see(item);
    yield batch;
  }
}

type ReadMeasure = (typeof FINAL_DEMAND_PARTS)[number] | (typeof INPUT_PARTS)[number] | 'OUTPUT';
const READ: readonly Measure[] = ['OUTPUT', ...FINAL_DEMAND_PARTS, ...INPUT_PARTS];

/** One table's sectors, in the order of their codes, with its flows. */
interface Written {
  readonly id: string;
  /** null where its flows have no date. */
  readonly year: PartialDate | null;
  readonly sectors: readonly StoredNode[];
  readonly flows: readonly StoredRelation[];
}

const byCode = (a: StoredNode, b: StoredNode): number => Number(a.code) - Number(b.code) || (a.id < b.id ? -1 : 1);

const yearOf = ({ period: { from } }: StoredRelation): PartialDate | null => (from === OPEN ? null : from);

/** By the scheme of the sector that sells and the year in which the flow began. */
function gathered({ sectors, flows }: TableParts): readonly Written[] {
  const byTable = new Map<string, StoredRelation[]>();
  for (const flow of flows) {
    const scheme = (sectors.get(flow.from)?.scheme ?? 'NAMED').toLowerCase().replaceAll('_', '-');
    const key = `${scheme}-${yearOf(flow) ?? 'undated'}`;
    byTable.set(key, [...(byTable.get(key) ?? []), flow]);
  }
  return [...byTable]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, its]) => ({
      id,
      year: its[0] === undefined ? null : yearOf(its[0]),
      flows: its,
      sectors: [...new Set(its.flatMap(({ from, to }) => [from, to]))]
        .flatMap((node) => sectors.get(node) ?? [])
        .toSorted(byCode),
    }));
}

/** Numbers by measure and sector, and what is wrong with them. */
function columnsOf({ sectors, year }: Written, figures: ReadonlyMap<NodeId, readonly StoredFigure[]>) {
  const used: FigureId[] = [];
  const faults: string[] = [];
  const column = (measure: Measure): Float64Array =>
    Float64Array.from(sectors, ({ id, name }) => {
      const found = (figures.get(id) ?? []).filter(
        (figure) => figure.measure === measure && figure.period.from === year && figure.within === null,
      );
      const [figure, another] = found;
      if (figure === undefined || figure.value === null) faults.push(`${name} has no ${measure} for ${year}`);
      else if (another !== undefined) faults.push(`${name} has ${found.length} figures of ${measure} for ${year}`);
      else if (figure.unit !== 'MILLION_RUPIAH') faults.push(`${measure} of ${name} is not in million rupiah`);
      if (figure !== undefined) used.push(figure.id);
      return figure?.value ?? NaN;
    });
  const columns = new Map(READ.map((measure) => [measure, column(measure)]));
  const of = (measure: ReadMeasure): Float64Array => columns.get(measure) ?? new Float64Array(sectors.length);
  return { of, used, faults };
}

function flowMatrix({ sectors, flows }: Written): {
  readonly values: Float64Array;
  readonly faults: readonly string[];
} {
  const place = new Map(sectors.map(({ id }, i) => [id, i]));
  const values = new Float64Array(sectors.length ** 2);
  const seen = new Set<number>();
  const faults = flows.flatMap((flow) => {
    const cell = (place.get(flow.from) ?? 0) * sectors.length + (place.get(flow.to) ?? 0);
    const again = seen.has(cell);
    seen.add(cell);
    values[cell] = flow.valueMillionRp ?? NaN;
    if (again) return [`there are several flows from ${flow.from} to ${flow.to}`];
    return flow.evidenceClass === 'DOCUMENTED'
      ? []
      : [`${flow.id} is ${flow.evidenceClass}, which is no part of a table`];
  });
  return { values, faults };
}

/** Most cited first, then by id. */
async function sourcesOf(
  store: GraphStore,
  relations: readonly RelationId[],
  figures: readonly FigureId[],
): Promise<readonly Source[]> {
  const uses = new Map<SourceId, number>();
  for (const pieces of (await store.evidenceOf([...relations, ...figures])).values()) {
    for (const { source } of pieces) uses.set(source, (uses.get(source) ?? 0) + 1);
  }
  const sources = await store.sourcesById([...uses.keys()]);
  return [...sources.values()].toSorted(
    (a, b) => (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
  );
}

async function readTable(
  store: GraphStore,
  written: Written,
  figures: ReadonlyMap<NodeId, readonly StoredFigure[]>,
): Promise<InputOutputTable | FaultyTable> {
  const { id, year } = written;
  if (year === null) return { id, faults: ['its flows have no year'] };
  const { of, used, faults } = columnsOf(written, figures);
  const matrix = flowMatrix(written);
  const found = [...matrix.faults, ...faults];
  const relations = written.flows.map(({ id }) => id);
  const sources = await sourcesOf(store, relations, used);
  const [source] = sources;
  const table: InputOutputTable = {
    id,
    name: source?.title ?? id,
    year,
    scheme: written.sectors[0]?.scheme ?? null,
    sectors: written.sectors.map((node) => ({
      code: node.code ?? node.id,
      name: node.name,
      names: node.names,
      node: node.id,
    })),
    flows: matrix.values,
    output: of('OUTPUT'),
    finalDemand: {
      HOUSEHOLD_CONSUMPTION: of('HOUSEHOLD_CONSUMPTION'),
      NPISH_CONSUMPTION: of('NPISH_CONSUMPTION'),
      GOVERNMENT_CONSUMPTION: of('GOVERNMENT_CONSUMPTION'),
      FIXED_CAPITAL_FORMATION: of('FIXED_CAPITAL_FORMATION'),
      INVENTORY_CHANGE: of('INVENTORY_CHANGE'),
      GOODS_EXPORTS: of('GOODS_EXPORTS'),
      SERVICE_EXPORTS: of('SERVICE_EXPORTS'),
    },
    inputs: {
      PRODUCT_TAXES: of('PRODUCT_TAXES'),
      IMPORTED_INPUT: of('IMPORTED_INPUT'),
      COMPENSATION: of('COMPENSATION'),
      OPERATING_SURPLUS: of('OPERATING_SURPLUS'),
      PRODUCTION_TAXES: of('PRODUCTION_TAXES'),
    },
    sources,
    fromFile: false,
  };
  // What is missing makes every sum wrong too: one fault is told, not twenty.
  const all = found.length > 0 ? found : tableFaults(table);
  return all.length > 0 ? { id, faults: all } : table;
}

/** @throws StoreError when the store does not answer */
export async function readInputOutput(store: GraphStore, parts: TableParts): Promise<InputOutputReading> {
  const written = gathered(parts);
  const ids = [...new Set(written.flatMap(({ sectors }) => sectors.map(({ id }) => id)))];
  const figures = ids.length === 0 ? new Map<NodeId, readonly StoredFigure[]>() : await store.figuresOf(ids);
  const read: (InputOutputTable | FaultyTable)[] = [];
  for (const one of written) read.push(await readTable(store, one, figures));
  return {
    tables: read.filter((one) => 'flows' in one),
    faulty: read.filter((one) => 'faults' in one),
  };
}
