import type { Fragility, Removal } from '../../actions/structure.ts';
import { csvText, type Cell } from '../../export/cells.ts';

type Named = Fragility['bridges'][number]['ends'][number];
type NameOf = (node: Named) => string;

/** On what ground it was found: the same in every row. */
export interface FragilityGround {
  readonly evidence: string;
  readonly asOf: string;
}

const list = (values: readonly string[]): string => values.join('; ');
const idsOf = (things: readonly { readonly id: string }[]): string => list(things.map(({ id }) => id));

/** Large industry first; within, as the API orders them. */
export function largeFirst<Row extends { readonly buyer: { readonly type: string } }>(
  rows: readonly Row[],
): readonly Row[] {
  const isLarge = ({ buyer }: Row): boolean => buyer.type === 'LargeIndustry';
  return [...rows.filter(isLarge), ...rows.filter((row) => !isLarge(row))];
}

const HEADER = [
  'list',
  'id',
  'name',
  'other_id',
  'other_name',
  'share',
  'index_low',
  'index_high',
  'parts',
  'linked_to',
  'relations',
  'evidence',
  'as_of',
  'revision',
] as const;

/** What was found, list after list, as a CSV file whose cells no spreadsheet runs. */
export function fragilityCsv(fragility: Fragility, { evidence, asOf }: FragilityGround, nameOf: NameOf): string {
  const row = (name: string, one: Named, other: Named | null, rest: readonly Cell[]): readonly Cell[] => [
    name,
    one.id,
    nameOf(one),
    other?.id ?? null,
    other === null ? null : nameOf(other),
    ...rest,
    evidence,
    asOf,
    fragility.revision,
  ];
  const found = (ids: string): readonly Cell[] => [null, null, null, null, null, ids];
  return csvText([
    HEADER,
    ...largeFirst(fragility.singleSource).map(({ buyer, supplier, relations }) =>
      row('single_source', buyer, supplier, found(idsOf(relations))),
    ),
    ...fragility.singleBuyer.map(({ cluster, buyer, relations, through }) =>
      row('single_buyer', cluster, buyer, found(idsOf([...relations, ...through]))),
    ),
    ...fragility.concentration.flatMap(({ buyer, index, parts }) =>
      parts.map(({ by, suppliers, share, relations }) =>
        row('concentration', buyer, by ?? suppliers[0] ?? null, [
          share,
          index.low,
          index.high,
          null,
          null,
          idsOf(relations),
        ]),
      ),
    ),
    ...fragility.cutNodes.map(({ node, partCount, neighbourCount }) =>
      row('cut_node', node, null, [null, null, null, partCount, neighbourCount, null]),
    ),
    ...fragility.bridges.flatMap(({ ends: [from, to], relations }) =>
      from === undefined ? [] : [row('bridge', from, to ?? null, found(idsOf(relations)))],
    ),
  ]);
}

const REMOVAL_HEADER = [
  'without',
  'list',
  'id',
  'name',
  'other_id',
  'other_name',
  'steps',
  'strength_before',
  'strength_after',
  'evidence',
  'as_of',
  'revision',
] as const;

/** What falls off with a node, as a CSV file whose cells no spreadsheet runs. */
export function removalCsv(
  without: string,
  removal: Removal,
  { evidence, asOf }: FragilityGround,
  nameOf: NameOf,
): string {
  const row = (name: string, one: Named, other: Named | null, rest: readonly Cell[]): readonly Cell[] => [
    without,
    name,
    one.id,
    nameOf(one),
    other?.id ?? null,
    other === null ? null : nameOf(other),
    ...rest,
    evidence,
    asOf,
    removal.revision,
  ];
  return csvText([
    REMOVAL_HEADER,
    ...removal.lost.map(({ cluster, largeIndustry, strength }) =>
      row('tie_lost', cluster, largeIndustry, [null, strength, null]),
    ),
    ...removal.weakened.map(({ before, after }) =>
      row('tie_weakened', before.cluster, before.largeIndustry, [null, before.strength, after.strength]),
    ),
    ...removal.cutOff.map(({ node, steps }) => row('apart', node, null, [steps, null, null])),
  ]);
}
