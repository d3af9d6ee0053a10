import type { InputOutputTable } from '../../actions/input-output.ts';
import type { Cell } from '../../export/cells.ts';
import type { Texts } from '../../languages/texts.ts';
import type { Asked, Order } from './asked.ts';
import { flowsBySize } from './figures.ts';

/** As files name it; the page has words for each. */
type ColumnId = keyof Texts['inputOutput']['column'];

/** A column of a picture's table: its name in a file, and how its cells are shown. */
export interface TwinColumn {
  readonly id: ColumnId;
  readonly shown: 'TEXT' | 'RUPIAH' | 'PART' | 'RATIO' | 'PERCENT';
}

/** A picture as rows: what the table beside it shows, and what its file holds. */
export interface Twin {
  readonly columns: readonly TwinColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

type Linkages = InputOutputTable['linkages'][number];
type LinkageFigure = { readonly [K in keyof Linkages]: Linkages[K] extends number ? K : never }[keyof Linkages];

const FIGURE_OF = {
  BACKWARD: 'backwardIndex',
  SENSITIVITY: 'sensitivityIndex',
  FORWARD: 'forwardIndex',
} as const satisfies Record<Exclude<Order, 'TABLE'>, LinkageFigure>;

/** Places of the sectors in the order asked for; equal ones as the table has them. */
export function linkageOrder({ linkages }: Pick<InputOutputTable, 'linkages'>, order: Order): readonly number[] {
  const places = linkages.map((_, place) => place);
  if (order === 'TABLE') return places;
  const figure = FIGURE_OF[order];
  const of = (place: number): number => linkages[place]?.[figure] ?? 0;
  return places.toSorted((a, b) => of(b) - of(a) || a - b);
}

const text = (id: ColumnId): TwinColumn => ({ id, shown: 'TEXT' });
const rupiah = (id: ColumnId): TwinColumn => ({ id, shown: 'RUPIAH' });
const ratio = (id: ColumnId): TwinColumn => ({ id, shown: 'RATIO' });
const part = (id: ColumnId): TwinColumn => ({ id, shown: 'PART' });
const percent = (id: ColumnId): TwinColumn => ({ id, shown: 'PERCENT' });

/** The rows of a picture, all of them. */
export function twinOf(table: InputOutputTable, asked: Asked): Twin {
  switch (asked.picture) {
    case 'MATRIX':
      return asked.of === 'FLOWS' ? flowsTwin(table, null) : matrixTwin(table);
    case 'FLOWS':
      return flowsTwin(table, placeOf(table, asked.sector));
    case 'LINKAGES':
      return linkagesTwin(table, asked.order);
    case 'EXTRACTION':
      return asked.sector === null ? extractionTwin(table) : lossesTwin(table);
  }
}

/** The place of a sector; null where none, or one of another table, is named. */
export function placeOf({ sectors }: Pick<InputOutputTable, 'sectors'>, code: string | null): number | null {
  const place = sectors.findIndex((sector) => sector.code === code);
  return place < 0 ? null : place;
}

function matrixTwin({ sectors, matrix }: InputOutputTable): Twin {
  const cells = matrix.flatMap((row, from) => row.map((value, to) => ({ from, to, value })));
  return {
    columns: [text('from_code'), text('from'), text('to_code'), text('to'), ratio('value')],
    rows: cells
      .filter(({ value }) => value !== 0)
      .toSorted((a, b) => b.value - a.value || a.from - b.from || a.to - b.to)
      .map(({ from, to, value }) => [
        sectors[from]?.code ?? '',
        sectors[from]?.name ?? '',
        sectors[to]?.code ?? '',
        sectors[to]?.name ?? '',
        value,
      ]),
  };
}

function flowsTwin({ sectors, flows }: InputOutputTable, sector: number | null): Twin {
  return {
    columns: [
      text('from_code'),
      text('from'),
      text('to_code'),
      text('to'),
      rupiah('flow'),
      part('of_seller'),
      part('of_buyer'),
    ],
    rows: flowsBySize(flows, sector).map(({ from, to, value }) => [
      sectors[from]?.code ?? '',
      sectors[from]?.name ?? '',
      sectors[to]?.code ?? '',
      sectors[to]?.name ?? '',
      value,
      value / (sectors[from]?.output ?? NaN),
      value / (sectors[to]?.output ?? NaN),
    ]),
  };
}

function linkagesTwin(table: InputOutputTable, order: Order): Twin {
  return {
    columns: [
      text('code'),
      text('sector'),
      rupiah('output'),
      ratio('direct_backward'),
      ratio('backward'),
      ratio('backward_index'),
      ratio('sensitivity'),
      ratio('sensitivity_index'),
      ratio('direct_forward'),
      ratio('forward'),
      ratio('forward_index'),
      text('key_by_leontief'),
      text('key_by_ghosh'),
    ],
    rows: linkageOrder(table, order).flatMap((place): readonly (readonly Cell[])[] => {
      const [sector, one] = [table.sectors[place], table.linkages[place]];
      if (sector === undefined || one === undefined) return [];
      return [
        [
          sector.code,
          sector.name,
          sector.output,
          one.directBackward,
          one.backward,
          one.backwardIndex,
          one.sensitivity,
          one.sensitivityIndex,
          one.directForward,
          one.forward,
          one.forwardIndex,
          one.keyByLeontief,
          one.keyByGhosh,
        ],
      ];
    }),
  };
}

function extractionTwin(table: InputOutputTable): Twin {
  return {
    columns: [
      text('code'),
      text('sector'),
      rupiah('total'),
      percent('total_percent'),
      rupiah('others'),
      percent('others_percent'),
      ratio('others_per_own'),
      rupiah('value_added'),
      percent('value_added_percent'),
      rupiah('backward_only'),
      rupiah('forward_only'),
    ],
    rows: table.extractions.map((one) => [
      one.sector.code,
      table.sectors.find(({ code }) => code === one.sector.code)?.name ?? '',
      one.total.value,
      one.total.percent,
      one.others.value,
      one.others.percent,
      one.othersPerOwnOutput,
      one.valueAdded.value,
      one.valueAdded.percent,
      one.backward.value,
      one.forward.value,
    ]),
  };
}

/** What each sector would lose without the one that is looked at, most first. */
export function lossesOf({ sectors, losses }: InputOutputTable): readonly {
  readonly place: number;
  readonly value: number;
  /** Of the sector's own output. */
  readonly part: number;
}[] {
  const lost = losses[0]?.bySector ?? [];
  return lost
    .map(({ output }, place) => ({ place, value: output, part: output / (sectors[place]?.output ?? NaN) }))
    .toSorted((a, b) => b.value - a.value || a.place - b.place);
}

function lossesTwin(table: InputOutputTable): Twin {
  return {
    columns: [text('code'), text('sector'), rupiah('lost_output'), part('of_own_output')],
    rows: lossesOf(table).map(({ place, value, part: own }) => [
      table.sectors[place]?.code ?? '',
      table.sectors[place]?.name ?? '',
      value,
      own,
    ]),
  };
}
